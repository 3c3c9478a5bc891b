/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-opener.h"

#include <glib/gstdio.h>

#include "files/make-workbook.h"
#include "files/sp-file-error.h"
#include "files/sp-recovery.h"
#include "model/sp-competition-builder.h"
#include "support/sp-test-sync.h"

typedef struct
{
  char     *folder;
  SpOpener *opener;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  f->opener = sp_opener_new ();
  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *book = g_build_filename (f->folder, "book.xlsx", NULL);
  g_autofree char *tokens = g_build_filename (f->folder, "tokens", NULL);
  g_autofree char *document = g_build_filename (f->folder, "club.podium", NULL);

  g_unlink (book);
  g_unlink (tokens);
  g_unlink (document);
  g_rmdir (f->folder);
  g_free (f->folder);
  sp_test_settle ();
  sp_test_assert_finalize_late (f->opener);
}

static char *
write_book (Fixture    *f,
            const char *runners)
{
  g_autoptr (GBytes) book = make_sheets ("Runners", runners, "Segment Series",
                                         SEGMENTS "#7|Canal|2026-01-05|2026-01-11\n", NULL);
  char *path = g_build_filename (f->folder, "book.xlsx", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));

  return path;
}

static SpOpenCompetition *
open_path (Fixture     *f,
           const char  *path,
           GListModel **faults,
           char       **warning,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_opener_open_async (f->opener, path, NULL, sp_test_store_result, &result);

  return sp_opener_open_finish (f->opener, sp_test_await (&result), faults, warning, error);
}

static const char *
get_name (SpOpenCompetition *open)
{
  return sp_competition_get_name (sp_session_get_competition (sp_open_competition_get_session (open)));
}

/* A club's workbook is not saved as a competition yet, and its tokens are where its source looks for them. */
static void
test_workbook (Fixture       *f,
               gconstpointer  data)
{
  g_autofree char *path = write_book (f, RUNNERS "Huw|#11|s3cret-refresh|Reds||\n");
  g_autofree char *tokens = g_build_filename (f->folder, "tokens", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *warning = NULL;
  g_autoptr (SpOpenCompetition) open = NULL;
  g_autoptr (GError) error = NULL;

  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), tokens);
  open = open_path (f, path, NULL, &warning, &error);
  g_assert_no_error (error);
  g_assert_null (warning);
  g_assert_true (sp_open_file_is_unsaved (sp_open_competition_get_document (open)));
  g_assert_null (sp_open_file_get_file (sp_open_competition_get_document (open)));
  g_assert_true (g_file_get_contents (tokens, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, "s3cret-refresh"));
  sp_open_file_discard (sp_open_competition_get_document (open));
}

/* Where tokens can not be kept the competition opens all the same, and it is said. */
static void
test_no_place_for_tokens (Fixture       *f,
                          gconstpointer  data)
{
  g_autofree char *path = write_book (f, RUNNERS "Huw|#11|s3cret-refresh|Reds||\n");
  g_autofree char *warning = NULL;
  g_autoptr (SpOpenCompetition) open = NULL;
  g_autoptr (GError) error = NULL;

  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), "/nonexistent/tokens");
  open = open_path (f, path, NULL, &warning, &error);
  g_assert_no_error (error);
  g_assert_nonnull (open);
  g_assert_nonnull (warning);
  g_assert_null (strstr (warning, "s3cret"));
  sp_open_file_discard (sp_open_competition_get_document (open));
}

static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *path = write_book (f, RUNNERS "|#11||Reds||\nHuw|eleven||Reds||\n");
  g_autoptr (GListModel) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (open_path (f, path, &faults, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID);
  g_assert_cmpuint (g_list_model_get_n_items (faults), >=, 2);
  g_clear_error (&error);
  g_assert_null (open_path (f, "/nonexistent/club.podium", NULL, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
}

static gboolean
save (SpOpenCompetition *open,
      const char        *path)
{
  SpOpenFile *document = sp_open_competition_get_document (open);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  sp_open_file_save_async (document, file, FALSE, NULL, sp_test_store_result, &result);

  return sp_open_file_save_finish (document, sp_test_await (&result), NULL);
}

static void
test_document (Fixture       *f,
               gconstpointer  data)
{
  g_autofree char *path = write_book (f, RUNNERS "Huw|#11||Reds||\n");
  g_autofree char *saved = g_build_filename (f->folder, "club.podium", NULL);
  g_autoptr (SpOpenCompetition) first = open_path (f, path, NULL, NULL, NULL);
  g_autoptr (SpOpenCompetition) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (first, saved));
  second = open_path (f, saved, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_name (second), ==, get_name (first));
  g_assert_false (sp_open_file_is_unsaved (sp_open_competition_get_document (second)));
  g_assert_nonnull (sp_open_file_get_file (sp_open_competition_get_document (second)));
}

/* What a killed program left is opened as it was last edited, and belongs to the same file. */
static void
test_restore (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *path = write_book (f, RUNNERS "Huw|#11||Reds||\n");
  g_autofree char *saved = g_build_filename (f->folder, "club.podium", NULL);
  g_autofree char *folder = sp_opener_get_recovery_path ();
  g_autoptr (GFile) recoveries = g_file_new_for_path (folder);
  g_autoptr (SpOpenCompetition) open = open_path (f, path, NULL, NULL, NULL);
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  g_autoptr (SpCompetition) next = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (SpOpenCompetition) restored = NULL;

  g_assert_true (save (open, saved));
  builder = sp_competition_builder_new_from (sp_session_get_competition (sp_open_competition_get_session (open)));
  sp_competition_builder_set_name (builder, "Edited");
  next = sp_competition_builder_end (builder);
  sp_open_competition_edit (open, next, "Renamed.");
  /* A worker writes it, over what it wrote of the workbook. */
  while (restored == NULL || !g_str_equal (get_name (restored), "Edited"))
    {
      g_autoptr (GAsyncResult) result = NULL;

      g_clear_pointer (&kept, g_ptr_array_unref);
      g_clear_object (&restored);
      g_main_context_iteration (NULL, FALSE);
      kept = sp_recovery_list (recoveries, NULL, NULL);
      if (kept->len == 0)
        continue;
      sp_opener_restore_async (f->opener, kept->pdata[0], NULL, sp_test_store_result, &result);
      restored = sp_opener_restore_finish (f->opener, sp_test_await (&result), NULL);
    }
  g_assert_true (g_file_equal (sp_open_file_get_file (sp_open_competition_get_document (restored)),
                               sp_open_file_get_file (sp_open_competition_get_document (open))));
  sp_open_file_discard (sp_open_competition_get_document (open));
  sp_test_settle ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/opener/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("workbook", test_workbook);
  ADD ("no-place-for-tokens", test_no_place_for_tokens);
  ADD ("faults", test_faults);
  ADD ("document", test_document);
  ADD ("restore", test_restore);
#undef ADD

  return g_test_run ();
}
