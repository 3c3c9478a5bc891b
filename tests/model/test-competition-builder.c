/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-competition-builder.h"

#include "support/sp-test-club.h"

static void
test_runners (void)
{
  SpCompetitionBuilder *builder = sp_competition_builder_new ();
  g_autoptr (SpRunner) a = sp_test_runner (.id = 1);
  g_autoptr (SpRunner) b = sp_test_runner (.id = 2);
  g_autoptr (SpRunner) again = sp_test_runner (.id = 9, .key = "r1");
  g_autoptr (SpCompetition) competition = NULL;

  g_assert_true (sp_competition_builder_put_runner (builder, a));
  g_assert_true (sp_competition_builder_put_runner (builder, b));
  g_assert_false (sp_competition_builder_put_runner (builder, again));
  g_assert_false (sp_competition_builder_remove_runner (builder, "r3"));
  g_assert_true (sp_competition_builder_remove_runner (builder, "r2"));
  competition = sp_competition_builder_end (builder);
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 1);
  g_assert_true (sp_competition_get_runner (competition, 0) == again);
  g_assert_true (sp_competition_find_runner (competition, "r1") == again);
  g_assert_null (sp_competition_find_runner (competition, "r2"));
  g_assert_finalize_object (builder);
}

static void
test_groups (void)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();
  g_autoptr (SpGroup) a = sp_test_group (.segment_id = 1, .windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (SpGroup) again = sp_test_group (.key = "g1", .segment_id = 2,
                                             .windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (SpCompetition) competition = NULL;

  g_assert_true (sp_competition_builder_put_group (builder, a));
  g_assert_false (sp_competition_builder_put_group (builder, again));
  competition = sp_competition_builder_end (builder);
  g_assert_cmpuint (sp_competition_get_n_groups (competition), ==, 1);
  g_assert_true (sp_competition_get_group (competition, 0) == again);
  g_assert_false (sp_competition_builder_remove_group (builder, "g1"));
}

static void
test_series (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.series = { { "2026-01-01", "2026-01-31" },
                                                                           { "2026-02-01", "2026-02-28" } });
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);
  g_autoptr (SpCompetition) less = NULL;

  g_assert_true (sp_competition_builder_remove_series_window (builder, "s0"));
  g_assert_false (sp_competition_builder_remove_series_window (builder, "s0"));
  less = sp_competition_builder_end (builder);
  g_assert_cmpuint (sp_competition_get_n_series_windows (less), ==, 1);
  g_assert_cmpstr (sp_series_window_get_values (sp_competition_get_series_window (less, 0))->key, ==, "s1");
}

/* Whatever is put in and taken out: it is where looking at each one in turn would have put it. */
static void
test_any_order (void)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SpCompetition) competition = NULL;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (SpRunner) runner = sp_test_runner (.id = g_test_rand_int_range (1, 60));
      const char *key = sp_runner_get_values (runner)->key;
      guint at;

      for (at = 0; at < expected->len; at++)
        if (g_str_equal (sp_runner_get_values (expected->pdata[at])->key, key))
          break;
      if (g_test_rand_bit ())
        {
          g_assert_cmpint (sp_competition_builder_put_runner (builder, runner), ==, at == expected->len);
          if (at < expected->len)
            g_object_unref (g_steal_pointer (&expected->pdata[at]));
          else
            g_ptr_array_add (expected, NULL);
          expected->pdata[at] = g_object_ref (runner);
        }
      else
        {
          g_assert_cmpint (sp_competition_builder_remove_runner (builder, key), ==, at < expected->len);
          if (at < expected->len)
            g_ptr_array_remove_index (expected, at);
        }
      if (i % 100 == 0)
        {
          g_autoptr (SpCompetition) so_far = sp_competition_builder_end (builder);

          g_object_unref (builder);
          builder = sp_competition_builder_new_from (so_far);
        }
    }
  competition = sp_competition_builder_end (builder);
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      const char *key = sp_runner_get_values (expected->pdata[i])->key;

      g_assert_true (sp_competition_get_runner (competition, i) == expected->pdata[i]);
      g_assert_true (sp_competition_find_runner (competition, key) == expected->pdata[i]);
    }
}

/* After the end it begins anew, with nothing in it. */
static void
test_begins_anew (void)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1);
  g_autoptr (SpCompetition) first = NULL;
  g_autoptr (SpCompetition) second = NULL;

  sp_competition_builder_put_runner (builder, runner);
  sp_competition_builder_set_rules (builder, &(SpRules) { TRUE, TRUE });
  first = sp_competition_builder_end (builder);
  second = sp_competition_builder_end (builder);
  g_assert_cmpuint (sp_competition_get_n_runners (first), ==, 1);
  g_assert_true (sp_competition_get_rules (first)->default_when_missing);
  g_assert_cmpuint (sp_competition_get_n_runners (second), ==, 0);
  g_assert_false (sp_competition_get_rules (second)->default_when_missing);
  g_assert_cmpstr (sp_competition_get_name (second), ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/competition-builder/runners", test_runners);
  g_test_add_func ("/model/competition-builder/groups", test_groups);
  g_test_add_func ("/model/competition-builder/series", test_series);
  g_test_add_func ("/model/competition-builder/any-order", test_any_order);
  g_test_add_func ("/model/competition-builder/begins-anew", test_begins_anew);

  return g_test_run ();
}
