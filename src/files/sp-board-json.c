/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-board-json.h"

#include <math.h>

#include "api/sp-time.h"
#include "files/sp-json-names.h"
#include "files/sp-json-value.h"
#include "files/sp-row-json.h"

/* What is needed while the rows of a board are taken back. */
typedef struct
{
  SpCompetition *competition; /* (unowned) */
  SpGroup       *group;       /* (unowned) (nullable) */
  GListStore    *store;       /* (unowned) */
  GHashTable    *by_key;      /* (unowned) (nullable) (element-type utf8 SpRow) */
} SpBoardDecoder;

/**
 * sp_board_json_encode:
 * @board: a board
 *
 * Returns: (transfer full): it as an object, with its rows and teams
 */
JsonObject *
sp_board_json_encode (SpBoard *board)
{
  const SpBoardValues *values = sp_board_get_values (board);
  const SpGroupValues *group = sp_group_get_values (values->group);
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();
  JsonArray *teams = json_array_new ();

  json_object_set_string_member (object, "group", group->key);
  json_object_set_string_member (object, "name", group->name);
  json_object_set_int_member (object, "segment_id", group->segment_id);
  json_object_set_string_member (object, "state", sp_json_names_board_state (values->state));
  sp_json_value_set_local (object, "as_of", values->as_of_local_s);
  sp_json_value_set_local (object, "opens", values->opens_local_s);
  sp_json_value_set_local (object, "ends", values->ends_local_s);
  json_object_set_int_member (object, "ranked", values->n_ranked);
  json_object_set_int_member (object, "timed", values->n_timed);
  json_object_set_int_member (object, "no_data", values->n_no_data);
  json_object_set_int_member (object, "stale", values->n_stale);
  json_object_set_int_member (object, "to_come", values->n_to_come);
  sp_json_value_set_texts (object, "warnings", values->warnings);

  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr(SpRow) row = g_list_model_get_item (values->rows, i);

      json_array_add_object_element (rows, sp_row_json_encode (row));
    }
  for (guint i = 0; i < g_list_model_get_n_items (values->teams); i++)
    {
      g_autoptr(SpTeamRow) team = g_list_model_get_item (values->teams, i);

      json_array_add_object_element (teams, sp_row_json_encode_team (team));
    }
  json_object_set_array_member (object, "rows", rows);
  json_object_set_array_member (object, "teams", teams);

  return object;
}

static void
decode_row (JsonObject *object,
            gpointer    user_data)
{
  SpBoardDecoder *self = user_data;
  g_autoptr(SpRow) row = sp_row_json_decode (object, self->group, self->competition);

  if (row == NULL)
    return;
  g_list_store_append (self->store, row);
  g_hash_table_insert (self->by_key, (gpointer) sp_runner_get_values (sp_row_get_values (row)->runner)->key, row);
}

static void
decode_team (JsonObject *object,
             gpointer    user_data)
{
  SpBoardDecoder *self = user_data;
  g_autoptr(SpTeamRow) team = sp_row_json_decode_team (object, self->by_key);

  if (team != NULL)
    g_list_store_append (self->store, team);
}

/**
 * sp_board_json_decode:
 * @object: an object
 * @competition: the competition
 *
 * Takes back a board. A state that is not known becomes "provisional".
 *
 * Returns: (transfer full) (nullable): the board, %NULL where its group is not known
 */
SpBoard *
sp_board_json_decode (JsonObject    *object,
                      SpCompetition *competition)
{
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_ROW);
  g_autoptr(GListStore) teams = g_list_store_new (SP_TYPE_TEAM_ROW);
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) warnings = sp_json_value_get_texts (object, "warnings");
  SpBoardDecoder self = { .competition = competition, .store = rows, .by_key = by_key };
  SpBoardValues values = {
    .group = sp_competition_find_group (competition, sp_json_value_get_text (object, "group")),
    .state = SP_BOARD_PROVISIONAL,
    .as_of_local_s = sp_json_value_get_time (object, "as_of"),
    .opens_local_s = sp_json_value_get_time (object, "opens"),
    .ends_local_s = sp_json_value_get_time (object, "ends"),
    .rows = G_LIST_MODEL (rows),
    .teams = G_LIST_MODEL (teams),
    .n_ranked = (guint) sp_json_value_get_integer (object, "ranked", 0, G_MAXINT, 0),
    .n_timed = (guint) sp_json_value_get_integer (object, "timed", 0, G_MAXINT, 0),
    .n_no_data = (guint) sp_json_value_get_integer (object, "no_data", 0, G_MAXINT, 0),
    .n_stale = (guint) sp_json_value_get_integer (object, "stale", 0, G_MAXINT, 0),
    .n_to_come = (guint) sp_json_value_get_integer (object, "to_come", 0, G_MAXINT, 0),
    .warnings = (const char * const *) warnings,
  };

  if (values.group == NULL)
    return NULL;

  sp_json_names_get_board_state (sp_json_value_get_text (object, "state"), &values.state);
  self.group = values.group;
  sp_json_value_foreach (object, "rows", decode_row, &self);
  self.store = teams;
  sp_json_value_foreach (object, "teams", decode_team, &self);

  return sp_board_new (&values);
}

static JsonObject *
encode_distance_row (SpDistanceRow *row)
{
  const SpDistanceRowValues *values = sp_distance_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "runner", runner->key);
  json_object_set_string_member (object, "name", runner->name);
  sp_json_value_set_text (object, "team", runner->distance_team);
  json_object_set_boolean_member (object, "known", values->known);
  sp_json_names_set_flags (object, "flags", values->flags);
  sp_json_value_set_positive (object, "place", values->place);
  sp_json_value_set_seconds (object, "runs", values->known ? (gint64) values->n_runs : -1);
  sp_json_value_set_number (object, "distance_m", values->known ? values->distance_m : NAN);
  sp_json_value_set_number (object, "climb_m", values->known ? values->climb_m : NAN);
  sp_json_value_set_seconds (object, "over_threshold", values->known ? (gint64) values->n_over : -1);
  sp_json_value_set_number (object, "mean_m", values->known ? values->mean_m : NAN);
  sp_json_value_set_utc (object, "fetched_at", values->fetched_at_s);
  sp_json_value_set_text (object, "reason", values->reason);

  return object;
}

static void
decode_distance_row (JsonObject *object,
                     gpointer    user_data)
{
  SpBoardDecoder *self = user_data;
  SpDistanceRowValues values = {
    .runner = sp_competition_find_runner (self->competition, sp_json_value_get_text (object, "runner")),
    .known = sp_json_value_get_boolean (object, "known"),
    .flags = sp_json_names_get_flags (object, "flags"),
    .place = (guint) sp_json_value_get_integer (object, "place", 1, G_MAXINT, 0),
    .n_runs = (guint) sp_json_value_get_integer (object, "runs", 0, G_MAXINT, 0),
    .distance_m = sp_json_value_get_number (object, "distance_m", 0),
    .climb_m = sp_json_value_get_number (object, "climb_m", 0),
    .n_over = (guint) sp_json_value_get_integer (object, "over_threshold", 0, G_MAXINT, 0),
    .mean_m = sp_json_value_get_number (object, "mean_m", NAN),
    .fetched_at_s = sp_json_value_get_time (object, "fetched_at"),
    .reason = sp_json_value_get_text (object, "reason"),
  };
  g_autoptr(SpDistanceRow) row = NULL;

  if (values.runner == NULL)
    return;
  row = sp_distance_row_new (&values);
  g_list_store_append (self->store, row);
}

/**
 * sp_board_json_encode_distance:
 * @board: a distance board
 *
 * Returns: (transfer full): it as an object, with its rows
 */
JsonObject *
sp_board_json_encode_distance (SpDistanceBoard *board)
{
  const SpDistanceBoardValues *values = sp_distance_board_get_values (board);
  const SpSeriesWindowValues *window = values->window != NULL ? sp_series_window_get_values (values->window) : NULL;
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();

  sp_json_value_set_text (object, "window", window != NULL ? window->key : NULL);
  sp_json_value_set_local (object, "opens", window != NULL ? window->start_local_s : SP_TIME_UNKNOWN);
  sp_json_value_set_local (object, "ends", window != NULL ? window->end_local_s : SP_TIME_UNKNOWN);
  sp_json_value_set_number (object, "threshold_m",
                            window != NULL && window->threshold_m > 0 ? window->threshold_m : NAN);
  json_object_set_string_member (object, "state", sp_json_names_board_state (values->state));
  sp_json_value_set_local (object, "as_of", values->as_of_local_s);

  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr(SpDistanceRow) row = g_list_model_get_item (values->rows, i);

      json_array_add_object_element (rows, encode_distance_row (row));
    }
  json_object_set_array_member (object, "rows", rows);

  return object;
}

/**
 * sp_board_json_decode_distance:
 * @object: an object
 * @competition: the competition
 *
 * Takes back a distance board. A state that is not known becomes "provisional".
 *
 * Returns: (transfer full) (nullable): the board, %NULL where its window is not known
 */
SpDistanceBoard *
sp_board_json_decode_distance (JsonObject    *object,
                               SpCompetition *competition)
{
  const char *window = sp_json_value_get_text (object, "window");
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_DISTANCE_ROW);
  SpBoardDecoder self = { .competition = competition, .store = rows };
  SpDistanceBoardValues values = {
    .window = sp_competition_find_series_window (competition, window),
    .state = SP_BOARD_PROVISIONAL,
    .as_of_local_s = sp_json_value_get_time (object, "as_of"),
    .rows = G_LIST_MODEL (rows),
  };

  if (window != NULL && values.window == NULL)
    return NULL;

  sp_json_names_get_board_state (sp_json_value_get_text (object, "state"), &values.state);
  sp_json_value_foreach (object, "rows", decode_distance_row, &self);

  return sp_distance_board_new (&values);
}
