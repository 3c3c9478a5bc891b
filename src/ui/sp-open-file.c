/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-open-file.h"

#include "api/sp-task.h"
#include "files/sp-recovery.h"
#include "ui/sp-open-work.h"

/**
 * SpOpenFile:
 *
 * Where the document of an open competition is, and what it does not hold yet. That is kept at once in a recovery file,
 * so that a kill loses nothing.
 */
struct _SpOpenFile
{
  GObject parent_instance;

  SpSession   *session;        /* (owned) */
  char        *source_id;      /* (owned) */
  GHashTable  *source_options; /* (owned) (nullable) */
  GFile       *file;           /* (owned) (nullable) */
  SpFileStamp *stamp;          /* (owned) (nullable) */
  SpDocument  *base;           /* (owned) (nullable) */
  GFile       *folder;         /* (owned) (nullable) */
  GFile       *recovery;       /* (owned) (nullable): found when it is first needed */
  guint        revision;       /* grows with all that is worth saving */
  guint        saved_revision;
  gboolean     keeping;        /* a worker writes the recovery file */
  gboolean     keep_again;
  gboolean     discard_then; /* once the worker is done */
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_UNSAVED,
  N_PROPS
};

enum
{
  KEEP_FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (SpOpenFile, sp_open_file, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void keep (SpOpenFile *self);

static SpOpenWork *
get_work (SpOpenFile *self,
          GFile      *file)
{
  SpOpenWork *work = sp_open_work_new (self->session, self->source_id, self->source_options, self->base);

  work->file = g_object_ref (file);
  work->belongs_to = self->file != NULL ? g_object_ref (self->file) : NULL;
  work->expected = self->stamp != NULL ? sp_file_stamp_copy (self->stamp) : NULL;
  work->revision = self->revision;

  return work;
}

static void
set_revision (SpOpenFile *self,
              guint       revision,
              guint       saved_revision)
{
  gboolean was_unsaved = sp_open_file_is_unsaved (self);

  self->revision = revision;
  self->saved_revision = saved_revision;
  if (sp_open_file_is_unsaved (self) != was_unsaved)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SpOpenFile *self = SP_OPEN_FILE (source);
  g_autoptr (GError) error = NULL;

  self->keeping = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_signal_emit (self, signals[KEEP_FAILED], 0, error->message);
  if (self->discard_then || !sp_open_file_is_unsaved (self))
    sp_open_file_discard (self);
  else if (self->keep_again)
    keep (self);
}

/* One worker at a time, or an older state may win. */
static void
keep (SpOpenFile *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->folder == NULL)
    return;
  self->keep_again = self->keeping;
  self->discard_then = FALSE;
  if (self->keeping)
    return;
  self->keeping = TRUE;
  if (self->recovery == NULL)
    {
      g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;

      self->recovery = sp_recovery_find_file (self->folder, uri);
    }
  task = sp_task_new (self, keep, NULL, kept_cb, NULL);
  g_task_set_task_data (task, get_work (self, self->recovery), (GDestroyNotify) sp_open_work_free);
  g_task_run_in_thread (task, sp_open_work_keep);
}

static void
sp_open_file_finalize (GObject *object)
{
  SpOpenFile *self = SP_OPEN_FILE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->source_id, g_free);
  g_clear_pointer (&self->source_options, g_hash_table_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, sp_file_stamp_free);
  g_clear_object (&self->base);
  g_clear_object (&self->folder);
  g_clear_object (&self->recovery);

  G_OBJECT_CLASS (sp_open_file_parent_class)->finalize (object);
}

static void
sp_open_file_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SpOpenFile *self = SP_OPEN_FILE (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_UNSAVED:
      g_value_set_boolean (value, sp_open_file_is_unsaved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sp_open_file_class_init (SpOpenFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sp_open_file_finalize;
  object_class->get_property = sp_open_file_get_property;
  /**
   * SpOpenFile:file:
   *
   * The document, %NULL where it was never saved.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * SpOpenFile:unsaved:
   *
   * Whether the document lacks something.
   */
  properties[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * SpOpenFile::keep-failed:
   * @self: the document
   * @why: a sentence with what to do
   *
   * Edits could not be kept; a kill would lose them.
   */
  signals[KEEP_FAILED] = g_signal_new ("keep-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sp_open_file_init (SpOpenFile *self)
{
}

/**
 * sp_open_file_new:
 * @values: what it is opened with
 *
 * Returns: (transfer full): the document of an open competition, of which nothing is unsaved
 */
SpOpenFile *
sp_open_file_new (const SpOpenFileValues *values)
{
  SpOpenFile *self;

  g_return_val_if_fail (values != NULL && SP_IS_SESSION (values->session) && values->source_id != NULL, NULL);

  self = g_object_new (SP_TYPE_OPEN_FILE, NULL);
  self->session = g_object_ref (values->session);
  self->source_id = g_strdup (values->source_id);
  self->source_options = values->source_options != NULL ? g_hash_table_ref (values->source_options) : NULL;
  g_set_object (&self->file, values->file);
  self->stamp = values->stamp != NULL ? sp_file_stamp_copy (values->stamp) : NULL;
  g_set_object (&self->base, values->base);
  g_set_object (&self->folder, values->recovery_folder);
  g_set_object (&self->recovery, values->recovery);

  return self;
}

/**
 * sp_open_file_get_file:
 * @self: the document of an open competition
 *
 * Returns: (transfer none) (nullable): where it is, %NULL where it was never saved
 */
GFile *
sp_open_file_get_file (SpOpenFile *self)
{
  g_return_val_if_fail (SP_IS_OPEN_FILE (self), NULL);

  return self->file;
}

/**
 * sp_open_file_is_unsaved:
 * @self: the document of an open competition
 *
 * Returns: whether it lacks something
 */
gboolean
sp_open_file_is_unsaved (SpOpenFile *self)
{
  g_return_val_if_fail (SP_IS_OPEN_FILE (self), FALSE);

  return self->revision != self->saved_revision;
}

/**
 * sp_open_file_mark_unsaved:
 * @self: the document of an open competition
 *
 * Tells that its competition or its results changed; keeps them in the recovery file.
 */
void
sp_open_file_mark_unsaved (SpOpenFile *self)
{
  g_return_if_fail (SP_IS_OPEN_FILE (self));

  set_revision (self, self->revision + 1, self->saved_revision);
  keep (self);
}

/**
 * sp_open_file_save_async:
 * @self: the document of an open competition
 * @file: (nullable): where to; %NULL for where it was read from or last saved
 * @force: whether it is written also where somebody else changed @file meanwhile
 * @cancellable: (nullable): ends the work before anything is changed
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Saves it as it now is. With another @file that becomes its place; what was there is replaced.
 */
void
sp_open_file_save_async (SpOpenFile          *self,
                         GFile               *file,
                         gboolean             force,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  SpOpenWork *work;

  g_return_if_fail (SP_IS_OPEN_FILE (self) && (file != NULL || self->file != NULL));

  work = get_work (self, file != NULL ? file : self->file);
  work->force = force || self->file == NULL || !g_file_equal (work->file, self->file);
  task = sp_task_new (self, sp_open_file_save_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) sp_open_work_free);
  g_task_run_in_thread (task, sp_open_work_save);
}

/**
 * sp_open_file_save_finish:
 * @self: the document of an open competition
 * @result: what the callback was given
 * @error: return location: %SP_FILE_ERROR_CONFLICT where the file was changed by somebody else meanwhile,
 *   %SP_FILE_ERROR_NOT_WRITABLE, or %G_IO_ERROR_CANCELLED
 *
 * Ends saving.
 *
 * Returns: whether it was saved
 */
gboolean
sp_open_file_save_finish (SpOpenFile    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  SpOpenWork *work;

  g_return_val_if_fail (SP_IS_OPEN_FILE (self) && g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  work = g_task_get_task_data (G_TASK (result));
  sp_open_file_discard (self);
  g_clear_pointer (&self->stamp, sp_file_stamp_free);
  self->stamp = g_steal_pointer (&work->stamp);
  g_set_object (&self->base, work->document);
  if (g_set_object (&self->file, work->file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  set_revision (self, self->revision, work->revision);
  /* An edit since then belongs to the new file. */
  if (sp_open_file_is_unsaved (self))
    keep (self);

  return TRUE;
}

/**
 * sp_open_file_discard:
 * @self: the document of an open competition
 *
 * Removes the recovery file, where there is one: at once, or as soon as it has been written.
 */
void
sp_open_file_discard (SpOpenFile *self)
{
  g_return_if_fail (SP_IS_OPEN_FILE (self));

  self->discard_then = self->keeping;
  self->keep_again = FALSE;
  if (self->keeping)
    return;
  if (self->recovery != NULL)
    sp_recovery_remove (self->recovery, NULL);
  g_clear_object (&self->recovery);
}
