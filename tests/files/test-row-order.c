/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-row-order.h"

#include "files/make-results.h"

static void
test_by_team (void)
{
  static const char * const teams[] = { "reds", NULL, "Blues", "Reds", "éclairs", "Blues", "Zebras", "reds", NULL, "" };
  static const guint expected[] = { 9, 2, 5, 3, 0, 7, 6, 4, 1, 8 };
  g_autoptr(SpCompetition) competition = make_competition ();
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_ROW);
  g_autoptr(GPtrArray) sorted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (teams); i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      SpRunnerValues runner_values = { .key = key, .name = "Same Name", .segment_team = teams[i],
                                       .consent_s = SP_TIME_UNKNOWN };
      g_autoptr(SpRunner) runner = sp_runner_new (&runner_values);
      SpRowValues values = { .runner = runner, .group = sp_competition_get_group (competition, 0), .state = SP_ROW_NONE,
                             .time_s = -1, .elapsed_s = -1, .window = -1, .distance_m = NAN };
      g_autoptr(SpRow) row = sp_row_new (&values);

      g_list_store_append (rows, row);
    }

  sorted = sp_row_order_by_team (G_LIST_MODEL (rows));
  g_assert_cmpuint (sorted->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autoptr(SpRow) row = g_list_model_get_item (G_LIST_MODEL (rows), expected[i]);

      g_assert_true (sorted->pdata[i] == row);
    }
}

static void
test_empty (void)
{
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_ROW);
  g_autoptr(GPtrArray) sorted = sp_row_order_by_team (G_LIST_MODEL (rows));

  g_assert_cmpuint (sorted->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/row-order/by-team", test_by_team);
  g_test_add_func ("/files/row-order/empty", test_empty);

  return g_test_run ();
}
