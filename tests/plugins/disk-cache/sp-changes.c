/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-changes.h"

#include "sp-cache-store.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#define RUN 1001000
#define SOON "2026-01-06T18:40:00Z"

static void
go_on (SpCacheFixture *fixture,
       gint64          span_s)
{
  sp_test_clock_advance (fixture->clock, span_s * G_USEC_PER_SEC);
}

static void
forget_all (SpCacheFixture *fixture)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);

  g_assert_true (sp_cache_store_forget_all (db));
  sp_cache_db_close (db);
}

static void
run (SpCacheFixture *fixture)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (fixture, "on");
}

/* The first runner's run on the first segment, as it is from now on. */
static void
replace (SpCacheFixture *fixture,
         SpActivity     *activity)
{
  sp_table_fetcher_remove (fixture->source, 1001, RUN);
  sp_table_fetcher_add (fixture->source, 1001, activity);
  go_on (fixture, SP_TIME_DAY_S);
}

static void
change_nothing (SpCacheFixture *fixture)
{
  go_on (fixture, SP_TIME_DAY_S);
}

static void
edit (SpCacheFixture *fixture)
{
  replace (fixture, sp_test_activity (.id = RUN, .start = "2026-01-06T18:00:00", .distance_m = 6000,
                                      .efforts = { { 501, 250 } }));
}

static void
crop (SpCacheFixture *fixture)
{
  replace (fixture, sp_test_activity (.id = RUN, .start = "2026-01-06T18:00:00", .elapsed_s = 1500,
                                      .efforts = { { 501, 300 } }));
}

static void
hide (SpCacheFixture *fixture)
{
  replace (fixture, sp_test_activity (.id = RUN, .start = "2026-01-06T18:00:00", .flags = SP_ACTIVITY_ONLY_ME,
                                      .efforts = { { 501, 300 } }));
}

static void
become_ride (SpCacheFixture *fixture)
{
  replace (fixture, sp_test_activity (.id = RUN, .start = "2026-01-06T18:00:00", .sport = "Ride",
                                      .efforts = { { 501, 300 } }));
}

static void
become_run (SpCacheFixture *fixture)
{
  sp_table_fetcher_remove (fixture->source, 1001, RUN + 1);
  sp_table_fetcher_add (fixture->source, 1001, sp_test_activity (.id = RUN + 1, .start = "2026-01-06T18:00:00",
                                                                 .efforts = { { 501, 90 } }));
  go_on (fixture, SP_TIME_DAY_S);
}

static void
upload_late (SpCacheFixture *fixture)
{
  sp_table_fetcher_add (fixture->source, 1002, sp_test_activity (.id = 77, .start = "2026-01-07T18:00:00",
                                                                 .efforts = { { 501, 240 } }));
  go_on (fixture, SP_TIME_DAY_S);
}

static void
upload_outside (SpCacheFixture *fixture)
{
  sp_table_fetcher_add (fixture->source, 1002, sp_test_activity (.id = 77, .start = "2026-01-19T12:00:00",
                                                                 .efforts = { { 501, 240 } }));
  go_on (fixture, SP_TIME_DAY_S);
}

static void
delete (SpCacheFixture *fixture)
{
  sp_table_fetcher_remove (fixture->source, 1003, 1003000);
  go_on (fixture, SP_TIME_DAY_S);
}

static void
wait_minutes (SpCacheFixture *fixture)
{
  go_on (fixture, 600);
}

static void
wait_an_hour (SpCacheFixture *fixture)
{
  go_on (fixture, 3600);
}

static void
wait_a_day (SpCacheFixture *fixture)
{
  wait_an_hour (fixture);
  run (fixture);
  go_on (fixture, SP_TIME_DAY_S);
}

static void
wait_three_days (SpCacheFixture *fixture)
{
  wait_a_day (fixture);
  run (fixture);
  go_on (fixture, 2 * SP_TIME_DAY_S);
}

/* A run that passes the hill, of which the source knows another segment's effort and not yet the hill's. */
static void
wait_for_effort (SpCacheFixture *fixture)
{
  sp_table_fetcher_add_segment (fixture->source, sp_test_segment (.id = 501, .points = { { 52.0, 5.0 },
                                                                                         { 52.01, 5.0 } }));
  for (int i = 0; i < 3; i++)
    {
      sp_table_fetcher_remove (fixture->source, 1001 + i, RUN + i * 1000);
      sp_table_fetcher_add (fixture->source, 1001 + i,
                            sp_test_activity (.id = RUN + i * 1000, .start = "2026-01-06T18:00:00", .distance_m = 3000,
                                              .points = { { 51.99, 5.0 }, { 52.02, 5.0 } },
                                              .efforts = { { i == 0 ? 900 : 501, 300 } }));
    }
  forget_all (fixture);
  run (fixture);
  go_on (fixture, 900);
}

/* The first board is over on the 11th, and the second one opens. */
static void
wait_until_over (SpCacheFixture *fixture)
{
  wait_three_days (fixture);
  run (fixture);
  go_on (fixture, 2 * SP_TIME_DAY_S + SP_TIME_DAY_S / 4);
}

static void
wait_for_nothing_more (SpCacheFixture *fixture)
{
  wait_until_over (fixture);
  run (fixture);
  go_on (fixture, SP_TIME_DAY_S / 2);
}

static const SpChange changes[] = {
  { "nothing", NULL, change_nothing, 0 },
  { "distance corrected", NULL, edit, 1 },
  { "cropped", NULL, crop, 1 },
  { "made private", NULL, hide, 1 },
  { "a run becomes a ride", NULL, become_ride, 0 },
  { "a ride becomes a run", NULL, become_run, 1 },
  { "uploaded late", NULL, upload_late, 1 },
  { "uploaded, outside the weeks", NULL, upload_outside, 0 },
  { "deleted", NULL, delete, 0 },
  { "10 min after 3 runs", SOON, wait_minutes, 0 },
  { "15 min after, an effort lacks", SOON, wait_for_effort, 1 },
  { "an hour after 3 runs", SOON, wait_an_hour, 3 },
  { "a day after 3 runs", SOON, wait_a_day, 3 },
  { "three days after 3 runs", SOON, wait_three_days, 3 },
  { "their board is over, one opens", SOON, wait_until_over, 3, 1 },
  { "nothing is due any more", SOON, wait_for_nothing_more, 0 },
};

/**
 * sp_changes_get:
 * @index: from 0 on
 *
 * Returns: (nullable): a kind of change, %NULL after the last
 */
const SpChange *
sp_changes_get (guint index)
{
  return index < G_N_ELEMENTS (changes) ? &changes[index] : NULL;
}

/* Where it is the first week still, nobody has run in the second. */
static void
remove_what_is_to_come (SpCacheFixture *fixture)
{
  for (gint64 athlete = 1001; athlete < 1001 + SP_CACHE_FIXTURE_N_RUNNERS; athlete++)
    for (int i = 2; i < 4; i++)
      sp_table_fetcher_remove (fixture->source, athlete, athlete * 1000 + i);
}

/**
 * sp_changes_measure:
 * @change: a kind of change
 * @n_lists: (out): lists that the run after it read
 * @n_details: (out): details
 * @n_others: (out): anything else
 *
 * Makes a first run over an empty cache, then the change, then a second run, whose reads are counted.
 */
void
sp_changes_measure (const SpChange *change,
                    guint          *n_lists,
                    guint          *n_details,
                    guint          *n_others)
{
  SpCacheFixture fixture = { NULL };
  SpTestFetcher *source;

  sp_cache_fixture_set_up (&fixture, NULL);
  source = SP_TEST_FETCHER (fixture.source);
  if (change->begin != NULL)
    remove_what_is_to_come (&fixture);
  if (change->begin != NULL)
    sp_test_clock_step_wall (fixture.clock, sp_test_time (change->begin) * G_USEC_PER_SEC
                                            - sp_clock_get_wall_us (SP_CLOCK (fixture.clock)));
  run (&fixture);
  change->change (&fixture);
  run (&fixture);
  *n_lists = sp_test_fetcher_get_n_calls (source, SP_TEST_LIST);
  *n_details = sp_test_fetcher_get_n_calls (source, SP_TEST_ACTIVITY);
  *n_others = sp_test_fetcher_get_n_calls (source, SP_TEST_ANY) - *n_lists - *n_details;
  sp_cache_fixture_tear_down (&fixture, NULL);
}
