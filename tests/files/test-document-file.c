/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-document-file.h"

#include <glib/gstdio.h>
#include <utime.h>

#include "files/make-results.h"
#include "files/sp-file-error.h"
#include "support/sp-test-sync.h"

typedef struct
{
  char       *folder;
  char       *path;
  GFile      *file;
  SpDocument *document;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(SpResults) results = make_results ();
  SpDocumentValues values = { .competition = sp_results_get_values (results)->competition, .results = results };

  self->folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "winter.podium", NULL);
  self->file = g_file_new_for_path (self->path);
  self->document = sp_document_new (&values, NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_object_unref (self->file);
  sp_test_assert_finalize_late (self->document);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  g_assert_null (*result);
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
save (Fixture            *self,
      const SpFileStamp  *expected,
      gboolean            force,
      SpFileStamp       **stamp,
      GError            **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_document_file_save_async (self->document, self->file, expected, force, NULL, on_done, &result);

  return sp_document_file_save_finish (wait_for (&result), stamp, error);
}

static SpDocument *
load (Fixture       *self,
      SpFileStamp  **stamp,
      GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_document_file_load_async (self->file, NULL, on_done, &result);

  return sp_document_file_load_finish (wait_for (&result), stamp, error);
}

static void
test_save_and_load (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr(SpFileStamp) saved = NULL;
  g_autoptr(SpFileStamp) loaded = NULL;
  g_autoptr(SpFileStamp) again = NULL;
  g_autoptr(SpDocument) document = NULL;
  g_autoptr(GBytes) before = sp_document_to_bytes (self->document);
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (load (self, &loaded, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
  g_assert_null (loaded);
  g_clear_error (&error);

  g_assert_true (save (self, NULL, FALSE, &saved, &error));
  g_assert_no_error (error);
  document = load (self, &loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sp_file_stamp_get_hex (loaded), ==, sp_file_stamp_get_hex (saved));
  after = sp_document_to_bytes (document);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (save (self, loaded, FALSE, &again, &error));
  g_assert_no_error (error);
}

/* Nobody's work is lost because two had the file open. */
static void
test_conflict (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(SpFileStamp) stamp = NULL;
  g_autoptr(SpFileStamp) none = NULL;
  g_autofree char *content = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (save (self, NULL, FALSE, &stamp, &error));

  /* A file where none was expected. */
  g_assert_false (save (self, NULL, FALSE, &none, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_CONFLICT);
  g_assert_null (none);
  g_clear_error (&error);

  /* Touched, but the same: no conflict. */
  g_assert_cmpint (g_utime (self->path, NULL), ==, 0);
  g_assert_true (save (self, stamp, FALSE, NULL, &error));

  /* Changed. */
  g_assert_true (g_file_set_contents (self->path, "{}", -1, NULL));
  g_assert_false (save (self, stamp, FALSE, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "{}");

  /* Removed. */
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_false (save (self, stamp, FALSE, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (save (self, stamp, TRUE, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) saved = NULL;
  g_autoptr(GAsyncResult) loaded = NULL;
  g_autoptr(SpFileStamp) stamp = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  sp_document_file_save_async (self->document, self->file, NULL, FALSE, cancellable, on_done, &saved);
  g_assert_false (sp_document_file_save_finish (wait_for (&saved), &stamp, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (stamp);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  sp_document_file_load_async (self->file, cancellable, on_done, &loaded);
  g_assert_null (sp_document_file_load_finish (wait_for (&loaded), &stamp, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_object (&saved);
}

static void
test_unreadable (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(SpFileStamp) stamp = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(GError) error = NULL;
  gboolean matches = FALSE;

  /* A folder in the place of the file: neither a match nor a conflict. */
  stamp = sp_file_stamp_new (bytes);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_false (sp_file_stamp_matches (stamp, self->file, NULL, &matches, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
  g_clear_error (&error);
  g_assert_false (save (self, stamp, TRUE, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/files/document-file/save-and-load", Fixture, NULL, set_up, test_save_and_load, tear_down);
  g_test_add ("/files/document-file/conflict", Fixture, NULL, set_up, test_conflict, tear_down);
  g_test_add ("/files/document-file/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/files/document-file/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);

  return g_test_run ();
}
