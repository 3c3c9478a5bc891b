/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole job on the given clock: a competition in, boards out, everything over HTTP. */
#include <string.h>

#include "engine/sp-scorer.h"
#include "files/make-workbook.h"
#include "files/sp-results-writer.h"
#include "files/sp-workbook-reader.h"

#include "sp-still-fetcher.h"
#include "sp-strava-club.h"
#include "sp-strava-rig.h"
#include "support/sp-test-club.h"
#include "support/sp-test-series.h"

#define N_RUNNERS 9
#define N_GROUPS 2
#define N_READS (N_GROUPS + N_RUNNERS + N_RUNNERS * N_GROUPS)

/* The series of the engine's tests: one run a week that counts, a ride that does not, one run long before. */
static void
fill (SpStravaRig *rig)
{
  for (guint g = 0; g < N_GROUPS; g++)
    {
      g_autoptr(SpSegment) segment = sp_test_segment (.id = 501 + g);

      sp_fake_strava_add_segment (rig->server, segment);
    }
  for (guint r = 0; r < N_RUNNERS; r++)
    {
      gint64 id = 1001 + r;
      g_autofree char *name = g_strdup_printf ("Runner %u", r + 1);

      sp_fake_strava_add_athlete (rig->server, id, name, "read,activity:read_all");
      sp_strava_rig_connect (rig, id);
      for (guint g = 0; g < N_GROUPS; g++)
        {
          g_autofree char *start = sp_time_to_iso (sp_test_time ("2026-01-06T18:00:00") + g * 7 * SP_TIME_DAY_S);
          g_autoptr(SpActivity) run = sp_test_activity (.id = id * 1000 + g * 2, .start = start,
                                                        .efforts = { { 501 + g, (int) (300 + r + g) } });
          g_autoptr(SpActivity) ride = sp_test_activity (.id = id * 1000 + g * 2 + 1, .start = start, .sport = "Ride",
                                                         .efforts = { { 501 + g, 90 } });

          sp_fake_strava_add_activity (rig->server, id, run);
          sp_fake_strava_add_activity (rig->server, id, ride);
        }
    }
}

/* A month later, with all of that recorded. */
static SpCompetition *
begin (SpStravaRig *rig)
{
  sp_test_clock_advance (rig->clock, 30 * 86400 * SP_TEST_S);
  fill (rig);

  return sp_test_series_competition (N_RUNNERS, N_GROUPS);
}

static SpHarvest *
fetch (SpStravaRig   *rig,
       SpCompetition *competition)
{
  SpFetcher *still = sp_still_fetcher_new (rig->fetcher, rig->clock);
  g_autoptr(GError) error = NULL;
  SpHarvest *harvest;

  harvest = sp_test_prefetch (still, rig->clock, competition, NULL, NULL, &error);
  g_assert_no_error (error);
  sp_test_assert_finalize_late (still);

  return harvest;
}

static void
check_boards (SpStravaRig   *rig,
              SpCompetition *competition,
              SpHarvest     *harvest,
              guint          without)
{
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (rig->clock)) / G_USEC_PER_SEC;
  g_autoptr(SpResults) results = sp_scorer_score (competition, harvest, now_s);
  GListModel *boards = sp_results_get_values (results)->boards;

  g_assert_cmpuint (g_list_model_get_n_items (boards), ==, N_GROUPS);
  for (guint g = 0; g < N_GROUPS; g++)
    {
      g_autoptr(SpBoard) board = g_list_model_get_item (boards, g);
      GListModel *rows = sp_board_get_values (board)->rows;

      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, N_RUNNERS);
      for (guint i = 0; i < N_RUNNERS; i++)
        {
          g_autoptr(SpRow) item = g_list_model_get_item (rows, i);
          const SpRowValues *row = sp_row_get_values (item);
          guint r = (guint) (sp_runner_get_values (row->runner)->id - 1001);

          g_assert_cmpint (row->state, ==, r == without ? SP_ROW_NO_DATA : SP_ROW_TIMED);
          if (r != without)
            g_assert_cmpint (row->time_s, ==, (int) (300 + r + g));
        }
    }
}

/* Twelve requests a quarter: 29 take three quarters and not a second more, and none is refused. */
static void
test_quarters (SpStravaRig   *rig,
               gconstpointer  unused)
{
  g_autoptr(SpCompetition) competition = begin (rig);
  g_autoptr(SpHarvest) harvest = NULL;

  sp_fake_strava_set_limits (rig->server, 12, 1000);
  harvest = fetch (rig, competition);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, N_READS);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  g_assert_cmpint (sp_clock_get_wall_us (SP_CLOCK (rig->clock)), ==,
                   (sp_time_new (2026, 2, 9, 10, 30, 0) + 2) * SP_TEST_S);
  check_boards (rig, competition, harvest, N_RUNNERS);
}

/* Over midnight UTC as well. */
static void
test_days (SpStravaRig   *rig,
           gconstpointer  unused)
{
  g_autoptr(SpCompetition) competition = begin (rig);
  g_autoptr(SpHarvest) harvest = NULL;

  sp_fake_strava_set_limits (rig->server, 100, 20);
  harvest = fetch (rig, competition);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, N_READS);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  g_assert_cmpint (sp_clock_get_wall_us (SP_CLOCK (rig->clock)), ==,
                   (sp_time_new (2026, 2, 10, 0, 0, 0) + 2) * SP_TEST_S);
  check_boards (rig, competition, harvest, N_RUNNERS);
}

/* One runner's permission is gone: that runner has no data, everybody else's rows are right. */
static void
test_one_is_gone (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_autoptr(SpCompetition) competition = begin (rig);
  g_autoptr(SpHarvest) harvest = NULL;

  sp_test_store_secret (rig->store, "athlete/1005", "{\"refresh_token\":\"long-gone\"}", NULL, NULL);
  harvest = fetch (rig, competition);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, N_READS - 1 - N_GROUPS);
  check_boards (rig, competition, harvest, 4);
}

/* What passes is tried again: the boards are as without it. */
static void
test_faults_that_pass (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  const SpFakeFault faults[] = { SP_FAKE_SERVER_ERROR, SP_FAKE_DROPPED_INSIDE, SP_FAKE_HTML, SP_FAKE_RETRY_AFTER,
                                 SP_FAKE_EXPIRED };
  const guint places[] = { 1, N_READS / 2, N_READS };
  g_autoptr(SpCompetition) competition = begin (rig);

  sp_fake_strava_set_limits (rig->server, 100000, 1000000);
  for (gsize i = 0; i < G_N_ELEMENTS (faults) * G_N_ELEMENTS (places); i++)
    {
      g_autoptr(SpHarvest) harvest = NULL;

      sp_fake_strava_fail (rig->server, faults[i / G_N_ELEMENTS (places)], places[i % G_N_ELEMENTS (places)], 1);
      harvest = fetch (rig, competition);
      check_boards (rig, competition, harvest, N_RUNNERS);
    }
}

/* Each row is right or says that it knows nothing, and why: never that there was nothing. */
static guint
count_unknown (SpStravaRig   *rig,
               SpCompetition *competition,
               SpHarvest     *harvest)
{
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (rig->clock)) / G_USEC_PER_SEC;
  g_autoptr(SpResults) results = sp_scorer_score (competition, harvest, now_s);
  GListModel *boards = sp_results_get_values (results)->boards;
  guint n_unknown = 0;

  for (guint g = 0; g < N_GROUPS; g++)
    {
      g_autoptr(SpBoard) board = g_list_model_get_item (boards, g);
      GListModel *rows = sp_board_get_values (board)->rows;

      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, N_RUNNERS);
      for (guint i = 0; i < N_RUNNERS; i++)
        {
          g_autoptr(SpRow) item = g_list_model_get_item (rows, i);
          const SpRowValues *row = sp_row_get_values (item);

          if (row->state == SP_ROW_TIMED)
            {
              g_assert_cmpint (row->time_s, ==, (int) (300 + sp_runner_get_values (row->runner)->id - 1001 + g));
              continue;
            }
          g_assert_cmpint (row->state, ==, SP_ROW_NO_DATA);
          g_assert_nonnull (row->reason);
          n_unknown++;
        }
    }

  return n_unknown;
}

/* Once, it costs a runner at most, or the board of the segment that could not be read; from then on, whoever is asked
 * later. Who was asked before is right. */
static void
test_faults_that_stay (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  const SpFakeFault faults[] = { SP_FAKE_REFUSED, SP_FAKE_SCOPE, SP_FAKE_PAYMENT, SP_FAKE_INACTIVE,
                                 SP_FAKE_ATHLETE_LIMIT, SP_FAKE_NOT_FOUND, SP_FAKE_TOO_MANY, SP_FAKE_SERVER_ERROR,
                                 SP_FAKE_DROPPED, SP_FAKE_HTML, SP_FAKE_TRUNCATED, SP_FAKE_GARBAGE, SP_FAKE_EMPTY,
                                 SP_FAKE_REDIRECT, SP_FAKE_MISSING_FIELD };
  const guint places[] = { 1, N_READS / 2, N_READS };
  g_autoptr(SpCompetition) competition = begin (rig);

  sp_fake_strava_set_limits (rig->server, 100000, 1000000);
  for (gsize i = 0; i < G_N_ELEMENTS (faults) * G_N_ELEMENTS (places); i++)
    {
      SpFakeFault fault = faults[i / G_N_ELEMENTS (places)];
      guint place = places[i % G_N_ELEMENTS (places)];
      g_autoptr(SpHarvest) once = NULL;
      g_autoptr(SpHarvest) ever = NULL;
      guint n_once, n_ever;

      sp_fake_strava_fail (rig->server, fault, place, fault == SP_FAKE_REFUSED ? 2 : 1);
      once = fetch (rig, competition);
      n_once = count_unknown (rig, competition, once);
      g_assert_cmpuint (n_once, <=, place == 1 ? N_RUNNERS : N_GROUPS);
      sp_fake_strava_fail (rig->server, fault, place, 1000000);
      ever = fetch (rig, competition);
      sp_fake_strava_fail (rig->server, SP_FAKE_N_FAULTS, 0, 0);
      n_ever = count_unknown (rig, competition, ever);
      g_test_message ("fault %u on request %u: %u rows unknown, and %u where it stays", (guint) fault, place, n_once,
                      n_ever);
      g_assert_cmpuint (n_ever, >=, n_once);
      g_assert_true (place == 1 ? n_ever == N_RUNNERS * N_GROUPS : n_ever < N_RUNNERS * N_GROUPS);
      g_assert_cmpuint (n_ever, >, 0);
    }
}

/* A whole club, with privacy zones, hidden starts, private and flagged runs: the boards are those of a source that
 * hands the same activities over without any of Strava between. */
static void
test_club (SpStravaRig   *rig,
           gconstpointer  unused)
{
  SpMockSize size = { 7, 12, 4, 4, sp_time_new (2026, 2, 2, 0, 0, 0) };
  g_autoptr(SpMockClub) club = sp_mock_club_new (&size);
  g_autoptr(SpCompetition) competition = sp_strava_club_make_competition (club);
  g_autoptr(SpTableFetcher) table = NULL;
  g_autoptr(SpHarvest) harvest = NULL;
  g_autoptr(SpHarvest) direct = NULL;
  g_autofree char *boards = NULL;
  g_autofree char *wanted = NULL;
  gint64 now_s = sp_time_new (2026, 2, 2, 20, 0, 0);

  sp_test_clock_advance (rig->clock, now_s * SP_TEST_S - sp_clock_get_wall_us (SP_CLOCK (rig->clock)));
  sp_strava_club_load (rig, club);
  harvest = fetch (rig, competition);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  table = sp_strava_club_make_table (rig, club);
  direct = sp_test_prefetch (SP_FETCHER (table), rig->clock, competition, NULL, NULL, NULL);
  boards = sp_strava_club_print (competition, harvest, now_s);
  wanted = sp_strava_club_print (competition, direct, now_s);
  g_assert_nonnull (strstr (wanted, "timed"));
  g_assert_cmpstr (boards, ==, wanted);
}

static SpCompetition *
read_workbook (void)
{
  g_autoptr(GString) runners = g_string_new (RUNNERS);
  g_autoptr(GString) segments = g_string_new (SEGMENTS);
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(SpWorkbook) workbook = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint r = 0; r < N_RUNNERS; r++)
    g_string_append_printf (runners, "Runner %u|#%u||Reds||\n", r + 1, 1001 + r);
  for (guint g = 0; g < N_GROUPS; g++)
    g_string_append_printf (segments, "#%u|Hill %u|2026-01-%02u|2026-01-%02u|||||\n", 501 + g, g + 1, 5 + 7 * g,
                            11 + 7 * g);
  bytes = make_sheets ("Runners", runners->str, "Segment Series", segments->str, NULL);
  workbook = sp_workbook_reader_read_bytes (bytes, "Club", &faults, NULL, &error);
  g_assert_no_error (error);

  return g_object_ref (sp_workbook_get_competition (workbook));
}

/* As an organiser has it: a workbook in, three quarters of quota waited for, a table out. */
static void
test_workbook (SpStravaRig   *rig,
               gconstpointer  unused)
{
  g_autoptr(SpCompetition) competition = read_workbook ();
  g_autoptr(SpHarvest) harvest = NULL;
  g_autoptr(SpResults) results = NULL;
  g_autoptr(GBytes) table = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  sp_test_clock_advance (rig->clock, 30 * 86400 * SP_TEST_S);
  fill (rig);
  sp_fake_strava_set_limits (rig->server, 12, 1000);
  harvest = fetch (rig, competition);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, N_READS);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  check_boards (rig, competition, harvest, N_RUNNERS);
  results = sp_scorer_score (competition, harvest, sp_time_new (2026, 2, 9, 12, 0, 0));
  table = sp_results_writer_to_bytes (results, SP_RESULTS_CSV, NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
  g_assert_nonnull (strstr (text, "Hill 1,Reds,Runner 1,1,1,1,300,0:05:00"));
  g_assert_nonnull (strstr (text, "Hill 2,Reds,Runner 9,9,9,1,309,0:05:09"));
}

#define ADD(name, func) \
  g_test_add ("/strava/job/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("quarters", test_quarters);
  ADD ("days", test_days);
  ADD ("one-is-gone", test_one_is_gone);
  ADD ("club", test_club);
  ADD ("workbook", test_workbook);
  ADD ("faults-that-pass", test_faults_that_pass);
  ADD ("faults-that-stay", test_faults_that_stay);

  return g_test_run ();
}
