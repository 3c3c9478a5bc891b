/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-progress.h"

#include <unistd.h>

#include "support/sp-test-clock.h"

#define NOW_US (G_GINT64_CONSTANT (1768206600) * G_USEC_PER_SEC)
#define MINUTE_US (60 * (gint64) G_USEC_PER_SEC)

typedef struct
{
  SpTestClock   *clock;
  SpProgress    *progress;
  SpCliProgress *shown;
  int            fds[2];
} Fixture;

static void
set_up (Fixture *fixture,
        guint    bar_width)
{
  g_assert_cmpint (pipe (fixture->fds), ==, 0);
  fixture->clock = sp_test_clock_new ("2026-01-12T08:30:00Z");
  fixture->progress = sp_progress_new ();
  fixture->shown = sp_cli_progress_new (fixture->progress, SP_CLOCK (fixture->clock), fixture->fds[1], bar_width);
}

/* What was written. */
static char *
tear_down (Fixture *fixture)
{
  char text[4096];
  gssize n;

  sp_cli_progress_end (fixture->shown);
  close (fixture->fds[1]);
  n = read (fixture->fds[0], text, sizeof text);
  g_assert_cmpint (n, >=, 0);
  close (fixture->fds[0]);
  g_assert_finalize_object (fixture->shown);
  g_assert_finalize_object (fixture->progress);
  g_assert_finalize_object (fixture->clock);

  return g_strndup (text, (gsize) n);
}

static void
test_line (void)
{
  const SpQuotaSpan spans[] = { { 900, 100, 61, 0 }, { 86400, 1000, 70, 0 } };
  g_autoptr (SpQuota) quota = sp_quota_new (spans, 2);
  SpProgressValues values = { .phase = SP_PHASE_LISTS, .n_runners = 34, .n_runners_done = 21 };
  g_autofree char *lists = sp_cli_progress_to_line (&values, NOW_US);
  g_autofree char *details = NULL;
  g_autofree char *waiting = NULL;

  g_assert_cmpstr (lists, ==, "21 of 34 runners");
  values.n_details = 80;
  values.n_details_done = 12;
  values.expected_end_us = NOW_US + 17 * MINUTE_US;
  values.quota = quota;
  details = sp_cli_progress_to_line (&values, NOW_US);
  g_assert_cmpstr (details, ==, "21 of 34 runners, 12 of 80 activities, done about 08:47, 61 of 100 requests used");
  values.wait_until_us = NOW_US + 15 * MINUTE_US;
  waiting = sp_cli_progress_to_line (&values, NOW_US);
  g_assert_nonnull (strstr (waiting, "waiting for the quota until 08:45"));
}

static void
test_bar (void)
{
  g_autofree char *none = sp_cli_progress_to_bar (0, 4);
  g_autofree char *half = sp_cli_progress_to_bar (0.5, 4);
  g_autofree char *all = sp_cli_progress_to_bar (1.5, 4);

  g_assert_cmpstr (none, ==, "[----]");
  g_assert_cmpstr (half, ==, "[##--]");
  g_assert_cmpstr (all, ==, "[####]");
}

/* What is no terminal gets a line for each tenth, and one when a wait begins. */
static void
test_plain (void)
{
  Fixture fixture;
  SpProgressValues values = { .phase = SP_PHASE_LISTS, .n_runners = 100 };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  set_up (&fixture, 0);
  for (guint i = 0; i <= 100; i++)
    {
      values.n_runners_done = i;
      sp_progress_set_values (fixture.progress, &values);
    }
  values.wait_until_us = sp_clock_get_wall_us (SP_CLOCK (fixture.clock)) + MINUTE_US;
  sp_progress_set_values (fixture.progress, &values);
  sp_progress_set_values (fixture.progress, &values);
  text = tear_down (&fixture);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "0 of 100 runners");
  g_assert_cmpstr (lines[5], ==, "100 of 100 runners");
  g_assert_cmpstr (lines[6], ==, "100 of 100 runners, waiting for the quota until 08:31");
  g_assert_cmpstr (lines[7], ==, "");
  g_assert_null (lines[8]);
}

/* A bar is written over, and cleared away at the end. */
static void
test_terminal (void)
{
  Fixture fixture;
  SpProgressValues values = { .phase = SP_PHASE_DONE, .n_runners = 4, .n_runners_done = 4 };
  g_autofree char *text = NULL;

  set_up (&fixture, 60);
  sp_progress_set_values (fixture.progress, &values);
  text = tear_down (&fixture);
  g_assert_true (g_str_has_prefix (text, "\r[#######] 4 of 4 runners"));
  g_assert_true (g_str_has_suffix (text, " \r"));
  g_assert_null (strchr (text, '\n'));
}

static void
test_idle (void)
{
  Fixture fixture;
  SpProgressValues values = { .phase = SP_PHASE_IDLE };
  g_autofree char *text = NULL;

  set_up (&fixture, 60);
  sp_progress_set_values (fixture.progress, &values);
  text = tear_down (&fixture);
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/progress/line", test_line);
  g_test_add_func ("/cli/progress/bar", test_bar);
  g_test_add_func ("/cli/progress/plain", test_plain);
  g_test_add_func ("/cli/progress/terminal", test_terminal);
  g_test_add_func ("/cli/progress/idle", test_idle);

  return g_test_run ();
}
