/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-team-standing.h"

static void
assert_placed (SpTeamStanding *given,
               guint           n,
               const char     *expected)
{
  g_autoptr (GPtrArray) standings = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      given[i].name_key = g_utf8_collate_key (given[i].name, -1);
      given[i].place = 99;
      g_ptr_array_add (standings, &given[i]);
    }
  sp_team_standing_place (standings);
  for (guint i = 0; i < n; i++)
    {
      SpTeamStanding *standing = standings->pdata[i];

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", standing->name, standing->place);
      sp_team_standing_clear (standing);
      g_assert_null (standing->name_key);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* The sum of ranks decides, then the total; who is equal in both shares a place, and the next is left out. */
static void
test_places (void)
{
  SpTeamStanding given[] = {
    { .name = "D", .rank_sum = 9, .total_s = 100, .n_ranked = 2 },
    { .name = "C", .rank_sum = 7, .total_s = 300, .n_ranked = 2 },
    { .name = "B", .rank_sum = 7, .total_s = 200, .n_ranked = 2 },
    { .name = "A", .rank_sum = 7, .total_s = 200, .n_ranked = 1 },
  };

  assert_placed (given, G_N_ELEMENTS (given), "A 1, B 1, C 3, D 4");
}

/* The best sum gives no place where something is missing, nor does a sum of nothing. */
static void
test_without (void)
{
  SpTeamStanding given[] = {
    { .name = "Missing", .rank_sum = 1, .total_s = 10, .n_ranked = 1, .incomplete = TRUE },
    { .name = "Nobody b" },
    { .name = "Nobody a" },
    { .name = "Away", .incomplete = TRUE },
    { .name = "Last", .rank_sum = 40, .total_s = 10, .n_ranked = 1 },
  };

  assert_placed (given, G_N_ELEMENTS (given), "Last 1, Nobody a 0, Nobody b 0, Away 0, Missing 0");
}

static void
test_begin (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  SpTeamStanding standing = { .place = 3 };

  sp_team_standing_init (&standing, "Reds");
  g_assert_cmpstr (standing.name, ==, "Reds");
  g_assert_nonnull (standing.name_key);
  g_assert_cmpuint (standing.place + standing.n_ranked, ==, 0);
  sp_team_standing_clear (&standing);
  sp_team_standing_place (none);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/team-standing/places", test_places);
  g_test_add_func ("/engine/team-standing/without", test_without);
  g_test_add_func ("/engine/team-standing/begin", test_begin);

  return g_test_run ();
}
