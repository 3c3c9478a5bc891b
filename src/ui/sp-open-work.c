/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-open-work.h"

#include "engine/sp-traced-results.h"
#include "files/sp-document-file.h"
#include "files/sp-recovery.h"

/**
 * sp_open_work_new:
 * @session: a session with a competition
 * @source_id: the id of its source
 * @source_options: (nullable) (element-type utf8 utf8): options of the source; not to be changed afterwards
 * @base: (nullable): the document as it was read
 *
 * Holds what there is now. Where to write it is set afterwards.
 *
 * Returns: (transfer full): it
 */
SpOpenWork *
sp_open_work_new (SpSession  *session,
                  const char *source_id,
                  GHashTable *source_options,
                  SpDocument *base)
{
  SpOpenWork *self;
  SpHarvest *harvest;

  g_return_val_if_fail (SP_IS_SESSION (session) && source_id != NULL, NULL);

  self = g_new0 (SpOpenWork, 1);
  self->competition = g_object_ref (sp_session_get_competition (session));
  g_set_object (&self->results, sp_session_get_results (session));
  harvest = sp_session_get_harvest (session);
  self->harvest = harvest != NULL ? sp_harvest_ref (harvest) : NULL;
  self->source_id = g_strdup (source_id);
  self->source_options = source_options != NULL ? g_hash_table_ref (source_options) : NULL;
  g_set_object (&self->base, base);

  return self;
}

/**
 * sp_open_work_free:
 * @self: (transfer full): what was held
 *
 * Frees it.
 */
void
sp_open_work_free (SpOpenWork *self)
{
  g_clear_object (&self->competition);
  g_clear_object (&self->results);
  g_clear_pointer (&self->harvest, sp_harvest_unref);
  g_clear_pointer (&self->source_id, g_free);
  g_clear_pointer (&self->source_options, g_hash_table_unref);
  g_clear_object (&self->base);
  g_clear_object (&self->file);
  g_clear_object (&self->belongs_to);
  g_clear_pointer (&self->expected, sp_file_stamp_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->stamp, sp_file_stamp_free);
  g_free (self);
}

static SpDocument *
make_document (SpOpenWork *self)
{
  g_autoptr (SpResults) traced = NULL;
  SpDocumentValues values;

  if (self->results != NULL && self->harvest != NULL)
    traced = sp_traced_results_new (self->results, self->harvest);
  values = (SpDocumentValues) {
    .competition = self->competition, .source_id = self->source_id, .source_options = self->source_options,
    .results = traced != NULL ? traced : self->results,
  };

  return sp_document_new (&values, self->base);
}

/**
 * sp_open_work_keep:
 * @task: a task whose data is an #SpOpenWork
 * @source: not used
 * @task_data: the work
 * @cancellable: not used
 *
 * Writes it as a recovery file; for g_task_run_in_thread().
 */
void
sp_open_work_keep (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  SpOpenWork *self = task_data;
  g_autoptr (SpDocument) document = make_document (self);
  g_autofree char *uri = self->belongs_to != NULL ? g_file_get_uri (self->belongs_to) : NULL;
  SpRecoveryValues values = {
    .document = document, .uri = uri, .base = self->expected, .saved_at_s = g_get_real_time () / G_USEC_PER_SEC,
  };
  GError *error = NULL;

  if (sp_recovery_save (self->file, &values, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sp_open_work_save:
 * @task: a task whose data is an #SpOpenWork
 * @source: not used
 * @task_data: the work; its document and stamp are set
 * @cancellable: (nullable): ends the work before anything is changed
 *
 * Writes it as a document; for g_task_run_in_thread().
 */
void
sp_open_work_save (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  SpOpenWork *self = task_data;
  GError *error = NULL;

  self->document = make_document (self);
  if (sp_document_file_save (self->document, self->file, self->expected, self->force, &self->stamp, cancellable,
                             &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}
