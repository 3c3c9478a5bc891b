/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-start.h"

#include "support/sp-test-values.h"

static void
test_known (void)
{
  SpPeriod local;

  sp_start_get_range (sp_test_time ("2026-01-05T18:30:00"), FALSE, &local);
  g_assert_cmpint (local.start_s, ==, sp_test_time ("2026-01-05T18:30:00"));
  g_assert_cmpint (local.end_s, ==, local.start_s);
}

/* From midnight to the last second of that day, also long ago. */
static void
test_hidden (void)
{
  SpPeriod local;

  sp_start_get_range (sp_test_time ("2026-01-05T00:00:01"), TRUE, &local);
  g_assert_cmpint (local.start_s, ==, sp_test_time ("2026-01-05T00:00:00"));
  g_assert_cmpint (local.end_s, ==, sp_test_time ("2026-01-05T23:59:59"));
  sp_start_get_range (-1, TRUE, &local);
  g_assert_cmpint (local.start_s, ==, -86400);
  g_assert_cmpint (local.end_s, ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/start/known", test_known);
  g_test_add_func ("/engine/start/hidden", test_hidden);

  return g_test_run ();
}
