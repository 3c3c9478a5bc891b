/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-file-secret-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/sp-task.h"

/**
 * SpFileSecretStore:
 *
 * Keeps secrets in one file that only its owner may read. A change is written beside it, made durable, and put in its
 * place: whatever is killed when, the file holds either the old or the new secrets. A lock beside it keeps processes
 * from losing each other's changes.
 */
struct _SpFileSecretStore
{
  GObject  parent_instance;

  char    *path; /* (owned) */
};

#define GROUP "secrets"
#define MAX_SIZE (4 * 1024 * 1024)
#define LOCK_PAUSE_US 5000

typedef struct
{
  char *key;
  char *secret; /* (nullable) */
} Change;

static void sp_file_secret_store_store_init (SpSecretStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpFileSecretStore, sp_file_secret_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_SECRET_STORE, sp_file_secret_store_store_init))

static void
change_free (Change *change)
{
  g_free (change->key);
  g_free (change->secret);
  g_free (change);
}

static void
set_errno (GError     **error,
           const char  *path,
           int          code)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), _("The token store “%s” can not be used: %s"),
               path, g_strerror (code));
}

static gboolean
check_mode (const char   *path,
            int           fd,
            struct stat  *info,
            GError      **error)
{
  if (fstat (fd, info) != 0)
    {
      set_errno (error, path, errno);
      return FALSE;
    }
  if (!S_ISREG (info->st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("The token store “%s” is not a file"), path);
  else if (info->st_uid != geteuid ())
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("The token store “%s” belongs to somebody else. Name a file of your own"), path);
  else if (info->st_mode & (S_IRWXG | S_IRWXO))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _("Others may read the token store “%s”. Run “chmod 600” on it first"), path);
  else if (info->st_size > MAX_SIZE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The token store “%s” is too large to be one"), path);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_all (const char   *path,
          int           fd,
          GString      *text,
          GError      **error)
{
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (error, path, errno);
          return FALSE;
        }
      g_string_append_len (text, buffer, n);
    }

  return TRUE;
}

/* A file that is missing holds no secrets; one that can not be read is an error. */
static GKeyFile *
load (const char  *path,
      GError     **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) parse_error = NULL;
  struct stat info;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gboolean is_read;

  if (fd < 0 && errno == ENOENT)
    return g_steal_pointer (&file);
  if (fd < 0)
    {
      set_errno (error, path, errno);
      return NULL;
    }
  is_read = check_mode (path, fd, &info, error) && read_all (path, fd, text, error);
  close (fd);
  if (!is_read)
    return NULL;
  if (text->len > 0 && !g_key_file_load_from_data (file, text->str, text->len, G_KEY_FILE_NONE, &parse_error))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The token store “%s” is damaged: %s"), path,
                   parse_error->message);
      return NULL;
    }

  return g_steal_pointer (&file);
}

static gboolean
save (const char  *path,
      GKeyFile    *file,
      GError     **error)
{
  gsize length;
  g_autofree char *text = g_key_file_to_data (file, &length, NULL);
  g_autoptr(GError) write_error = NULL;

  if (g_file_set_contents_full (path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &write_error))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The token store “%s” can not be written: %s"), path,
               write_error->message);

  return FALSE;
}

/* The lock is held by the open file, so a killed process lets go of it. */
static int
take_lock (const char    *path,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  int fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      set_errno (error, path, errno);
      return -1;
    }
  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        set_errno (error, path, errno);
      else if (!g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_usleep (LOCK_PAUSE_US);
          continue;
        }
      close (fd);
      return -1;
    }

  return fd;
}

static gboolean
change_file (const char    *path,
             Change        *change,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GKeyFile) file = NULL;
  gboolean is_done = FALSE;
  int lock = take_lock (path, cancellable, error);

  if (lock < 0)
    return FALSE;
  file = load (path, error);
  if (file != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      if (change->secret != NULL)
        g_key_file_set_string (file, GROUP, change->key, change->secret);
      else
        g_key_file_remove_key (file, GROUP, change->key, NULL);
      is_done = save (path, file, error);
    }
  close (lock);

  return is_done;
}

static void
store_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (change_file (SP_FILE_SECRET_STORE (source)->path, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
lookup_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Change *change = task_data;
  GError *error = NULL;
  g_autoptr(GKeyFile) file = load (SP_FILE_SECRET_STORE (source)->path, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_key_file_get_string (file, GROUP, change->key, NULL), g_free);
}

/* What has begun to be written is finished, also after a cancel: its answer is true. */
static GTask *
make_task (gpointer             source,
           const char          *key,
           const char          *secret,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = sp_task_new (source, make_task, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->key = g_uri_escape_string (key, NULL, FALSE);
  change->secret = g_strdup (secret);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  g_task_set_check_cancellable (task, FALSE);

  return task;
}

static void
store_async (SpSecretStore       *store,
             const char          *key,
             const char          *label,
             const char          *secret,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  g_autoptr(GTask) task = make_task (store, key, secret, cancellable, callback, user_data);

  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, store_in_thread);
}

static void
lookup_async (SpSecretStore       *store,
              const char          *key,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr(GTask) task = make_task (store, key, NULL, cancellable, callback, user_data);

  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, lookup_in_thread);
}

static void
sp_file_secret_store_store_init (SpSecretStoreInterface *iface)
{
  iface->store_async = store_async;
  iface->lookup_async = lookup_async;
}

static void
sp_file_secret_store_finalize (GObject *object)
{
  g_clear_pointer (&SP_FILE_SECRET_STORE (object)->path, g_free);

  G_OBJECT_CLASS (sp_file_secret_store_parent_class)->finalize (object);
}

static void
sp_file_secret_store_class_init (SpFileSecretStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_file_secret_store_finalize;
}

static void
sp_file_secret_store_init (SpFileSecretStore *self)
{
}

/**
 * sp_file_secret_store_new:
 * @path: (type filename): the file, which may not exist yet
 *
 * Returns: (transfer full): a store in that file
 */
SpFileSecretStore *
sp_file_secret_store_new (const char *path)
{
  SpFileSecretStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (SP_TYPE_FILE_SECRET_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);

  return self;
}

/**
 * sp_file_secret_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none) (type filename): its file
 */
const char *
sp_file_secret_store_get_path (SpFileSecretStore *self)
{
  g_return_val_if_fail (SP_IS_FILE_SECRET_STORE (self), NULL);

  return self->path;
}

/**
 * sp_file_secret_store_check:
 * @self: a store
 * @error: return location for an error
 *
 * Tries whether it can be read and changed, so that a wrong path is told before any token is used. It looks at the
 * disk.
 *
 * Returns: %FALSE with @error set, of %G_IO_ERROR, where it can not be used
 */
gboolean
sp_file_secret_store_check (SpFileSecretStore  *self,
                            GError            **error)
{
  g_autoptr(GKeyFile) file = NULL;
  int lock;

  g_return_val_if_fail (SP_IS_FILE_SECRET_STORE (self), FALSE);

  file = load (self->path, error);
  if (file == NULL)
    return FALSE;
  lock = take_lock (self->path, NULL, error);
  if (lock < 0)
    return FALSE;
  close (lock);

  return TRUE;
}
