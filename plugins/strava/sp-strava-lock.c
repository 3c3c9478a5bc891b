/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "api/sp-task.h"
#include "sp-strava-fault.h"

#define PAUSE_US 10000

struct _SpStravaLock
{
  int fd; /* -1 where there is nothing to lock */
};

typedef struct
{
  char *path;
  guint patience_ms;
} Take;

static void
take_free (Take *take)
{
  g_clear_pointer (&take->path, g_free);
  g_free (take);
}

static SpStravaLock *
lock_new (int fd)
{
  SpStravaLock *self = g_new0 (SpStravaLock, 1);

  self->fd = fd;

  return self;
}

/**
 * sp_strava_lock_release:
 * @self: (transfer full): a lock
 *
 * Lets others have it.
 */
void
sp_strava_lock_release (SpStravaLock *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/**
 * sp_strava_lock_open:
 * @path: a file
 *
 * Opens a file that only this user may read, and makes it and its folders where they are missing. Blocks: for workers.
 *
 * Returns: its descriptor; -1 where it can not be had
 */
int
sp_strava_lock_open (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;

  return open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

/**
 * sp_strava_lock_hold:
 * @fd: an open file
 * @patience_ms: how long to wait for another process
 * @cancellable: (nullable): ends the wait
 *
 * Locks a file until it is closed. Blocks: for workers. It asks again and again, as a lock that blocks can not be
 * cancelled, and another process may have been stopped while it has it.
 *
 * Returns: whether it is had
 */
gboolean
sp_strava_lock_hold (int           fd,
                     guint         patience_ms,
                     GCancellable *cancellable)
{
  gint64 until_us = g_get_monotonic_time () + (gint64) patience_ms * 1000;

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if ((errno != EWOULDBLOCK && errno != EINTR) || g_cancellable_is_cancelled (cancellable) ||
          g_get_monotonic_time () > until_us)
        return FALSE;
      g_usleep (PAUSE_US);
    }

  return TRUE;
}

static void
take_in_worker (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Take *take = task_data;
  int fd = sp_strava_lock_open (take->path);

  if (fd < 0)
    g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_STORE, g_strerror (errno)));
  else if (sp_strava_lock_hold (fd, take->patience_ms, cancellable))
    g_task_return_pointer (task, lock_new (fd), (GDestroyNotify) sp_strava_lock_release);
  else
    {
      close (fd);
      g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_LOCK, NULL));
    }
}

/**
 * sp_strava_lock_take_async:
 * @path: (nullable): the file to lock; %NULL where nothing may be kept, then there is nothing to lock
 * @patience_ms: how long to wait for another process
 * @cancellable: (nullable): ends the wait
 * @callback: called when it is had
 * @user_data: data for @callback
 *
 * Takes a lock.
 */
void
sp_strava_lock_take_async (const char          *path,
                           guint                patience_ms,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (NULL, sp_strava_lock_take_async, cancellable, callback, user_data);
  Take *take;

  if (path == NULL)
    {
      g_task_return_pointer (task, lock_new (-1), (GDestroyNotify) sp_strava_lock_release);
      return;
    }
  take = g_new0 (Take, 1);
  take->path = g_strdup (path);
  take->patience_ms = patience_ms;
  g_task_set_task_data (task, take, (GDestroyNotify) take_free);
  g_task_run_in_thread (task, take_in_worker);
}

/**
 * sp_strava_lock_take_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_lock_take_async().
 *
 * Returns: (transfer full): the lock; %NULL with @error set, of %SP_FETCH_ERROR or %G_IO_ERROR_CANCELLED
 */
SpStravaLock *
sp_strava_lock_take_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
