/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-caching-fetcher.h"
#include "support/sp-hold-fetcher.h"
#include "support/sp-table-fetcher.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

typedef struct
{
  SpTestClock    *clock;
  SpTableFetcher *table;
  SpAthlete      *ann;
  SpPeriod        january;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->clock = sp_test_clock_new ("2026-02-01T10:00:00");
  f->table = sp_table_fetcher_new (SP_CLOCK (f->clock));
  f->ann = sp_athlete_new (1, "Ann");
  f->january = (SpPeriod) { sp_test_time ("2026-01-01"), sp_test_time ("2026-01-31T23:59:59") };
  sp_table_fetcher_add (f->table, 1, sp_test_activity (.id = 10, .efforts = { { 7, 300 }, { 8, 95 } }));
  sp_table_fetcher_add (f->table, 1, sp_test_activity (.id = 11, .start = "2026-01-31T23:59:59"));
  sp_table_fetcher_add (f->table, 1, sp_test_activity (.id = 12, .start = "2026-02-01"));
  sp_table_fetcher_add_segment (f->table, sp_test_segment (.id = 7, .points = { { 51, -3 }, { 51.1, -3 } }));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  sp_athlete_unref (f->ann);
  g_assert_finalize_object (f->table);
  g_assert_finalize_object (f->clock);
}

static char *
list (Fixture    *f,
      gpointer    fetcher,
      const char *cursor,
      SpPolicy    policy)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = sp_test_list (fetcher, f->ann, &f->january, cursor, policy, NULL, &error);
  GString *text = g_string_new (page != NULL && sp_activity_page_get_origin (page)->from_cache ? "held " : NULL);

  if (page == NULL)
    g_string_append_printf (text, "error %d", error->code);
  for (guint i = 0; page != NULL && i < sp_activity_page_get_n (page); i++)
    {
      g_string_append_printf (text, "%d ", (int) sp_activity_get_id (sp_activity_page_get (page, i)));
      g_assert_false (sp_activity_has_efforts (sp_activity_page_get (page, i)));
    }
  if (page != NULL && sp_activity_page_get_next_cursor (page) != NULL)
    g_string_append_printf (text, ">%s", sp_activity_page_get_next_cursor (page));

  return g_string_free (text, FALSE);
}

#define assert_list(f, fetcher, cursor, policy, expected) G_STMT_START { \
  g_autofree char *_text = list ((f), (fetcher), (cursor), (policy)); \
  g_assert_cmpstr (_text, ==, (expected)); \
} G_STMT_END

static void
test_table (Fixture      *f,
            gconstpointer data)
{
  SpFetcher *fetcher = SP_FETCHER (f->table);
  g_autoptr(SpActivity) activity = sp_test_get_activity (fetcher, f->ann, 10, SP_POLICY_DEFAULT, NULL, NULL);
  g_autoptr(SpSegment) segment = sp_test_get_segment (fetcher, NULL, 7, SP_POLICY_REFRESH, NULL, NULL);
  g_autoptr(SpEffortPage) efforts = NULL;
  guint n_efforts;

  sp_activity_get_efforts (activity, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 2);
  g_assert_cmpstr (sp_segment_get_name (segment), ==, "Segment 7");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  assert_list (f, f->table, NULL, SP_POLICY_CACHED_ONLY, "error 8");
  g_assert_null (sp_test_list_efforts (fetcher, f->ann, 7, &f->january, NULL, SP_POLICY_DEFAULT, NULL, NULL));
  sp_table_fetcher_get_settings (f->table)->lists_efforts = TRUE;
  sp_table_fetcher_get_settings (f->table)->page_size = 1;
  efforts = sp_test_list_efforts (fetcher, f->ann, 7, &f->january, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_cmpuint (sp_effort_page_get_n (efforts), ==, 1);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 >1");
  assert_list (f, f->table, "1", SP_POLICY_DEFAULT, "11 ");
  sp_table_fetcher_remove (f->table, 1, 11);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 ");
  g_assert_cmpstr (sp_test_fetcher_get_log (SP_TEST_FETCHER (f->table)), ==,
                   "activity 1 10; segment 7 refresh; list 1; efforts 1 7; efforts 1 7; list 1; list 1 @1; list 1");
}

static void
test_faults (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(GError) offline = g_error_new_literal (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, "No way there");
  g_autoptr(GError) barred = g_error_new_literal (SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN, "Barred");
  g_autoptr(GError) error = NULL;
  SpTestFetcher *faults = SP_TEST_FETCHER (f->table);

  sp_test_fetcher_fail (faults, SP_TEST_ANY, 2, 2, offline);
  sp_test_fetcher_fail (faults, SP_TEST_ACTIVITY, 1, 1, barred);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "error 2");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "error 2");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  g_assert_null (sp_test_get_activity (SP_FETCHER (f->table), f->ann, 10, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN);
  g_clear_error (&error);
  sp_table_fetcher_lose_detail (f->table, 10);
  g_assert_null (sp_test_get_activity (SP_FETCHER (f->table), f->ann, 10, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
  sp_test_fetcher_fail_athlete (faults, SP_TEST_LIST, 1, G_MAXUINT, barred);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "error 5");
  sp_test_fetcher_heal (faults);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (faults, SP_TEST_LIST), ==, 6);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (faults, SP_TEST_ANY), ==, 8);
}

static void
test_quota (Fixture      *f,
            gconstpointer data)
{
  g_autoptr(SpQuota) quota = NULL;
  gint64 next_us = sp_test_time ("2026-02-01T10:15:00") * SP_TEST_S;

  sp_table_fetcher_limit (f->table, 900, 2);
  sp_table_fetcher_limit (f->table, 86400, 3);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "error 3");
  quota = sp_fetcher_get_quota (SP_FETCHER (f->table));
  g_assert_cmpint (sp_quota_get_resume_at_us (quota, sp_clock_get_wall_us (SP_CLOCK (f->clock))), ==, next_us);
  sp_test_clock_advance (f->clock, 900 * SP_TEST_S);
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "error 3");
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (f->table), ==, 3);
  g_assert_cmpuint (sp_table_fetcher_get_n_refused (f->table), ==, 2);
  sp_table_fetcher_get_settings (f->table)->hides_quota = TRUE;
  g_assert_null (sp_fetcher_get_quota (SP_FETCHER (f->table)));
}

static void
test_late_and_cancelled (Fixture      *f,
                         gconstpointer data)
{
  gint64 start_us = sp_clock_get_wall_us (SP_CLOCK (f->clock));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GError) error = NULL;

  sp_table_fetcher_get_settings (f->table)->latency_us = 250000;
  assert_list (f, f->table, NULL, SP_POLICY_DEFAULT, "10 11 ");
  g_assert_cmpint (sp_clock_get_wall_us (SP_CLOCK (f->clock)) - start_us, ==, 250000);
  sp_fetcher_get_activity_async (SP_FETCHER (f->table), f->ann, 10, SP_POLICY_DEFAULT, cancellable,
                                 sp_test_store_result, &first);
  g_cancellable_cancel (cancellable);
  g_assert_null (sp_fetcher_get_activity_finish (SP_FETCHER (f->table), sp_test_await (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (sp_clock_get_wall_us (SP_CLOCK (f->clock)) - start_us, ==, 250000);
}

static void
test_held (Fixture      *f,
           gconstpointer data)
{
  SpHoldFetcher *hold = sp_hold_fetcher_new (SP_FETCHER (f->table));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) first = NULL, second = NULL;
  g_autoptr(SpActivity) activity = NULL;
  g_autoptr(GError) error = NULL;

  sp_fetcher_get_activity_async (SP_FETCHER (hold), f->ann, 10, SP_POLICY_DEFAULT, cancellable,
                                 sp_test_store_result, &first);
  sp_fetcher_get_activity_async (SP_FETCHER (hold), f->ann, 11, SP_POLICY_DEFAULT, NULL,
                                 sp_test_store_result, &second);
  sp_test_settle ();
  g_assert_cmpuint (sp_hold_fetcher_get_n_held (hold), ==, 2);
  g_assert_cmpuint (sp_test_fetcher_get_max_in_flight (SP_TEST_FETCHER (hold)), ==, 2);
  g_cancellable_cancel (cancellable);
  g_assert_null (sp_fetcher_get_activity_finish (SP_FETCHER (hold), sp_test_await (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (second);
  g_assert_true (sp_hold_fetcher_release (hold));
  g_assert_false (sp_hold_fetcher_release (hold));
  activity = sp_fetcher_get_activity_finish (SP_FETCHER (hold), sp_test_await (&second), NULL);
  g_assert_cmpint (sp_activity_get_id (activity), ==, 11);
  g_assert_cmpstr (sp_test_fetcher_get_log (SP_TEST_FETCHER (f->table)), ==, "activity 1 11");
  sp_hold_fetcher_set_open (hold, TRUE);
  assert_list (f, hold, NULL, SP_POLICY_DEFAULT, "10 11 ");
  g_clear_object (&first);
  g_clear_object (&second);
  g_assert_finalize_object (hold);
}

static void
begin_run (Fixture   *f,
           SpFetcher *fetcher)
{
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (f->clock)) / SP_TEST_S;
  g_autoptr(SpFetcherContext) context = sp_fetcher_context_new (SP_CLOCK (f->clock), "test", NULL, NULL, now_s);

  sp_fetcher_set_context (fetcher, context);
}

static void
test_cache (Fixture      *f,
            gconstpointer data)
{
  SpCachingFetcher *cache = sp_caching_fetcher_new (SP_FETCHER (f->table));
  g_autoptr(SpActivity) first = NULL, again = NULL, changed = NULL;
  g_autoptr(GArray) held = NULL;
  const gint64 ids[] = { 10, 11 };

  begin_run (f, SP_FETCHER (cache));
  g_assert_true (sp_fetcher_get_features (SP_FETCHER (cache)) & SP_FETCHER_HOLDS);
  assert_list (f, cache, NULL, SP_POLICY_CACHED_ONLY, "error 8");
  assert_list (f, cache, NULL, SP_POLICY_DEFAULT, "10 11 ");
  assert_list (f, cache, NULL, SP_POLICY_DEFAULT, "held 10 11 ");
  assert_list (f, cache, NULL, SP_POLICY_REFRESH, "10 11 ");
  first = sp_test_get_activity (SP_FETCHER (cache), f->ann, 10, SP_POLICY_DEFAULT, NULL, NULL);
  held = sp_test_peek (SP_FETCHER (cache), f->ann, ids, 2, NULL, NULL);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpuint (g_array_index (held, SpHeld, 0).n_efforts, ==, 2);

  sp_test_clock_advance (f->clock, 3600 * SP_TEST_S);
  begin_run (f, SP_FETCHER (cache));
  sp_table_fetcher_remove (f->table, 1, 10);
  sp_table_fetcher_add (f->table, 1, sp_test_activity (.id = 10, .distance_m = 6000));
  assert_list (f, cache, NULL, SP_POLICY_CACHED_ONLY, "held 10 11 ");
  again = sp_test_get_activity (SP_FETCHER (cache), f->ann, 10, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_true (sp_activity_get_origin (again)->from_cache);
  assert_list (f, cache, NULL, SP_POLICY_DEFAULT, "11 10 ");
  changed = sp_test_get_activity (SP_FETCHER (cache), f->ann, 10, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_false (sp_activity_get_origin (changed)->from_cache);
  g_assert_finalize_object (cache);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/fetchers/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/fetchers/faults", Fixture, NULL, set_up, test_faults, tear_down);
  g_test_add ("/fetchers/quota", Fixture, NULL, set_up, test_quota, tear_down);
  g_test_add ("/fetchers/late-and-cancelled", Fixture, NULL, set_up, test_late_and_cancelled, tear_down);
  g_test_add ("/fetchers/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/fetchers/cache", Fixture, NULL, set_up, test_cache, tear_down);

  return g_test_run ();
}
