/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-trace-line.h"

static void
test_values (void)
{
  char verdict[] = "counts", text[] = "Week 1", arithmetic[] = "0:11:15 − 0:30 = 0:10:45";
  SpTraceLine *line = sp_trace_line_new (&(SpTraceLineValues) { .kind = SP_TRACE_COUNTS, .verdict = verdict,
                                                                .text = text, .arithmetic = arithmetic,
                                                                .start_local_s = 5, .elapsed_s = 675,
                                                                .activity_id = 3, .effort_id = 4,
                                                                .may_link = TRUE });
  const SpTraceLineValues *values = sp_trace_line_get_values (line);

  verdict[0] = text[0] = arithmetic[0] = 'X';
  g_assert_cmpint (values->kind, ==, SP_TRACE_COUNTS);
  g_assert_cmpstr (values->verdict, ==, "counts");
  g_assert_cmpstr (values->text, ==, "Week 1");
  g_assert_cmpstr (values->arithmetic, ==, "0:11:15 − 0:30 = 0:10:45");
  g_assert_cmpint (values->activity_id, ==, 3);
  g_assert_cmpint (values->effort_id, ==, 4);
  g_assert_true (values->may_link);
  g_assert_finalize_object (line);
}

static void
test_refused (void)
{
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*text != NULL*");
  g_assert_null (sp_trace_line_new (&(SpTraceLineValues) { .verdict = "counts" }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/trace-line/values", test_values);
  g_test_add_func ("/model/trace-line/refused", test_refused);

  return g_test_run ();
}
