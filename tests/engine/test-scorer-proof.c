/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer.h"

#include "support/sp-brute-force.h"
#include "support/sp-random-club.h"

/* Clubs per proof; ten times as many in a thorough run (-m thorough). */
#define N_CLUBS 600

static SpRow *
find_row (SpBoard  *board,
          SpRunner *runner)
{
  GListModel *rows = sp_board_get_values (board)->rows;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);

      if (sp_row_get_values (row)->runner == runner)
        return g_steal_pointer (&row);
    }
  g_assert_not_reached ();
}

static void
assert_same_row (SpBoard          *board,
                 const SpBruteRow *expected)
{
  g_autoptr (SpRow) row = find_row (board, expected->runner);
  const SpRowValues *values = sp_row_get_values (row);

  g_assert_cmpint (values->state, ==, expected->state);
  g_assert_cmpint (values->time_s, ==, expected->time_s);
  g_assert_cmpuint (values->attempts, ==, expected->attempts);
  g_assert_cmpuint (values->rank, ==, expected->rank);
  g_assert_cmpuint (values->team_rank, ==, expected->team_rank);
  g_assert_cmpint (values->effort_id, ==, expected->effort_id);
  g_assert_cmpint (values->window, ==, expected->window);
  g_assert_cmpint (values->birthday_bonus_s, ==, expected->birthday_bonus_s);
  g_assert_cmpint (values->time_bonus_s, ==, expected->time_bonus_s);
  g_assert_cmpint (values->flags & (SP_ROW_INCOMPLETE | SP_ROW_STALE), ==, 0);
}

static void
assert_same_teams (SpBoard *board,
                   GArray  *rows)
{
  g_autoptr (GArray) teams = sp_brute_force_teams (rows);
  GListModel *model = sp_board_get_values (board)->teams;
  guint last_place = 1;

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, teams->len);
  for (guint i = 0; i < teams->len; i++)
    {
      g_autoptr (SpTeamRow) team = g_list_model_get_item (model, i);
      const SpTeamRowValues *values = sp_team_row_get_values (team);
      const SpBruteTeam *expected = NULL;

      for (guint j = 0; j < teams->len; j++)
        if (g_str_equal (g_array_index (teams, SpBruteTeam, j).name, values->name))
          expected = &g_array_index (teams, SpBruteTeam, j);
      g_assert_nonnull (expected);
      g_assert_cmpuint (values->place, ==, expected->place);
      g_assert_cmpuint (values->n_members, ==, expected->n_members);
      g_assert_cmpuint (values->rank_sum, ==, expected->rank_sum);
      g_assert_cmpint (values->total_s, ==, expected->total_s);
      g_assert_cmpint (values->incomplete, ==, expected->incomplete);
      if (expected->median_s >= 0)
        g_assert_cmpfloat_with_epsilon (values->median_s, expected->median_s, 0.001);
      g_assert_true (values->place == 0 || values->place >= last_place);
      last_place = values->place == 0 ? G_MAXUINT : values->place;
    }
}

/* Places ascend, and rows without one follow. */
static void
assert_in_order (SpBoard *board)
{
  GListModel *rows = sp_board_get_values (board)->rows;
  guint last_rank = 1;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      guint rank = sp_row_get_values (row)->rank;

      g_assert_true (rank == 0 || rank >= last_rank);
      last_rank = rank == 0 ? G_MAXUINT : rank;
    }
}

static void
assert_same (SpRandomClub *club,
             SpHarvest    *harvest)
{
  for (guint i = 0; i < sp_competition_get_n_groups (club->competition); i++)
    {
      SpGroup *group = sp_competition_get_group (club->competition, i);
      g_autoptr (SpBoard) board = sp_scorer_score_group (club->competition, group, harvest, club->as_of_local_s);
      g_autoptr (GArray) rows = sp_brute_force_board (club->competition, group, club->activities, club->as_of_local_s);

      g_assert_cmpuint (g_list_model_get_n_items (sp_board_get_values (board)->rows), ==, rows->len);
      for (guint j = 0; j < rows->len; j++)
        assert_same_row (board, &g_array_index (rows, SpBruteRow, j));
      assert_same_teams (board, rows);
      assert_in_order (board);
    }
}

static guint
count_clubs (void)
{
  return g_test_thorough () ? 10 * N_CLUBS : N_CLUBS;
}

static GRand *
make_random (void)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

static void
test_equals_brute_force (void)
{
  g_autoptr (GRand) random = make_random ();

  for (guint i = 0; i < 2 * count_clubs (); i++)
    {
      g_autoptr (SpRandomClub) club = sp_random_club_new (random);
      g_autoptr (SpHarvest) all = sp_random_club_harvest (club, SP_RANDOM_ALL, random);

      assert_same (club, all);
    }
}

static gboolean
has_closed (SpCompetition *competition)
{
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    if (sp_group_get_values (sp_competition_get_group (competition, i))->closed)
      return TRUE;

  return FALSE;
}

/* What the plan skips changes no row. */
static void
test_plan_loses_nothing (void)
{
  g_autoptr (GRand) random = make_random ();

  for (guint i = 0; i < count_clubs (); i++)
    {
      g_autoptr (SpRandomClub) club = sp_random_club_new (random);
      g_autoptr (SpHarvest) planned = sp_random_club_harvest (club, SP_RANDOM_PLANNED, random);

      if (!has_closed (club->competition))
        assert_same (club, planned);
    }
}

/* A row says the truth, or that it may not: never none, nor a default without proof, in place of a time. */
static void
assert_honest (const SpRowValues *values,
               const SpBruteRow  *truth)
{
  if (values->state == SP_ROW_NO_DATA || (values->flags & SP_ROW_DEFAULT_UNPROVEN) != 0)
    return;
  if (values->state == SP_ROW_TIMED && (values->flags & (SP_ROW_INCOMPLETE | SP_ROW_STALE)) != 0)
    return;
  g_assert_cmpint (values->state, ==, truth->state);
  g_assert_cmpint (values->time_s, ==, truth->time_s);
  g_assert_cmpuint (values->attempts, ==, truth->attempts);
}

static guint
assert_all_honest (SpRandomClub  *club,
                   SpCompetition *competition,
                   SpHarvest     *harvest)
{
  guint n_unsure = 0;

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);
      g_autoptr (SpBoard) board = sp_scorer_score_group (competition, group, harvest, club->as_of_local_s);
      g_autoptr (GArray) rows = sp_brute_force_board (competition, group, club->activities, club->as_of_local_s);

      for (guint j = 0; j < rows->len; j++)
        {
          const SpBruteRow *truth = &g_array_index (rows, SpBruteRow, j);
          g_autoptr (SpRow) row = find_row (board, truth->runner);

          assert_honest (sp_row_get_values (row), truth);
          n_unsure += sp_row_get_values (row)->state == SP_ROW_NO_DATA;
        }
      g_assert_true (sp_board_get_values (board)->state != SP_BOARD_COMPLETE ||
                     sp_board_get_values (board)->n_no_data == 0);
    }

  return n_unsure;
}

static void
test_broken_is_honest (void)
{
  g_autoptr (GRand) random = make_random ();
  guint n_unsure = 0;

  for (guint i = 0; i < count_clubs (); i++)
    {
      g_autoptr (SpRandomClub) club = sp_random_club_new (random);
      g_autoptr (SpHarvest) broken = NULL;

      sp_random_club_forget_future (club);
      broken = sp_random_club_harvest (club, SP_RANDOM_BROKEN, random);
      n_unsure += assert_all_honest (club, club->competition, broken);
    }
  g_assert_cmpuint (n_unsure, >, N_CLUBS / 10);
}

/* The coverage rule: after an edit, rows whose skipped activities now matter say so. */
static void
test_edits_are_honest (void)
{
  g_autoptr (GRand) random = make_random ();
  guint n_unsure = 0;

  for (guint i = 0; i < count_clubs (); i++)
    {
      g_autoptr (SpRandomClub) club = sp_random_club_new (random);
      g_autoptr (SpHarvest) planned = NULL;
      g_autoptr (SpCompetition) edited = sp_random_club_edit (club->competition, random);

      sp_random_club_forget_future (club);
      planned = sp_random_club_harvest (club, SP_RANDOM_PLANNED, random);
      n_unsure += assert_all_honest (club, edited, planned);
    }
  g_assert_cmpuint (n_unsure, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/scorer-proof/equals-brute-force", test_equals_brute_force);
  g_test_add_func ("/engine/scorer-proof/plan-loses-nothing", test_plan_loses_nothing);
  g_test_add_func ("/engine/scorer-proof/broken-is-honest", test_broken_is_honest);
  g_test_add_func ("/engine/scorer-proof/edits-are-honest", test_edits_are_honest);

  return g_test_run ();
}
