/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window asks before it goes, and how its document is saved. */
#include "ui/sp-main-window.h"

#include <glib/gstdio.h>

#include "files/sp-document-file.h"
#include "model/sp-competition-builder.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "widgets.h"

typedef struct
{
  char              *path;
  SpTestClock       *clock;
  SpTableFetcher    *source;
  SpOpenFile        *document;
  SpOpenCompetition *open;
  SpMainWindow      *window; /* gone when it closed */
} Fixture;

static AdwApplication *application;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  Fixture *f = user_data;

  sp_test_begin_run (SP_FETCHER (f->source), f->clock);

  return g_object_ref (SP_FETCHER (f->source));
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (3, 1);
  g_autofree char *folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autoptr (SpSession) session = NULL;
  SpOpenFileValues values = { .source_id = "table" };

  f->path = g_build_filename (folder, "club.podium", NULL);
  f->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  f->source = sp_test_series_source (f->clock, 3, 1);
  session = sp_session_new (SP_CLOCK (f->clock), NULL);
  sp_session_set_source (session, "table", open_cb, f, NULL);
  sp_session_set_competition (session, competition);
  values.session = session;
  f->document = sp_open_file_new (&values);
  f->open = sp_open_competition_new (session, NULL, "Table", f->document);
  f->window = sp_main_window_new (GTK_APPLICATION (application));
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  sp_main_window_set_open (f->window, f->open);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (f->path);

  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  sp_test_settle ();
  sp_test_assert_finalize_late (f->open);
  sp_test_assert_finalize_late (f->document);
  sp_test_settle ();
  g_assert_finalize_object (f->source);
  g_assert_finalize_object (f->clock);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (f->path);
}

static void
save_first (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  g_autoptr (GAsyncResult) result = NULL;

  sp_open_file_save_async (f->document, file, FALSE, NULL, sp_test_store_result, &result);
  g_assert_true (sp_open_file_save_finish (f->document, sp_test_await (&result), NULL));
}

static void
rename_to (Fixture    *f,
           const char *name)
{
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  g_autoptr (SpCompetition) next = NULL;

  builder = sp_competition_builder_new_from (sp_session_get_competition (sp_open_competition_get_session (f->open)));
  sp_competition_builder_set_name (builder, name);
  next = sp_competition_builder_end (builder);
  sp_open_competition_edit (f->open, next, "Renamed.");
}

/* As a click on the button: the answer, then the end of the dialog. */
static void
answer (AdwMessageDialog *dialog,
        const char       *response)
{
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
}

/* Asks the window to close, and answers what it asks. */
static void
close_and_answer (Fixture    *f,
                  const char *response)
{
  AdwMessageDialog *dialog;

  gtk_window_close (GTK_WINDOW (f->window));
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  answer (dialog, response);
}

static char *
load_name (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  g_autoptr (SpDocument) document = sp_document_file_load (file, NULL, NULL, NULL);

  return g_strdup (sp_competition_get_name (sp_document_get_values (document)->competition));
}

static void
wait_until_closed (Fixture *f)
{
  while (f->window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_nothing_to_ask (Fixture       *f,
                     gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (f->window));
  wait_until_closed (f);
}

static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  rename_to (f, "Edited");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (f->window)), "• Edited"));
  close_and_answer (f, "cancel");
  g_assert_nonnull (f->window);
  g_assert_true (sp_open_file_is_unsaved (f->document));
}

static void
test_discard (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *name = NULL;

  save_first (f);
  rename_to (f, "Edited");
  close_and_answer (f, "discard");
  wait_until_closed (f);
  name = load_name (f);
  g_assert_cmpstr (name, !=, "Edited");
}

static void
test_save (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *name = NULL;

  save_first (f);
  rename_to (f, "Edited");
  close_and_answer (f, "save");
  wait_until_closed (f);
  name = load_name (f);
  g_assert_cmpstr (name, ==, "Edited");
}

/* Ctrl+S where the file was changed meanwhile asks. */
static AdwMessageDialog *
save_into_conflict (Fixture *f)
{
  AdwMessageDialog *dialog;

  save_first (f);
  g_assert_true (g_file_set_contents (f->path, "{}", -1, NULL));
  rename_to (f, "Edited");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.save", NULL);
  while ((dialog = find_window (ADW_TYPE_MESSAGE_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Changed by Somebody Else");

  return dialog;
}

/* The other's file is as it was. */
static void
assert_untouched (Fixture *f)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (f->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "{}");
}

static void
test_conflict_cancel (Fixture       *f,
                      gconstpointer  data)
{
  answer (save_into_conflict (f), "cancel");
  sp_test_settle ();
  assert_untouched (f);
  g_assert_true (sp_open_file_is_unsaved (f->document));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (f->window)), "•"));
}

/* Another place is asked for; without one nothing is done. */
static void
test_conflict_save_as (Fixture       *f,
                       gconstpointer  data)
{
  GtkDialog *chooser;
  g_autofree char *name = NULL;

  answer (save_into_conflict (f), "save-as");
  while ((chooser = find_window (GTK_TYPE_FILE_CHOOSER_DIALOG)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
  g_assert_cmpstr (name, ==, "Edited.podium");
  gtk_dialog_response (chooser, GTK_RESPONSE_CANCEL);
  sp_test_settle ();
  assert_untouched (f);
  g_assert_true (sp_open_file_is_unsaved (f->document));
}

static void
test_conflict_overwrite (Fixture       *f,
                         gconstpointer  data)
{
  g_autofree char *name = NULL;

  answer (save_into_conflict (f), "overwrite");
  while (sp_open_file_is_unsaved (f->document))
    g_main_context_iteration (NULL, TRUE);
  name = load_name (f);
  g_assert_cmpstr (name, ==, "Edited");
  g_assert_false (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (f->window)), "•"));
}

static void
begin_refresh (Fixture *f)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.refresh", NULL);
  g_assert_true (sp_session_is_running (sp_open_competition_get_session (f->open)));
}

static void
test_stop (Fixture       *f,
           gconstpointer  data)
{
  begin_refresh (f);
  close_and_answer (f, "stop");
  wait_until_closed (f);
  g_assert_false (sp_session_is_running (sp_open_competition_get_session (f->open)));
}

static void
test_background (Fixture       *f,
                 gconstpointer  data)
{
  begin_refresh (f);
  close_and_answer (f, "background");
  g_assert_nonnull (f->window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->window)));
  while (sp_session_is_running (sp_open_competition_get_session (f->open)))
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();
  /* There is no desktop here that could tell of the end. */
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
  g_assert_true (sp_main_window_show_page (f->window, SP_PAGE_BOARD, "501"));
}

/* It came to its end while the question stood: there is nothing to go on with. */
static void
test_too_late (Fixture       *f,
               gconstpointer  data)
{
  AdwMessageDialog *dialog;

  begin_refresh (f);
  gtk_window_close (GTK_WINDOW (f->window));
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  while (sp_session_is_running (sp_open_competition_get_session (f->open)))
    g_main_context_iteration (NULL, TRUE);
  answer (dialog, data);
  wait_until_closed (f);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  expect_questions ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
#define ADD(path, test) g_test_add ("/ui/window-files/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("nothing-to-ask", test_nothing_to_ask);
  ADD ("cancel", test_cancel);
  ADD ("discard", test_discard);
  ADD ("save", test_save);
  ADD ("conflict/cancel", test_conflict_cancel);
  ADD ("conflict/save-as", test_conflict_save_as);
  ADD ("conflict/overwrite", test_conflict_overwrite);
  ADD ("stop", test_stop);
  ADD ("background", test_background);
  g_test_add ("/ui/window-files/too-late/background", Fixture, "background", set_up, test_too_late, tear_down);
  g_test_add ("/ui/window-files/too-late/stop", Fixture, "stop", set_up, test_too_late, tear_down);
#undef ADD

  return g_test_run ();
}
