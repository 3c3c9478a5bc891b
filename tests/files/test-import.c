/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-import.h"

#include "files/make-workbook.h"
#include "files/sp-workbook-reader.h"
#include "model/sp-competition-builder.h"

#define TEAM "|t|Reds||\n"

static SpCompetition *
load (const char *runners,
      const char *segments,
      const char *series)
{
  g_autofree char *runner_rows = g_strconcat (RUNNERS, runners, NULL);
  g_autofree char *segment_rows = g_strconcat (SEGMENTS, segments, NULL);
  g_autofree char *series_rows = g_strconcat (SERIES, series, NULL);
  g_autoptr(GBytes) bytes = make_sheets ("Runners", runner_rows, "Segment Series", segment_rows, "Distance Series",
                                         series_rows, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpWorkbook) workbook = sp_workbook_reader_read_bytes (bytes, "New Name", NULL, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (sp_workbook_get_competition (workbook));
}

/* What the organiser did to it since: rules, a consent, sports, a closed board. */
static SpCompetition *
work_on (SpCompetition *loaded)
{
  static const char * const sports[] = { "Walk", NULL };
  g_autoptr(SpCompetitionBuilder) builder = sp_competition_builder_new_from (loaded);
  SpRules rules = { TRUE, TRUE };
  SpRunnerValues runner = *sp_runner_get_values (sp_competition_get_runner (loaded, 0));
  SpGroupValues group = *sp_group_get_values (sp_competition_get_group (loaded, 0));
  g_autoptr(SpRunner) consenting = NULL;
  g_autoptr(SpGroup) walking = NULL;

  runner.consent_s = 1000;
  group.sports = sports;
  consenting = sp_runner_new (&runner);
  walking = sp_group_new (&group);
  sp_competition_builder_set_name (builder, "Winter");
  sp_competition_builder_set_rules (builder, &rules);
  sp_competition_builder_set_series_sports (builder, sports);
  sp_competition_builder_put_runner (builder, consenting);
  sp_competition_builder_put_group (builder, walking);

  return sp_competition_builder_end (builder);
}

static char *
show_changes (SpImport *import)
{
  static const char signs[] = "+-~";
  static const char parts[] = "rsd";
  GListModel *changes = sp_import_get_changes (import);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr(SpImportChange) change = g_list_model_get_item (changes, i);

      g_string_append_printf (lines, "%c%c %s|%s\n", signs[sp_import_change_get_kind (change)],
                              parts[sp_import_change_get_part (change)], sp_import_change_get_title (change),
                              sp_import_change_get_detail (change));
    }

  return g_string_free (lines, FALSE);
}

static const SpRunnerValues *
runner_at (SpImport *import,
           guint     index)
{
  return sp_runner_get_values (sp_competition_get_runner (sp_import_get_competition (import), index));
}

static void
test_nothing_new (void)
{
  g_autoptr(SpCompetition) loaded = load ("Ann|#1" TEAM, "#7|Hill|2026-01-05|2026-01-11||||\n",
                                          "2026-01-01|2026-01-31|\n");
  g_autoptr(SpCompetition) open = work_on (loaded);
  SpImport *import = sp_import_new (open, loaded);
  SpCompetition *merged = sp_import_get_competition (import);

  g_assert_cmpuint (g_list_model_get_n_items (sp_import_get_changes (import)), ==, 0);
  g_assert_cmpstr (sp_competition_get_name (merged), ==, "Winter");
  g_assert_true (sp_competition_get_rules (merged)->leave_flagged_out);
  g_assert_cmpstr (sp_competition_get_series_sports (merged)[0], ==, "Walk");
  g_assert_cmpint (runner_at (import, 0)->consent_s, ==, 1000);
  g_assert_cmpstr (sp_group_get_values (sp_competition_get_group (merged, 0))->sports[0], ==, "Walk");
  g_assert_finalize_object (import);
}

static void
test_runners (void)
{
  g_autoptr(SpCompetition) loaded = load ("Ann|#1" TEAM "Ben|" TEAM "Cy|#3" TEAM "Di|#4" TEAM "Sam|" TEAM "Sam|" TEAM,
                                          "#7|Hill|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpCompetition) open = work_on (loaded);
  g_autoptr(SpCompetition) changed = load ("Cy|#3|t|Blues|Blues|15-Mar\nAnnie|#1" TEAM "Ben|#2" TEAM "Di|" TEAM
                                           "Sam|#6" TEAM "Eve|#5" TEAM,
                                           "#7|Hill|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpImport) import = sp_import_new (open, changed);
  g_autofree char *changes = show_changes (import);

  g_assert_cmpstr (changes, ==,
                   "~r Cy|Segment team: Reds → Blues\nDistance team: none → Blues\nBirthday: none → 03-15\n"
                   "~r Ann|Name: Ann → Annie\n"
                   "~r Ben|Strava ID: none → 2\n"
                   "+r Sam|\n+r Eve|\n-r Sam|\n-r Sam|\n");

  /* Ann keeps her key and her consent, Ben the key he had without an account, Di the account the workbook forgot. */
  g_assert_cmpuint (sp_competition_get_n_runners (sp_import_get_competition (import)), ==, 6);
  g_assert_cmpstr (runner_at (import, 1)->key, ==, "runner-1");
  g_assert_cmpint (runner_at (import, 1)->consent_s, ==, 1000);
  g_assert_cmpstr (runner_at (import, 2)->key, ==, "runner-Ben");
  g_assert_cmpstr (sp_import_find_key (import, "runner-2"), ==, "runner-Ben");
  g_assert_cmpint (runner_at (import, 3)->id, ==, 4);
  g_assert_null (sp_import_find_key (import, "nobody"));
}

static void
test_boards (void)
{
  g_autoptr(SpCompetition) loaded = load ("Ann|#1" TEAM, "#7|Hill|2026-01-05|2026-01-11|10:00|#100|#30|Week 1|\n"
                                          "#8|Lane|2026-01-05|2026-01-11||||\n", "2026-01-01|2026-01-31|#5\n"
                                          "2026-02-01|2026-02-28|\n");
  g_autoptr(SpCompetition) open = work_on (loaded);
  g_autoptr(SpCompetition) changed = load ("Ann|#1" TEAM, "#9|Moor|2026-01-05|2026-01-11||||\n"
                                           "#7|The Hill|2026-01-05|2026-01-12T12:00|11:00||||#5\n"
                                           "#7||2026-01-19|2026-01-25||||\n", "2026-01-01|2026-01-31|#7.5\n"
                                           "2026-03-01|2026-03-31|\n");
  g_autoptr(SpImport) import = sp_import_new (open, changed);
  SpCompetition *merged = sp_import_get_competition (import);
  g_autofree char *changes = show_changes (import);
  const SpGroupValues *hill = sp_group_get_values (sp_competition_get_group (merged, 1));

  g_assert_cmpstr (changes, ==,
                   "+s Moor|\n"
                   "~s Hill|Name: Hill → The Hill\nDefault time: 0:10:00 → 0:11:00\nMinimum distance: 100 m → none\n"
                   "Window 1: 2026-01-05 to 2026-01-11 “Week 1”, birthday bonus 30 s → "
                   "2026-01-05 to 2026-01-12T12:00, time bonus 5 s\n"
                   "Window 2: none → 2026-01-19 to 2026-01-25\n"
                   "-s Lane|\n"
                   "~d 2026-01-01 to 2026-01-31|Threshold: 5000 m → 7500 m\n"
                   "+d 2026-03-01 to 2026-03-31|\n-d 2026-02-01 to 2026-02-28|\n");
  g_assert_cmpstr (hill->key, ==, "segment-7");
  g_assert_cmpstr (hill->sports[0], ==, "Walk");
  g_assert_cmpuint (sp_competition_get_n_groups (merged), ==, 2);
  g_assert_cmpuint (sp_competition_get_n_series_windows (merged), ==, 2);
}

/* A closed board stays as it is, changed or dropped in the workbook. */
static void
test_closed (void)
{
  g_autoptr(SpCompetition) loaded = load ("Ann|#1" TEAM, "#7|Hill|2026-01-05|2026-01-11||||\n"
                                          "#8|Lane|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpCompetition) changed = load ("Ann|#1" TEAM, "#7|Hill|2026-01-05|2026-01-18||||\n", "");
  g_autoptr(SpCompetitionBuilder) builder = sp_competition_builder_new_from (loaded);
  g_autoptr(SpCompetition) open = NULL;
  g_autoptr(SpImport) import = NULL;

  for (guint i = 0; i < 2; i++)
    {
      SpGroupValues values = *sp_group_get_values (sp_competition_get_group (loaded, i));
      g_autoptr(SpGroup) closed = NULL;

      values.closed = TRUE;
      values.closed_local_s = 5;
      closed = sp_group_new (&values);
      sp_competition_builder_put_group (builder, closed);
    }
  open = sp_competition_builder_end (builder);
  import = sp_import_new (open, changed);

  g_assert_cmpuint (g_list_model_get_n_items (sp_import_get_changes (import)), ==, 0);
  for (guint i = 0; i < 2; i++)
    g_assert_true (sp_competition_get_group (sp_import_get_competition (import), i) ==
                   sp_competition_get_group (open, i));
}

/* One renamed, and a new one of the old name: two runners, not one twice. */
static void
test_same_name (void)
{
  g_autoptr(SpCompetition) open = load ("Ann|#1" TEAM, "#7|Hill|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpCompetition) changed = load ("Annie|#1" TEAM "Ann|" TEAM, "#7|Hill|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpImport) import = sp_import_new (open, changed);
  g_autofree char *changes = show_changes (import);

  g_assert_cmpstr (changes, ==, "~r Ann|Name: Ann → Annie\n+r Ann|\n");
  g_assert_cmpuint (sp_competition_get_n_runners (sp_import_get_competition (import)), ==, 2);
}

/* A key that is in use, for whatever, is not given again. */
static void
test_keys (void)
{
  g_autoptr(SpCompetition) loaded = load ("Ann|#1" TEAM, "#7|Hill|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpCompetition) changed = load ("Ann|#1" TEAM "Ben|#2" TEAM, "#7|Hill|2026-01-05|2026-01-11||||\n", "");
  g_autoptr(SpCompetitionBuilder) builder = sp_competition_builder_new_from (loaded);
  SpRunnerValues values = { .key = "runner-2", .id = 9, .name = "Zed", .segment_team = "Reds", .consent_s = 1 };
  g_autoptr(SpRunner) zed = sp_runner_new (&values);
  g_autoptr(SpCompetition) open = NULL;
  g_autoptr(SpImport) import = NULL;

  sp_competition_builder_put_runner (builder, zed);
  open = sp_competition_builder_end (builder);
  import = sp_import_new (open, changed);
  g_assert_cmpstr (sp_import_find_key (import, "runner-2"), ==, "runner-2-2");
  g_assert_cmpstr (runner_at (import, 1)->name, ==, "Ben");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/import/nothing-new", test_nothing_new);
  g_test_add_func ("/files/import/runners", test_runners);
  g_test_add_func ("/files/import/same-name", test_same_name);
  g_test_add_func ("/files/import/boards", test_boards);
  g_test_add_func ("/files/import/closed", test_closed);
  g_test_add_func ("/files/import/keys", test_keys);

  return g_test_run ();
}
