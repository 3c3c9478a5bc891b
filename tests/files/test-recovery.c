/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-recovery.h"

#include <glib/gstdio.h>

#include "files/make-results.h"
#include "files/sp-file-error.h"

typedef struct
{
  char  *top;
  GFile *folder; /* not made yet */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->top = g_dir_make_tmp ("sp-XXXXXX", NULL);
  path = g_build_filename (self->top, "state", "recovery", NULL);
  self->folder = g_file_new_for_path (path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *state = g_build_filename (self->top, "state", NULL);

  g_rmdir (g_file_peek_path (self->folder));
  g_rmdir (state);
  g_assert_cmpint (g_rmdir (self->top), ==, 0);
  g_free (self->top);
  g_object_unref (self->folder);
}

static void
keep (GFile             *file,
      const char        *uri,
      const SpFileStamp *base)
{
  g_autoptr(SpCompetition) competition = make_competition ();
  SpDocumentValues document_values = { .competition = competition };
  g_autoptr(SpDocument) document = sp_document_new (&document_values, NULL);
  SpRecoveryValues values = { document, uri, base, MAKE_FETCHED };
  g_autoptr(GError) error = NULL;

  g_assert_true (sp_recovery_save (file, &values, NULL, &error));
  g_assert_no_error (error);
}

static void
test_places (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GFile) one = sp_recovery_find_file (self->folder, "file:///a.podium");
  g_autoptr(GFile) same = sp_recovery_find_file (self->folder, "file:///a.podium");
  g_autoptr(GFile) other = sp_recovery_find_file (self->folder, "file:///b.podium");
  g_autoptr(GFile) first = sp_recovery_find_file (self->folder, NULL);
  g_autoptr(GFile) second = sp_recovery_find_file (self->folder, NULL);

  g_assert_true (g_file_equal (one, same));
  g_assert_false (g_file_equal (one, other));
  g_assert_false (g_file_equal (first, second));
}

static void
test_keep (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr(SpFileStamp) base = sp_file_stamp_new (bytes);
  g_autoptr(GFile) named = sp_recovery_find_file (self->folder, "file:///a.podium");
  g_autoptr(GFile) unnamed = sp_recovery_find_file (self->folder, NULL);
  g_autoptr(GPtrArray) none = sp_recovery_list (self->folder, NULL, NULL);
  g_autoptr(GPtrArray) two = NULL;
  g_autoptr(SpRecovery) first = NULL;
  g_autoptr(GError) error = NULL;
  SpRecovery *second;
  const SpRecoveryValues *values;

  g_assert_cmpuint (none->len, ==, 0);
  keep (named, "file:///a.podium", base);
  keep (unnamed, NULL, NULL);
  two = sp_recovery_list (self->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (two->len, ==, 2);

  first = sp_recovery_load (named, NULL, &error);
  g_assert_no_error (error);
  values = sp_recovery_get_values (first);
  g_assert_cmpstr (values->uri, ==, "file:///a.podium");
  g_assert_cmpstr (sp_file_stamp_get_hex (values->base), ==, sp_file_stamp_get_hex (base));
  g_assert_cmpint (values->saved_at_s, ==, MAKE_FETCHED);
  g_assert_cmpuint (sp_competition_get_n_runners (sp_document_get_values (values->document)->competition), ==, 5);

  second = sp_recovery_load (unnamed, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (sp_recovery_get_values (second)->uri);
  g_assert_null (sp_recovery_get_values (second)->base);
  g_assert_finalize_object (second);

  for (guint i = 0; i < two->len; i++)
    g_assert_true (sp_recovery_remove (two->pdata[i], NULL));
  g_assert_true (sp_recovery_remove (named, NULL));
}

static void
on_kept (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
keep_and_wait (GFile         *file,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(SpCompetition) competition = make_competition ();
  SpDocumentValues document_values = { .competition = competition };
  g_autoptr(SpDocument) document = sp_document_new (&document_values, NULL);
  SpRecoveryValues values = { document, "file:///a.podium", NULL, MAKE_FETCHED };
  g_autoptr(GAsyncResult) result = NULL;

  sp_recovery_save_async (file, &values, cancellable, on_kept, &result);
  g_clear_object (&document);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return sp_recovery_save_finish (result, error);
}

static void
test_async (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(GFile) file = sp_recovery_find_file (self->folder, "file:///a.podium");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(SpRecovery) recovery = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (keep_and_wait (file, NULL, &error));
  g_assert_no_error (error);
  recovery = sp_recovery_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sp_recovery_get_values (recovery)->uri, ==, "file:///a.podium");
  g_assert_true (sp_recovery_remove (file, NULL));

  g_cancellable_cancel (cancellable);
  g_assert_false (keep_and_wait (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (file, NULL));
}

static void
test_bad (Fixture      *self,
          gconstpointer data)
{
  static const struct { const char *text; int code; } cases[] = {
    { "{}", SP_FILE_ERROR_DAMAGED },
    { "{\"format\":\"segment-podium\",\"version\":1,\"document\":{}}", SP_FILE_ERROR_DAMAGED },
    { "{\"format\":\"segment-podium-recovery\",\"version\":1,\"document\":{}}", SP_FILE_ERROR_DAMAGED },
    { "{\"format\":\"segment-podium-recovery\",\"version\":2,\"document\":{}}", SP_FILE_ERROR_NEWER },
    { "{\"format\":", SP_FILE_ERROR_DAMAGED },
  };
  g_autofree char *path = g_build_filename (self->top, "x.recovery", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      g_assert_null (sp_recovery_load (file, NULL, &error));
      g_assert_error (error, SP_FILE_ERROR, cases[i].code);
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_errors (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->top, "plain", NULL);
  g_autoptr(GFile) plain = g_file_new_for_path (path);
  g_autoptr(GFile) inside = g_file_get_child (plain, "x.recovery");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(SpCompetition) competition = make_competition ();
  SpDocumentValues document_values = { .competition = competition };
  g_autoptr(SpDocument) document = sp_document_new (&document_values, NULL);
  SpRecoveryValues values = { document, NULL, NULL, MAKE_FETCHED };
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  g_assert_null (sp_recovery_list (plain, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
  g_clear_error (&error);
  g_assert_false (sp_recovery_save (inside, &values, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
  g_clear_error (&error);
  g_assert_false (sp_recovery_remove (inside, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_recovery_list (self->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (sp_recovery_save (plain, &values, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sp_recovery_load (plain, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/files/recovery/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/files/recovery/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/files/recovery/async", Fixture, NULL, set_up, test_async, tear_down);
  g_test_add ("/files/recovery/bad", Fixture, NULL, set_up, test_bad, tear_down);
  g_test_add ("/files/recovery/errors", Fixture, NULL, set_up, test_errors, tear_down);

  return g_test_run ();
}
