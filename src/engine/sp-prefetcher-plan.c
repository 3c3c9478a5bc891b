/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "engine/sp-plan.h"
#include "engine/sp-recheck.h"
#include "engine/sp-route-test.h"

/* What is wanted of one runner: first what is held is taken, the rest is queued. */
typedef struct
{
  SpPrefetcher *self;       /* (owned) */
  SpWork       *work;       /* (not owned) */
  GArray       *wanted;     /* (owned) of guint: indices of activities */
  guint8       *for_groups; /* (owned) n_groups for each wanted one */
  GHashTable   *held;       /* (owned) gint64 -> SpHeld, where the source keeps answers */
  GArray       *answers;    /* (owned) (nullable) of SpHeld */
  guint         next;
} Wants;

static void take_next (Wants *wants);

static void
wants_free (Wants *wants)
{
  g_clear_pointer (&wants->held, g_hash_table_unref);
  g_clear_pointer (&wants->answers, g_array_unref);
  g_array_unref (wants->wanted);
  g_free (wants->for_groups);
  g_object_unref (wants->self);
  g_free (wants);
}

static guint
n_groups_of (SpPrefetcher *self)
{
  return sp_competition_get_n_groups (self->competition);
}

static gint64
segment_id_of (SpPrefetcher *self,
               guint         group)
{
  return sp_group_get_values (sp_competition_get_group (self->competition, group))->segment_id;
}

/* The old way asks for each detail of a window again, whatever its route. */
static gboolean
wants_activity (SpPrefetcher *self,
                SpActivity   *activity,
                guint8       *for_groups)
{
  const SpPass *pass = &g_array_index (self->passes, SpPass, self->pass);
  gboolean per_segment = self->options.strategy == SP_STRATEGY_PER_SEGMENT && pass->group != G_MAXUINT;
  SpSkipReason reason;

  memset (for_groups, 0, n_groups_of (self));
  if (pass->group == n_groups_of (self))
    return FALSE;
  if (!sp_plan_wants (self->competition, self->segments, activity, self->options.thorough || per_segment, &reason,
                      for_groups))
    return FALSE;

  return !per_segment || for_groups[pass->group];
}

static gboolean
has_effort (SpActivity *detail,
            gint64      segment_id)
{
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (detail, &n_efforts);

  for (guint i = 0; i < n_efforts; i++)
    if (efforts[i].segment_id == segment_id)
      return TRUE;

  return FALSE;
}

static void
mark_filled (SpPrefetcher *self,
             SpWork       *work,
             SpActivity   *detail)
{
  for (guint i = 0; i < n_groups_of (self); i++)
    if (has_effort (detail, segment_id_of (self, i)))
      sp_work_get_filled (work)[i] = TRUE;
}

gboolean
sp_prefetcher_take_detail (SpPrefetcher  *self,
                           SpWork        *work,
                           guint          index,
                           SpActivity    *detail,
                           GError       **error)
{
  if (!sp_work_put_detail (work, index, detail, error))
    return FALSE;
  mark_filled (self, work, detail);

  return TRUE;
}

static void
queue_item (Wants    *wants,
            guint     i,
            gboolean  refresh,
            gboolean  held)
{
  SpDetailItem item = { wants->work, g_array_index (wants->wanted, guint, i), refresh, held };

  sp_detail_queue_add (wants->self->queue, &item, &wants->for_groups[i * n_groups_of (wants->self)]);
  wants->self->n_details++;
}

/* When the last of the boards that an activity matters for is over, by the clock of who ran it. */
static gint64
boards_over_s (SpPrefetcher *self,
               SpActivity   *activity,
               const guint8 *for_groups)
{
  gint64 local_s = sp_activity_get_start_local_s (activity), utc_s = sp_activity_get_start_utc_s (activity);
  gint64 offset_s = local_s != SP_TIME_UNKNOWN && utc_s != SP_TIME_UNKNOWN ? local_s - utc_s : 0;
  gint64 over_s = G_MININT64;

  for (guint i = 0; i < n_groups_of (self); i++)
    {
      SpPeriod local;

      if (!for_groups[i])
        continue;
      sp_group_get_period (sp_competition_get_group (self->competition, i), &local);
      over_s = MAX (over_s, local.end_s - offset_s);
    }

  return over_s != G_MININT64 ? over_s : G_MAXINT64;
}

static gint64
ended_s (SpActivity *activity)
{
  gint64 start_s = sp_activity_get_start_utc_s (activity);

  if (start_s == SP_TIME_UNKNOWN)
    start_s = sp_activity_get_start_local_s (activity);

  return start_s != SP_TIME_UNKNOWN ? start_s + MAX (sp_activity_get_elapsed_s (activity), 0) : 0;
}

/* Whether its route passes a segment that it matters for, and its detail shows no effort there. */
static gboolean
lacks_effort (SpPrefetcher *self,
              SpActivity   *activity,
              SpActivity   *detail,
              const guint8 *for_groups)
{
  SpRoute *route = sp_activity_get_route (activity);

  for (guint i = 0; route != NULL && i < n_groups_of (self); i++)
    {
      gint64 id = segment_id_of (self, i);
      SpSegment *segment = for_groups[i] ? sp_plan_find_segment (self->segments, id) : NULL;

      if (segment != NULL && sp_segment_get_route (segment) != NULL && !has_effort (detail, id)
          && sp_route_test_may_pass (route, sp_activity_get_distance_m (activity), segment))
        return TRUE;
    }

  return FALSE;
}

/* Without @detail it is not known yet whether an effort is lacking. */
static gboolean
is_due (SpPrefetcher *self,
        SpActivity   *activity,
        gint64        fetched_s,
        SpActivity   *detail,
        const guint8 *for_groups)
{
  SpRecheck recheck = {
    .ended_s = ended_s (activity),
    .fetched_s = fetched_s,
    .over_s = boards_over_s (self, activity, for_groups),
    .lacks_effort = detail != NULL && lacks_effort (self, activity, detail, for_groups),
  };

  return sp_recheck_is_due (&recheck, sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC);
}

/* What is held is taken; where it lacks an effort, and that may have appeared since, it is asked for all the same. */
static void
held_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Wants *wants = user_data;
  guint i = wants->next - 1;
  guint index = g_array_index (wants->wanted, guint, i);
  g_autoptr (SpActivity) listed = sp_activity_ref (sp_work_get_activity (wants->work, index));
  g_autoptr (SpActivity) detail = sp_reader_read_finish (SP_READER (source), result, NULL, NULL);

  if (detail == NULL || !sp_prefetcher_take_detail (wants->self, wants->work, index, detail, NULL))
    queue_item (wants, i, FALSE, FALSE);
  else if (is_due (wants->self, listed, sp_activity_get_origin (detail)->fetched_at_s, detail,
                   &wants->for_groups[i * n_groups_of (wants->self)]))
    queue_item (wants, i, TRUE, TRUE);
  take_next (wants);
}

/* Takes the next wanted one that is held as the list now tells it; what is not, is queued. */
static void
take_next (Wants *wants)
{
  SpPrefetcher *self = wants->self;

  while (wants->next < wants->wanted->len && !sp_prefetcher_is_cancelled (self))
    {
      guint i = wants->next++;
      guint index = g_array_index (wants->wanted, guint, i);
      SpActivity *activity = sp_work_get_activity (wants->work, index);
      gint64 id = sp_activity_get_id (activity);
      const SpHeld *held = wants->held != NULL ? g_hash_table_lookup (wants->held, &id) : NULL;
      gboolean same = held != NULL && held->fingerprint == sp_activity_get_fingerprint (activity);

      if (same && !is_due (self, activity, held->fetched_at_s, NULL, &wants->for_groups[i * n_groups_of (self)]))
        {
          SpRead read = {
            .kind = SP_READ_DETAIL,
            .athlete = sp_work_get_athlete (wants->work),
            .id = id,
            .policy = SP_POLICY_CACHED_ONLY,
          };

          sp_reader_read_async (self->reader, &read, self->cancellable, held_cb, wants);
          return;
        }
      queue_item (wants, i, held != NULL || self->options.strategy == SP_STRATEGY_PER_SEGMENT, same);
    }

  /* What was not come to before a cancel is wanted, and not had. */
  for (guint i = wants->next; i < wants->wanted->len; i++)
    queue_item (wants, i, FALSE, FALSE);
  sp_prefetcher_work_listed (self, wants->work);
  wants_free (wants);
}

static void
peeked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Wants *wants = user_data;

  wants->answers = sp_fetcher_peek_finish (SP_FETCHER (source), result, NULL);
  if (wants->answers != NULL)
    {
      wants->held = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < wants->answers->len; i++)
        {
          SpHeld *held = &g_array_index (wants->answers, SpHeld, i);

          g_hash_table_insert (wants->held, &held->id, held);
        }
    }
  take_next (wants);
}

static void
peek (Wants *wants)
{
  SpPrefetcher *self = wants->self;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < wants->wanted->len; i++)
    {
      gint64 id = sp_activity_get_id (sp_work_get_activity (wants->work, g_array_index (wants->wanted, guint, i)));

      g_array_append_val (ids, id);
    }
  sp_fetcher_peek_async (self->fetcher, sp_work_get_athlete (wants->work), (const gint64 *) (gpointer) ids->data,
                         ids->len, self->cancellable, peeked_cb, wants);
}

void
sp_prefetcher_plan_work (SpPrefetcher *self,
                         SpWork       *work)
{
  Wants *wants = g_new0 (Wants, 1);
  guint n_groups = n_groups_of (self);
  guint n = sp_work_get_n (work);
  gboolean again = self->options.strategy == SP_STRATEGY_PER_SEGMENT;

  wants->self = g_object_ref (self);
  wants->work = work;
  wants->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  wants->for_groups = g_malloc0 ((gsize) n * n_groups + 1);
  for (guint i = 0; i < n; i++)
    {
      guint8 *for_groups = &wants->for_groups[wants->wanted->len * n_groups];

      if (sp_work_get_state (work, i) == SP_DETAIL_HELD && !again)
        mark_filled (self, work, sp_work_get_activity (work, i));
      else if (wants_activity (self, sp_work_get_activity (work, i), for_groups))
        g_array_append_val (wants->wanted, i);
    }

  if (wants->wanted->len > 0 && !again && (sp_fetcher_get_features (self->fetcher) & SP_FETCHER_HOLDS) != 0)
    peek (wants);
  else
    take_next (wants);
}
