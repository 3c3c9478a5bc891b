/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-results-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "files/sp-board-json.h"
#include "files/sp-file-error.h"
#include "files/sp-json-value.h"
#include "files/sp-quality-json.h"

typedef struct
{
  SpCompetition *competition; /* (unowned) */
  GListStore    *boards;
  GListStore    *distance_boards;
  GListStore    *teams;
  GListStore    *runners;
} SpResultsDecoder;

static JsonObject *
encode_team (SpTeamSummary *team)
{
  const SpTeamSummaryValues *values = sp_team_summary_get_values (team);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", values->name);
  sp_json_value_set_positive (object, "place", values->place);
  json_object_set_int_member (object, "runners", values->n_runners);
  json_object_set_int_member (object, "boards", values->n_boards);
  json_object_set_int_member (object, "rank_sum", values->rank_sum);
  json_object_set_int_member (object, "total_s", values->total_s);
  sp_json_value_set_number (object, "mean_s", values->mean_s);
  json_object_set_int_member (object, "attempts", values->attempts);
  json_object_set_boolean_member (object, "incomplete", values->incomplete);

  return object;
}

static JsonObject *
encode_runner (SpRunnerSummary *summary)
{
  const SpRunnerSummaryValues *values = sp_runner_summary_get_values (summary);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "runner", runner->key);
  json_object_set_string_member (object, "name", runner->name);
  sp_json_value_set_text (object, "team", runner->segment_team);
  json_object_set_int_member (object, "boards", values->n_boards);
  json_object_set_int_member (object, "total_s", values->total_s);
  json_object_set_int_member (object, "rank_sum", values->rank_sum);
  json_object_set_int_member (object, "attempts", values->attempts);
  json_object_set_boolean_member (object, "incomplete", values->incomplete);

  return object;
}

/**
 * sp_results_json_encode:
 * @results: results
 *
 * Says results as JSON, all but the competition they are of.
 *
 * Returns: (transfer full): an object
 */
JsonObject *
sp_results_json_encode (SpResults *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  JsonObject *object = json_object_new ();
  JsonArray *boards = json_array_new ();
  JsonArray *distance_boards = json_array_new ();
  JsonArray *teams = json_array_new ();
  JsonArray *runners = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (values->boards); i++)
    {
      g_autoptr(SpBoard) board = g_list_model_get_item (values->boards, i);

      json_array_add_object_element (boards, sp_board_json_encode (board));
    }
  for (guint i = 0; i < g_list_model_get_n_items (values->distance_boards); i++)
    {
      g_autoptr(SpDistanceBoard) board = g_list_model_get_item (values->distance_boards, i);

      json_array_add_object_element (distance_boards, sp_board_json_encode_distance (board));
    }
  for (guint i = 0; i < g_list_model_get_n_items (values->team_summaries); i++)
    {
      g_autoptr(SpTeamSummary) team = g_list_model_get_item (values->team_summaries, i);

      json_array_add_object_element (teams, encode_team (team));
    }
  for (guint i = 0; i < g_list_model_get_n_items (values->runner_summaries); i++)
    {
      g_autoptr(SpRunnerSummary) runner = g_list_model_get_item (values->runner_summaries, i);

      json_array_add_object_element (runners, encode_runner (runner));
    }

  sp_json_value_set_local (object, "as_of", values->as_of_local_s);
  sp_json_value_set_utc (object, "finished_at", values->finished_at_s);
  sp_json_value_set_text (object, "source", values->source_id);
  json_object_set_boolean_member (object, "cancelled", values->cancelled);
  sp_json_value_set_texts (object, "warnings", values->warnings);
  json_object_set_array_member (object, "boards", boards);
  json_object_set_array_member (object, "distance_boards", distance_boards);
  json_object_set_array_member (object, "teams", teams);
  json_object_set_array_member (object, "runners", runners);
  json_object_set_object_member (object, "quality", sp_quality_json_encode (values->quality));

  return object;
}

static void
decode_board (JsonObject *object,
              gpointer    user_data)
{
  SpResultsDecoder *self = user_data;
  g_autoptr(SpBoard) board = sp_board_json_decode (object, self->competition);

  if (board != NULL)
    g_list_store_append (self->boards, board);
}

static void
decode_distance_board (JsonObject *object,
                       gpointer    user_data)
{
  SpResultsDecoder *self = user_data;
  g_autoptr(SpDistanceBoard) board = sp_board_json_decode_distance (object, self->competition);

  if (board != NULL)
    g_list_store_append (self->distance_boards, board);
}

static void
decode_team (JsonObject *object,
             gpointer    user_data)
{
  SpResultsDecoder *self = user_data;
  SpTeamSummaryValues values = {
    .name = sp_json_value_get_text (object, "name"),
    .place = (guint) sp_json_value_get_integer (object, "place", 1, G_MAXINT, 0),
    .n_runners = (guint) sp_json_value_get_integer (object, "runners", 0, G_MAXINT, 0),
    .n_boards = (guint) sp_json_value_get_integer (object, "boards", 0, G_MAXINT, 0),
    .rank_sum = (guint) sp_json_value_get_integer (object, "rank_sum", 0, G_MAXINT, 0),
    .total_s = (int) sp_json_value_get_integer (object, "total_s", 0, G_MAXINT, 0),
    .mean_s = sp_json_value_get_number (object, "mean_s", NAN),
    .attempts = (guint) sp_json_value_get_integer (object, "attempts", 0, G_MAXINT, 0),
    .incomplete = sp_json_value_get_boolean (object, "incomplete"),
  };
  g_autoptr(SpTeamSummary) team = values.name != NULL ? sp_team_summary_new (&values) : NULL;

  if (team != NULL)
    g_list_store_append (self->teams, team);
}

static void
decode_runner (JsonObject *object,
               gpointer    user_data)
{
  SpResultsDecoder *self = user_data;
  SpRunnerSummaryValues values = {
    .runner = sp_competition_find_runner (self->competition, sp_json_value_get_text (object, "runner")),
    .n_boards = (guint) sp_json_value_get_integer (object, "boards", 0, G_MAXINT, 0),
    .total_s = (int) sp_json_value_get_integer (object, "total_s", 0, G_MAXINT, 0),
    .rank_sum = (guint) sp_json_value_get_integer (object, "rank_sum", 0, G_MAXINT, 0),
    .attempts = (guint) sp_json_value_get_integer (object, "attempts", 0, G_MAXINT, 0),
    .incomplete = sp_json_value_get_boolean (object, "incomplete"),
  };
  g_autoptr(SpRunnerSummary) runner = values.runner != NULL ? sp_runner_summary_new (&values) : NULL;

  if (runner != NULL)
    g_list_store_append (self->runners, runner);
}

/**
 * sp_results_json_decode:
 * @object: an object
 * @competition: what was scored
 * @error: return location for an error
 *
 * Takes back results. What names a runner, group or window that @competition does not have is left out.
 *
 * Returns: (transfer full): the results, %NULL with %SP_FILE_ERROR_DAMAGED where @object is none
 */
SpResults *
sp_results_json_decode (JsonObject     *object,
                        SpCompetition  *competition,
                        GError        **error)
{
  g_autoptr(GListStore) boards = g_list_store_new (SP_TYPE_BOARD);
  g_autoptr(GListStore) distance_boards = g_list_store_new (SP_TYPE_DISTANCE_BOARD);
  g_autoptr(GListStore) teams = g_list_store_new (SP_TYPE_TEAM_SUMMARY);
  g_autoptr(GListStore) runners = g_list_store_new (SP_TYPE_RUNNER_SUMMARY);
  g_autoptr(SpQuality) quality = NULL;
  g_auto(GStrv) warnings = sp_json_value_get_texts (object, "warnings");
  SpResultsDecoder self = { competition, boards, distance_boards, teams, runners };
  JsonObject *quality_object = sp_json_value_get_object (object, "quality");
  SpResultsValues values = {
    .competition = competition,
    .as_of_local_s = sp_json_value_get_time (object, "as_of"),
    .finished_at_s = sp_json_value_get_time (object, "finished_at"),
    .source_id = sp_json_value_get_text (object, "source"),
    .cancelled = sp_json_value_get_boolean (object, "cancelled"),
    .boards = G_LIST_MODEL (boards),
    .distance_boards = G_LIST_MODEL (distance_boards),
    .team_summaries = G_LIST_MODEL (teams),
    .runner_summaries = G_LIST_MODEL (runners),
    .warnings = (const char * const *) warnings,
  };

  if (quality_object == NULL || !json_object_has_member (object, "boards"))
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                           _("The results in the file are damaged. Refresh to make new ones."));
      return NULL;
    }

  sp_json_value_foreach (object, "boards", decode_board, &self);
  sp_json_value_foreach (object, "distance_boards", decode_distance_board, &self);
  sp_json_value_foreach (object, "teams", decode_team, &self);
  sp_json_value_foreach (object, "runners", decode_runner, &self);
  quality = sp_quality_json_decode (quality_object, competition);
  values.quality = quality;

  return sp_results_new (&values);
}
