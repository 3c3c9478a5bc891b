/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-demo-reader.h"

#include "files/sp-file-error.h"

#define WINDOW "{'start':'2026-01-05','end':'2026-01-11','label':'Week 1','birthday_bonus_s':30,'time_bonus_s':-10}"
#define GROUP "{'segment_id':7,'name':'Canal','windows':[" WINDOW "]}"

/* JSON, with its quotes as apostrophes. */
static SpCompetition *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GString) json = g_string_new (text);

  g_string_replace (json, "'", "\"", 0);

  return sp_demo_reader_read (json->str, error);
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpCompetition) competition =
    read_text ("{'name':'Club','runners':[{'key':'k','id':9007199254740993,'name':'Zoë','segment_team':'Reds',"
               "'distance_team':'Long','birth_month':2,'birth_day':29},{'name':'Huw'}],"
               "'groups':[{'segment_id':7,'name':'Canal','sports':['Run','Walk'],'min_distance_m':900.5,"
               "'default_time_s':600,'windows':[" WINDOW ",{'start':'2026-02-01T08:00:00',"
               "'end':'2026-02-01T09:30:00'}]}],"
               "'series':[{'start':'2026-01-01','end':'2026-01-31','threshold_m':5000}]}", &error);
  const SpRunnerValues *runner;
  const SpGroupValues *group;
  const SpWindowValues *window;
  const SpSeriesWindowValues *series;

  g_assert_no_error (error);
  g_assert_cmpstr (sp_competition_get_name (competition), ==, "Club");
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 2);
  runner = sp_runner_get_values (sp_competition_get_runner (competition, 0));
  g_assert_cmpstr (runner->key, ==, "k");
  g_assert_cmpint (runner->id, ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_cmpstr (runner->segment_team, ==, "Reds");
  g_assert_cmpstr (runner->distance_team, ==, "Long");
  g_assert_cmpint (runner->birth_month, ==, 2);
  g_assert_cmpint (runner->birth_day, ==, 29);
  runner = sp_runner_get_values (sp_competition_get_runner (competition, 1));
  g_assert_cmpint (runner->id, ==, 0);
  g_assert_null (runner->segment_team);

  group = sp_group_get_values (sp_competition_get_group (competition, 0));
  g_assert_cmpint (group->segment_id, ==, 7);
  g_assert_cmpstr (group->sports[1], ==, "Walk");
  g_assert_cmpfloat (group->min_distance_m, ==, 900.5);
  g_assert_cmpint (group->default_time_s, ==, 600);
  g_assert_cmpuint (group->windows->len, ==, 2);
  window = sp_window_get_values (group->windows->pdata[0]);
  g_assert_cmpint (window->start_local_s, ==, sp_time_new (2026, 1, 5, 0, 0, 0));
  g_assert_cmpint (window->end_local_s, ==, sp_time_new (2026, 1, 11, 23, 59, 59));
  g_assert_true (window->end_is_date);
  g_assert_cmpstr (window->label, ==, "Week 1");
  g_assert_cmpint (window->birthday_bonus_s, ==, 30);
  g_assert_cmpint (window->time_bonus_s, ==, -10);
  window = sp_window_get_values (group->windows->pdata[1]);
  g_assert_cmpint (window->end_local_s, ==, sp_time_new (2026, 2, 1, 9, 30, 0));
  g_assert_false (window->end_is_date);
  series = sp_series_window_get_values (sp_competition_get_series_window (competition, 0));
  g_assert_cmpfloat (series->threshold_m, ==, 5000);
  g_assert_cmpint (series->end_local_s, ==, sp_time_new (2026, 1, 31, 23, 59, 59));
}

/* Runners and groups without keys are told apart all the same. */
static void
test_keys (void)
{
  g_autoptr (SpCompetition) competition =
    read_text ("{'runners':[{'name':'A'},{'name':'A'}],'groups':[" GROUP "," GROUP "]}", NULL);

  g_assert_nonnull (competition);
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 2);
  g_assert_cmpuint (sp_competition_get_n_groups (competition), ==, 2);
}

static void
test_faults (void)
{
  static const char * const cases[][2] = {
    { "{'runners':[{'name':'A'},{'id':3}]}", "Runner 2" },
    { "{'groups':[{'name':'A','windows':[" WINDOW "]}]}", "segment_id" },
    { "{'groups':[{'segment_id':7,'windows':[" WINDOW "]}]}", "name" },
    { "{'groups':[{'segment_id':7,'name':'A'}]}", "windows" },
    { "{'groups':[{'segment_id':7,'name':'A','windows':[{'start':'soon','end':'2026-01-01'}]}]}", "start" },
    { "{'series':[{'start':'2026-01-01'}]}", "start" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (cases[i][0], &error));
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i][1]));
    }
}

static void
test_no_json (void)
{
  static const char * const cases[] = { "", "{", "[]", "nonsense" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (cases[i], &error));
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/demo-reader/whole", test_whole);
  g_test_add_func ("/files/demo-reader/keys", test_keys);
  g_test_add_func ("/files/demo-reader/faults", test_faults);
  g_test_add_func ("/files/demo-reader/no-json", test_no_json);

  return g_test_run ();
}
