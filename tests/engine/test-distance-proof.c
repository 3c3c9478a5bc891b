/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-distance.h"

#include "support/sp-brute-distance.h"
#include "support/sp-random-club.h"

#define N_CLUBS 600

static SpDistanceRow *
find_row (SpDistanceBoard *board,
          SpRunner        *runner)
{
  GListModel *rows = sp_distance_board_get_values (board)->rows;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpDistanceRow) row = g_list_model_get_item (rows, i);

      if (sp_distance_row_get_values (row)->runner == runner)
        return g_steal_pointer (&row);
    }
  g_assert_not_reached ();
}

static void
assert_same (SpRandomClub    *club,
             SpDistanceBoard *board)
{
  g_autoptr (GArray) rows = sp_brute_distance_board (club->competition, sp_distance_board_get_values (board)->window,
                                                     club->activities);

  for (guint i = 0; i < rows->len; i++)
    {
      const SpBruteDistance *expected = &g_array_index (rows, SpBruteDistance, i);
      g_autoptr (SpDistanceRow) row = find_row (board, expected->runner);
      const SpDistanceRowValues *values = sp_distance_row_get_values (row);

      g_assert_true (values->known);
      g_assert_cmpuint (values->n_runs, ==, expected->n_runs);
      g_assert_cmpuint (values->n_over, ==, expected->n_over);
      g_assert_cmpfloat_with_epsilon (values->distance_m, expected->distance_m, 0.001);
      g_assert_cmpfloat_with_epsilon (values->climb_m, expected->climb_m, 0.001);
      g_assert_cmpuint (values->place, ==, expected->place);
    }
}

static guint
count_windows (SpCompetition *competition)
{
  guint n = 0;

  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    n += !sp_series_window_is_inverted (sp_competition_get_series_window (competition, i));

  return n;
}

static void
test_equals_brute_force (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n = g_test_thorough () ? 10 * N_CLUBS : N_CLUBS;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpRandomClub) club = sp_random_club_new (random);
      g_autoptr (SpHarvest) planned = sp_random_club_harvest (club, SP_RANDOM_PLANNED, random);
      g_autoptr (GListModel) boards = sp_distance_make (club->competition, planned, club->as_of_local_s);
      guint n_windows = count_windows (club->competition);

      g_assert_cmpuint (g_list_model_get_n_items (boards), ==, n_windows > 0 ? n_windows + 1 : 0);
      for (guint j = 0; j < g_list_model_get_n_items (boards); j++)
        {
          g_autoptr (SpDistanceBoard) board = g_list_model_get_item (boards, j);

          assert_same (club, board);
        }
    }
}

/* With lists that fail or are old a row is right, marked, or not known; nothing unknown is 0 km. */
static void
test_broken_is_honest (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_CLUBS; i++)
    {
      g_autoptr (SpRandomClub) club = sp_random_club_new (random);
      g_autoptr (SpHarvest) broken = NULL;
      g_autoptr (GListModel) boards = NULL;

      sp_random_club_forget_future (club);
      broken = sp_random_club_harvest (club, SP_RANDOM_BROKEN, random);
      boards = sp_distance_make (club->competition, broken, club->as_of_local_s);
      for (guint j = 0; j < g_list_model_get_n_items (boards); j++)
        {
          g_autoptr (SpDistanceBoard) board = g_list_model_get_item (boards, j);
          g_autoptr (GArray) rows = sp_brute_distance_board (club->competition,
                                                             sp_distance_board_get_values (board)->window,
                                                             club->activities);

          for (guint k = 0; k < rows->len; k++)
            {
              const SpBruteDistance *truth = &g_array_index (rows, SpBruteDistance, k);
              g_autoptr (SpDistanceRow) row = find_row (board, truth->runner);
              const SpDistanceRowValues *values = sp_distance_row_get_values (row);

              if (!values->known || (values->n_runs > 0 &&
                                     (values->flags & (SP_ROW_STALE | SP_ROW_INCOMPLETE)) != 0))
                continue;
              g_assert_cmpuint (values->n_runs, ==, truth->n_runs);
            }
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/distance-proof/equals-brute-force", test_equals_brute_force);
  g_test_add_func ("/engine/distance-proof/broken-is-honest", test_broken_is_honest);

  return g_test_run ();
}
