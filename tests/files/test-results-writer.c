/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-results-writer.h"

#include <glib/gstdio.h>

#include "files/make-results.h"
#include "files/sp-file-error.h"
#include "support/sp-test-sync.h"

typedef struct
{
  char      *folder;
  SpResults *results;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  self->results = make_results ();
}

/* Fails where anything is left beside what the test removed itself. */
static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  sp_test_assert_finalize_late (self->results);
}

static void
test_formats (void)
{
  static const struct { const char *name; SpResultsFormat format; } good[] = {
    { "a.xlsx", SP_RESULTS_XLSX }, { "/x.json/a.CSV", SP_RESULTS_CSV }, { "Ergebnis März.json", SP_RESULTS_JSON },
  };
  static const char * const bad[] = { "", "a", "a.xls", "a.xlsx.bak", "xlsx", ".csv", "a.pdf", "/x.csv/a" };
  SpResultsFormat format;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (sp_results_writer_find_format (good[i].name, &format, NULL));
      g_assert_cmpint (format, ==, good[i].format);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (sp_results_writer_find_format (bad[i], &format, &error));
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_UNKNOWN_FORMAT);
    }
}

static void
test_files (Fixture      *self,
            gconstpointer data)
{
  static const char * const names[] = { "r.xlsx", "r.csv", "r.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) expected = sp_results_writer_to_bytes (self->results, (SpResultsFormat) i, NULL, NULL);
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr(GError) error = NULL;
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (sp_results_writer_write (self->results, file, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &size, NULL));
      g_assert_cmpmem (content, size, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
      g_assert_cmpint (g_unlink (path), ==, 0);

      g_assert_true (sp_results_writer_write_stream (self->results, (SpResultsFormat) i, stream, NULL, &error));
      g_assert_no_error (error);
      g_assert_false (g_output_stream_is_closed (stream));
      g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)),
                       g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
    }
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
write_and_wait (Fixture      *self,
                const char   *path,
                GCancellable *cancellable,
                GError      **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  sp_results_writer_write_async (self->results, file, cancellable, on_written, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return sp_results_writer_write_finish (result, error);
}

static void
test_async (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "r.csv", NULL);
  g_autofree char *lost = g_build_filename (self->folder, "none", "r.csv", NULL);
  g_autofree char *unknown = g_build_filename (self->folder, "r.doc", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (write_and_wait (self, lost, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
  g_clear_error (&error);
  g_assert_false (write_and_wait (self, unknown, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_UNKNOWN_FORMAT);
  g_clear_error (&error);

  g_assert_true (write_and_wait (self, path, NULL, &error));
  g_assert_no_error (error);

  /* Cancelled: what was there stays. */
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (write_and_wait (self, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "before");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_closed_stream (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  g_assert_false (sp_results_writer_write_stream (self->results, SP_RESULTS_CSV, stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/results-writer/formats", test_formats);
  g_test_add ("/files/results-writer/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/files/results-writer/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/files/results-writer/closed-stream", Fixture, NULL, set_up, test_closed_stream, tear_down);

  return g_test_run ();
}
