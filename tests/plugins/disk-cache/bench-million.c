/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million efforts: from the cache, and from the same answers in JSON again. */
#include "engine/sp-scorer.h"
#include "sp-cache-fixture.h"
#include "sp-cache-worker.h"
#include "sp-strava-json.h"
#include "sp-strava-parse.h"

#include "api/sp-activity-builder.h"
#include "model/sp-competition-builder.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/resource.h>

#define N_RUNNERS 500
#define N_ACTIVITIES 100
#define N_EFFORTS 20
#define N_SEGMENTS 200
#define TOTAL ((double) N_RUNNERS * N_ACTIVITIES * N_EFFORTS)
#define FIRST_S (sp_test_time ("2026-01-05T18:00:00"))

static gsize
bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static double
seconds_since (gint64 begin_us)
{
  return (double) (g_get_monotonic_time () - begin_us) / G_USEC_PER_SEC;
}

static SpActivity *
make_activity (guint  runner,
               guint  index,
               GRand *random)
{
  gint64 start_s = FIRST_S + (gint64) (index % 27) * SP_TIME_DAY_S;
  gint64 id = (gint64) (1001 + runner) * 1000000 + index;
  g_autoptr (SpActivityBuilder) builder = sp_activity_builder_new (id, start_s, start_s);

  sp_activity_builder_set_sport (builder, "Run");
  sp_activity_builder_set_elapsed_s (builder, 3600);
  sp_activity_builder_set_distance_m (builder, 10000);
  sp_activity_builder_set_has_efforts (builder);
  for (gint64 i = 0; i < N_EFFORTS; i++)
    {
      SpEffort effort = { id * 100 + i, 501 + g_rand_int_range (random, 0, N_SEGMENTS), start_s + 100 * i,
                          300 + g_rand_int_range (random, 0, 900), 300, 1000, SP_EFFORT_NONE };

      sp_activity_builder_add_effort (builder, &effort);
    }

  return sp_activity_builder_end (builder);
}

static SpTableFetcher *
make_source (SpTestClock *clock)
{
  SpTableFetcher *source = sp_table_fetcher_new (SP_CLOCK (clock));
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (gint64 i = 0; i < N_SEGMENTS; i++)
    sp_table_fetcher_add_segment (source, sp_test_segment (.id = 501 + i));
  for (guint r = 0; r < N_RUNNERS; r++)
    for (guint i = 0; i < N_ACTIVITIES; i++)
      sp_table_fetcher_add (source, 1001 + r, make_activity (r, i, random));

  return source;
}

static SpCompetition *
make_competition (void)
{
  g_autoptr (SpCompetition) small = sp_test_series_competition (N_RUNNERS, 1);
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (small);
  const SpGroupValues *first = sp_group_get_values (sp_competition_get_group (small, 0));

  for (gint64 i = 0; i < N_SEGMENTS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", (int) (501 + i));
      g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
      SpWindowValues window = { .start_local_s = FIRST_S - SP_TIME_DAY_S / 2,
                                .end_local_s = FIRST_S + 28 * SP_TIME_DAY_S };
      SpGroupValues values = *first;
      g_autoptr (SpGroup) group = NULL;

      g_ptr_array_add (windows, sp_window_new (&window));
      values.key = key;
      values.segment_id = 501 + i;
      values.windows = windows;
      group = sp_group_new (&values);
      sp_competition_builder_put_group (builder, group);
    }

  return sp_competition_builder_end (builder);
}

static void
append_effort (GString        *text,
               const SpEffort *effort)
{
  g_autofree char *start = sp_time_to_iso (effort->start_local_s);

  g_string_append_printf (text, "{\"id\":%" G_GINT64_FORMAT ",\"resource_state\":2,\"name\":\"A hill\","
                          "\"elapsed_time\":%d,\"moving_time\":%d,\"start_date\":\"%sZ\",\"start_date_local\":"
                          "\"%sZ\",\"distance\":%.1f,\"start_index\":10,\"end_index\":99,\"device_watts\":false,"
                          "\"segment\":{\"id\":%" G_GINT64_FORMAT ",\"resource_state\":2,\"name\":\"A hill\","
                          "\"activity_type\":\"Run\",\"distance\":1000.0,\"average_grade\":4.1,\"private\":false}}",
                          effort->id, effort->elapsed_s, effort->moving_s, start, start, (double) effort->distance_m,
                          effort->segment_id);
}

/* One detail as the API sends it, without what nobody reads. */
static char *
make_json (GRand *random)
{
  g_autoptr (SpActivity) activity = make_activity (0, 1, random);
  g_autofree char *start = sp_time_to_iso (sp_activity_get_start_local_s (activity));
  GString *text = g_string_new (NULL);
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  g_string_append_printf (text, "{\"id\":%" G_GINT64_FORMAT ",\"resource_state\":3,\"athlete\":{\"id\":1001},"
                          "\"name\":\"Evening\",\"distance\":10000.0,\"moving_time\":3500,\"elapsed_time\":3600,"
                          "\"total_elevation_gain\":80.0,\"type\":\"Run\",\"sport_type\":\"Run\",\"start_date\":"
                          "\"%sZ\",\"start_date_local\":\"%sZ\",\"utc_offset\":0.0,\"manual\":false,"
                          "\"private\":false,\"segment_efforts\":[", sp_activity_get_id (activity), start, start);
  for (guint i = 0; i < n_efforts; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_effort (text, &efforts[i]);
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
bench_json (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *json = make_json (random);
  SpStravaQuestion question = { 1001, 0, 0, 0, FALSE };
  gsize length = strlen (json);
  guint n_efforts = 0;
  gint64 begin_us = g_get_monotonic_time ();

  for (guint i = 0; i < N_RUNNERS * N_ACTIVITIES; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (json, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = sp_strava_json_parse (bytes, &error);
      g_autoptr (SpActivity) activity = NULL;
      guint n;

      g_assert_no_error (error);
      activity = sp_strava_parse_activity (node, &question, &SP_ORIGIN_UNKNOWN, &error);
      g_assert_no_error (error);
      sp_activity_get_efforts (activity, &n);
      n_efforts += n;
    }
  printf ("the same from JSON again: %.2f s of one core for %u efforts, %.0f bytes of text each\n",
          seconds_since (begin_us), n_efforts, (double) length / N_EFFORTS);
}

static gint64
file_bytes (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "answers.db", NULL);
  GStatBuf buf;

  return g_stat (path, &buf) == 0 ? buf.st_size : 0;
}

/* What it does before the first answer: opening, the check that all is whole, deleting what is too old. */
static void
wait_until_open (SpFetcher *cache)
{
  g_autoptr (SpAthlete) nobody = sp_athlete_new (1, "Nobody");
  g_autoptr (GArray) held = sp_test_peek (cache, nobody, &(gint64) { 1 }, 1, NULL, NULL);

  g_assert_cmpuint (held->len, ==, 0);
}

static SpHarvest *
run (SpCacheFixture *fixture,
     const char     *mode,
     double         *open_s,
     double         *whole_s)
{
  gint64 begin_us = g_get_monotonic_time ();
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, mode);
  SpHarvest *harvest;

  wait_until_open (SP_FETCHER (cache));
  *open_s = seconds_since (begin_us);
  harvest = sp_test_prefetch (SP_FETCHER (cache), fixture->clock, fixture->competition, NULL, NULL, NULL);
  *whole_s = seconds_since (begin_us);
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();

  return harvest;
}

static GLogWriterOutput
drop_log (GLogLevelFlags   level,
          const GLogField *fields,
          gsize            n_fields,
          gpointer         user_data)
{
  return G_LOG_WRITER_HANDLED;
}

int
main (void)
{
  SpCacheFixture fixture = { NULL };
  g_autoptr (SpHarvest) harvest = NULL;
  g_autoptr (SpResults) results = NULL;
  double open_s, whole_s;
  gint64 begin_us;
  gsize before;

  g_log_set_writer_func (drop_log, NULL, NULL);
  sp_cache_fixture_set_up (&fixture, NULL);
  g_clear_object (&fixture.source);
  g_clear_object (&fixture.competition);
  fixture.source = make_source (fixture.clock);
  sp_test_begin_run (SP_FETCHER (fixture.source), fixture.clock);
  fixture.competition = make_competition ();
  printf ("%d runners x %d activities x %d efforts = %.0f efforts, %d segments\n", N_RUNNERS, N_ACTIVITIES, N_EFFORTS,
          TOTAL, N_SEGMENTS);
  sp_harvest_unref (run (&fixture, "on", &open_s, &whole_s));
  printf ("first run, everything asked and kept: %.2f s, %.1f MiB on disk, %.1f bytes per effort\n", whole_s,
          (double) file_bytes (fixture.directory) / 1048576, (double) file_bytes (fixture.directory) / TOTAL);
  before = bytes_in_use ();
  harvest = run (&fixture, "offline", &open_s, &whole_s);
  printf ("from the cache: opened in %.3f s, all read in %.2f s, %.1f bytes per effort in memory\n", open_s, whole_s,
          (double) (bytes_in_use () - before) / TOTAL);
  begin_us = g_get_monotonic_time ();
  results = sp_scorer_score (fixture.competition, harvest, FIRST_S + 30 * SP_TIME_DAY_S);
  printf ("scored: %u boards in %.2f s\n", g_list_model_get_n_items (sp_results_get_values (results)->boards),
          seconds_since (begin_us));
  bench_json ();
  sp_cache_fixture_tear_down (&fixture, NULL);

  return 0;
}
