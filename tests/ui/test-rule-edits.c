/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-rule-edits.h"

#include "support/sp-test-series.h"

static const SpGroupValues *
get_group (SpCompetition *competition,
           const char    *key)
{
  return sp_group_get_values (sp_competition_find_group (competition, key));
}

/* An edit changes what it names, in another competition, and nothing else. */
static void
test_edits (void)
{
  const char * const sports[] = { "Run", "TrailRun", NULL };
  const SpRules rules = { .leave_flagged_out = TRUE };
  g_autoptr (SpCompetition) first = sp_test_series_competition (2, 2);
  g_autoptr (SpCompetition) ruled = sp_rule_edits_set_rules (first, &rules);
  g_autoptr (SpCompetition) series = sp_rule_edits_set_series_sports (ruled, sports);
  g_autoptr (SpCompetition) some = sp_rule_edits_set_sports (series, "502", sports);
  g_autoptr (SpCompetition) closed = sp_rule_edits_set_closed (some, "502", 1000);
  g_autoptr (SpCompetition) again = sp_rule_edits_set_closed (closed, "502", SP_TIME_UNKNOWN);
  g_autoptr (SpCompetition) usual = sp_rule_edits_set_sports (again, "502", NULL);

  g_assert_false (sp_competition_get_rules (first)->leave_flagged_out);
  g_assert_true (sp_competition_get_rules (usual)->leave_flagged_out);
  g_assert_false (sp_competition_get_rules (usual)->default_when_missing);
  g_assert_null (sp_competition_get_series_sports (ruled));
  g_assert_cmpstrv (sp_competition_get_series_sports (usual), sports);
  g_assert_cmpstrv (get_group (some, "502")->sports, sports);
  g_assert_null (get_group (some, "501")->sports);
  g_assert_true (get_group (closed, "502")->closed);
  g_assert_cmpint (get_group (closed, "502")->closed_local_s, ==, 1000);
  g_assert_cmpstrv (get_group (closed, "502")->sports, sports);
  g_assert_false (get_group (closed, "501")->closed);
  g_assert_false (get_group (again, "502")->closed);
  g_assert_null (get_group (usual, "502")->sports);
  g_assert_cmpuint (sp_competition_get_n_groups (usual), ==, 2);
  g_assert_cmpstr (sp_group_get_values (sp_competition_get_group (usual, 1))->key, ==, "502");
  g_assert_null (sp_competition_find_group (usual, "503"));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean    good;
    const char *sports[4];
  } cases[] = {
    { "", TRUE, { NULL } }, { " , ;", TRUE, { NULL } }, { "Run", TRUE, { "Run" } },
    { " Run ,TrailRun;; Run,", TRUE, { "Run", "TrailRun" } }, { "Trail Run", FALSE, { NULL } },
    { "Run, 5k", FALSE, { NULL } }, { "Läufe", FALSE, { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) sports = NULL;

      g_assert_cmpint (sp_rule_edits_parse_sports (cases[i].text, &sports), ==, cases[i].good);
      if (cases[i].sports[0] == NULL)
        g_assert_null (sports);
      else
        g_assert_cmpstrv (sports, cases[i].sports);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/rule-edits/edits", test_edits);
  g_test_add_func ("/ui/rule-edits/parse", test_parse);

  return g_test_run ();
}
