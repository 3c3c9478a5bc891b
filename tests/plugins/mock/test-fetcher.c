/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-fetcher.h"

#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"

#define NOW "2026-08-01T00:00:00"
#define RUNNER 1028
#define SEGMENT 4200017
#define ALWAYS ((SpPeriod) { 0, G_MAXINT32 })

typedef struct
{
  SpTestClock *clock;
  SpFetcher   *fetcher;
  SpAthlete   *athlete;
  guint        n_changes;
} Fixture;

static void
changed_cb (SpFetcher *fetcher,
            gpointer   user_data)
{
  ((Fixture *) user_data)->n_changes++;
}

static void
set_up (Fixture    *f,
        const char *first,
        ...)
{
  g_autoptr (SpFetcherContext) context = NULL;
  va_list args;

  va_start (args, first);
  f->fetcher = SP_FETCHER (g_object_new_valist (SP_TYPE_MOCK_FETCHER, first, args));
  va_end (args);
  f->clock = sp_test_clock_new (NOW);
  f->athlete = sp_athlete_new (RUNNER, "Somebody");
  f->n_changes = 0;
  context = sp_fetcher_context_new (SP_CLOCK (f->clock), "test", NULL, NULL, 0);
  sp_fetcher_set_context (f->fetcher, context);
  g_signal_connect (f->fetcher, "quota-changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f)
{
  sp_athlete_unref (f->athlete);
  g_assert_finalize_object (f->fetcher);
  g_assert_finalize_object (f->clock);
}

static guint
get_used (Fixture *f)
{
  g_autoptr (SpQuota) quota = sp_fetcher_get_quota (f->fetcher);
  gsize n_spans;

  return sp_quota_get_spans (quota, &n_spans)[0].used;
}

/* Pages follow one another without a gap, and are the same activities as one long page. */
static void
test_pages (void)
{
  Fixture whole = { NULL }, paged = { NULL };
  g_autoptr (SpActivityPage) all = NULL;
  g_autofree char *cursor = NULL;
  guint n = 0;

  set_up (&whole, "windows", 8, NULL);
  set_up (&paged, "windows", 8, "page-size", 7, NULL);
  all = sp_test_list (whole.fetcher, whole.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_null (sp_activity_page_get_next_cursor (all));
  do
    {
      g_autoptr (SpActivityPage) page = sp_test_list (paged.fetcher, paged.athlete, &ALWAYS, cursor, SP_POLICY_DEFAULT,
                                                      NULL, NULL);

      for (guint i = 0; i < sp_activity_page_get_n (page); i++, n++)
        g_assert_cmpint (sp_activity_get_id (sp_activity_page_get (page, i)), ==,
                         sp_activity_get_id (sp_activity_page_get (all, n)));
      g_assert_cmpint (sp_activity_page_get_next_cursor (page) != NULL, ==, sp_activity_page_get_n (page) * 2 >= 7);
      g_free (cursor);
      cursor = g_strdup (sp_activity_page_get_next_cursor (page));
    }
  while (cursor != NULL);
  g_assert_cmpuint (n, ==, sp_activity_page_get_n (all));
  g_assert_cmpuint (n, >, 14);
  g_assert_cmpuint (get_used (&whole), ==, 1);
  tear_down (&whole);
  tear_down (&paged);
}

static void
test_period (void)
{
  Fixture f = { NULL };
  g_autoptr (SpActivityPage) all = NULL;
  g_autoptr (SpActivityPage) one = NULL;
  g_autoptr (SpActivityPage) none = NULL;
  SpPeriod second = { 0 };

  set_up (&f, NULL);
  all = sp_test_list (f.fetcher, f.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  second.start_s = second.end_s = sp_activity_get_start_utc_s (sp_activity_page_get (all, 4));
  one = sp_test_list (f.fetcher, f.athlete, &second, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_cmpuint (sp_activity_page_get_n (one), ==, 1);
  g_assert_cmpint (sp_activity_get_id (sp_activity_page_get (one, 0)), ==,
                   sp_activity_get_id (sp_activity_page_get (all, 4)));
  second.start_s++;
  second.end_s++;
  none = sp_test_list (f.fetcher, f.athlete, &second, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_cmpuint (sp_activity_page_get_n (none), ==, 0);
  tear_down (&f);
}

/* What is not over has not happened: it is neither listed nor had. */
static void
test_future (void)
{
  Fixture f = { NULL };
  g_autoptr (SpActivityPage) later = NULL;
  g_autoptr (SpActivityPage) earlier = NULL;
  g_autoptr (GError) error = NULL;
  SpActivity *newest;
  gint64 end_s;

  set_up (&f, NULL);
  later = sp_test_list (f.fetcher, f.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  newest = sp_activity_page_get (later, 0);
  end_s = sp_activity_get_start_utc_s (newest) + sp_activity_get_elapsed_s (newest);
  sp_test_clock_step_wall (f.clock, (end_s - 1) * SP_TEST_S - sp_clock_get_wall_us (SP_CLOCK (f.clock)));
  earlier = sp_test_list (f.fetcher, f.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_cmpuint (sp_activity_page_get_n (earlier), ==, sp_activity_page_get_n (later) - 1);
  g_assert_null (sp_test_get_activity (f.fetcher, f.athlete, sp_activity_get_id (newest), SP_POLICY_DEFAULT, NULL,
                                       &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
  tear_down (&f);
}

/* Two instances of the same options give the same answers; each answer says where it comes from. */
static void
test_same (void)
{
  Fixture one = { NULL }, two = { NULL };
  g_autoptr (SpActivityPage) first = NULL;
  g_autoptr (SpActivityPage) second = NULL;

  set_up (&one, "seed", 77, NULL);
  set_up (&two, "seed", 77, NULL);
  first = sp_test_list (one.fetcher, one.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  second = sp_test_list (two.fetcher, two.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_cmpuint (sp_activity_page_get_n (first), ==, sp_activity_page_get_n (second));
  for (guint i = 0; i < sp_activity_page_get_n (first); i++)
    {
      SpActivity *listed = sp_activity_page_get (first, i);
      gint64 id = sp_activity_get_id (listed);
      g_autoptr (SpActivity) detail = sp_test_get_activity (two.fetcher, two.athlete, id, SP_POLICY_DEFAULT, NULL,
                                                            NULL);
      const SpOrigin *origin = sp_activity_get_origin (detail);

      g_assert_cmpint (sp_activity_get_id (sp_activity_page_get (second, i)), ==, id);
      g_assert_true (sp_activity_get_fingerprint (listed) == sp_activity_get_fingerprint (detail));
      g_assert_cmpstr (origin->source_id, ==, "mock");
      g_assert_cmpuint (origin->n_reads, ==, 1);
      g_assert_false (origin->from_cache);
      g_assert_cmpint (origin->fetched_at_s, ==, sp_time_new (2026, 8, 1, 0, 0, 0));
    }
  tear_down (&one);
  tear_down (&two);
}

/* Efforts listed by segment are those of the details. */
static void
test_list_efforts (void)
{
  Fixture f = { NULL };
  g_autoptr (SpActivityPage) list = NULL;
  g_autoptr (SpEffortPage) page = NULL;
  guint n = 0;

  set_up (&f, "list-efforts", TRUE, "windows", 8, NULL);
  g_assert_cmpint (sp_fetcher_get_features (f.fetcher), ==, SP_FETCHER_LISTS_EFFORTS);
  list = sp_test_list (f.fetcher, f.athlete, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  page = sp_test_list_efforts (f.fetcher, f.athlete, SEGMENT, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  for (guint i = 0; i < sp_activity_page_get_n (list); i++)
    {
      gint64 id = sp_activity_get_id (sp_activity_page_get (list, i)), its_activity;
      g_autoptr (SpActivity) detail = sp_test_get_activity (f.fetcher, f.athlete, id, SP_POLICY_DEFAULT, NULL, NULL);
      guint n_efforts;
      const SpEffort *efforts = sp_activity_get_efforts (detail, &n_efforts);

      for (guint j = 0; j < n_efforts; j++)
        if (efforts[j].segment_id == SEGMENT)
          {
            g_assert_cmpint (sp_effort_page_get (page, n, &its_activity)->id, ==, efforts[j].id);
            g_assert_cmpint (its_activity, ==, id);
            n++;
          }
    }
  g_assert_cmpuint (n, ==, sp_effort_page_get_n (page));
  g_assert_cmpuint (n, >, 0);
  tear_down (&f);
}

static void
test_unsupported (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) efforts = NULL;
  g_autoptr (GError) held = NULL;

  set_up (&f, NULL);
  g_assert_cmpint (sp_fetcher_get_features (f.fetcher), ==, 0);
  g_assert_null (sp_test_list_efforts (f.fetcher, f.athlete, SEGMENT, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL,
                                       &efforts));
  g_assert_error (efforts, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED);
  g_assert_null (sp_test_list (f.fetcher, f.athlete, &ALWAYS, NULL, SP_POLICY_CACHED_ONLY, NULL, &held));
  g_assert_error (held, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_CACHED);
  g_assert_cmpuint (get_used (&f), ==, 0);
  tear_down (&f);
}

static void
test_not_found (void)
{
  Fixture f = { NULL };
  g_autoptr (SpAthlete) stranger = sp_athlete_new (5, "Stranger");
  g_autoptr (SpSegment) segment = NULL;
  GError *error = NULL;

  set_up (&f, NULL);
  g_assert_null (sp_test_list (f.fetcher, stranger, &ALWAYS, NULL, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sp_test_get_activity (f.fetcher, f.athlete, 99, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sp_test_get_segment (f.fetcher, NULL, 99, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sp_test_list (f.fetcher, f.athlete, &ALWAYS, "page two", SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
  g_clear_error (&error);
  segment = sp_test_get_segment (f.fetcher, NULL, SEGMENT, SP_POLICY_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sp_segment_get_sport (segment), ==, "Run");
  g_assert_cmpfloat (sp_segment_get_distance_m (segment), >, 800);
  tear_down (&f);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/fetcher/pages", test_pages);
  g_test_add_func ("/plugins/mock/fetcher/period", test_period);
  g_test_add_func ("/plugins/mock/fetcher/future", test_future);
  g_test_add_func ("/plugins/mock/fetcher/same", test_same);
  g_test_add_func ("/plugins/mock/fetcher/list-efforts", test_list_efforts);
  g_test_add_func ("/plugins/mock/fetcher/unsupported", test_unsupported);
  g_test_add_func ("/plugins/mock/fetcher/not-found", test_not_found);

  return g_test_run ();
}
