/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a changed workbook does to the open competition: shown first, made once, undone whole. */
#include "ui/sp-import-window.h"

#include <glib/gstdio.h>

#include "files/make-workbook.h"
#include "support/sp-test-sync.h"
#include "ui/sp-application-private.h"
#include "ui/sp-main-window.h"
#include "ui/sp-side-row.h"
#include "ui/sp-window-faults.h"
#include "widgets.h"

typedef struct
{
  char              *folder;
  char              *path;
  SpOpener          *opener;
  SpOpenCompetition *open;
  SpMainWindow      *window;
} Fixture;

static AdwApplication *application;

static void
write_book (Fixture    *f,
            const char *runners)
{
  g_autoptr (GBytes) book = make_sheets ("Runners", runners, "Segment Series",
                                         SEGMENTS "#7|Canal|2026-01-05|2026-01-11\n", NULL);

  g_assert_true (g_file_set_contents (f->path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "book.xlsx", NULL);
  f->opener = sp_opener_new ();
  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), NULL);
  write_book (f, RUNNERS "Huw|#11||Reds||\nFfion|#12||Reds||\n");
  sp_opener_open_async (f->opener, f->path, NULL, sp_test_store_result, &result);
  f->open = sp_opener_open_finish (f->opener, sp_test_await (&result), NULL, NULL, &error);
  g_assert_no_error (error);
  f->window = sp_main_window_new (GTK_APPLICATION (application));
  sp_main_window_set_open (f->window, f->open);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *tokens = g_build_filename (f->folder, "tokens", NULL);
  g_autofree char *lock = g_build_filename (f->folder, "tokens.lock", NULL);
  GtkWindow *dialog = find_window (SP_TYPE_IMPORT_WINDOW);

  if (dialog != NULL)
    gtk_window_destroy (dialog);
  sp_open_file_discard (sp_open_competition_get_document (f->open));
  gtk_window_destroy (GTK_WINDOW (f->window));
  sp_test_settle ();
  sp_test_assert_finalize_late (f->open);
  sp_test_settle ();
  sp_test_assert_finalize_late (f->opener);
  g_unlink (f->path);
  g_unlink (tokens);
  g_unlink (lock);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static SpCompetition *
get_competition (Fixture *f)
{
  return sp_session_get_competition (sp_open_competition_get_session (f->open));
}

static gboolean
has_runner (Fixture    *f,
            const char *name)
{
  SpCompetition *competition = get_competition (f);

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    if (g_str_equal (sp_runner_get_values (sp_competition_get_runner (competition, i))->name, name))
      return TRUE;

  return FALSE;
}

static GtkWindow *
import (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);
  GtkWindow *dialog;

  sp_application_import_into (f->window, f->opener, file);
  while ((dialog = find_window (SP_TYPE_IMPORT_WINDOW)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dialog;
}

static SpFaultsPage *
import_faults (Fixture *f)
{
  g_autoptr (GFile) file = g_file_new_for_path (f->path);

  sp_application_import_into (f->window, f->opener, file);
  while (!sp_page_stack_is_shown (sp_main_window_get_pages (f->window), SP_PAGE_FAULTS))
    g_main_context_iteration (NULL, TRUE);

  return SP_FAULTS_PAGE (sp_page_stack_get_page (sp_main_window_get_pages (f->window), SP_PAGE_FAULTS));
}

static void
assert_row (Fixture    *f,
            const char *title,
            const char *subtitle)
{
  SpSideRow *row = find_widget (f->window, SP_TYPE_SIDE_ROW, 1);

  g_assert_cmpstr (sp_page_item_get_title (sp_side_row_get_item (row)), ==, title);
  if (subtitle != NULL)
    g_assert_cmpstr (sp_page_item_get_subtitle (sp_side_row_get_item (row)), ==, subtitle);
}

/* A workbook with faults is a page beside the competition's, which stay, until it is put right. */
static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  SpCompetition *before = get_competition (f);
  SpPageStack *pages = sp_main_window_get_pages (f->window);
  guint n_rows = count_widgets (f->window, SP_TYPE_SIDE_ROW);
  SpFaultsPage *page;

  write_book (f, RUNNERS "|#11||Reds||\nHuw|eleven||Reds||31-Feb\n");
  page = import_faults (f);
  g_assert_cmpuint (sp_faults_page_get_n_faults (page), ==, 3);
  g_assert_cmpuint (count_widgets (f->window, SP_TYPE_SIDE_ROW), ==, n_rows + 1);
  assert_row (f, "book.xlsx", "3 faults, nothing taken");
  g_assert_true (get_competition (f) == before);

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.board", "i", 1);
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_BOARD));
  sp_session_score (sp_open_competition_get_session (f->open));
  sp_test_settle ();
  g_assert_true (sp_main_window_show_page (f->window, SP_PAGE_FAULTS, ""));
  g_assert_true (sp_page_stack_get_page (pages, SP_PAGE_FAULTS) == GTK_WIDGET (page));

  write_book (f, RUNNERS "|#11||Reds||\n");
  gtk_widget_activate_action (GTK_WIDGET (page), "faults.check", NULL);
  /* The new page may lie where the old one lay. */
  while (sp_faults_page_get_n_faults (SP_FAULTS_PAGE (sp_page_stack_get_page (pages, SP_PAGE_FAULTS))) != 1)
    g_main_context_iteration (NULL, TRUE);
  assert_row (f, "book.xlsx", "1 fault, nothing taken");
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_FAULTS));

  write_book (f, RUNNERS "Huw|#11||Blues||\n");
  gtk_widget_activate_action (sp_page_stack_get_page (pages, SP_PAGE_FAULTS), "faults.check", NULL);
  while (find_window (SP_TYPE_IMPORT_WINDOW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (sp_page_stack_get_page (pages, SP_PAGE_FAULTS));
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_OVERVIEW));
  g_assert_cmpuint (count_widgets (f->window, SP_TYPE_SIDE_ROW), ==, n_rows);
  g_assert_true (get_competition (f) == before);
}

/* The organiser lets them go, from where that is offered; what is looked at otherwise stays. */
static void
test_dismiss (Fixture       *f,
              gconstpointer  data)
{
  SpPageStack *pages = sp_main_window_get_pages (f->window);
  g_autoptr (GFile) other = g_file_new_for_path ("/nonexistent/other.xlsx");
  SpFaultsPage *page;

  write_book (f, RUNNERS "|#11||Reds||\n");
  page = import_faults (f);
  sp_window_faults_dismiss (f->window, other);
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_FAULTS));
  gtk_widget_activate_action (GTK_WIDGET (page), "faults.dismiss", NULL);
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_OVERVIEW));
  assert_row (f, "Canal", NULL);

  import_faults (f);
  g_assert_true (sp_main_window_show_page (f->window, SP_PAGE_RUNNERS, ""));
  sp_window_faults_dismiss (f->window, NULL);
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_RUNNERS));
  g_assert_false (sp_main_window_show_page (f->window, SP_PAGE_FAULTS, ""));
}

static void
test_apply (Fixture       *f,
            gconstpointer  data)
{
  SpCompetition *before = get_competition (f);
  GtkWindow *dialog;

  write_book (f, RUNNERS "Huw|#11||Blues||\nMarta <3|#13||Reds||\n");
  dialog = import (f);
  g_assert_true (gtk_window_get_modal (dialog));
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (f->window));
  g_assert_nonnull (find_row (dialog, "Huw"));
  g_assert_nonnull (find_row (dialog, "Ffion"));
  g_assert_nonnull (find_row (dialog, "Marta &lt;3"));
  g_assert_cmpuint (count_widgets (dialog, ADW_TYPE_ACTION_ROW), ==, 3);
  g_assert_true (get_competition (f) == before);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  g_assert_null (find_window (SP_TYPE_IMPORT_WINDOW));
  g_assert_cmpuint (sp_competition_get_n_runners (get_competition (f)), ==, 2);
  g_assert_true (has_runner (f, "Marta <3"));
  g_assert_false (has_runner (f, "Ffion"));
  sp_open_competition_undo (f->open);
  g_assert_true (get_competition (f) == before);
}

static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  SpCompetition *before = get_competition (f);
  GtkWindow *dialog;

  write_book (f, RUNNERS "Huw|#11||Blues||\n");
  dialog = import (f);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  sp_test_settle ();
  g_assert_null (find_window (SP_TYPE_IMPORT_WINDOW));
  g_assert_true (get_competition (f) == before);
  g_assert_false (sp_open_competition_can_undo (f->open));
}

/* A workbook that says nothing new can not be applied. */
static void
test_nothing (Fixture       *f,
              gconstpointer  data)
{
  SpCompetition *before = get_competition (f);
  GtkWindow *dialog = import (f);

  g_assert_cmpuint (count_widgets (dialog, ADW_TYPE_STATUS_PAGE), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  g_assert_true (get_competition (f) == before);
  g_assert_false (sp_open_competition_can_undo (f->open));
}

/* Tokens of the workbook are laid down only where its changes are wanted. */
static void
test_tokens (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *tokens = g_build_filename (f->folder, "tokens", NULL);
  GtkWindow *dialog;

  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), tokens);
  write_book (f, RUNNERS "Huw|#11||Reds||\nFfion|#12||Reds||\nMarta|#13|s3cret|Reds||\n");
  dialog = import (f);
  g_assert_false (g_file_test (tokens, G_FILE_TEST_EXISTS));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  while (!g_file_test (tokens, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
}

#define add(name, test) g_test_add ("/ui/import-window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  add ("faults", test_faults);
  add ("dismiss", test_dismiss);
  add ("apply", test_apply);
  add ("cancel", test_cancel);
  add ("nothing", test_nothing);
  add ("tokens", test_tokens);

  return g_test_run ();
}
