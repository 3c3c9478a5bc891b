/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "engine/sp-run-log.h"

#include <glib/gi18n-lib.h>

/* More pages than any list has: a source whose cursors never end is not believed. */
#define MAX_PAGES 1000

/* One runner's list under way. */
typedef struct
{
  SpPrefetcher *self;   /* (owned) */
  SpWork       *work;   /* (not owned) */
  char         *cursor; /* (owned) (nullable) */
  GError       *error;  /* (owned) (nullable) why the source was of no use; set while the held list is read */
  guint         n_pages;
} Listing;

static void start_batch (SpPrefetcher *self);
static void ask_page (Listing *listing);

static void
listing_free (Listing *listing)
{
  g_clear_error (&listing->error);
  g_free (listing->cursor);
  g_object_unref (listing->self);
  g_free (listing);
}

static void
paused_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SpPrefetcher) self = user_data;

  sp_clock_wait_until_finish (SP_CLOCK (source), result, NULL);
  start_batch (self);
}

static void
end_batch (SpPrefetcher *self)
{
  guint size = self->options.max_workers;
  guint n_batches = (self->works->len + size - 1) / size;
  gint64 pause_us = 0;

  if (self->next_work < self->works->len && self->batch_was_live && !sp_pacer_has_quota (self->pacer)
      && !sp_prefetcher_is_cancelled (self))
    pause_us = sp_pacer_draw_pause_us (self->pacer);
  sp_run_log_batch ((self->next_work + size - 1) / size, n_batches, pause_us);

  if (pause_us == 0)
    start_batch (self);
  else
    sp_clock_wait_until_async (self->clock, sp_clock_get_wall_us (self->clock) + pause_us, self->cancellable,
                               paused_cb, g_object_ref (self));
}

void
sp_prefetcher_work_listed (SpPrefetcher *self,
                           SpWork       *work)
{
  self->n_lists_done++;
  sp_prefetcher_tell (self);
  if (--self->n_outstanding == 0)
    end_batch (self);
}

static void
end_listing (Listing      *listing,
             SpListState   state,
             const GError *error)
{
  SpPrefetcher *self = listing->self;
  SpWork *work = listing->work;

  sp_work_end_list (work, state, error);
  if (state == SP_LIST_STALE)
    sp_run_log_stale (sp_work_get_athlete (work), error);
  if (state == SP_LIST_FAILED)
    sp_run_log_failed (sp_work_get_athlete (work), error);

  if (state == SP_LIST_FRESH || state == SP_LIST_STALE)
    sp_prefetcher_plan_work (self, work);
  else
    sp_prefetcher_work_listed (self, work);
  listing_free (listing);
}

/* A list that comes from what is held is fresh only where it was asked since this run began. */
static void
end_pages (Listing *listing)
{
  SpPrefetcher *self = listing->self;
  const SpBlockInfo *info = sp_block_get_info (sp_work_get_block (listing->work));
  g_autoptr (GError) error = NULL;

  if (listing->error != NULL)
    error = g_error_copy (listing->error);
  else if (listing->n_pages > 0 && info->from_cache && info->fetched_at_s < self->run_started_s)
    error = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, _("The source was not asked."));

  end_listing (listing, error != NULL ? SP_LIST_STALE : SP_LIST_FRESH, error);
}

/* The source was of no use: what is held may do, from its first page. */
static void
fall_back (Listing *listing,
           GError  *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      end_listing (listing, SP_LIST_CANCELLED, NULL);
    }
  else if (listing->error != NULL)
    {
      g_autoptr (GError) first = g_error_copy (listing->error);

      g_error_free (error);
      end_listing (listing, SP_LIST_FAILED, first);
    }
  else
    {
      if (g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED))
        sp_work_set_dead (listing->work, error);
      listing->error = error;
      listing->n_pages = 0;
      g_clear_pointer (&listing->cursor, g_free);
      ask_page (listing);
    }
}

static void
page_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Listing *listing = user_data;
  SpPrefetcher *self = listing->self;
  g_autoptr (SpActivityPage) page = NULL;
  GError *error = NULL;
  const char *next;
  guint n_retries;

  page = sp_reader_read_finish (SP_READER (source), result, &n_retries, &error);
  sp_work_add_retries (listing->work, n_retries);
  if (page == NULL)
    {
      fall_back (listing, error);
      return;
    }

  listing->n_pages++;
  if (self->source_id == NULL)
    self->source_id = sp_activity_page_get_origin (page)->source_id;
  self->batch_was_live = self->batch_was_live || sp_activity_page_get_origin (page)->n_reads > 0;
  sp_work_add_page (listing->work, page, sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC);
  next = sp_activity_page_get_next_cursor (page);
  if (next == NULL)
    {
      end_pages (listing);
      return;
    }
  if (listing->n_pages >= MAX_PAGES || g_strcmp0 (next, listing->cursor) == 0)
    {
      fall_back (listing, g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL,
                                       _("The source's list of activities does not end.")));
      return;
    }
  g_free (listing->cursor);
  listing->cursor = g_strdup (next);
  ask_page (listing);
}

static void
ask_page (Listing *listing)
{
  SpPrefetcher *self = listing->self;
  const SpPass *pass = &g_array_index (self->passes, SpPass, self->pass);
  SpRead read = {
    .kind = SP_READ_LIST,
    .athlete = sp_work_get_athlete (listing->work),
    .period = &pass->utc,
    .cursor = listing->cursor,
    .policy = listing->error != NULL ? SP_POLICY_CACHED_ONLY
              : self->options.strategy == SP_STRATEGY_PER_SEGMENT ? SP_POLICY_REFRESH : SP_POLICY_DEFAULT,
  };

  sp_reader_read_async (self->reader, &read, self->cancellable, page_cb, listing);
}

static void
start_batch (SpPrefetcher *self)
{
  const SpPass *pass = &g_array_index (self->passes, SpPass, self->pass);
  guint end = MIN (self->next_work + self->options.max_workers, self->works->len);
  guint begin = self->next_work;

  if (begin >= self->works->len || sp_prefetcher_is_cancelled (self))
    {
      sp_prefetcher_start_details (self);
      return;
    }

  self->batch_was_live = FALSE;
  self->next_work = end;
  self->n_outstanding = end - begin;
  for (guint i = begin; i < end; i++)
    {
      Listing *listing = g_new0 (Listing, 1);

      listing->self = g_object_ref (self);
      listing->work = self->works->pdata[i];
      sp_work_begin_list (listing->work, &pass->utc);
      ask_page (listing);
    }
  sp_prefetcher_tell (self);
}

void
sp_prefetcher_start_lists (SpPrefetcher *self)
{
  self->phase = SP_PHASE_LISTS;
  self->next_work = 0;
  g_clear_object (&self->queue);
  self->queue = sp_detail_queue_new (sp_competition_get_n_groups (self->competition));
  start_batch (self);
}
