/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-row.h"

#include "support/sp-test-club.h"

static SpRow *
make (guint       rank,
      const char *reason,
      GListModel *trace)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1);
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });

  return sp_row_new (&(SpRowValues) { .runner = runner, .group = group, .rank = rank, .reason = reason, .trace = trace,
                                      .state = SP_ROW_TIMED, .time_s = 300 });
}

static void
test_values (void)
{
  char reason[] = "may get faster";
  GListStore *trace = g_list_store_new (G_TYPE_OBJECT);
  SpRow *row = make (3, reason, G_LIST_MODEL (trace));

  reason[0] = 'X';
  g_assert_cmpstr (sp_row_get_values (row)->reason, ==, "may get faster");
  g_assert_cmpint (sp_runner_get_values (sp_row_get_values (row)->runner)->id, ==, 1);
  g_assert_cmpstr (sp_group_get_values (sp_row_get_values (row)->group)->key, ==, "g7");
  g_assert_true (sp_row_get_values (row)->trace == G_LIST_MODEL (trace));
  g_assert_cmpint (sp_row_get_values (row)->time_s, ==, 300);
  g_assert_finalize_object (row);
  g_assert_finalize_object (trace);
}

static void
test_ranked (void)
{
  g_autoptr (SpRow) first = make (1, NULL, NULL);
  g_autoptr (SpRow) unranked = make (0, NULL, NULL);

  g_assert_true (sp_row_is_ranked (first));
  g_assert_false (sp_row_is_ranked (unranked));
}

static void
test_refused (void)
{
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*SP_IS_RUNNER*");
  g_assert_null (sp_row_new (&(SpRowValues) { .rank = 1 }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/row/values", test_values);
  g_test_add_func ("/model/row/ranked", test_ranked);
  g_test_add_func ("/model/row/refused", test_refused);

  return g_test_run ();
}
