/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo club as a service: its limits, its faults, how long it takes, and how it is set. */
#include "sp-mock-fetcher.h"

#include "engine/sp-fetcher-options.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"

#define SEGMENT 4200017

typedef struct
{
  SpTestClock *clock;
  SpFetcher   *fetcher;
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
        const char *option)
{
  const char *options[] = { option, NULL };
  g_autoptr (SpFetcherContext) context = NULL;
  g_autoptr (GError) error = NULL;

  f->fetcher = sp_fetcher_options_create (SP_TYPE_MOCK_FETCHER, options, NULL, &error);
  g_assert_no_error (error);
  f->clock = sp_test_clock_new ("2026-08-01T00:10:00");
  f->n_changes = 0;
  context = sp_fetcher_context_new (SP_CLOCK (f->clock), "test", NULL, NULL, 0);
  sp_fetcher_set_context (f->fetcher, context);
  g_signal_connect (f->fetcher, "quota-changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture *f)
{
  sp_test_settle ();
  g_assert_finalize_object (f->fetcher);
  g_assert_finalize_object (f->clock);
}

static gboolean
ask (Fixture       *f,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (SpSegment) segment = sp_test_get_segment (f->fetcher, NULL, SEGMENT, SP_POLICY_DEFAULT, cancellable,
                                                       error);

  return segment != NULL;
}

static gint64
get_now_us (Fixture *f)
{
  return sp_clock_get_wall_us (SP_CLOCK (f->clock));
}

/* Each request is told of; a full span says until when; waiting so long helps. */
static void
test_quota (void)
{
  Fixture f = { NULL };
  g_autoptr (SpQuota) full = NULL;
  g_autoptr (GError) error = NULL;
  gint64 resume_at_us;

  set_up (&f, "quota=2/900,9/86400");
  g_assert_true (ask (&f, NULL, NULL));
  g_assert_true (ask (&f, NULL, NULL));
  g_assert_cmpuint (f.n_changes, ==, 2);
  full = sp_fetcher_get_quota (f.fetcher);
  resume_at_us = sp_quota_get_resume_at_us (full, get_now_us (&f));
  g_assert_cmpint (resume_at_us - get_now_us (&f), ==, 5 * 60 * SP_TEST_S);
  g_assert_false (ask (&f, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED);
  g_assert_cmpuint (f.n_changes, ==, 3);
  sp_test_clock_step_wall (f.clock, resume_at_us - get_now_us (&f));
  g_assert_true (ask (&f, NULL, NULL));
  tear_down (&f);
}

static void
test_no_quota (void)
{
  Fixture f = { NULL };

  set_up (&f, "quota=none");
  for (guint i = 0; i < 700; i++)
    g_assert_true (ask (&f, NULL, NULL));
  g_assert_null (sp_fetcher_get_quota (f.fetcher));
  tear_down (&f);
}

/* A request that fails was still made. */
static void
test_fault (void)
{
  Fixture f = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpQuota) quota = NULL;
  gsize n_spans;

  set_up (&f, "faults=segment:503@2");
  g_assert_true (ask (&f, NULL, NULL));
  g_assert_false (ask (&f, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
  g_assert_true (ask (&f, NULL, NULL));
  quota = sp_fetcher_get_quota (f.fetcher);
  g_assert_cmpuint (sp_quota_get_spans (quota, &n_spans)[0].used, ==, 3);
  tear_down (&f);
}

/* Latency passes on the given clock, and requests wait side by side. */
static void
test_latency (void)
{
  Fixture f = { NULL };
  g_autoptr (GAsyncResult) one = NULL;
  g_autoptr (GAsyncResult) two = NULL;
  g_autoptr (SpSegment) first = NULL;
  g_autoptr (SpSegment) second = NULL;
  gint64 before_us;

  set_up (&f, "latency=250");
  before_us = get_now_us (&f);
  sp_fetcher_get_segment_async (f.fetcher, NULL, SEGMENT, SP_POLICY_DEFAULT, NULL, sp_test_store_result, &one);
  sp_fetcher_get_segment_async (f.fetcher, NULL, SEGMENT, SP_POLICY_DEFAULT, NULL, sp_test_store_result, &two);
  first = sp_fetcher_get_segment_finish (f.fetcher, sp_test_await (&one), NULL);
  while (two == NULL)
    g_main_context_iteration (NULL, TRUE);
  second = sp_fetcher_get_segment_finish (f.fetcher, two, NULL);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpint (get_now_us (&f) - before_us, ==, 250 * SP_TEST_S / 1000);
  g_clear_object (&one);
  g_clear_object (&two);
  tear_down (&f);
}

/* Cancelled before, at once and while it waits: the answer is always that, and nothing was counted. */
static void
test_cancel (gconstpointer option)
{
  Fixture f = { NULL };
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) meanwhile = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;

  set_up (&f, option);
  g_cancellable_cancel (before);
  g_assert_false (ask (&f, before, &first));
  g_assert_error (first, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  sp_test_clock_hold (f.clock);
  sp_fetcher_get_segment_async (f.fetcher, NULL, SEGMENT, SP_POLICY_DEFAULT, meanwhile, sp_test_store_result, &result);
  g_cancellable_cancel (meanwhile);
  g_assert_null (sp_fetcher_get_segment_finish (f.fetcher, sp_test_await (&result), &second));
  g_assert_error (second, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sp_test_clock_release (f.clock);
  g_assert_cmpuint (f.n_changes, ==, 0);
  g_assert_true (ask (&f, NULL, NULL));
  g_clear_object (&result);
  tear_down (&f);
}

/* What an option can not be is told at once, with what it takes. */
static void
test_bad_options (void)
{
  static const char * const cases[][2] = {
    { "seed=-1", "seed" }, { "runners=0", "runners" }, { "runners=10001", "runners" }, { "segments=0", "segments" },
    { "segments=9", "segments" }, { "segments=5", "windows" }, { "windows=0", "windows" }, { "windows=17", "windows" },
    { "windows=3", "windows" }, { "latency=fast", "latency" }, { "latency=60001", "latency" },
    { "quota=lots", "quota" }, { "faults=999", "fault" }, { "anchor=today", "anchor" },
    { "anchor=2026-02-30", "anchor" },
    { "anchor=2026-06-10T12:00:00", "anchor" }, { "anchor=", "anchor" }, { "list-efforts=maybe", "list-efforts" },
    { "page-size=1", "page-size" }, { "page-size=201", "page-size" }, { "competition={}", "competition" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *options[] = { cases[i][0], NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i][0]);
      g_assert_null (sp_fetcher_options_create (SP_TYPE_MOCK_FETCHER, options, NULL, &error));
      g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION);
      g_assert_nonnull (strstr (error->message, cases[i][1]));
    }
}

/* Who did not ask whether the options are good is told by each operation, and finds no competition. */
static void
test_bad_and_used (void)
{
  Fixture f = { NULL };
  g_autoptr (SpFetcherContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *competition = NULL;

  f.clock = sp_test_clock_new ("2026-08-01T00:10:00");
  f.fetcher = g_object_new (SP_TYPE_MOCK_FETCHER, "faults", "nonsense", NULL);
  context = sp_fetcher_context_new (SP_CLOCK (f.clock), "test", NULL, NULL, 0);
  sp_fetcher_set_context (f.fetcher, context);
  g_clear_object (&context);
  g_assert_false (ask (&f, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "nonsense"));
  g_object_get (f.fetcher, "competition", &competition, NULL);
  g_assert_null (competition);
  tear_down (&f);
}

/* All options can be set and read back, carry words for people, and tell clubs apart where they make another one. */
static void
test_options (void)
{
  static const struct { const char *option; gboolean is_other_club; } cases[] = {
    { "seed=2", TRUE }, { "runners=35", TRUE }, { "segments=3", TRUE }, { "windows=5", TRUE },
    { "anchor=2026-06-11", TRUE }, { "latency=5", FALSE }, { "quota=none", FALSE }, { "faults=429@1", FALSE },
    { "list-efforts=yes", FALSE }, { "page-size=20", FALSE },
  };
  g_autoptr (GPtrArray) known = sp_fetcher_options_list (SP_TYPE_MOCK_FETCHER);
  g_autoptr (SpFetcher) usual = sp_fetcher_options_create (SP_TYPE_MOCK_FETCHER, NULL, NULL, NULL);
  g_autoptr (SpSourceInfo) usual_info = sp_fetcher_describe (usual);

  g_assert_cmpuint (known->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < known->len; i++)
    {
      GParamSpec *option = known->pdata[i];
      const char *options[] = { cases[i].option, NULL };
      g_autoptr (SpFetcher) fetcher = sp_fetcher_options_create (SP_TYPE_MOCK_FETCHER, options, NULL, NULL);
      g_autoptr (SpSourceInfo) info = sp_fetcher_describe (fetcher);
      g_auto (GStrv) halves = g_strsplit (cases[i].option, "=", 2);
      g_auto (GValue) set = G_VALUE_INIT, got = G_VALUE_INIT;
      GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (fetcher), halves[0]);

      g_assert_true (sp_fetcher_options_parse (spec, halves[1], &set, NULL));
      g_object_get_property (G_OBJECT (fetcher), halves[0], &got);
      g_assert_cmpint (g_param_values_cmp (spec, &set, &got), ==, 0);
      g_assert_cmpint (strlen (g_param_spec_get_blurb (option)), >, 10);
      g_assert_cmpint (g_ascii_isupper (*g_param_spec_get_nick (option)), !=, 0);
      g_assert_cmpint (g_str_equal (sp_source_info_get_cache_key (info), sp_source_info_get_cache_key (usual_info)), ==,
                       !cases[i].is_other_club);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/service/quota", test_quota);
  g_test_add_func ("/plugins/mock/service/no-quota", test_no_quota);
  g_test_add_func ("/plugins/mock/service/fault", test_fault);
  g_test_add_func ("/plugins/mock/service/latency", test_latency);
  g_test_add_data_func ("/plugins/mock/service/cancel/at-once", "latency=0", test_cancel);
  g_test_add_data_func ("/plugins/mock/service/cancel/waiting", "latency=1000", test_cancel);
  g_test_add_func ("/plugins/mock/service/bad-options", test_bad_options);
  g_test_add_func ("/plugins/mock/service/bad-and-used", test_bad_and_used);
  g_test_add_func ("/plugins/mock/service/options", test_options);

  return g_test_run ();
}
