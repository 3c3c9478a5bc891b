/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "files/sp-file-error.h"
#include "files/sp-recovery.h"
#include "ui/sp-main-window.h"
#include "ui/sp-recent.h"
#include "ui/sp-recovery-dialog.h"
#include "ui/sp-window-faults.h"

#include <glib/gi18n-lib.h>

/* One that is opened, and the window in front meanwhile: it is for that one, or with a competition there beside it. */
typedef struct
{
  GtkApplication *application; /* (owned), held: without a window it would end */
  SpMainWindow   *front;       /* (owned) (nullable) */
  GFile          *file;        /* (owned) */
} Opening;

static Opening *
opening_new (GtkApplication *application,
             GFile          *file)
{
  Opening *opening = g_new0 (Opening, 1);
  GtkWindow *active = gtk_application_get_active_window (application);

  opening->application = g_object_ref (application);
  g_application_hold (G_APPLICATION (application));
  opening->front = SP_IS_MAIN_WINDOW (active) ? g_object_ref (SP_MAIN_WINDOW (active)) : NULL;
  opening->file = g_object_ref (file);

  return opening;
}

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->front);
  g_object_unref (opening->file);
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_free (opening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

static SpMainWindow *
new_window (GtkApplication *application)
{
  SpMainWindow *window = sp_main_window_new (application);
  GObject *recent = gtk_widget_get_template_child (GTK_WIDGET (window), SP_TYPE_MAIN_WINDOW, "recent_menu");

  sp_recent_follow_menu (G_MENU (recent));
  sp_recent_follow_size (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* The window in front, unless it was closed meanwhile. */
static SpMainWindow *
front_window (Opening *opening)
{
  if (opening->front == NULL || gtk_window_get_application (GTK_WINDOW (opening->front)) == NULL)
    g_set_object (&opening->front, new_window (opening->application));

  return opening->front;
}

/* That window, where it still shows the ways in, or a new one. */
static SpMainWindow *
free_window (Opening *opening)
{
  SpMainWindow *front = front_window (opening);

  return sp_main_window_get_open (front) == NULL ? front : new_window (opening->application);
}

/* The window that shows this document already. */
static SpMainWindow *
find_window (GtkApplication *application,
             GFile          *file)
{
  for (GList *each = gtk_application_get_windows (application); each != NULL; each = each->next)
    {
      SpOpenCompetition *open = SP_IS_MAIN_WINDOW (each->data) ? sp_main_window_get_open (each->data) : NULL;
      SpOpenFile *document = open != NULL ? sp_open_competition_get_document (open) : NULL;
      GFile *shown = document != NULL ? sp_open_file_get_file (document) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return each->data;
    }

  return NULL;
}

static void
refused_cb (AdwMessageDialog *dialog,
            const char       *response,
            gpointer          user_data)
{
  if (g_str_equal (response, "other"))
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open", NULL);
}

static void
say_refused (SpMainWindow *window,
             GFile        *file,
             const char   *why)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), NULL, why);

  /* Translators: the name of a file */
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("“%s” Was Not Opened"), name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "other",
                                    _("Choose _Another…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "other");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (refused_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
check_again_cb (SpFaultsPage *page,
                SpOpener     *opener)
{
  g_autofree char *uri = g_file_get_uri (sp_faults_page_get_file (page));

  sp_application_open_path (GTK_APPLICATION (g_application_get_default ()), opener, uri);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Opening) opening = user_data;
  g_autoptr (SpOpenCompetition) open = NULL;
  g_autoptr (GListModel) faults = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (GError) error = NULL;
  SpMainWindow *window;

  open = sp_opener_open_finish (SP_OPENER (source), result, &faults, &warning, &error);
  if (open == NULL && g_error_matches (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID) && faults != NULL)
    {
      SpFaultsPage *page = sp_window_faults_show (front_window (opening), opening->file, faults);

      g_signal_connect_object (page, "check-again", G_CALLBACK (check_again_cb), source, 0);
      return;
    }
  if (open == NULL)
    {
      say_refused (front_window (opening), opening->file, error->message);
      return;
    }
  sp_window_faults_dismiss (front_window (opening), opening->file);
  window = free_window (opening);
  sp_main_window_set_open (window, open);
  if (warning != NULL)
    sp_main_window_say (window, warning);
}

/**
 * sp_application_open_path:
 * @application: the application
 * @opener: what opens files
 * @path: a document, a workbook, or %SP_OPENER_DEMO
 *
 * Opens it in a window that shows nothing yet, or a new one; a document that is open already is brought to the front.
 * Where edits of it were not saved, they are offered first. The faults of a workbook are shown in the window in front.
 */
void
sp_application_open_path (GtkApplication *application,
                          SpOpener       *opener,
                          const char     *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  SpMainWindow *window = find_window (application, file);
  g_autofree char *folder = sp_opener_get_recovery_path ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GFile) recoveries = g_file_new_for_path (folder);
  g_autoptr (GFile) recovery = sp_recovery_find_file (recoveries, uri);
  g_autoptr (Opening) opening = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  opening = opening_new (application, file);
  if (g_file_query_exists (recovery, NULL))
    {
      sp_recovery_dialog_offer (free_window (opening), opener, recovery, path);
      return;
    }
  front_window (opening);
  sp_opener_open_async (opener, path, NULL, opened_cb, g_steal_pointer (&opening));
}

/**
 * sp_application_start:
 * @application: the application
 * @opener: what opens files
 *
 * Shows the ways in; and where edits were not saved when the program ended, offers each of them.
 */
void
sp_application_start (GtkApplication *application,
                      SpOpener       *opener)
{
  g_autofree char *path = sp_opener_get_recovery_path ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GPtrArray) recoveries = NULL;
  g_autoptr (GError) error = NULL;
  SpMainWindow *window = new_window (application);

  recoveries = sp_recovery_list (folder, NULL, &error);
  if (recoveries == NULL)
    sp_main_window_say (window, error->message);
  for (guint i = 0; recoveries != NULL && i < recoveries->len; i++)
    sp_recovery_dialog_offer (i == 0 ? window : new_window (application), opener, recoveries->pdata[i], NULL);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           SpOpener        *opener)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *uri = g_file_get_uri (file);

      sp_application_open_path (GTK_APPLICATION (g_application_get_default ()), opener, path != NULL ? path : uri);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose (SpOpener   *opener,
        const char *title,
        const char *kind,
        const char *pattern)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  dialog = gtk_file_chooser_native_new (title, gtk_application_get_active_window (application),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), opener);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       opener)
{
  choose (opener, _("Open a Competition"), _("Competitions"), "*.podium");
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       opener)
{
  choose (opener, _("New from a Workbook"), _("Workbooks"), "*.xlsx");
}

static void
demo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       opener)
{
  sp_application_open_path (GTK_APPLICATION (g_application_get_default ()), opener, SP_OPENER_DEMO);
}

static void
open_recent_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       opener)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autofree char *path = g_file_get_path (file);

  sp_application_open_path (GTK_APPLICATION (g_application_get_default ()), opener,
                            path != NULL ? path : g_variant_get_string (parameter, NULL));
}

/**
 * sp_application_open_install:
 * @application: the application
 * @opener: what opens files; outlives the application's actions
 *
 * Gives the application the ways in: open, import, demo.
 */
void
sp_application_open_install (GtkApplication *application,
                             SpOpener       *opener)
{
  static const GActionEntry actions[] = {
    { "open", open_action }, { "import", import_action }, { "demo", demo_action },
    { "open-recent", open_recent_action, "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), opener);
}
