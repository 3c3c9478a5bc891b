/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-ranks.h"

#include "support/sp-test-club.h"

typedef struct
{
  const char *name;
  const char *team;
  SpRowState  state;
  int         time_s;
} Given;

/* Assigns places, and writes "name rank team-rank" for each row in order. */
static char *
assign (const Given *given,
        guint        n_given)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (GPtrArray) runners = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree SpRowValues *rows = g_new0 (SpRowValues, n_given);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_given; i++)
    {
      g_ptr_array_add (runners, sp_test_runner (.id = 1 + i, .name = given[i].name, .team = given[i].team));
      rows[i] = (SpRowValues) { .runner = runners->pdata[i], .group = group, .state = given[i].state,
                                .time_s = given[i].time_s };
    }
  sp_ranks_assign (rows, n_given);
  for (guint i = 0; i < n_given; i++)
    g_string_append_printf (text, "%s%s %u %u", i > 0 ? ", " : "", sp_runner_get_values (rows[i].runner)->name,
                            rows[i].rank, rows[i].team_rank);

  return g_string_free (text, FALSE);
}

static void
test_ties (void)
{
  const Given given[] = {
    { "Dai", "Reds", SP_ROW_TIMED, 90 }, { "Cerys", "Reds", SP_ROW_TIMED, 80 }, { "Anwen", "Blues", SP_ROW_TIMED, 80 },
    { "Bryn", "Reds", SP_ROW_TIMED, 70 }, { "Elin", "Blues", SP_ROW_DEFAULT, 90 },
  };
  g_autofree char *text = assign (given, G_N_ELEMENTS (given));

  g_assert_cmpstr (text, ==, "Bryn 1 1, Anwen 2 1, Cerys 2 2, Dai 4 3, Elin 4 2");
}

static void
test_unranked (void)
{
  const Given given[] = {
    { "G", "Reds", SP_ROW_NO_DATA, -1 }, { "F", "Reds", SP_ROW_NONE, -1 }, { "E", "Reds", SP_ROW_NONE_YET, -1 },
    { "D", "Reds", SP_ROW_TO_COME, -1 }, { "C", "Reds", SP_ROW_ASKED, -1 }, { "B", "Reds", SP_ROW_DEFAULT, 99 },
    { "A", "Reds", SP_ROW_NO_DATA, -1 },
  };
  g_autofree char *text = assign (given, G_N_ELEMENTS (given));

  g_assert_cmpstr (text, ==, "B 1 1, C 0 0, D 0 0, E 0 0, F 0 0, A 0 0, G 0 0");
}

static void
test_nothing (void)
{
  sp_ranks_assign (NULL, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/ranks/ties", test_ties);
  g_test_add_func ("/engine/ranks/unranked", test_unranked);
  g_test_add_func ("/engine/ranks/nothing", test_nothing);

  return g_test_run ();
}
