/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "files/sp-file-error.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".podium"

/* One saving, from the wish to its end. */
typedef struct
{
  SpMainWindow *window; /* (owned) */
  SpOpenFile   *file;   /* (owned) */
  gboolean      closes; /* whether the window goes when it is saved */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void save_to (SpMainWindow *window, GFile *file, gboolean force, gboolean closes);
static void choose_place (SpMainWindow *window, gboolean closes);

static SpOpenFile *
get_document (SpMainWindow *window)
{
  SpOpenCompetition *open = sp_main_window_get_open (window);

  return open != NULL ? sp_open_competition_get_document (open) : NULL;
}

static void
conflict_cb (AdwMessageDialog *dialog,
             const char       *response,
             SpMainWindow     *window)
{
  gboolean closes = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "closes"));

  if (g_str_equal (response, "save-as"))
    choose_place (window, closes);
  else if (g_str_equal (response, "overwrite"))
    save_to (window, NULL, TRUE, closes);
}

/* There is always another place, and where the file is only newer it can be written over. */
static void
ask_after_failure (Saving       *saving,
                   const GError *error)
{
  gboolean is_conflict = g_error_matches (error, SP_FILE_ERROR, SP_FILE_ERROR_CONFLICT);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (saving->window),
                                              is_conflict ? _("Changed by Somebody Else") : _("Not Saved"),
                                              error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  if (is_conflict)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "overwrite", _("_Replace It"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                                  ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "save-as", _("Save _As…"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data (G_OBJECT (dialog), "closes", GINT_TO_POINTER (saving->closes));
  g_signal_connect_object (dialog, "response", G_CALLBACK (conflict_cb), saving->window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (!sp_open_file_save_finish (saving->file, result, &error))
    ask_after_failure (saving, error);
  else if (saving->closes)
    gtk_window_close (GTK_WINDOW (saving->window));
  else
    sp_main_window_say (saving->window, _("Saved."));
}

static void
save_to (SpMainWindow *window,
         GFile        *file,
         gboolean      force,
         gboolean      closes)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->file = g_object_ref (get_document (window));
  saving->closes = closes;
  sp_open_file_save_async (saving->file, file, force, NULL, saved_cb, saving);
}

static void
place_cb (GtkNativeDialog *dialog,
          int              response,
          SpMainWindow    *window)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && get_document (window) != NULL)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *name = g_file_get_basename (chosen);

      if (!g_str_has_suffix (name, SUFFIX))
        {
          g_autoptr (GFile) folder = g_file_get_parent (chosen);
          g_autofree char *whole = g_strconcat (name, SUFFIX, NULL);

          file = g_file_get_child (folder, whole);
        }
      save_to (window, file != NULL ? file : chosen, FALSE,
               GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "closes")));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_place (SpMainWindow *window,
              gboolean      closes)
{
  SpCompetition *competition = sp_session_get_competition (sp_main_window_get_session (window));
  const char *name = sp_competition_get_name (competition);
  g_autofree char *suggestion = g_strconcat (*name != '\0' ? name : _("Competition"), SUFFIX, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (_("Save the Competition"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        NULL, NULL);
  gtk_file_filter_set_name (filter, _("Competitions"));
  gtk_file_filter_add_pattern (filter, "*" SUFFIX);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), g_strdelimit (suggestion, "/", '-'));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data (G_OBJECT (dialog), "closes", GINT_TO_POINTER (closes));
  g_signal_connect_object (dialog, "response", G_CALLBACK (place_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
save_or_choose (SpMainWindow *window,
                gboolean      closes)
{
  if (sp_open_file_get_file (get_document (window)) != NULL)
    save_to (window, NULL, FALSE, closes);
  else
    choose_place (window, closes);
}

static void
save (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  if (get_document (SP_MAIN_WINDOW (widget)) != NULL)
    save_or_choose (SP_MAIN_WINDOW (widget), FALSE);
}

static void
save_as (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  if (get_document (SP_MAIN_WINDOW (widget)) != NULL)
    choose_place (SP_MAIN_WINDOW (widget), FALSE);
}

/* Only now is nothing under way; what was fetched may still be worth saving. */
static void
stopped_cb (SpOpenCompetition *open,
            gboolean           done,
            const char        *message,
            SpMainWindow      *window)
{
  g_signal_handlers_disconnect_by_func (open, stopped_cb, window);
  gtk_window_close (GTK_WINDOW (window));
}

/* It may have come to its end while the question stood. */
static void
leave_refresh (SpMainWindow *window,
               gboolean      stop)
{
  SpOpenCompetition *open = sp_main_window_get_open (window);

  if (!sp_session_is_running (sp_open_competition_get_session (open)))
    gtk_window_close (GTK_WINDOW (window));
  else if (!stop)
    gtk_widget_hide (GTK_WIDGET (window));
  else
    {
      g_signal_connect_object (open, "refreshed", G_CALLBACK (stopped_cb), window, 0);
      sp_open_competition_cancel (open);
    }
}

static void
close_cb (AdwMessageDialog *dialog,
          const char       *response,
          SpMainWindow     *window)
{
  /* A dialog looks at its window once more when it goes, and may outlive it. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "save"))
    save_or_choose (window, TRUE);
  else if (g_str_equal (response, "discard"))
    {
      sp_open_file_discard (get_document (window));
      gtk_window_destroy (GTK_WINDOW (window));
    }
  else if (g_str_equal (response, "background") || g_str_equal (response, "stop"))
    leave_refresh (window, g_str_equal (response, "stop"));
}

static AdwMessageDialog *
new_question (SpMainWindow *window,
              const char   *title,
              const char   *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), title, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_cb), window, 0);

  return ADW_MESSAGE_DIALOG (dialog);
}

static void
ask_about_refresh (SpMainWindow *window)
{
  AdwMessageDialog *dialog = new_question (window, _("A Refresh Is Under Way"),
                                           _("It can go on without the window; you are told when it is done. Stopped, "
                                             "it keeps what it has fetched so far."));

  adw_message_dialog_add_responses (dialog, "stop", _("_Stop and Close"), "background", _("Go On in the _Background"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "background", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "background");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ask_about_changes (SpMainWindow *window)
{
  AdwMessageDialog *dialog = new_question (window, _("Save Changes?"),
                                           _("The competition holds changes or results that are not saved. Without "
                                             "saving they are lost."));

  adw_message_dialog_add_responses (dialog, "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * sp_window_files_ask_before_closing:
 * @window: a window
 *
 * Asks what is to become of a refresh that is under way, or of what is not saved, where there is either.
 *
 * Returns: whether it asks; then the window stays for now
 */
gboolean
sp_window_files_ask_before_closing (SpMainWindow *window)
{
  SpOpenFile *document = get_document (window);

  if (sp_main_window_get_open (window) == NULL)
    return FALSE;
  if (sp_session_is_running (sp_main_window_get_session (window)))
    ask_about_refresh (window);
  else if (document != NULL && sp_open_file_is_unsaved (document))
    ask_about_changes (window);
  else
    return FALSE;

  return TRUE;
}

/**
 * sp_window_files_install:
 * @widget_class: the class of the window
 *
 * Gives the window the actions on its document: save, save as.
 */
void
sp_window_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child_full (widget_class, "recent_menu", FALSE, 0);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as);
}
