/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-club.h"

#include "engine/sp-scorer.h"
#include "files/sp-demo-reader.h"
#include "sp-mock-activity.h"
#include "sp-mock-competition.h"
#include "sp-mock-world.h"
#include "support/sp-test-series.h"

SpCompetition *
sp_strava_club_make_competition (SpMockClub *club)
{
  g_autofree char *json = sp_mock_competition_to_json (club);
  g_autoptr(GError) error = NULL;
  SpCompetition *competition = sp_demo_reader_read (json, &error);

  g_assert_no_error (error);

  return competition;
}

/* As the list shows it, with the efforts of the detail. */
static SpActivity *
join (SpMockActivity *activity)
{
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new_from (activity->listed);
  guint n_efforts = 0;
  const SpEffort *efforts = sp_activity_get_efforts (activity->detail, &n_efforts);

  sp_activity_builder_set_has_efforts (builder);
  for (guint i = 0; i < n_efforts; i++)
    sp_activity_builder_add_effort (builder, &efforts[i]);

  return sp_activity_builder_end (builder);
}

static SpSegment *
make_segment (SpMockClub *club,
              guint       index)
{
  return sp_mock_club_make_segment (club, sp_mock_world_get_segment (sp_mock_club_get_world (club), index)->id,
                                    &SP_ORIGIN_UNKNOWN);
}

/* All have given all permissions. */
void
sp_strava_club_load (SpStravaRig *rig,
                     SpMockClub  *club)
{
  const SpMockSize *size = sp_mock_club_get_size (club);

  for (guint i = 0; i < size->n_segments; i++)
    {
      g_autoptr(SpSegment) segment = make_segment (club, i);

      sp_fake_strava_add_segment (rig->server, segment);
    }
  for (guint i = 0; i < size->n_runners; i++)
    {
      const SpMockRunner *runner = sp_mock_club_get_runner (club, i);
      GPtrArray *activities = sp_mock_club_get_activities (club, i);

      sp_fake_strava_add_athlete (rig->server, runner->id, runner->name, "read,activity:read,activity:read_all");
      sp_strava_rig_connect (rig, runner->id);
      for (guint j = 0; j < activities->len; j++)
        {
          g_autoptr(SpActivity) activity = join (activities->pdata[j]);

          sp_fake_strava_add_activity (rig->server, runner->id, activity);
        }
    }
}

/* The same activities, handed over as they are. */
SpTableFetcher *
sp_strava_club_make_table (SpStravaRig *rig,
                           SpMockClub  *club)
{
  const SpMockSize *size = sp_mock_club_get_size (club);
  SpTableFetcher *table = sp_table_fetcher_new (SP_CLOCK (rig->clock));

  for (guint i = 0; i < size->n_segments; i++)
    sp_table_fetcher_add_segment (table, make_segment (club, i));
  for (guint i = 0; i < size->n_runners; i++)
    {
      GPtrArray *activities = sp_mock_club_get_activities (club, i);

      for (guint j = 0; j < activities->len; j++)
        sp_table_fetcher_add (table, sp_mock_club_get_runner (club, i)->id, join (activities->pdata[j]));
    }
  sp_test_begin_run (SP_FETCHER (table), rig->clock);

  return table;
}

/* A line for each row of each board. */
char *
sp_strava_club_print (SpCompetition *competition,
                      SpHarvest     *harvest,
                      gint64         now_s)
{
  static const char * const states[] = {
    [SP_ROW_TIMED] = "timed", [SP_ROW_NONE_YET] = "none yet", [SP_ROW_NONE] = "none", [SP_ROW_DEFAULT] = "default",
    [SP_ROW_NO_DATA] = "no data",
  };
  g_autoptr(SpResults) results = sp_scorer_score (competition, harvest, now_s);
  GListModel *boards = sp_results_get_values (results)->boards;
  GString *text = g_string_new (NULL);

  for (guint b = 0; b < g_list_model_get_n_items (boards); b++)
    {
      g_autoptr(SpBoard) board = g_list_model_get_item (boards, b);
      GListModel *rows = sp_board_get_values (board)->rows;

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr(SpRow) item = g_list_model_get_item (rows, i);
          const SpRowValues *row = sp_row_get_values (item);

          g_string_append_printf (text, "%u %s %s %" G_GINT64_FORMAT " rank %u flags %u\n", b,
                                  sp_runner_get_values (row->runner)->name, states[row->state], (gint64) row->time_s,
                                  row->rank, (guint) row->flags);
        }
    }

  return g_string_free (text, FALSE);
}
