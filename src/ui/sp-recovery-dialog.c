/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-recovery-dialog.h"

#include "files/sp-recovery.h"

#include <glib/gi18n-lib.h>

/* What is offered, and where it goes. */
typedef struct
{
  SpMainWindow      *window;   /* (owned) */
  SpOpener          *opener;   /* (owned) */
  GFile             *recovery; /* (owned) */
  char              *path;     /* (owned) (nullable): what is opened where the edits are not wanted */
  SpOpenCompetition *open;     /* (owned) (nullable): the competition with its edits */
} Offer;

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  g_object_unref (offer->opener);
  g_object_unref (offer->recovery);
  g_free (offer->path);
  g_clear_object (&offer->open);
  g_free (offer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Offer, offer_free)

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Offer) offer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpOpenCompetition) open = NULL;

  open = sp_opener_open_finish (SP_OPENER (source), result, NULL, NULL, &error);
  if (open != NULL)
    sp_main_window_set_open (offer->window, open);
  else
    sp_main_window_say (offer->window, error->message);
}

static void
open_without (Offer *offer)
{
  g_autoptr (GError) error = NULL;

  if (!sp_recovery_remove (offer->recovery, &error))
    sp_main_window_say (offer->window, error->message);
  if (offer->path == NULL)
    {
      offer_free (offer);
      return;
    }
  sp_opener_open_async (offer->opener, offer->path, NULL, opened_cb, offer);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Offer            *offer)
{
  if (g_str_equal (response, "restore"))
    {
      sp_main_window_set_open (offer->window, offer->open);
      sp_open_file_mark_unsaved (sp_open_competition_get_document (offer->open));
      offer_free (offer);
    }
  else if (g_str_equal (response, "discard"))
    open_without (offer);
  else
    offer_free (offer);
}

static char *
to_moment (GFile *recovery)
{
  g_autoptr (GFileInfo) info = g_file_query_info (recovery, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE,
                                                  NULL, NULL);
  g_autoptr (GDateTime) utc = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day and a time, such as Tue 3 Feb 19:05 */
  return local != NULL ? g_date_time_format (local, _("%a %-e %b %H:%M")) : NULL;
}

static void
ask (Offer *offer)
{
  SpCompetition *competition = sp_session_get_competition (sp_open_competition_get_session (offer->open));
  const char *name = sp_competition_get_name (competition);
  g_autofree char *moment = to_moment (offer->recovery);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (offer->window), _("Restore Unsaved Changes?"), NULL);

  /* Translators: the name of a competition, then a day and a time */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: a competition, a day and a time of day */
                                  _("“%s” was changed on %s, and the program ended before that was saved."),
                                  *name != '\0' ? name : _("Competition"),
                                  moment != NULL ? moment : _("an unknown day"));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _("Ask _Later"), "discard", _("_Discard"),
                                    "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A damaged recovery file has nothing to offer; it stays where it is, and the competition itself is opened. */
static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Offer *offer = user_data;
  g_autoptr (GError) error = NULL;

  offer->open = sp_opener_restore_finish (SP_OPENER (source), result, &error);
  if (offer->open != NULL)
    {
      ask (offer);
      return;
    }
  sp_main_window_say (offer->window, error->message);
  if (offer->path != NULL)
    sp_opener_open_async (offer->opener, offer->path, NULL, opened_cb, offer);
  else
    offer_free (offer);
}

/**
 * sp_recovery_dialog_offer:
 * @window: where it is to be shown
 * @opener: what opens files
 * @recovery: a recovery file
 * @path: (nullable): what is opened where its edits are not wanted
 *
 * Asks whether edits that were never saved are to be restored, discarded, or kept for later.
 */
void
sp_recovery_dialog_offer (SpMainWindow *window,
                          SpOpener     *opener,
                          GFile        *recovery,
                          const char   *path)
{
  Offer *offer;

  g_return_if_fail (SP_IS_MAIN_WINDOW (window) && SP_IS_OPENER (opener) && G_IS_FILE (recovery));

  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (window);
  offer->opener = g_object_ref (opener);
  offer->recovery = g_object_ref (recovery);
  offer->path = g_strdup (path);
  sp_opener_restore_async (opener, recovery, NULL, restored_cb, offer);
}
