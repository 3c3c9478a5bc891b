/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-club.h"

#include "model/sp-competition-builder.h"

static gint64
time_or (const char *iso,
         const char *otherwise)
{
  return sp_test_time (iso != NULL ? iso : otherwise);
}

static gint64
end_time (const char *iso,
          gboolean   *is_date)
{
  gint64 time_s;

  if (!sp_time_parse_iso (iso, &time_s, is_date))
    g_error ("“%s” is not a date", iso);

  return *is_date ? time_s + SP_TIME_DAY_S - 1 : time_s;
}

/**
 * sp_test_make_window:
 * @values: what is said of it
 *
 * Returns: (transfer full): a window
 */
SpWindow *
sp_test_make_window (const SpTestWindow *values)
{
  SpWindowValues window = {
    .start_local_s = sp_test_time (values->start),
    .label = values->label,
    .birthday_bonus_s = values->birthday_bonus_s,
    .time_bonus_s = values->time_bonus_s,
  };

  window.end_local_s = end_time (values->end, &window.end_is_date);

  return sp_window_new (&window);
}

/**
 * sp_test_make_group:
 * @values: what is said of it
 *
 * What sp_test_group() calls.
 *
 * Returns: (transfer full): a board's group
 */
SpGroup *
sp_test_make_group (const SpTestGroup *values)
{
  gint64 segment_id = values->segment_id != 0 ? values->segment_id : 7;
  g_autofree char *key = g_strdup_printf ("g%" G_GINT64_FORMAT, segment_id);
  g_autofree char *name = g_strdup_printf ("Segment %" G_GINT64_FORMAT, segment_id);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  SpGroupValues group = {
    .key = values->key != NULL ? values->key : key,
    .segment_id = segment_id,
    .name = values->name != NULL ? values->name : name,
    .sports = values->sports,
    .min_distance_m = values->min_distance_m,
    .default_time_s = values->default_time_s,
    .closed = values->closed,
    .closed_local_s = SP_TIME_UNKNOWN,
    .windows = windows,
  };

  for (guint i = 0; i < SP_TEST_MAX_WINDOWS && values->windows[i].start != NULL; i++)
    g_ptr_array_add (windows, sp_test_make_window (&values->windows[i]));

  return sp_group_new (&group);
}

/**
 * sp_test_make_runner:
 * @values: what is said
 *
 * What sp_test_runner() calls.
 *
 * Returns: (transfer full): a runner
 */
SpRunner *
sp_test_make_runner (const SpTestRunner *values)
{
  g_autofree char *key = g_strdup_printf ("r%" G_GINT64_FORMAT, values->id);
  g_autofree char *name = g_strdup_printf ("Runner %" G_GINT64_FORMAT, values->id);
  SpRunnerValues runner = {
    .key = values->key != NULL ? values->key : key,
    .id = values->id,
    .name = values->name != NULL ? values->name : name,
    .segment_team = values->team == NULL ? "Reds" : *values->team != '\0' ? values->team : NULL,
    .distance_team = values->distance_team,
    .birth_month = values->birth_month,
    .birth_day = values->birth_day,
    .consent_s = SP_TIME_UNKNOWN,
  };

  return sp_runner_new (&runner);
}

static void
put_series (SpCompetitionBuilder *builder,
            const SpTestWindow   *window,
            guint                 index)
{
  g_autofree char *key = g_strdup_printf ("s%u", index);
  SpSeriesWindowValues values = { .key = key, .start_local_s = sp_test_time (window->start),
                                  .threshold_m = window->time_bonus_s };
  g_autoptr (SpSeriesWindow) series_window = NULL;

  values.end_local_s = end_time (window->end, &values.end_is_date);
  series_window = sp_series_window_new (&values);
  sp_competition_builder_put_series_window (builder, series_window);
}

/**
 * sp_test_make_competition:
 * @values: what is said of it
 *
 * What sp_test_competition() calls.
 *
 * Returns: (transfer full): a competition
 */
SpCompetition *
sp_test_make_competition (const SpTestCompetition *values)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();

  sp_competition_builder_set_name (builder, "Test Club");
  sp_competition_builder_set_rules (builder, &values->rules);
  sp_competition_builder_set_series_sports (builder, values->series_sports);
  for (guint i = 0; i < SP_TEST_MAX_PARTS && values->runners[i] != NULL; i++)
    {
      g_autoptr (SpRunner) runner = values->runners[i];

      sp_competition_builder_put_runner (builder, runner);
    }
  for (guint i = 0; i < SP_TEST_MAX_PARTS && values->groups[i] != NULL; i++)
    {
      g_autoptr (SpGroup) group = values->groups[i];

      sp_competition_builder_put_group (builder, group);
    }
  for (guint i = 0; i < SP_TEST_MAX_WINDOWS && values->series[i].start != NULL; i++)
    put_series (builder, &values->series[i], i);

  return sp_competition_builder_end (builder);
}

static SpDetailState
state_of (const SpTestBlock *values,
          SpActivity        *activity)
{
  for (guint i = 0; i < SP_TEST_MAX_PARTS; i++)
    if (values->unknown[i] == sp_activity_get_id (activity))
      return SP_DETAIL_UNKNOWN;

  return sp_activity_has_efforts (activity) ? SP_DETAIL_HELD : SP_DETAIL_NOT_HELD;
}

/**
 * sp_test_make_block:
 * @values: what is said of it
 *
 * What sp_test_block() calls.
 *
 * Returns: (transfer full): a block
 */
SpBlock *
sp_test_make_block (const SpTestBlock *values)
{
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  guint8 states[SP_TEST_MAX_PARTS] = { 0 };
  gboolean failed = values->list == SP_LIST_FAILED || values->list == SP_LIST_STALE;
  SpBlockInfo info = {
    .athlete_id = values->id,
    .list = values->list,
    .covered = { time_or (values->from, "2025-01-01"), time_or (values->to, "2027-01-01") },
    .fetched_at_s = time_or (values->fetched, "2026-03-01T10:00:00"),
    .from_cache = values->list == SP_LIST_STALE,
    .hides_private = values->hides_private,
    .n_retries = values->n_retries,
    .error_code = failed ? values->error_code : -1,
    .reason = values->reason,
    .asking = values->asking,
  };
  SpEffort listed[2];
  gint64 listed_activities[2] = { values->id + 1000, values->id + 1000 };
  guint n_listed = 0;

  if (values->list == SP_LIST_PENDING || values->list == SP_LIST_FAILED || values->list == SP_LIST_CANCELLED)
    info.fetched_at_s = SP_TIME_UNKNOWN;
  for (guint i = 0; i < SP_TEST_MAX_PARTS && values->activities[i] != NULL; i++)
    {
      states[i] = (guint8) state_of (values, values->activities[i]);
      g_ptr_array_add (activities, values->activities[i]);
    }
  for (; n_listed < 2 && values->listed[n_listed].segment_id != 0; n_listed++)
    listed[n_listed] = (SpEffort) {
      .id = values->listed[n_listed].id,
      .segment_id = values->listed[n_listed].segment_id,
      .start_local_s = sp_test_time (values->listed[n_listed].start),
      .elapsed_s = values->listed[n_listed].elapsed_s,
      .moving_s = -1,
      .distance_m = (float) values->listed[n_listed].distance_m,
    };

  return sp_block_new (&info, activities, states, NULL, listed, listed_activities, n_listed);
}

/**
 * sp_test_make_harvest:
 * @values: what is said of it
 *
 * What sp_test_harvest() calls.
 *
 * Returns: (transfer full): a harvest
 */
SpHarvest *
sp_test_make_harvest (const SpTestHarvest *values)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_block_unref);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  SpHarvestInfo info = {
    .started_s = time_or (values->started, "2026-03-01T10:00:00"),
    .finished_s = time_or (values->finished, "2026-03-01T10:30:00"),
    .source_id = "table",
    .source_name = "The table",
    .thorough = values->thorough,
    .cancelled = values->cancelled,
    .sealed = !values->running,
    .utc_offset_s = values->utc_offset_s,
  };

  for (guint i = 0; i < SP_TEST_MAX_PARTS && values->blocks[i] != NULL; i++)
    g_ptr_array_add (blocks, values->blocks[i]);
  for (guint i = 0; i < SP_TEST_MAX_PARTS && values->segments[i] != NULL; i++)
    g_ptr_array_add (segments, values->segments[i]);

  return sp_harvest_new (&info, blocks, segments);
}
