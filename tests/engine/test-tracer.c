/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-tracer.h"

#include "support/sp-test-club.h"

#define WEEK { "2026-01-05", "2026-01-11", "Week 1" }
#define AFTER "2026-03-01T10:30:00"

/* Each line in short: its kind's first letter, verdict, text and arithmetic. */
static char *
trace_with (SpGroup   *group,
            SpRunner  *runner,
            SpHarvest *harvest,
            const char *as_of)
{
  static const char kinds[] = "hrcsobkuf";
  g_autoptr (SpHarvest) its_harvest = harvest;
  g_autoptr (SpCompetition) competition = sp_test_competition (.runners = { runner }, .groups = { group });
  g_autoptr (GListModel) lines = sp_tracer_trace (competition, sp_competition_get_group (competition, 0),
                                                  sp_competition_get_runner (competition, 0), its_harvest,
                                                  sp_test_time (as_of));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SpTraceLine) line = g_list_model_get_item (lines, i);
      const SpTraceLineValues *values = sp_trace_line_get_values (line);

      g_string_append_printf (text, "%c|%s|%s|%s\n", kinds[values->kind],
                              values->verdict != NULL ? values->verdict : "", values->text,
                              values->arithmetic != NULL ? values->arithmetic : "");
    }

  return g_string_free (text, FALSE);
}

static SpHarvest *
fresh (SpActivity *a,
       SpActivity *b,
       SpActivity *c,
       SpActivity *d)
{
  return sp_test_harvest (.blocks = { sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = { a, b, c, d }) },
                          .segments = { sp_test_segment (.id = 7) });
}

static void
test_why_this_time (void)
{
  g_autofree char *text =
    trace_with (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", "Week 1", 30 } }),
                sp_test_runner (.id = 1, .birth_month = 1, .birth_day = 10),
                fresh (sp_test_activity (.id = 1, .start = "2026-01-10T09:12:00", .efforts = { { 7, 675 } }),
                       sp_test_activity (.id = 2, .start = "2026-01-06T18:40:00", .efforts = { { 7, 722 } }),
                       sp_test_activity (.id = 3, .start = "2026-01-12T00:00:59", .efforts = { { 7, 631 } }),
                       sp_test_activity (.id = 4, .start = "2026-01-30T18:00:00", .efforts = { { 7, 631 } })), AFTER);

  g_assert_cmpstr (text, ==,
                   "h||0:10:45, the best of 2 attempts.|\n"
                   "c|counts|Week 1, birthday bonus, 10 Jan|0:11:15 − 0:30 = 0:10:45\n"
                   "s|slower|Week 1|0:12:02\n"
                   "o|too late|2 minutes after Week 1 ended|0:10:31\n"
                   "k||1 effort more than a week from every window.|\n"
                   "k||4 activities looked at.|\n"
                   "f||From The table, asked Sun 1 Mar 10:00.|\n");
}

static void
test_both_bonuses (void)
{
  g_autofree char *text =
    trace_with (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", "Final push", 30, -15 } }),
                sp_test_runner (.id = 1, .birth_month = 1, .birth_day = 10),
                fresh (sp_test_activity (.id = 1, .start = "2026-01-10T09:12:00", .efforts = { { 7, 20 } }),
                       NULL, NULL, NULL), AFTER);

  g_assert_cmpstr (text, ==,
                   "h||0:00:15, the best of 1 attempt.|\n"
                   "c|counts|Final push, birthday bonus, 10 Jan, time penalty|0:00:20 − 0:30 + 0:15 = 0:00:15\n"
                   "b||birthday bonus|0:00:20 − 0:30 = 0:00:00\n"
                   "b||time penalty|0:00:00 + 0:15 = 0:00:15\n"
                   "k||1 activity looked at.|\n"
                   "f||From The table, asked Sun 1 Mar 10:00.|\n");
}

static void
test_what_does_not_count (void)
{
  g_autofree char *text =
    trace_with (sp_test_group (.windows = { WEEK, { "2026-01-19", "2026-01-25", "Week 3" } }, .min_distance_m = 3500),
                sp_test_runner (.id = 1),
                fresh (sp_test_activity (.id = 1, .start = "2026-01-04T22:59:00", .efforts = { { 7, 600 } }),
                       sp_test_activity (.id = 2, .start = "2026-01-06T18:40:00",
                                         .efforts = { { 7, 722, .distance_m = 3480 } }),
                       sp_test_activity (.id = 3, .start = "2026-01-07T18:00:00", .sport = "Ride",
                                         .efforts = { { 7, 631 } }),
                       sp_test_activity (.id = 4, .start = "2026-01-16T23:59:00", .efforts = { { 7, 631 } })), AFTER);

  g_assert_cmpstr (text, ==,
                   "h||All windows are over, and no effort counts.|\n"
                   "o|too early|1 hour before Week 1 began|0:10:00\n"
                   "o|too short|3,480 m, minimum 3,500 m|0:12:02\n"
                   "o|other sport|recorded as Ride|0:10:31\n"
                   "o|between windows|2 days before Week 3 began|0:10:31\n"
                   "k||4 activities looked at.|\n"
                   "f||From The table, asked Sun 1 Mar 10:00.|\n");
}

static void
test_tie_is_later (void)
{
  g_autofree char *text =
    trace_with (sp_test_group (.windows = { WEEK }), sp_test_runner (.id = 1),
                fresh (sp_test_activity (.id = 1, .start = "2026-01-07T09:00:00", .efforts = { { 7, 600 } }),
                       sp_test_activity (.id = 2, .start = "2026-01-06T09:00:00", .efforts = { { 7, 600 } }),
                       NULL, NULL), AFTER);

  g_assert_true (g_str_has_prefix (text, "h||0:10:00, the best of 2 attempts.|\nc|counts|Week 1|0:10:00\n"
                                   "s|later|Week 1|0:10:00\n"));
}

/* Where nothing is known, the first line is what to do. */
static void
test_no_data (void)
{
  const struct { SpTestBlock block; const char *text; } cases[] = {
    { { .id = 1, .list = SP_LIST_FAILED, .error_code = SP_FETCH_ERROR_UNAUTHORIZED, .reason = "It was revoked." },
      "r||Connect Runner 1 again. It was revoked.|\nh||It is not known whether there is a time.|\n"
      "k||0 activities looked at.|\n" },
    { { .id = 1, .list = SP_LIST_CANCELLED },
      "r||Refresh to go on: it was cancelled before Runner 1 was asked.|\n"
      "h||It is not known whether there is a time.|\nk||0 activities looked at.|\n" },
    { { .id = 1, .list = SP_LIST_STALE, .fetched = "2026-01-07T10:00:00" },
      "r||Refresh to ask for Runner 1 again: the data held are too old to prove anything.|\n"
      "h||It is not known whether there is a time.|\nk||0 activities looked at.|\n"
      "f||Old data of The table from Wed 7 Jan 10:00; the last refresh could not ask.|\n" },
    { { .id = 2, .list = SP_LIST_FRESH },
      "r||Refresh to ask for Runner 1.|\nh||It is not known whether there is a time.|\n" },
  };
  g_autofree char *nothing = trace_with (sp_test_group (.windows = { WEEK }), sp_test_runner (.id = 1), NULL, AFTER);
  g_autofree char *nobody =
    trace_with (sp_test_group (.windows = { WEEK }), sp_test_runner (.name = "Nia"), NULL, AFTER);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = trace_with (sp_test_group (.windows = { WEEK }), sp_test_runner (.id = 1),
                                          sp_test_harvest (.blocks = { sp_test_make_block (&cases[i].block) }), AFTER);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  g_assert_true (g_str_has_prefix (nothing, "r||Refresh to ask for Runner 1.|\n"));
  g_assert_true (g_str_has_prefix (nobody, "r||Enter the account of Nia, then connect it.|\n"));
}

static void
test_unknown_and_skipped (void)
{
  g_autofree char *text =
    trace_with (sp_test_group (.windows = { WEEK }), sp_test_runner (.id = 1),
                sp_test_harvest (.segments = { sp_test_segment (.id = 7) }, .blocks = {
                  sp_test_block (.id = 1, .list = SP_LIST_FRESH, .unknown = { 2 }, .hides_private = TRUE,
                                 .activities = {
                    sp_test_activity (.id = 1, .start = "2026-02-06T10:00:00", .is_listed = TRUE),
                    sp_test_activity (.id = 2, .is_listed = TRUE),
                    sp_test_activity (.id = 3, .sport = "Ride", .is_listed = TRUE),
                    sp_test_activity (.id = 4, .flags = SP_ACTIVITY_MANUAL, .is_listed = TRUE),
                    sp_test_activity (.id = 5, .flags = SP_ACTIVITY_INDOOR, .is_listed = TRUE) }) }), AFTER);

  g_assert_cmpstr (text, ==,
                   "r||Refresh to try 1 activity again that could not be fetched.|\n"
                   "h||It is not known whether there is a time.|\n"
                   "u|not fetched|could not be fetched; it may hold an effort|\n"
                   "k||0 activities looked at, 4 skipped: 1 outside every window, 1 of another sport, 1 entered by "
                   "hand, 1 indoors.|\n"
                   "f||From The table, asked Sun 1 Mar 10:00.|\n"
                   "f||Private activities are not seen: the permission for them is missing.|\n");
}

static void
test_other_heads (void)
{
  g_autofree char *given = NULL;
  g_autofree char *open = NULL;
  g_autofree char *running = NULL;

  given = trace_with (sp_test_group (.windows = { WEEK }, .default_time_s = 1500), sp_test_runner (.id = 1),
                      fresh (NULL, NULL, NULL, NULL), AFTER);
  g_assert_true (g_str_has_prefix (given, "h||0:25:00, the default time: all windows are over, and no effort counts."
                                   "|\n"));
  open = trace_with (sp_test_group (.windows = { { "2026-02-25", "2026-03-03" } }), sp_test_runner (.id = 1),
                     fresh (NULL, NULL, NULL, NULL), AFTER);
  g_assert_true (g_str_has_prefix (open, "h||No effort counts yet. The last window ends Tue 3 Mar 23:59.|\n"));
  running = trace_with (sp_test_group (.windows = { WEEK }), sp_test_runner (.id = 1),
                        sp_test_harvest (.running = TRUE), AFTER);
  g_assert_cmpstr (running, ==, "h||Still to be asked in this refresh.|\n");
}

/* What only the runner may see is never linked. */
static void
test_links (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                                                               .groups = { sp_test_group (.windows = { WEEK }) });
  g_autoptr (SpHarvest) harvest =
    fresh (sp_test_activity (.id = 1, .start = "2026-01-06T10:00:00", .efforts = { { 7, 600 } }),
           sp_test_activity (.id = 2, .start = "2026-01-07T10:00:00", .flags = SP_ACTIVITY_ONLY_ME,
                             .efforts = { { 7, 700 } }),
           sp_test_activity (.id = 3, .start = "2026-01-08T10:00:00",
                             .efforts = { { 7, 800, .flags = SP_EFFORT_ONLY_ME } }), NULL);
  g_autoptr (GListModel) lines = sp_tracer_trace (competition, sp_competition_get_group (competition, 0),
                                                  sp_competition_get_runner (competition, 0), harvest,
                                                  sp_test_time (AFTER));

  for (guint i = 1; i < 4; i++)
    {
      g_autoptr (SpTraceLine) line = g_list_model_get_item (lines, i);

      g_assert_cmpint (sp_trace_line_get_values (line)->activity_id, ==, i);
      g_assert_cmpint (sp_trace_line_get_values (line)->may_link, ==, i == 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/tracer/why-this-time", test_why_this_time);
  g_test_add_func ("/engine/tracer/both-bonuses", test_both_bonuses);
  g_test_add_func ("/engine/tracer/what-does-not-count", test_what_does_not_count);
  g_test_add_func ("/engine/tracer/tie-is-later", test_tie_is_later);
  g_test_add_func ("/engine/tracer/no-data", test_no_data);
  g_test_add_func ("/engine/tracer/unknown-and-skipped", test_unknown_and_skipped);
  g_test_add_func ("/engine/tracer/other-heads", test_other_heads);
  g_test_add_func ("/engine/tracer/links", test_links);

  return g_test_run ();
}
