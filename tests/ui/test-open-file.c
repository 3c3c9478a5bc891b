/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-open-file.h"

#include <glib/gstdio.h>

#include "files/sp-document-file.h"
#include "files/sp-file-error.h"
#include "files/sp-recovery.h"
#include "model/sp-competition-builder.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

typedef struct
{
  char        *top;
  GFile       *folder;
  GFile       *file;
  SpTestClock *clock;
  SpSession   *session;
  SpOpenFile  *open;
  guint        n_failures;
} Fixture;

static void
count_failure (Fixture    *self,
               const char *why)
{
  g_assert_nonnull (why);
  self->n_failures++;
}

static SpOpenFile *
make (Fixture           *self,
      GFile             *file,
      const SpFileStamp *stamp)
{
  SpOpenFileValues values = {
    .session = self->session, .source_id = "table", .file = file, .stamp = stamp, .recovery_folder = self->folder,
  };

  return sp_open_file_new (&values);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (3, 1);
  g_autofree char *recovery = NULL;
  g_autofree char *document = NULL;

  self->top = g_dir_make_tmp ("sp-XXXXXX", NULL);
  recovery = g_build_filename (self->top, "recovery", NULL);
  document = g_build_filename (self->top, "club.podium", NULL);
  self->folder = g_file_new_for_path (recovery);
  self->file = g_file_new_for_path (document);
  self->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  self->session = sp_session_new (SP_CLOCK (self->clock), NULL);
  sp_session_set_competition (self->session, competition);
  self->open = make (self, NULL, NULL);
  g_signal_connect_swapped (self->open, "keep-failed", G_CALLBACK (count_failure), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  sp_open_file_discard (self->open);
  sp_test_settle ();
  sp_test_assert_finalize_late (self->open);
  sp_test_assert_finalize_late (self->session);
  g_assert_finalize_object (self->clock);
  g_file_delete (self->file, NULL, NULL);
  g_rmdir (g_file_peek_path (self->folder));
  g_assert_cmpint (g_rmdir (self->top), ==, 0);
  g_object_unref (self->folder);
  g_object_unref (self->file);
  g_free (self->top);
}

static gboolean
save (SpOpenFile  *open,
      GFile       *file,
      gboolean     force,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_open_file_save_async (open, file, force, NULL, sp_test_store_result, &result);

  return sp_open_file_save_finish (open, sp_test_await (&result), error);
}

static GPtrArray *
list_kept (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *files = sp_recovery_list (self->folder, NULL, &error);

  g_assert_no_error (error);

  return files;
}

/* Waits until a worker has kept the edits. */
static SpRecovery *
await_kept (Fixture    *self,
            const char *name)
{
  for (;;)
    {
      g_autoptr (GPtrArray) files = list_kept (self);
      g_autoptr (SpRecovery) kept = NULL;

      g_main_context_iteration (NULL, FALSE);
      if (files->len == 0)
        continue;
      g_assert_cmpuint (files->len, ==, 1);
      kept = sp_recovery_load (files->pdata[0], NULL, NULL);
      g_assert_nonnull (kept);
      if (g_str_equal (sp_competition_get_name (sp_recovery_get_values (kept)->document != NULL
                       ? sp_document_get_values (sp_recovery_get_values (kept)->document)->competition : NULL), name))
        return g_steal_pointer (&kept);
    }
}

static void
rename_to (Fixture    *self,
           const char *name)
{
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  g_autoptr (SpCompetition) next = NULL;

  builder = sp_competition_builder_new_from (sp_session_get_competition (self->session));
  sp_competition_builder_set_name (builder, name);
  next = sp_competition_builder_end (builder);
  sp_session_set_competition (self->session, next);
  sp_open_file_mark_unsaved (self->open);
}

/* A worker may still be at it. */
static void
assert_nothing_kept (Fixture *self)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GPtrArray) files = list_kept (self);

      g_main_context_iteration (NULL, FALSE);
      if (files->len == 0)
        return;
      g_usleep (1000);
    }
  g_assert_not_reached ();
}

static void
test_save (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (SpDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sp_open_file_is_unsaved (self->open));
  g_assert_null (sp_open_file_get_file (self->open));
  rename_to (self, "One");
  g_assert_true (sp_open_file_is_unsaved (self->open));
  g_assert_true (save (self->open, self->file, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (sp_open_file_is_unsaved (self->open));
  g_assert_true (g_file_equal (sp_open_file_get_file (self->open), self->file));
  document = sp_document_file_load (self->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sp_competition_get_name (sp_document_get_values (document)->competition), ==, "One");
  g_assert_cmpstr (sp_document_get_values (document)->source_id, ==, "table");
  assert_nothing_kept (self);
}

/* However many edits come while a worker writes, the last is what is kept. */
static void
test_keep (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (SpRecovery) kept = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Edit %d", i);

      rename_to (self, name);
    }
  kept = await_kept (self, "Edit 19");
  g_assert_null (sp_recovery_get_values (kept)->uri);
  sp_open_file_discard (self->open);
  assert_nothing_kept (self);
}

static void
test_edit_while_saving (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpRecovery) kept = NULL;
  g_autoptr (GError) error = NULL;

  rename_to (self, "One");
  sp_open_file_save_async (self->open, self->file, FALSE, NULL, sp_test_store_result, &result);
  rename_to (self, "Two");
  g_assert_true (sp_open_file_save_finish (self->open, sp_test_await (&result), &error));
  g_assert_no_error (error);
  g_assert_true (sp_open_file_is_unsaved (self->open));
  kept = await_kept (self, "Two");
  g_assert_true (save (self->open, NULL, FALSE, &error));
  g_assert_no_error (error);
  assert_nothing_kept (self);
}

static void
test_conflict (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (SpOpenFile) other = NULL;
  g_autoptr (SpFileStamp) stamp = NULL;
  g_autoptr (SpDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self->open, self->file, FALSE, NULL));
  document = sp_document_file_load (self->file, &stamp, NULL, NULL);
  other = make (self, self->file, stamp);
  rename_to (self, "Mine");
  g_assert_true (save (self->open, NULL, FALSE, NULL));
  sp_open_file_mark_unsaved (other);
  g_assert_false (save (other, NULL, FALSE, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_CONFLICT);
  g_assert_true (sp_open_file_is_unsaved (other));
  g_clear_error (&error);
  g_assert_true (save (other, NULL, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (sp_open_file_is_unsaved (other));
  assert_nothing_kept (self);
}

static void
test_cancel_and_failure (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GFile) below_a_file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save (self->open, self->file, FALSE, NULL));
  rename_to (self, "Not saved");
  g_cancellable_cancel (cancellable);
  sp_open_file_save_async (self->open, NULL, FALSE, cancellable, sp_test_store_result, &result);
  g_assert_false (sp_open_file_save_finish (self->open, sp_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  below_a_file = g_file_get_child (self->file, "x.podium");
  g_assert_false (save (self->open, below_a_file, FALSE, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
  g_assert_true (sp_open_file_is_unsaved (self->open));
  g_assert_true (g_file_equal (sp_open_file_get_file (self->open), self->file));
  sp_open_file_discard (self->open);
  assert_nothing_kept (self);
}

/* Where nothing can be kept, that is said, and the edits stay unsaved. */
static void
test_no_place_to_keep (Fixture       *self,
                       gconstpointer  data)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (self->folder), "", 0, NULL));
  rename_to (self, "One");
  while (self->n_failures == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (sp_open_file_is_unsaved (self->open));
  g_assert_cmpint (g_unlink (g_file_peek_path (self->folder)), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/open-file/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("save", test_save);
  ADD ("keep", test_keep);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("conflict", test_conflict);
  ADD ("cancel-and-failure", test_cancel_and_failure);
  ADD ("no-place-to-keep", test_no_place_to_keep);
#undef ADD

  return g_test_run ();
}
