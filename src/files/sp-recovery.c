/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-recovery.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"
#include "api/sp-time.h"
#include "files/sp-file-bytes.h"
#include "files/sp-file-error.h"
#include "files/sp-file-save.h"
#include "files/sp-json-text.h"
#include "files/sp-json-value.h"

#define FORMAT "segment-podium-recovery"
#define VERSION 1
#define SUFFIX ".recovery"

/**
 * SpRecovery:
 *
 * A document with edits that were not saved yet, and what it belongs to. Immutable.
 */
struct _SpRecovery
{
  GObject parent_instance;

  SpRecoveryValues values;
};

G_DEFINE_FINAL_TYPE (SpRecovery, sp_recovery, G_TYPE_OBJECT)

typedef struct
{
  GFile      *file;     /* (owned) */
  SpRecovery *recovery; /* (owned): to save */
} SpRecoveryJob;

static void
sp_recovery_finalize (GObject *object)
{
  SpRecovery *self = SP_RECOVERY (object);

  g_clear_object (&self->values.document);
  g_clear_pointer ((char **) &self->values.uri, g_free);
  g_clear_pointer ((SpFileStamp **) &self->values.base, sp_file_stamp_free);

  G_OBJECT_CLASS (sp_recovery_parent_class)->finalize (object);
}

static void
sp_recovery_class_init (SpRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_recovery_finalize;
}

static void
sp_recovery_init (SpRecovery *self)
{
}

static SpRecovery *
sp_recovery_new (const SpRecoveryValues *values)
{
  SpRecovery *self = g_object_new (SP_TYPE_RECOVERY, NULL);

  self->values.document = g_object_ref (values->document);
  self->values.uri = g_strdup (values->uri);
  self->values.base = sp_file_stamp_copy (values->base);
  self->values.saved_at_s = values->saved_at_s;

  return self;
}

/**
 * sp_recovery_find_file:
 * @folder: where recovery files are kept
 * @uri: (nullable): the file of a document, %NULL where it was never saved
 *
 * Tells where edits of a document are kept: always the same place for one that has a file, a new one otherwise.
 *
 * Returns: (transfer full): a file, which may not be there
 */
GFile *
sp_recovery_find_file (GFile      *folder,
                       const char *uri)
{
  g_autofree char *random = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  random = uri == NULL ? g_uuid_string_random () : NULL;
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri != NULL ? uri : random, -1);
  name = g_strdup_printf ("%.32s" SUFFIX, sum);

  return g_file_get_child (folder, name);
}

/**
 * sp_recovery_save:
 * @file: what sp_recovery_find_file() gave; its folder is made where it is not there
 * @values: what is kept
 * @cancellable: (nullable): ends the work before anything is changed
 * @error: return location for an error
 *
 * Keeps edits, wholly or not at all. Blocks; call it from a worker.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_NOT_WRITABLE or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_recovery_save (GFile                   *file,
                  const SpRecoveryValues  *values,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (values != NULL && SP_IS_DOCUMENT (values->document), FALSE);

  object = json_object_new ();
  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", VERSION);
  sp_json_value_set_text (object, "uri", values->uri);
  sp_json_value_set_text (object, "base", values->base != NULL ? sp_file_stamp_get_hex (values->base) : NULL);
  sp_json_value_set_utc (object, "saved_at", values->saved_at_s);
  json_object_set_object_member (object, "document", sp_document_to_json (values->document));
  bytes = sp_json_text_write (object);

  /* Where it cannot be made, saving says so. */
  folder = g_file_get_parent (file);
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_mkdir_with_parents (g_file_peek_path (folder), 0700);

  return sp_file_save (file, bytes, cancellable, error);
}

static void
sp_recovery_job_free (SpRecoveryJob *job)
{
  g_object_unref (job->file);
  g_object_unref (job->recovery);
  g_free (job);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SpRecoveryJob *job = task_data;
  GError *error = NULL;

  if (sp_recovery_save (job->file, &job->recovery->values, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sp_recovery_save_async:
 * @file: what sp_recovery_find_file() gave; its folder is made where it is not there
 * @values: what is kept; everything in it is copied or held once more
 * @cancellable: (nullable): ends the work before anything is changed
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Starts keeping edits, in a worker. Wait for one before the next of the same document, or an older one may win.
 */
void
sp_recovery_save_async (GFile                   *file,
                        const SpRecoveryValues  *values,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr(GTask) task = NULL;
  SpRecoveryJob *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (values != NULL && SP_IS_DOCUMENT (values->document));

  job = g_new0 (SpRecoveryJob, 1);
  job->file = g_object_ref (file);
  job->recovery = sp_recovery_new (values);
  task = sp_task_new (NULL, sp_recovery_save_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) sp_recovery_job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * sp_recovery_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends keeping edits.
 *
 * Returns: as for sp_recovery_save()
 */
gboolean
sp_recovery_save_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sp_recovery_load:
 * @file: a recovery file
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Takes back edits. Blocks; call it from a worker.
 *
 * Returns: (transfer full): what was kept, %NULL with an error of [error@FileError] or %G_IO_ERROR_CANCELLED
 */
SpRecovery *
sp_recovery_load (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(SpDocument) document = NULL;
  JsonObject *document_object;
  g_autoptr(SpFileStamp) base = NULL;
  SpRecoveryValues values = { NULL };
  const char *hex;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = sp_file_bytes_load (file, SP_JSON_TEXT_MAX_BYTES, cancellable, error);
  object = bytes != NULL ? sp_json_text_parse (bytes, error) : NULL;
  if (object == NULL)
    return NULL;

  document_object = sp_json_value_get_object (object, "document");
  if (g_strcmp0 (sp_json_value_get_text (object, "format"), FORMAT) != 0 || document_object == NULL)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                           _("The kept edits are damaged. Open the competition itself."));
      return NULL;
    }
  if (sp_json_value_get_integer (object, "version", 1, G_MAXINT64, G_MAXINT64) > VERSION)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_NEWER,
                           _("The edits were kept by a newer version of Segment Podium. Update the program, then open "
                             "them again."));
      return NULL;
    }

  document = sp_document_from_json (document_object, error);
  if (document == NULL)
    return NULL;

  hex = sp_json_value_get_text (object, "base");
  base = hex != NULL ? sp_file_stamp_from_hex (hex) : NULL;
  values.document = document;
  values.uri = sp_json_value_get_text (object, "uri");
  values.base = base;
  values.saved_at_s = sp_json_value_get_time (object, "saved_at");

  return sp_recovery_new (&values);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char * const *) a, *(char * const *) b);
}

/**
 * sp_recovery_list:
 * @folder: where recovery files are kept
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Lists the recovery files that are there, by name; none where the folder is not there. Blocks; call it from a worker.
 *
 * Returns: (transfer full) (element-type GFile): the files, %NULL with %SP_FILE_ERROR_NOT_READABLE or
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
sp_recovery_list (GFile         *folder,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = NULL;
  g_autoptr(GError) cause = NULL;
  GPtrArray *files;
  const char *name;

  g_return_val_if_fail (G_IS_FILE (folder) && g_file_peek_path (folder) != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  dir = g_dir_open (g_file_peek_path (folder), 0, &cause);
  if (dir == NULL && !g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE,
                   _("Kept edits cannot be looked for: %s. Ask for the permission to read there."), cause->message);
      return NULL;
    }

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (files, g_file_get_child (folder, names->pdata[i]));

  return files;
}

/**
 * sp_recovery_remove:
 * @file: what sp_recovery_find_file() gave
 * @error: return location for an error
 *
 * Removes kept edits, as they are saved or no longer wanted. It is no error that there are none.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_NOT_WRITABLE
 */
gboolean
sp_recovery_remove (GFile   *file,
                    GError **error)
{
  g_autoptr(GError) cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_file_delete (file, NULL, &cause) || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;

  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE,
               _("The kept edits cannot be removed: %s. They will be offered again."), cause->message);

  return FALSE;
}

/**
 * sp_recovery_get_values:
 * @self: kept edits
 *
 * Returns: (transfer none): what was kept, for as long as it lives
 */
const SpRecoveryValues *
sp_recovery_get_values (SpRecovery *self)
{
  g_return_val_if_fail (SP_IS_RECOVERY (self), NULL);

  return &self->values;
}
