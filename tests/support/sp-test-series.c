/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-series.h"

#include "model/sp-competition-builder.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

static SpGroup *
make_group (guint i)
{
  g_autofree char *key = g_strdup_printf ("%u", 501 + i);
  g_autofree char *name = g_strdup_printf ("Segment %u", i + 1);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  SpWindowValues window = {
    .start_local_s = sp_test_time ("2026-01-05T00:00:00") + i * 7 * SP_TIME_DAY_S,
    .end_local_s = sp_test_time ("2026-01-11T23:59:59") + i * 7 * SP_TIME_DAY_S,
    .end_is_date = TRUE,
  };
  SpGroupValues values = { .key = key, .segment_id = 501 + i, .name = name, .windows = windows };

  g_ptr_array_add (windows, sp_window_new (&window));

  return sp_group_new (&values);
}

/**
 * sp_test_series_competition:
 * @n_runners: how many run; ids from 1001, two teams
 * @n_groups: how many segments; ids from 501, a week each from 5 January 2026 on
 *
 * Returns: (transfer full): a competition
 */
SpCompetition *
sp_test_series_competition (guint n_runners,
                          guint n_groups)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();

  sp_competition_builder_set_name (builder, "Test Club");
  for (guint i = 0; i < n_runners; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", 1001 + i);
      g_autofree char *name = g_strdup_printf ("Runner %u", i + 1);
      SpRunnerValues values = {
        .key = key, .id = 1001 + i, .name = name, .segment_team = i % 2 == 0 ? "Red" : "Blue",
        .consent_s = SP_TIME_UNKNOWN,
      };
      g_autoptr (SpRunner) runner = sp_runner_new (&values);

      sp_competition_builder_put_runner (builder, runner);
    }
  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (SpGroup) group = make_group (i);

      sp_competition_builder_put_group (builder, group);
    }

  return sp_competition_builder_end (builder);
}

/* One run with an effort in each week, a ride on the same day, and a run long before. */
static void
add_runner (SpTableFetcher *source,
            guint           runner,
            guint           n_groups)
{
  gint64 athlete_id = 1001 + runner;

  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *start = sp_time_to_iso (sp_test_time ("2026-01-06T18:00:00") + i * 7 * SP_TIME_DAY_S);

      sp_table_fetcher_add (source, athlete_id,
                            sp_test_activity (.id = athlete_id * 1000 + i * 2, .start = start,
                                              .efforts = { { 501 + i, 300 + runner + i } }));
      sp_table_fetcher_add (source, athlete_id,
                            sp_test_activity (.id = athlete_id * 1000 + i * 2 + 1, .start = start, .sport = "Ride",
                                              .efforts = { { 501 + i, 90 } }));
    }
  sp_table_fetcher_add (source, athlete_id, sp_test_activity (.id = athlete_id * 1000 + 900,
                                                              .start = "2025-11-01T09:00:00",
                                                              .efforts = { { 501, 10 } }));
}

/**
 * sp_test_series_source:
 * @clock: the clock it answers on
 * @n_runners: as in the competition
 * @n_groups: as in the competition
 *
 * Makes a source whose runners ran each segment once in its week: runner i took 300 + i + segment seconds.
 *
 * Returns: (transfer full): a source
 */
SpTableFetcher *
sp_test_series_source (SpTestClock *clock,
                     guint        n_runners,
                     guint        n_groups)
{
  SpTableFetcher *source = sp_table_fetcher_new (SP_CLOCK (clock));

  for (guint i = 0; i < n_groups; i++)
    sp_table_fetcher_add_segment (source, sp_test_segment (.id = 501 + i));
  for (guint i = 0; i < n_runners; i++)
    add_runner (source, i, n_groups);
  sp_test_begin_run (SP_FETCHER (source), clock);

  return source;
}

/**
 * sp_test_begin_run:
 * @fetcher: a fetcher
 * @clock: its clock
 *
 * Gives it a context whose run begins now.
 */
void
sp_test_begin_run (SpFetcher   *fetcher,
                   SpTestClock *clock)
{
  g_autoptr (SpFetcherContext) context = NULL;

  context = sp_fetcher_context_new (SP_CLOCK (clock), "test", "/nonexistent", NULL,
                                    sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC);
  sp_fetcher_set_context (fetcher, context);
}

/**
 * sp_test_prefetch:
 * @fetcher: whom to ask
 * @clock: the clock
 * @competition: what it is for
 * @options: (nullable): how
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Runs a prefetcher to its end.
 *
 * Returns: (transfer full) (nullable): the harvest
 */
SpHarvest *
sp_test_prefetch (SpFetcher                *fetcher,
                  SpTestClock              *clock,
                  SpCompetition            *competition,
                  const SpPrefetchOptions  *options,
                  GCancellable             *cancellable,
                  GError                  **error)
{
  SpPrefetchOptions ordinary = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;
  SpPrefetcher *prefetcher = sp_prefetcher_new (fetcher, SP_CLOCK (clock));
  SpHarvest *harvest;

  if (options != NULL)
    ordinary = *options;
  if (ordinary.now_local_s == 0)
    ordinary.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  sp_prefetcher_run_async (prefetcher, competition, &ordinary, cancellable, sp_test_store_result, &result);
  sp_test_await (&result);
  harvest = sp_prefetcher_run_finish (prefetcher, result, error);
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (prefetcher);

  return harvest;
}
