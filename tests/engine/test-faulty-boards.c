/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boards after a run in which something failed, at every call and with every error, or that was cancelled at every
 * call: rows are right, or say that they may not be; never a default or none in place of what is not known. */
#include "engine/sp-prefetcher.h"
#include "engine/sp-scorer.h"

#include "support/sp-caching-fetcher.h"
#include "support/sp-test-club.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#define NOW "2026-03-02T12:00:00Z"
#define N_CALLS 12

/* Runner 3 never ran. The faster effort of each is in the older activity, which is asked for last. */
static SpTableFetcher *
make_source (SpTestClock *clock)
{
  SpTableFetcher *source = sp_table_fetcher_new (SP_CLOCK (clock));

  sp_table_fetcher_add_segment (source, sp_test_segment (.id = 501));
  for (gint64 id = 1; id <= 2; id++)
    {
      sp_table_fetcher_add (source, id, sp_test_activity (.id = id * 10, .start = "2026-01-06T18:00:00",
                                                          .efforts = { { 501, 300 + (int) id } }));
      sp_table_fetcher_add (source, id, sp_test_activity (.id = id * 10 + 1, .start = "2026-01-13T18:00:00",
                                                          .efforts = { { 501, 400 } }));
    }
  sp_test_begin_run (SP_FETCHER (source), clock);

  return source;
}

static SpCompetition *
make_competition (void)
{
  return sp_test_competition (.runners = { sp_test_runner (.id = 1), sp_test_runner (.id = 2),
                                           sp_test_runner (.id = 3) },
                              .groups = { sp_test_group (.segment_id = 501, .default_time_s = 900,
                                                         .windows = { { "2026-01-05", "2026-01-18" } }) });
}

static void
assert_row (const SpRowValues *row)
{
  gint64 id = sp_runner_get_values (row->runner)->id;

  if (row->state == SP_ROW_NO_DATA)
    {
      g_assert_nonnull (row->reason);
      g_assert_cmpuint (row->rank, ==, 0);
      return;
    }
  if (id == 3)
    {
      g_assert_cmpint (row->state, ==, SP_ROW_DEFAULT);
      g_assert_cmpint (row->time_s, ==, 900);
      g_assert_cmpint (row->flags, ==, SP_ROW_PLAIN);
      return;
    }
  g_assert_cmpint (row->state, ==, SP_ROW_TIMED);
  if (row->time_s != 300 + id)
    {
      g_assert_cmpint (row->time_s, ==, 400);
      g_assert_cmpint (row->flags, ==, SP_ROW_INCOMPLETE);
    }
}

/* Returns how many rows are in doubt. */
static guint
assert_boards (SpCompetition *competition,
               SpHarvest     *harvest)
{
  g_autoptr (SpResults) results = sp_scorer_score (competition, harvest, sp_test_time (NOW) + 60);
  g_autoptr (SpBoard) board = g_list_model_get_item (sp_results_get_values (results)->boards, 0);
  const SpBoardValues *values = sp_board_get_values (board);
  guint n_doubtful = 0;

  g_assert_cmpuint (g_list_model_get_n_items (values->rows), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (values->rows, i);

      assert_row (sp_row_get_values (row));
      n_doubtful += sp_row_get_values (row)->state == SP_ROW_NO_DATA ||
                    (sp_row_get_values (row)->flags & SP_ROW_INCOMPLETE) != 0;
    }
  g_assert_cmpuint (values->n_no_data, ==, n_doubtful);
  g_assert_cmpint (values->state, ==, n_doubtful > 0 ? SP_BOARD_PROVISIONAL : SP_BOARD_COMPLETE);
  g_assert_true (n_doubtful == 0 || !sp_results_all_known (results));

  return n_doubtful;
}

static void
test_nth_call (void)
{
  static const SpTestOp ops[] = { SP_TEST_LIST, SP_TEST_ACTIVITY, SP_TEST_SEGMENT };
  g_autoptr (SpCompetition) competition = make_competition ();
  guint n_doubtful = 0;

  for (int code = SP_FETCH_ERROR_FAILED; code <= SP_FETCH_ERROR_NOT_CACHED; code++)
    for (guint op = 0; op < G_N_ELEMENTS (ops); op++)
      for (guint nth = 1; nth <= 5; nth++)
        for (guint times = 1; times <= 100; times += 99)
          {
            SpTestClock *clock = sp_test_clock_new (NOW);
            SpTableFetcher *source = make_source (clock);
            g_autoptr (GError) planted = g_error_new (SP_FETCH_ERROR, code, "Planted");
            g_autoptr (GError) error = NULL;
            g_autoptr (SpHarvest) harvest = NULL;

            sp_test_fetcher_fail (SP_TEST_FETCHER (source), ops[op], nth, times, planted);
            harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, &error);
            g_assert_no_error (error);
            n_doubtful += assert_boards (competition, harvest);
            g_assert_finalize_object (source);
            g_assert_finalize_object (clock);
          }
  g_assert_cmpuint (n_doubtful, >, 50);
}

static SpHarvest *
run_and_cancel (SpTableFetcher *source,
                SpTestClock    *clock,
                SpCompetition  *competition,
                guint           step)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (SpPrefetcher) prefetcher = sp_prefetcher_new (SP_FETCHER (source), SP_CLOCK (clock));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SpHarvest *harvest;

  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  sp_prefetcher_run_async (prefetcher, competition, &options, cancellable, sp_test_store_result, &result);
  while (result == NULL)
    {
      if (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_ANY) >= step)
        g_cancellable_cancel (cancellable);
      g_main_context_iteration (NULL, TRUE);
    }
  harvest = sp_prefetcher_run_finish (prefetcher, result, &error);
  g_assert_no_error (error);
  sp_test_settle ();

  return harvest;
}

static void
test_cancelled (void)
{
  g_autoptr (SpCompetition) competition = make_competition ();

  for (guint step = 0; step < N_CALLS; step++)
    {
      SpTestClock *clock = sp_test_clock_new (NOW);
      SpTableFetcher *source = make_source (clock);
      g_autoptr (SpHarvest) harvest = NULL;
      guint n_doubtful;

      sp_table_fetcher_get_settings (source)->latency_us = 1000;
      harvest = run_and_cancel (source, clock, competition, step);
      n_doubtful = assert_boards (competition, harvest);
      g_assert_true (step > 0 || n_doubtful == 3);
      g_assert_finalize_object (source);
      g_assert_finalize_object (clock);
    }
}

/* With an older list and older details at hand, rows are old, and none is made up. */
static void
test_old_data (void)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  SpTestClock *clock = sp_test_clock_new ("2026-01-08T12:00:00Z");
  SpTableFetcher *source = make_source (clock);
  SpCachingFetcher *cache = sp_caching_fetcher_new (SP_FETCHER (source));
  g_autoptr (GError) offline = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, "Planted");
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) second = NULL;
  g_autoptr (SpResults) results = NULL;
  g_autoptr (SpBoard) board = NULL;

  sp_test_begin_run (SP_FETCHER (cache), clock);
  first = sp_test_prefetch (SP_FETCHER (cache), clock, competition, NULL, NULL, NULL);
  sp_test_clock_advance (clock, (gint64) 53 * SP_TIME_DAY_S * G_USEC_PER_SEC);
  sp_test_begin_run (SP_FETCHER (cache), clock);
  sp_test_fetcher_fail (SP_TEST_FETCHER (source), SP_TEST_LIST, 1, 100, offline);
  second = sp_test_prefetch (SP_FETCHER (cache), clock, competition, NULL, NULL, NULL);

  results = sp_scorer_score (competition, second, sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC);
  board = g_list_model_get_item (sp_results_get_values (results)->boards, 0);
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpuint (sp_board_get_values (board)->n_stale, ==, 3);
  g_assert_cmpuint (sp_board_get_values (board)->n_timed, ==, 2);
  g_assert_cmpuint (sp_board_get_values (board)->n_ranked, ==, 2);
  g_assert_false (sp_results_all_known (results));
  g_assert_finalize_object (cache);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/faulty-boards/nth-call", test_nth_call);
  g_test_add_func ("/engine/faulty-boards/cancelled", test_cancelled);
  g_test_add_func ("/engine/faulty-boards/old-data", test_old_data);

  return g_test_run ();
}
