/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-trace-words.h"

#include "support/sp-test-club.h"

static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_sum (void)
{
  assert_words (sp_trace_words_sum (675, 0, 0), "0:11:15");
  assert_words (sp_trace_words_sum (675, 30, 0), "0:11:15 − 0:30 = 0:10:45");
  assert_words (sp_trace_words_sum (675, 0, -30), "0:11:15 + 0:30 = 0:11:45");
  assert_words (sp_trace_words_sum (675, 30, 15), "0:11:15 − 0:30 − 0:15 = 0:10:30");
  assert_words (sp_trace_words_sum (20, 30, 0), "0:00:20 − 0:30 = 0:00:00");
  assert_words (sp_trace_words_sum (20, 30, -5), "0:00:20 − 0:30 + 0:05 = 0:00:05");
}

/* What to do is said for every way in which something can be unknown. */
static void
test_remedies (void)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1, .name = "Huw");
  const struct { SpCoverage coverage; const char *remedy; } cases[] = {
    { { SP_COVERAGE_FULL }, NULL },
    { { SP_COVERAGE_TO_COME }, NULL },
    { { SP_COVERAGE_ASKED }, NULL },
    { { SP_COVERAGE_NO_ACCOUNT }, "Enter the account of Huw, then connect it." },
    { { SP_COVERAGE_NOT_ASKED }, "Refresh to ask for Huw." },
    { { SP_COVERAGE_CANCELLED }, "Refresh to go on: it was cancelled before Huw was asked." },
    { { SP_COVERAGE_OLD }, "Refresh to ask for Huw again: the data held are too old to prove anything." },
    { { SP_COVERAGE_REFRESH, 0, 0 },
      "Refresh to ask for Huw again: the last refresh was too early, or for other dates." },
    { { SP_COVERAGE_REFRESH, 1, 0 }, "Refresh to fetch 1 activity that matters now." },
    { { SP_COVERAGE_REFRESH, 2, 0 }, "Refresh to fetch 2 activities that matter now." },
    { { SP_COVERAGE_UNKNOWN, 0, 1 }, "Refresh to try 1 activity again that could not be fetched." },
    { { SP_COVERAGE_SEGMENT }, "Refresh to read the segment again: for which sport it is, could not be had." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_words (sp_trace_words_remedy (&cases[i].coverage, NULL, runner), cases[i].remedy);
}

static void
test_failures (void)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1, .name = "Huw %s");
  const SpCoverage coverage = { SP_COVERAGE_FAILED };
  const struct { int code; const char *remedy; } cases[] = {
    { SP_FETCH_ERROR_UNAUTHORIZED, "Connect Huw %s again." },
    { SP_FETCH_ERROR_FORBIDDEN,
      "The source refuses access to Huw %s. Check the application's settings at the source." },
    { SP_FETCH_ERROR_NOT_FOUND, "Check the account of Huw %s: the source does not know it." },
    { SP_FETCH_ERROR_OFFLINE, "Check the network, then refresh to ask for Huw %s." },
    { SP_FETCH_ERROR_RATE_LIMITED, "Refresh when the source allows requests again, to ask for Huw %s." },
    { SP_FETCH_ERROR_NOT_CACHED, "Refresh with the network on: nothing is stored of Huw %s." },
    { SP_FETCH_ERROR_FAILED, "Refresh to ask for Huw %s again." },
    { -1, "Refresh to ask for Huw %s again." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpHarvest) harvest = sp_test_harvest (.blocks = {
        sp_test_block (.id = 1, .list = SP_LIST_FAILED, .error_code = cases[i].code) });

      assert_words (sp_trace_words_remedy (&coverage, harvest, runner), cases[i].remedy);
    }
}

static void
test_skipped (void)
{
  assert_words (sp_trace_words_skipped (SP_SKIP_WINDOW, 4), "4 outside every window");
  assert_words (sp_trace_words_skipped (SP_SKIP_SPORT, 1), "1 of another sport");
  assert_words (sp_trace_words_skipped (SP_SKIP_ROUTE, 1), "1 nowhere near the segment");
  assert_words (sp_trace_words_skipped (SP_SKIP_MANUAL, 1), "1 entered by hand");
  assert_words (sp_trace_words_skipped (SP_SKIP_INDOOR, 2), "2 indoors");
}

static void
assert_out (SpVerdict         verdict,
            const SpSighting *sighting,
            const char       *word,
            const char       *reason)
{
  g_autoptr (SpGroup) group = sp_test_group (.min_distance_m = 3500,
                                             .windows = { { "2026-01-05", "2026-01-11", "W" } });

  g_assert_cmpstr (sp_trace_words_verdict (verdict), ==, word);
  assert_words (sp_trace_words_out (verdict, group, sighting), reason);
}

static void
test_verdicts (void)
{
  SpEffort effort = { 1, 7, sp_test_time ("2026-01-12T00:02:00"), 300, -1, 3480, SP_EFFORT_NONE };
  SpSighting sighting = { &effort, NULL, 1, effort.start_local_s, FALSE };

  assert_out (SP_VERDICT_TOO_LATE, &sighting, "too late", "2 minutes after W ended");
  assert_out (SP_VERDICT_TOO_SHORT, &sighting, "too short", "3,480 m, minimum 3,500 m");
  assert_out (SP_VERDICT_NO_DISTANCE, &sighting, "no distance", "distance unknown, minimum 3,500 m");
  assert_out (SP_VERDICT_SPORT, &sighting, "other sport", "recorded as an unknown sport");
  assert_out (SP_VERDICT_FLAGGED, &sighting, "flagged", "the source doubts it, and the rule leaves such out");
  assert_out (SP_VERDICT_NO_TIME, &sighting, "no time", "it has no elapsed time");
  assert_out (SP_VERDICT_NO_START, &sighting, "no date", "it is not known when it was");
  sighting.start_local_s = sp_test_time ("2026-01-04T21:00:00");
  assert_out (SP_VERDICT_TOO_EARLY, &sighting, "too early", "3 hours before W began");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/trace-words/sum", test_sum);
  g_test_add_func ("/engine/trace-words/remedies", test_remedies);
  g_test_add_func ("/engine/trace-words/failures", test_failures);
  g_test_add_func ("/engine/trace-words/skipped", test_skipped);
  g_test_add_func ("/engine/trace-words/verdicts", test_verdicts);

  return g_test_run ();
}
