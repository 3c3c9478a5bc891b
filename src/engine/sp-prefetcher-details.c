/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "engine/sp-run-log.h"

#include <glib/gi18n-lib.h>

/* One detail under way. */
typedef struct
{
  SpPrefetcher *self;  /* (owned) */
  SpDetailItem  item;
  GError       *error; /* (owned) (nullable) why the source was of no use; set while the held one is read */
} Asking;

static void ask_detail (Asking *asking);
static void fill_workers (SpPrefetcher *self);

static void
asking_free (Asking *asking)
{
  g_clear_error (&asking->error);
  g_object_unref (asking->self);
  g_free (asking);
}

static void
end_detail (Asking *asking)
{
  SpPrefetcher *self = asking->self;

  self->n_outstanding--;
  self->n_details_done++;
  sp_prefetcher_tell (self);
  fill_workers (self);
  asking_free (asking);
}

static void
give_up (Asking *asking,
         GError *error)
{
  SpPrefetcher *self = asking->self;
  SpWork *work = asking->item.work;

  if (g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED))
    sp_work_set_dead (work, error);
  if (g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED))
    self->is_refused = TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    sp_run_log_unknown (sp_work_get_athlete (work),
                        sp_activity_get_id (sp_work_get_activity (work, asking->item.index)), error);
  sp_work_put_unknown (work, asking->item.index,
                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? _("Cancelled before it was asked.")
                       : error->message);
  g_error_free (error);
}

static void
detail_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Asking *asking = user_data;
  SpPrefetcher *self = asking->self;
  g_autoptr (SpActivity) detail = NULL;
  GError *error = NULL;
  guint n_retries;

  detail = sp_reader_read_finish (SP_READER (source), result, &n_retries, &error);
  sp_work_add_retries (asking->item.work, n_retries);
  if (detail != NULL
      && sp_prefetcher_take_detail (self, asking->item.work, asking->item.index, detail, &error))
    {
      end_detail (asking);
      return;
    }

  /* Where the list did not change, a detail that is merely due to be looked at again is as good as it was. */
  if (asking->item.held && asking->error == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      asking->error = error;
      ask_detail (asking);
      return;
    }
  if (asking->error != NULL)
    {
      g_error_free (error);
      error = g_steal_pointer (&asking->error);
    }
  give_up (asking, error);
  end_detail (asking);
}

static void
ask_detail (Asking *asking)
{
  SpPrefetcher *self = asking->self;
  SpActivity *activity = sp_work_get_activity (asking->item.work, asking->item.index);
  SpRead read = {
    .kind = SP_READ_DETAIL,
    .athlete = sp_work_get_athlete (asking->item.work),
    .id = sp_activity_get_id (activity),
    .policy = asking->error != NULL ? SP_POLICY_CACHED_ONLY
              : asking->item.refresh ? SP_POLICY_REFRESH : SP_POLICY_DEFAULT,
  };

  sp_reader_read_async (self->reader, &read, self->cancellable, detail_cb, asking);
}

/* Those that will not be asked any more are wanted, and not had. */
static gboolean
skip_item (SpPrefetcher       *self,
           const SpDetailItem *item)
{
  const GError *dead = sp_work_get_dead (item->work);

  if (sp_prefetcher_is_cancelled (self))
    sp_work_put_unknown (item->work, item->index, _("Cancelled before it was asked."));
  else if (dead != NULL)
    sp_work_put_unknown (item->work, item->index, dead->message);
  else
    return FALSE;
  self->n_details_done++;

  return TRUE;
}

static void
fill_workers (SpPrefetcher *self)
{
  SpDetailItem item;

  while (self->n_outstanding < self->options.max_workers && sp_detail_queue_pop (self->queue, &item))
    {
      Asking *asking;

      if (skip_item (self, &item))
        continue;
      asking = g_new0 (Asking, 1);
      asking->self = g_object_ref (self);
      asking->item = item;
      self->n_outstanding++;
      ask_detail (asking);
    }
  if (self->n_outstanding == 0)
    sp_prefetcher_start_efforts (self);
}

void
sp_prefetcher_start_details (SpPrefetcher *self)
{
  self->phase = SP_PHASE_DETAILS;
  self->n_outstanding = 0;
  sp_prefetcher_tell (self);
  fill_workers (self);
}
