/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "files/sp-results-writer.h"
#include "model/sp-board-copy.h"
#include "ui/sp-board-page.h"
#include "ui/sp-page-stack.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *suffix;
} formats[] = {
  { N_("Excel workbook (.xlsx)"), ".xlsx" },
  { N_("Table for other programs (.csv)"), ".csv" },
  { N_("Everything, for programs (.json)"), ".json" },
};

static SpBoardPage *
get_board_page (GtkWidget *window)
{
  SpPageStack *pages = sp_main_window_get_pages (SP_MAIN_WINDOW (window));

  return SP_BOARD_PAGE (sp_page_stack_get_page (pages, SP_PAGE_BOARD));
}

static void
close_why (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  sp_board_page_close_why (get_board_page (widget));
}

static void
search (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  if (sp_page_stack_is_shown (sp_main_window_get_pages (SP_MAIN_WINDOW (widget)), SP_PAGE_BOARD))
    g_object_set (get_board_page (widget), "searching", TRUE, NULL);
}

static void
copy_board (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  gboolean table = g_str_equal (name, "win.copy-table");
  SpBoard *board;
  g_autofree char *text = NULL;

  if (!sp_page_stack_is_shown (sp_main_window_get_pages (window), SP_PAGE_BOARD))
    {
      sp_main_window_say (window, _("Choose a board first."));
      return;
    }
  board = sp_board_page_get_board (get_board_page (widget));
  text = table ? sp_board_copy_table (board) : sp_board_copy_text (board);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  sp_main_window_say (window, table ? _("The board was copied as a table. Paste it into a spreadsheet.")
                                    : _("The board was copied as text. Paste it into a message."));
}

/* Of those who have not run on an open board, to remind them. */
static void
copy_names (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  SpSession *session = sp_main_window_get_session (window);
  SpResults *results = session != NULL ? sp_session_get_results (session) : NULL;
  g_autoptr (SpBoard) board = NULL;
  g_autofree char *names = NULL;

  if (results != NULL)
    board = sp_results_find_board (results, g_variant_get_string (parameter, NULL));
  if (board == NULL)
    return;
  names = sp_board_copy_names (board, SP_ROW_NONE_YET);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), names);
  sp_main_window_say (window, _("The names were copied. Paste them into a message."));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SpMainWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (sp_results_writer_write_finish (result, &error))
    sp_main_window_say (window, _("The results were written."));
  else
    sp_main_window_say (window, error->message);
}

/* The name says the format; a name without one that is known takes it from the filter. Nobody was asked about the file
 * of the whole name: where there is one, nothing is written. */
static GFile *
name_whole (SpMainWindow   *window,
            GtkFileChooser *chooser)
{
  g_autoptr (GFile) named = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = NULL;
  SpResultsFormat format;

  if (sp_results_writer_find_format (name, &format, NULL))
    return g_steal_pointer (&file);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (gtk_file_chooser_get_filter (chooser) != NULL
        && g_strcmp0 (gtk_file_filter_get_name (gtk_file_chooser_get_filter (chooser)), _(formats[i].name)) == 0)
      whole = g_strconcat (name, formats[i].suffix, NULL);
  if (whole == NULL)
    whole = g_strconcat (name, formats[0].suffix, NULL);
  folder = g_file_get_parent (file);
  named = g_file_get_child (folder, whole);
  if (!g_file_query_exists (named, NULL))
    return g_steal_pointer (&named);
  /* Translators: the name of a file */
  said = g_strdup_printf (_("“%s” is there already. Choose it by its whole name to replace it."), whole);
  sp_main_window_say (window, said);

  return NULL;
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           SpMainWindow    *window)
{
  if (response == GTK_RESPONSE_ACCEPT && sp_main_window_get_session (window) != NULL)
    {
      g_autoptr (GFile) file = name_whole (window, GTK_FILE_CHOOSER (dialog));
      SpResults *results = sp_session_get_results (sp_main_window_get_session (window));

      if (file != NULL)
        sp_results_writer_write_async (results, file, NULL, written_cb, g_object_ref (window));
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* Whoever chooses a format sees the name follow. */
static void
filter_cb (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  for (guint i = 0; filter != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _(formats[i].name)) == 0)
      {
        g_autofree char *name = g_strconcat (_("results"), formats[i].suffix, NULL);

        gtk_file_chooser_set_current_name (chooser, name);
      }
}

static void
export (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  GtkFileChooserNative *dialog;

  if (sp_main_window_get_session (window) == NULL)
    return;
  dialog = gtk_file_chooser_native_new (_("Export Results"), GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, NULL,
                                        NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _(formats[i].name));
      gtk_file_filter_add_suffix (filter, formats[i].suffix + 1);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_signal_connect (dialog, "notify::filter", G_CALLBACK (filter_cb), NULL);
  filter_cb (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
undo (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (widget));

  if (open != NULL)
    sp_open_competition_undo (open);
}

/**
 * sp_window_actions_install:
 * @widget_class: the class of the window
 *
 * Gives the window the actions that need nothing of its own: search, copy, export, undo.
 */
void
sp_window_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.close-why", NULL, close_why);
  gtk_widget_class_install_action (widget_class, "win.copy-board", NULL, copy_board);
  gtk_widget_class_install_action (widget_class, "win.copy-names", "s", copy_names);
  gtk_widget_class_install_action (widget_class, "win.copy-table", NULL, copy_board);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  /* Here, and not among the application's keys: those come first, and would take it from a search. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-why", NULL);
}
