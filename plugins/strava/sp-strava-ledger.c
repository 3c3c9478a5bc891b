/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-ledger.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "api/sp-task.h"
#include "sp-strava-fault.h"
#include "sp-strava-lock.h"
#include "sp-strava-quota.h"

#define FILE_BYTES 256   /* always written whole, in one call */
#define PATIENCE_MS 3000 /* others hold the file for a moment only */
#define FRESH_US G_USEC_PER_SEC

/**
 * SpStravaLedger:
 *
 * Counts the requests of an application in a small file that all processes share and that outlives them. Strava's
 * answers correct it, so that use by others is seen.
 */
struct _SpStravaLedger
{
  GObject        parent_instance;

  SpClock       *clock; /* (owned) */
  char          *path;  /* (owned) (nullable) */
  SpStravaQuota  quota;
  gint64         ahead_us;        /* Strava's clock before ours */
  gint64         retry_server_us; /* told to wait until then, 0 for not */
  gint64         looked_us;       /* when the file was looked at last, on the monotonic clock; 0 for never */
  guint          reserve;
};

G_DEFINE_FINAL_TYPE (SpStravaLedger, sp_strava_ledger, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  TAKE,
  GIVE_BACK,
  NOTE,
} Kind;

/* One change of the file, made in a worker. */
typedef struct
{
  Kind                kind;
  char               *path;
  SoupMessageHeaders *headers;
  gboolean            was_refused;
  gint64              server_us;
  guint               reserve;
  SpStravaQuota       quota;
  gboolean            is_full;
} Change;

static void
change_free (Change *change)
{
  g_clear_pointer (&change->path, g_free);
  g_clear_pointer (&change->headers, soup_message_headers_unref);
  g_free (change);
}

static void
sp_strava_ledger_finalize (GObject *object)
{
  SpStravaLedger *self = SP_STRAVA_LEDGER (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (sp_strava_ledger_parent_class)->finalize (object);
}

static void
sp_strava_ledger_class_init (SpStravaLedgerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_strava_ledger_finalize;

  /**
   * SpStravaLedger::changed:
   * @self: a ledger
   *
   * Emitted when the count or a limit is another.
   */
  signals[CHANGED] = g_signal_new ("changed", SP_TYPE_STRAVA_LEDGER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sp_strava_ledger_init (SpStravaLedger *self)
{
  sp_strava_quota_init (&self->quota);
}

/* Sees what earlier and other processes counted. The file is one line on this computer, and is written in one call: it
 * is read here and now, as what a run will cost is said before anything is asked. */
static void
look (SpStravaLedger *self)
{
  char text[FILE_BYTES + 1] = "";
  SpStravaQuota quota = self->quota;
  gint64 now_us = g_get_monotonic_time ();
  int fd;

  if (self->path == NULL || (self->looked_us != 0 && now_us - self->looked_us < FRESH_US))
    return;
  self->looked_us = now_us;
  fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    return;
  if (pread (fd, text, FILE_BYTES, 0) > 0 && sp_strava_quota_read (&quota, text) &&
      quota.sequence > self->quota.sequence)
    self->quota = quota;
  close (fd);
}

/**
 * sp_strava_ledger_new:
 * @clock: the clock of the run
 * @path: (nullable): the file to count in; %NULL to count in memory alone
 *
 * Returns: (transfer full): a new ledger
 */
SpStravaLedger *
sp_strava_ledger_new (SpClock    *clock,
                      const char *path)
{
  SpStravaLedger *self = g_object_new (SP_TYPE_STRAVA_LEDGER, NULL);

  self->clock = g_object_ref (clock);
  self->path = g_strdup (path);

  return self;
}

/**
 * sp_strava_ledger_set_reserve:
 * @self: a ledger
 * @reserve: how many requests of each day are left for others
 *
 * Sets how much to leave.
 */
void
sp_strava_ledger_set_reserve (SpStravaLedger *self,
                              guint           reserve)
{
  self->reserve = reserve;
}

static gint64
get_server_us (SpStravaLedger *self)
{
  return sp_clock_get_wall_us (self->clock) + self->ahead_us;
}

/**
 * sp_strava_ledger_get_quota:
 * @self: a ledger
 *
 * Returns: (transfer full): what is allowed and used now, as far as is known
 */
SpQuota *
sp_strava_ledger_get_quota (SpStravaLedger *self)
{
  look (self);

  return sp_strava_quota_tell (&self->quota, self->reserve, get_server_us (self), self->ahead_us,
                               self->retry_server_us);
}

static void
change_apply (Change *change)
{
  SpStravaQuota *quota = &change->quota;

  sp_strava_quota_roll (quota, change->server_us);
  if (change->kind == TAKE)
    change->is_full = change->is_full || sp_strava_quota_find_full (quota, change->reserve) != SP_STRAVA_N_SPANS;
  if (change->kind == NOTE)
    sp_strava_quota_note (quota, change->headers);
  if (change->kind == NOTE && change->was_refused)
    sp_strava_quota_refuse (quota);
  for (int i = 0; i < SP_STRAVA_N_SPANS; i++)
    {
      if (change->kind == TAKE && !change->is_full)
        quota->used[i]++;
      if (change->kind == GIVE_BACK && quota->used[i] > 0)
        quota->used[i]--;
    }
  quota->sequence++;
}

/* Says whether the change was made in the file. */
static void
change_in_worker (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Change *change = task_data;
  char text[FILE_BYTES + 1] = "";
  g_autofree char *line = NULL;
  int fd = sp_strava_lock_open (change->path);
  gboolean is_had = fd >= 0 && sp_strava_lock_hold (fd, PATIENCE_MS, NULL);

  if (is_had)
    {
      if (pread (fd, text, FILE_BYTES, 0) > 0)
        sp_strava_quota_read (&change->quota, text);
      change_apply (change);
      line = sp_strava_quota_write (&change->quota);
      memset (text, ' ', FILE_BYTES);
      memcpy (text, line, MIN (strlen (line), FILE_BYTES - 1));
      text[FILE_BYTES - 1] = '\n';
      if (pwrite (fd, text, FILE_BYTES, 0) != FILE_BYTES)
        g_debug ("The count of requests could not be written");
    }
  if (fd >= 0)
    close (fd);
  g_task_return_boolean (task, is_had);
}

static void
change_start (SpStravaLedger      *self,
              Change              *change,
              GCancellable        *cancellable,
              gpointer             tag,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new_named (self, tag, "sp_strava_ledger", cancellable, callback, user_data);

  change->path = g_strdup (self->path);
  change->server_us = get_server_us (self);
  change->reserve = self->reserve;
  change->quota = self->quota;
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  g_task_set_check_cancellable (task, FALSE);
  if (self->path != NULL)
    g_task_run_in_thread (task, change_in_worker);
  else
    g_task_return_boolean (task, FALSE);
}

/* Workers may end in another order than they wrote. Where the file can not be had, the count is this process's own, and
 * one change is made after the other here. */
static Change *
change_end (SpStravaLedger *self,
            GAsyncResult   *result)
{
  Change *change = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    {
      change->quota = self->quota;
      change_apply (change);
    }
  if (change->quota.sequence >= self->quota.sequence)
    self->quota = change->quota;
  g_signal_emit (self, signals[CHANGED], 0);

  return change;
}

static void
ignored_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  change_end (SP_STRAVA_LEDGER (source), result);
}

/**
 * sp_strava_ledger_take_async:
 * @self: a ledger
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Counts a request that is about to be sent, where one is allowed.
 */
void
sp_strava_ledger_take_async (SpStravaLedger      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Change *change = g_new0 (Change, 1);

  change->kind = TAKE;
  change->is_full = self->retry_server_us > get_server_us (self);
  change_start (self, change, cancellable, sp_strava_ledger_take_async, callback, user_data);
}

/**
 * sp_strava_ledger_take_finish:
 * @self: a ledger
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_ledger_take_async().
 *
 * Returns: %TRUE where the request may be sent; %FALSE with @error set, where nothing is counted
 */
gboolean
sp_strava_ledger_take_finish (SpStravaLedger  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  Change *change = change_end (self, result);

  if (change->is_full)
    {
      sp_strava_fault_set (error, SP_STRAVA_FAULT_RATE_LIMITED, NULL);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (G_TASK (result)), error))
    {
      sp_strava_ledger_give_back (self);
      return FALSE;
    }

  return TRUE;
}

/**
 * sp_strava_ledger_give_back:
 * @self: a ledger
 *
 * Takes a request off the count that did not reach Strava.
 */
void
sp_strava_ledger_give_back (SpStravaLedger *self)
{
  Change *change = g_new0 (Change, 1);

  change->kind = GIVE_BACK;
  change_start (self, change, NULL, sp_strava_ledger_give_back, ignored_cb, NULL);
}

/**
 * sp_strava_ledger_note_async:
 * @self: a ledger
 * @headers: of an answer
 * @was_refused: whether it was a 429
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Takes over what an answer tells: the time, the limits, the use by all.
 */
void
sp_strava_ledger_note_async (SpStravaLedger      *self,
                             SoupMessageHeaders  *headers,
                             gboolean             was_refused,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Change *change = g_new0 (Change, 1);
  gint64 server_us;

  if (sp_strava_quota_read_date (headers, &server_us))
    self->ahead_us = server_us - sp_clock_get_wall_us (self->clock);
  if (was_refused)
    self->retry_server_us = sp_strava_quota_read_retry (headers, get_server_us (self));
  change->kind = NOTE;
  change->was_refused = was_refused && self->retry_server_us == 0;
  change->headers = soup_message_headers_ref (headers);
  change_start (self, change, NULL, sp_strava_ledger_note_async, callback, user_data);
}

/**
 * sp_strava_ledger_note_finish:
 * @self: a ledger
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_ledger_note_async().
 *
 * Returns: %TRUE
 */
gboolean
sp_strava_ledger_note_finish (SpStravaLedger  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  change_end (self, result);

  return TRUE;
}
