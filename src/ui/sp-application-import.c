/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "files/sp-file-error.h"
#include "files/sp-token-import.h"
#include "files/sp-workbook-reader.h"
#include "ui/sp-import-window.h"
#include "ui/sp-main-window.h"
#include "ui/sp-source-maker.h"
#include "ui/sp-window-faults.h"

#include <glib/gi18n-lib.h>

/* A workbook on its way into an open competition. */
typedef struct
{
  SpMainWindow      *window;   /* (owned) */
  SpOpener          *opener;   /* (owned) */
  SpOpenCompetition *open;     /* (owned) */
  GFile             *file;     /* (owned) */
  SpWorkbook        *workbook; /* (owned) (nullable) */
} Importing;

static void
importing_free (gpointer data)
{
  Importing *importing = data;

  g_object_unref (importing->window);
  g_object_unref (importing->opener);
  g_object_unref (importing->open);
  g_object_unref (importing->file);
  g_clear_object (&importing->workbook);
  g_free (importing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Importing, importing_free)

static void
tokens_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SpMainWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (sp_token_import_finish (result, &error))
    return;
  message = g_strdup_printf (_("The workbook's tokens are not kept: %s"), error->message);
  sp_main_window_say (window, message);
}

/* A runner who is new may have brought a token. */
static void
applied_cb (SpImportWindow *dialog,
            Importing      *importing)
{
  SpSource *source = sp_open_competition_get_source (importing->open);
  g_autoptr (SpSecretStore) secrets = NULL;

  if (source == NULL || !sp_token_import_has_any (importing->workbook))
    return;
  secrets = sp_source_maker_open_secrets (sp_opener_get_preferences (importing->opener), sp_source_get_id (source));
  sp_token_import_async (importing->workbook, secrets, NULL, tokens_cb, g_object_ref (importing->window));
}

static void
check_again_cb (SpFaultsPage *page,
                Importing    *importing)
{
  sp_application_import_into (importing->window, importing->opener, sp_faults_page_get_file (page));
}

static void
forget_cb (gpointer  data,
           GClosure *closure)
{
  importing_free (data);
}

static void
show_faults (Importing  *importing,
             GListModel *faults)
{
  SpFaultsPage *page = sp_window_faults_show (importing->window, importing->file, faults);

  g_signal_connect_data (page, "check-again", G_CALLBACK (check_again_cb), importing, forget_cb, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Importing) importing = user_data;
  g_autoptr (SpImport) import = NULL;
  g_autoptr (GListModel) faults = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  importing->workbook = sp_workbook_reader_read_finish (result, &faults, &error);
  if (sp_main_window_get_open (importing->window) != importing->open)
    return;
  if (g_error_matches (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID) && faults != NULL)
    {
      show_faults (g_steal_pointer (&importing), faults);
      return;
    }
  if (importing->workbook == NULL)
    {
      sp_main_window_say (importing->window, error->message);
      return;
    }
  sp_window_faults_dismiss (importing->window, importing->file);
  import = sp_import_new (sp_session_get_competition (sp_main_window_get_session (importing->window)),
                          sp_workbook_get_competition (importing->workbook));
  dialog = sp_import_window_new (importing->open, import);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (importing->window));
  g_signal_connect_data (dialog, "applied", G_CALLBACK (applied_cb), g_steal_pointer (&importing), forget_cb, 0);
  gtk_window_present (dialog);
}

/**
 * sp_application_import_into:
 * @window: a window with a competition
 * @opener: what opens files
 * @file: a workbook
 *
 * Reads a changed workbook and shows what it would change in the window's competition.
 */
void
sp_application_import_into (SpMainWindow *window,
                            SpOpener     *opener,
                            GFile        *file)
{
  Importing *importing;

  g_return_if_fail (SP_IS_MAIN_WINDOW (window) && sp_main_window_get_open (window) != NULL);

  importing = g_new0 (Importing, 1);
  importing->window = g_object_ref (window);
  importing->opener = g_object_ref (opener);
  importing->open = g_object_ref (sp_main_window_get_open (window));
  importing->file = g_object_ref (file);
  sp_workbook_reader_read_async (file, NULL, read_cb, importing);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           SpOpener        *opener)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (dialog);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && SP_IS_MAIN_WINDOW (window) && sp_main_window_get_open (SP_MAIN_WINDOW (window)) != NULL)
    sp_application_import_into (SP_MAIN_WINDOW (window), opener, file);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
import_into (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       opener)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ()));
  g_autoptr (GtkFileFilter) filter = NULL;
  GtkFileChooserNative *dialog;

  if (!SP_IS_MAIN_WINDOW (window) || sp_main_window_get_open (SP_MAIN_WINDOW (window)) == NULL)
    return;
  filter = gtk_file_filter_new ();
  dialog = gtk_file_chooser_native_new (_("Take Changes from a Workbook"), window, GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
                                        NULL);
  gtk_file_filter_set_name (filter, _("Workbooks"));
  gtk_file_filter_add_pattern (filter, "*.xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), opener);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       opener)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *each = files; each != NULL; each = each->next)
    {
      g_autofree char *path = g_file_get_path (each->data);
      g_autofree char *uri = g_file_get_uri (each->data);

      sp_application_open_path (GTK_APPLICATION (application), opener, path != NULL ? path : uri);
    }

  return TRUE;
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 gpointer        opener)
{
  GtkDropTarget *target;

  if (!SP_IS_MAIN_WINDOW (window))
    return;
  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), opener);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}

/**
 * sp_application_import_install:
 * @application: the application
 * @opener: what opens files; outlives the application's windows
 *
 * Lets a changed workbook be taken into the open competition, and files be dropped on a window.
 */
void
sp_application_import_install (GtkApplication *application,
                               SpOpener       *opener)
{
  static const GActionEntry actions[] = { { "import-into", import_into } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), opener);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), opener);
}
