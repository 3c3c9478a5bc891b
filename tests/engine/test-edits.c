/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage rule from end to end: a run, an edit, and a further run that fetches just what the edit made matter. */
#include "engine/sp-scorer.h"

#include "model/sp-competition-builder.h"
#include "support/sp-caching-fetcher.h"
#include "support/sp-test-club.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#define NOW "2026-03-02T12:00:00Z"

static const char * const rides[] = { "Ride", NULL };

/* What the organiser changes in a board of segment 501 from Mon 5 to Sun 11 Jan, and what that makes matter. */
typedef struct
{
  const char  *name;
  SpTestGroup  group;
  SpRunner    *runner;
  guint        n_refresh;
  guint        n_details;
} Edit;

static SpTableFetcher *
make_source (SpTestClock *clock)
{
  SpTableFetcher *source = sp_table_fetcher_new (SP_CLOCK (clock));

  sp_table_fetcher_add_segment (source, sp_test_segment (.id = 501));
  sp_table_fetcher_add_segment (source, sp_test_segment (.id = 502));
  for (gint64 id = 1; id <= 3; id++)
    {
      sp_table_fetcher_add (source, id, sp_test_activity (.id = id * 10, .start = "2026-01-06T18:00:00",
                                                          .efforts = { { 501, 300 + (int) id }, { 502, 100 } }));
      sp_table_fetcher_add (source, id, sp_test_activity (.id = id * 10 + 1, .start = "2026-01-13T18:00:00",
                                                          .efforts = { { 501, 280 }, { 502, 90 } }));
      sp_table_fetcher_add (source, id, sp_test_activity (.id = id * 10 + 2, .start = "2026-01-07T18:00:00",
                                                          .sport = "Ride", .efforts = { { 501, 95 } }));
      sp_table_fetcher_add (source, id, sp_test_activity (.id = id * 10 + 3, .start = "2025-12-01T18:00:00",
                                                          .efforts = { { 501, 20 } }));
    }
  sp_test_begin_run (SP_FETCHER (source), clock);

  return source;
}

static SpCompetition *
make_before (void)
{
  return sp_test_competition (.runners = { sp_test_runner (.id = 1), sp_test_runner (.id = 2) },
                              .groups = { sp_test_group (.key = "hill", .segment_id = 501,
                                                         .windows = { { "2026-01-05", "2026-01-11" } }) });
}

static SpCompetition *
make_after (SpCompetition *before,
            const Edit    *edit)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (before);
  g_autoptr (SpGroup) group = sp_test_make_group (&edit->group);

  sp_competition_builder_put_group (builder, group);
  if (edit->runner != NULL)
    sp_competition_builder_put_runner (builder, edit->runner);

  return sp_competition_builder_end (builder);
}

static SpHarvest *
run (SpFetcher     *fetcher,
     SpTestClock   *clock,
     SpCompetition *competition,
     gboolean       thorough)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GError) error = NULL;
  SpHarvest *harvest;

  options.thorough = thorough;
  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  harvest = sp_test_prefetch (fetcher, clock, competition, &options, NULL, &error);
  g_assert_no_error (error);

  return harvest;
}

/* Writes "time or state, reason" of each runner, in the order of the runners. */
static char *
score (SpCompetition *competition,
       SpHarvest     *harvest,
       guint         *n_refresh)
{
  g_autoptr (SpResults) results = sp_scorer_score (competition, harvest, sp_test_time (NOW) + 3600);
  g_autoptr (SpBoard) board = g_list_model_get_item (sp_results_get_values (results)->boards, 0);
  GListModel *rows = sp_board_get_values (board)->rows;
  GString *text = g_string_new (NULL);

  *n_refresh = 0;
  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
      {
        g_autoptr (SpRow) row = g_list_model_get_item (rows, j);
        const SpRowValues *values = sp_row_get_values (row);

        if (values->runner != sp_competition_get_runner (competition, i))
          continue;
        g_string_append_printf (text, "%d %d %s; ", (int) values->state, values->time_s,
                                values->reason != NULL ? values->reason : "");
        *n_refresh += values->state == SP_ROW_NO_DATA || (values->flags & SP_ROW_INCOMPLETE) != 0;
      }
  g_assert_cmpint (sp_results_all_known (results), ==, *n_refresh == 0);

  return g_string_free (text, FALSE);
}

/* What is true of the changed competition, from a run that knows nothing before and skips nothing. */
static char *
score_anew (SpCompetition *competition)
{
  SpTestClock *clock = sp_test_clock_new (NOW);
  SpTableFetcher *source = make_source (clock);
  g_autoptr (SpHarvest) harvest = run (SP_FETCHER (source), clock, competition, TRUE);
  guint n_refresh;
  char *text = score (competition, harvest, &n_refresh);

  g_assert_cmpuint (n_refresh, ==, 0);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);

  return text;
}

static void
assert_edit (const Edit *edit)
{
  SpTestClock *clock = sp_test_clock_new (NOW);
  SpTableFetcher *source = make_source (clock);
  SpCachingFetcher *cache = sp_caching_fetcher_new (SP_FETCHER (source));
  g_autoptr (SpCompetition) before = make_before ();
  g_autoptr (SpCompetition) after = make_after (before, edit);
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) second = NULL;
  g_autofree char *known = NULL, *doubtful = NULL, *mended = NULL, *truth = NULL;
  guint n_refresh, n_details;

  g_test_message ("%s", edit->name);
  sp_test_begin_run (SP_FETCHER (cache), clock);
  first = run (SP_FETCHER (cache), clock, before, FALSE);
  known = score (before, first, &n_refresh);
  g_assert_cmpstr (known, ==, "0 301 ; 0 302 ; ");
  n_details = sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY);
  g_assert_cmpuint (n_details, ==, 2);

  doubtful = score (after, first, &n_refresh);
  g_assert_cmpuint (n_refresh, ==, edit->n_refresh);

  sp_test_begin_run (SP_FETCHER (cache), clock);
  second = run (SP_FETCHER (cache), clock, after, FALSE);
  n_details = sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY) - n_details;
  g_assert_cmpuint (n_details, ==, edit->n_details);
  mended = score (after, second, &n_refresh);
  truth = score_anew (after);
  g_assert_cmpuint (n_refresh, ==, 0);
  g_assert_cmpstr (mended, ==, truth);
  if (edit->n_refresh == 0)
    g_assert_cmpstr (doubtful, ==, truth);
  g_assert_finalize_object (cache);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

static void
test_edits (void)
{
  g_autoptr (SpRunner) third = sp_test_runner (.id = 3);
  const Edit edits[] = {
    { "nothing changed", { "hill", 501, .windows = { { "2026-01-05", "2026-01-11" } } }, NULL, 0, 0 },
    { "window moved", { "hill", 501, .windows = { { "2026-01-12", "2026-01-18" } } }, NULL, 2, 2 },
    { "window added", { "hill", 501, .windows = { { "2026-01-05", "2026-01-11" }, { "2026-01-13", "2026-01-13" } } },
      NULL, 2, 2 },
    { "window widened", { "hill", 501, .windows = { { "2026-01-05", "2026-01-13" } } }, NULL, 2, 2 },
    { "window widened to before", { "hill", 501, .windows = { { "2025-12-01", "2026-01-11" } } }, NULL, 2, 2 },
    { "window narrowed", { "hill", 501, .windows = { { "2026-01-06", "2026-01-06" } } }, NULL, 0, 0 },
    /* Until its geometry is known the ride might count too; then nothing has to be fetched. */
    { "segment changed", { "hill", 502, .windows = { { "2026-01-05", "2026-01-11" } } }, NULL, 2, 0 },
    { "segment and window changed", { "hill", 502, .windows = { { "2026-01-05", "2026-01-18" } } }, NULL, 2, 2 },
    { "sport changed", { "hill", 501, .sports = rides, .windows = { { "2026-01-05", "2026-01-11" } } }, NULL, 2, 2 },
    { "minimum changed", { "hill", 501, .min_distance_m = 2000, .windows = { { "2026-01-05", "2026-01-11" } } }, NULL,
      0, 0 },
    { "bonus changed", { "hill", 501, .windows = { { "2026-01-05", "2026-01-11", .time_bonus_s = 30 } } }, NULL, 0, 0 },
    { "runner added", { "hill", 501, .windows = { { "2026-01-05", "2026-01-11" } } }, third, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    assert_edit (&edits[i]);
}

/* Lists of single windows say nothing of what lies between them; nobody is said not to have run there. */
static void
test_moved_into_a_gap (void)
{
  SpTestClock *clock = sp_test_clock_new (NOW);
  SpTableFetcher *source = make_source (clock);
  const Edit moved = { .group = { "hill", 501, .windows = { { "2025-12-10", "2025-12-11" },
                                                            { "2026-01-12", "2026-01-14" } } } };
  const Edit apart = { .group = { "hill", 501, .windows = { { "2025-12-10", "2025-12-11" },
                                                            { "2026-02-02", "2026-02-03" } } } };
  g_autoptr (SpCompetition) competition = make_before ();
  g_autoptr (SpCompetition) before = make_after (competition, &apart);
  g_autoptr (SpCompetition) after = make_after (competition, &moved);
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (SpHarvest) harvest = NULL;
  g_autofree char *known = NULL, *doubtful = NULL;
  guint n_refresh;

  options.strategy = SP_STRATEGY_PER_SEGMENT;
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, before, &options, NULL, NULL);
  known = score (before, harvest, &n_refresh);
  g_assert_cmpuint (n_refresh, ==, 0);
  doubtful = score (after, harvest, &n_refresh);
  g_assert_cmpuint (n_refresh, ==, 2);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/edits/refresh-needed-and-mended", test_edits);
  g_test_add_func ("/engine/edits/moved-into-a-gap", test_moved_into_a_gap);

  return g_test_run ();
}
