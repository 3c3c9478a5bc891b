/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-table-fetcher.h"

#include "support/sp-test-quota.h"
#include "support/sp-test-values.h"

/**
 * SpTableFetcher:
 *
 * A source that answers from tables which the test fills: exact, in the order of insertion, with pages, delays and a
 * quota that is really kept.
 */
struct _SpTableFetcher
{
  SpTestFetcher    parent_instance;

  SpClock         *clock;    /* (owned) */
  GHashTable      *athletes; /* (owned) (element-type gint64 GPtrArray) */
  GHashTable      *segments; /* (owned) (element-type gint64 SpSegment) */
  GHashTable      *lost;     /* (owned) (element-type gint64) */
  SpTestQuota     *quota;    /* (owned) */
  SpTableSettings  settings;
  guint            n_reads;
  guint            n_refused;
};

G_DEFINE_FINAL_TYPE (SpTableFetcher, sp_table_fetcher, SP_TYPE_TEST_FETCHER)

static GHashTable *
int64_table_new (GDestroyNotify destroy)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, destroy);
}

static SpOrigin
make_origin (SpTableFetcher *self)
{
  SpOrigin origin = { g_intern_static_string ("table"), sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC, 1, FALSE,
                      self->settings.hides_private };

  return origin;
}

static gboolean
spend (SpTableFetcher *self)
{
  if (!sp_test_quota_spend (self->quota))
    {
      self->n_refused++;
      return FALSE;
    }
  self->n_reads++;
  if (!self->settings.hides_quota)
    sp_fetcher_quota_changed (SP_FETCHER (self));

  return TRUE;
}

static GPtrArray *
get_activities (SpTableFetcher *self,
                SpAthlete      *athlete)
{
  gint64 id = sp_athlete_get_id (athlete);

  return g_hash_table_lookup (self->athletes, &id);
}

/* Which of @n answers are on the page; where it does not end the list, the next page's cursor. */
static char *
cut_page (SpTableFetcher *self,
          SpTestCall     *call,
          guint           n,
          guint          *first,
          guint          *end)
{
  *first = call->cursor != NULL ? (guint) g_ascii_strtoull (call->cursor, NULL, 10) : 0;
  *first = MIN (*first, n);
  *end = self->settings.page_size == 0 ? n : MIN (n, *first + self->settings.page_size);

  return *end < n ? g_strdup_printf ("%u", *end) : NULL;
}

static void
answer_list (SpTableFetcher *self,
             GTask          *task,
             SpTestCall     *call)
{
  GPtrArray *all = get_activities (self, call->athlete);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_autofree char *next = NULL;
  SpOrigin origin = make_origin (self);
  guint first, end;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (sp_period_contains (&call->period, sp_activity_get_start_utc_s (all->pdata[i])))
      g_ptr_array_add (found, all->pdata[i]);
  next = cut_page (self, call, found->len, &first, &end);
  for (guint i = first; i < end; i++)
    g_ptr_array_add (page, sp_test_without_efforts (found->pdata[i], &origin));

  g_task_return_pointer (task, sp_activity_page_new (page, next, &origin), (GDestroyNotify) sp_activity_page_unref);
}

static void
answer_activity (SpTableFetcher *self,
                 GTask          *task,
                 SpTestCall     *call)
{
  GPtrArray *all = get_activities (self, call->athlete);
  SpOrigin origin = make_origin (self);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (sp_activity_get_id (all->pdata[i]) == call->id && !g_hash_table_contains (self->lost, &call->id))
      {
        g_task_return_pointer (task, sp_activity_with_origin (all->pdata[i], &origin),
                               (GDestroyNotify) sp_activity_unref);
        return;
      }
  g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND,
                           "There is no activity %" G_GINT64_FORMAT, call->id);
}

static void
answer_segment (SpTableFetcher *self,
                GTask          *task,
                SpTestCall     *call)
{
  SpSegment *segment = g_hash_table_lookup (self->segments, &call->id);
  SpOrigin origin = make_origin (self);

  if (segment == NULL)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND,
                             "There is no segment %" G_GINT64_FORMAT, call->id);
  else
    g_task_return_pointer (task,
                           sp_segment_new (call->id, sp_segment_get_name (segment), sp_segment_get_sport (segment),
                                           sp_segment_get_distance_m (segment), sp_segment_get_route (segment),
                                           &origin),
                           (GDestroyNotify) sp_segment_unref);
}

static void
collect_efforts (SpActivity *activity,
                 SpTestCall *call,
                 GArray     *found,
                 GArray     *ids)
{
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);
  gint64 id = sp_activity_get_id (activity);

  for (guint i = 0; i < n_efforts; i++)
    {
      gint64 start_s = efforts[i].start_local_s != SP_TIME_UNKNOWN ? efforts[i].start_local_s
                                                                   : sp_activity_get_start_local_s (activity);

      if (efforts[i].segment_id != call->id || !sp_period_contains (&call->period, start_s))
        continue;
      g_array_append_val (found, efforts[i]);
      g_array_append_val (ids, id);
    }
}

static void
answer_efforts (SpTableFetcher *self,
                GTask          *task,
                SpTestCall     *call)
{
  GPtrArray *all = get_activities (self, call->athlete);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *next = NULL;
  SpOrigin origin = make_origin (self);
  guint first, end;

  for (guint i = 0; all != NULL && i < all->len; i++)
    collect_efforts (all->pdata[i], call, found, ids);
  next = cut_page (self, call, found->len, &first, &end);

  g_task_return_pointer (task,
                         sp_effort_page_new (&g_array_index (found, SpEffort, first),
                                             &g_array_index (ids, gint64, first), end - first, next, &origin),
                         (GDestroyNotify) sp_effort_page_unref);
}

static void
answer_now (SpTableFetcher *self,
            GTask          *task)
{
  SpTestCall *call = g_task_get_task_data (task);

  switch (call->op)
    {
    case SP_TEST_LIST:
      answer_list (self, task, call);
      break;
    case SP_TEST_ACTIVITY:
      answer_activity (self, task, call);
      break;
    case SP_TEST_SEGMENT:
      answer_segment (self, task, call);
      break;
    case SP_TEST_EFFORTS:
      if (self->settings.lists_efforts)
        {
          answer_efforts (self, task, call);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case SP_TEST_PEEK:
    case SP_TEST_ANY:
    default:
      g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED, "The table does not answer this");
    }
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (sp_clock_wait_until_finish (SP_CLOCK (source), result, &error))
    answer_now (g_task_get_source_object (task), task);
  else
    g_task_return_error (task, error);
}

static void
sp_table_fetcher_answer (SpTestFetcher *fetcher,
                         GTask         *task,
                         SpTestCall    *call)
{
  SpTableFetcher *self = SP_TABLE_FETCHER (fetcher);

  if (call->op != SP_TEST_PEEK && !spend (self))
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED, "Too many requests");
  else if (self->settings.latency_us > 0)
    {
      sp_clock_wait_until_async (self->clock, sp_clock_get_wall_us (self->clock) + self->settings.latency_us,
                                 g_task_get_cancellable (task), waited_cb, task);
      return;
    }
  else
    answer_now (self, task);
  g_object_unref (task);
}

static SpFetcherFeatures
sp_table_fetcher_get_features (SpTestFetcher *fetcher)
{
  return SP_TABLE_FETCHER (fetcher)->settings.lists_efforts ? SP_FETCHER_LISTS_EFFORTS : 0;
}

static SpSourceInfo *
sp_table_fetcher_describe (SpTestFetcher *fetcher)
{
  return sp_source_info_new ("table", 0, 0, NULL);
}

static SpQuota *
sp_table_fetcher_get_quota (SpTestFetcher *fetcher)
{
  SpTableFetcher *self = SP_TABLE_FETCHER (fetcher);

  return self->settings.hides_quota ? NULL : sp_test_quota_get (self->quota);
}

static void
sp_table_fetcher_finalize (GObject *object)
{
  SpTableFetcher *self = SP_TABLE_FETCHER (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->quota, sp_test_quota_free);
  g_clear_pointer (&self->athletes, g_hash_table_unref);
  g_clear_pointer (&self->segments, g_hash_table_unref);
  g_clear_pointer (&self->lost, g_hash_table_unref);

  G_OBJECT_CLASS (sp_table_fetcher_parent_class)->finalize (object);
}

static void
sp_table_fetcher_class_init (SpTableFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_table_fetcher_finalize;
  klass->parent_class.answer = sp_table_fetcher_answer;
  klass->parent_class.get_features = sp_table_fetcher_get_features;
  klass->parent_class.describe = sp_table_fetcher_describe;
  klass->parent_class.get_quota = sp_table_fetcher_get_quota;
}

static void
sp_table_fetcher_init (SpTableFetcher *self)
{
  self->athletes = int64_table_new ((GDestroyNotify) g_ptr_array_unref);
  self->segments = int64_table_new ((GDestroyNotify) sp_segment_unref);
  self->lost = int64_table_new (NULL);
}

/**
 * sp_table_fetcher_new:
 * @clock: its clock
 *
 * Returns: (transfer full): a source that knows nothing yet: one page a list, no delay, no quota
 */
SpTableFetcher *
sp_table_fetcher_new (SpClock *clock)
{
  SpTableFetcher *self = g_object_new (SP_TYPE_TABLE_FETCHER, NULL);

  self->clock = g_object_ref (clock);
  self->quota = sp_test_quota_new (clock);

  return self;
}

static gpointer
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

/* Adds an activity with its efforts, which is taken. */
void
sp_table_fetcher_add (SpTableFetcher *self,
                      gint64          athlete_id,
                      SpActivity     *activity)
{
  GPtrArray *all = g_hash_table_lookup (self->athletes, &athlete_id);

  if (all == NULL)
    {
      all = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
      g_hash_table_insert (self->athletes, copy_id (athlete_id), all);
    }
  g_ptr_array_add (all, activity);
}

/* Deletes an activity. */
void
sp_table_fetcher_remove (SpTableFetcher *self,
                         gint64          athlete_id,
                         gint64          activity_id)
{
  GPtrArray *all = g_hash_table_lookup (self->athletes, &athlete_id);

  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if (sp_activity_get_id (all->pdata[i - 1]) == activity_id)
      g_ptr_array_remove_index (all, i - 1);
}

/* Has an activity listed, but not found when its detail is asked for. */
void
sp_table_fetcher_lose_detail (SpTableFetcher *self,
                              gint64          activity_id)
{
  g_hash_table_add (self->lost, copy_id (activity_id));
}

/* Adds a segment, which is taken. */
void
sp_table_fetcher_add_segment (SpTableFetcher *self,
                              SpSegment      *segment)
{
  g_hash_table_insert (self->segments, copy_id (sp_segment_get_id (segment)), segment);
}

/* How it behaves, to be changed at will. */
SpTableSettings *
sp_table_fetcher_get_settings (SpTableFetcher *self)
{
  return &self->settings;
}

/* Gives it a limit, the shortest span first; a read beyond it is refused as RATE_LIMITED. */
void
sp_table_fetcher_limit (SpTableFetcher *self,
                        gint64          span_s,
                        guint           limit)
{
  sp_test_quota_limit (self->quota, span_s, limit);
}

/* How many reads it let pass. */
guint
sp_table_fetcher_get_n_reads (SpTableFetcher *self)
{
  return self->n_reads;
}

/* How many reads it refused because of its limits. */
guint
sp_table_fetcher_get_n_refused (SpTableFetcher *self)
{
  return self->n_refused;
}
