/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "engine/sp-plan.h"

/* A runner's efforts on one segment, asked where details could not be had; what it tells proves nothing absent. */
typedef struct
{
  SpPrefetcher *self;   /* (owned) */
  SpWork       *work;   /* (not owned) */
  gint64        segment_id;
  SpPeriod      local;
  char         *cursor; /* (owned) (nullable) */
} Second;

static void ask_efforts (Second *second);

static void
end_second (Second *second)
{
  SpPrefetcher *self = second->self;

  sp_prefetcher_tell (self);
  if (--self->n_outstanding == 0)
    sp_prefetcher_next_pass (self);
  g_free (second->cursor);
  g_object_unref (second->self);
  g_free (second);
}

static void
efforts_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Second *second = user_data;
  g_autoptr (SpEffortPage) page = sp_reader_read_finish (SP_READER (source), result, NULL, NULL);
  const char *next = NULL;

  for (gsize i = 0; page != NULL && i < sp_effort_page_get_n (page); i++)
    {
      gint64 activity_id;
      const SpEffort *effort = sp_effort_page_get (page, i, &activity_id);

      if (effort->segment_id == second->segment_id)
        sp_work_add_listed (second->work, effort, activity_id);
    }
  if (page != NULL)
    next = sp_effort_page_get_next_cursor (page);
  if (next == NULL || g_strcmp0 (next, second->cursor) == 0)
    {
      end_second (second);
      return;
    }
  g_free (second->cursor);
  second->cursor = g_strdup (next);
  ask_efforts (second);
}

static void
ask_efforts (Second *second)
{
  SpPrefetcher *self = second->self;
  SpRead read = {
    .kind = SP_READ_EFFORTS,
    .athlete = sp_work_get_athlete (second->work),
    .id = second->segment_id,
    .period = &second->local,
    .cursor = second->cursor,
    .policy = SP_POLICY_DEFAULT,
  };

  sp_reader_read_async (self->reader, &read, self->cancellable, efforts_cb, second);
}

static gboolean
lacks_detail (SpPrefetcher *self,
              SpWork       *work,
              SpGroup      *group,
              SpSegment    *segment)
{
  SpSkipReason reason;

  for (guint i = 0; i < sp_work_get_n (work); i++)
    if (sp_work_get_state (work, i) == SP_DETAIL_UNKNOWN
        && sp_plan_matters (group, segment, sp_work_get_activity (work, i), self->options.thorough, &reason))
      return TRUE;

  return FALSE;
}

/* One question for each runner and segment; groups on one segment share it. */
static void
gather_seconds (SpPrefetcher *self,
                SpWork       *work,
                GPtrArray    *seconds)
{
  guint begin = seconds->len;

  for (guint i = 0; i < sp_competition_get_n_groups (self->competition); i++)
    {
      SpGroup *group = sp_competition_get_group (self->competition, i);
      gint64 segment_id = sp_group_get_values (group)->segment_id;
      Second *second = NULL;
      SpPeriod local;

      if (!lacks_detail (self, work, group, sp_plan_find_segment (self->segments, segment_id)))
        continue;
      sp_group_get_period (group, &local);
      for (guint j = begin; j < seconds->len && second == NULL; j++)
        if (((Second *) seconds->pdata[j])->segment_id == segment_id)
          second = seconds->pdata[j];
      if (second == NULL)
        {
          second = g_new0 (Second, 1);
          second->self = g_object_ref (self);
          second->work = work;
          second->segment_id = segment_id;
          second->local = local;
          g_ptr_array_add (seconds, second);
        }
      second->local.start_s = MIN (second->local.start_s, local.start_s);
      second->local.end_s = MAX (second->local.end_s, local.end_s);
    }
}

void
sp_prefetcher_start_efforts (SpPrefetcher *self)
{
  g_autoptr (GPtrArray) seconds = g_ptr_array_new ();

  if ((sp_fetcher_get_features (self->fetcher) & SP_FETCHER_LISTS_EFFORTS) != 0 && !sp_prefetcher_is_cancelled (self))
    for (guint i = 0; i < self->works->len; i++)
      if (sp_work_get_dead (self->works->pdata[i]) == NULL)
        gather_seconds (self, self->works->pdata[i], seconds);

  if (seconds->len == 0)
    {
      sp_prefetcher_next_pass (self);
      return;
    }
  self->n_outstanding = seconds->len;
  for (guint i = 0; i < seconds->len; i++)
    ask_efforts (seconds->pdata[i]);
}
