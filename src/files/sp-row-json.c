/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-row-json.h"

#include <math.h>

#include "api/sp-time.h"
#include "files/sp-json-names.h"
#include "files/sp-json-value.h"
#include "model/sp-trace-line.h"

static JsonObject *
encode_line (SpTraceLine *line)
{
  const SpTraceLineValues *values = sp_trace_line_get_values (line);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", sp_json_names_trace_kind (values->kind));
  sp_json_value_set_text (object, "verdict", values->verdict);
  sp_json_value_set_text (object, "text", values->text);
  sp_json_value_set_text (object, "arithmetic", values->arithmetic);
  sp_json_value_set_local (object, "start", values->start_local_s);
  sp_json_value_set_seconds (object, "elapsed_s", values->elapsed_s);
  sp_json_value_set_positive (object, "activity_id", values->activity_id);
  sp_json_value_set_positive (object, "effort_id", values->effort_id);
  json_object_set_boolean_member (object, "may_link", values->may_link);

  return object;
}

static void
decode_line (JsonObject *object,
             gpointer    user_data)
{
  GListStore *trace = user_data;
  const char *text = sp_json_value_get_text (object, "text");
  SpTraceLineValues values = {
    .verdict = sp_json_value_get_text (object, "verdict"),
    .text = text != NULL ? text : "",
    .arithmetic = sp_json_value_get_text (object, "arithmetic"),
    .start_local_s = sp_json_value_get_time (object, "start"),
    .elapsed_s = (int) sp_json_value_get_integer (object, "elapsed_s", 0, G_MAXINT, -1),
    .activity_id = sp_json_value_get_integer (object, "activity_id", 1, G_MAXINT64, 0),
    .effort_id = sp_json_value_get_integer (object, "effort_id", 1, G_MAXINT64, 0),
    .may_link = sp_json_value_get_boolean (object, "may_link"),
  };
  g_autoptr(SpTraceLine) line = NULL;

  if (!sp_json_names_get_trace_kind (sp_json_value_get_text (object, "kind"), &values.kind))
    return;
  line = sp_trace_line_new (&values);
  g_list_store_append (trace, line);
}

static void
encode_trace (JsonObject *object,
              GListModel *trace)
{
  JsonArray *lines;
  guint n = trace != NULL ? g_list_model_get_n_items (trace) : 0;

  if (trace == NULL)
    return;

  lines = json_array_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SpTraceLine) line = g_list_model_get_item (trace, i);

      json_array_add_object_element (lines, encode_line (line));
    }
  json_object_set_array_member (object, "trace", lines);
}

/**
 * sp_row_json_encode:
 * @row: a row
 *
 * Says a row as JSON, with its trace where it has one.
 *
 * Returns: (transfer full): an object
 */
JsonObject *
sp_row_json_encode (SpRow *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "runner", runner->key);
  json_object_set_string_member (object, "name", runner->name);
  sp_json_value_set_text (object, "team", runner->segment_team);
  json_object_set_string_member (object, "state", sp_json_names_row_state (values->state));
  sp_json_names_set_flags (object, "flags", values->flags);
  sp_json_value_set_positive (object, "rank", values->rank);
  sp_json_value_set_positive (object, "team_rank", values->team_rank);
  json_object_set_int_member (object, "attempts", values->attempts);
  sp_json_value_set_seconds (object, "time_s", values->time_s);
  sp_json_value_set_seconds (object, "elapsed_s", values->elapsed_s);
  json_object_set_int_member (object, "birthday_bonus_s", values->birthday_bonus_s);
  json_object_set_int_member (object, "time_bonus_s", values->time_bonus_s);
  sp_json_value_set_seconds (object, "window", values->window);
  sp_json_value_set_local (object, "start", values->start_local_s);
  sp_json_value_set_number (object, "distance_m", values->distance_m);
  sp_json_value_set_positive (object, "activity_id", values->activity_id);
  sp_json_value_set_positive (object, "effort_id", values->effort_id);
  sp_json_value_set_utc (object, "fetched_at", values->fetched_at_s);
  sp_json_value_set_text (object, "reason", values->reason);
  encode_trace (object, values->trace);

  return object;
}

/**
 * sp_row_json_decode:
 * @object: an object
 * @group: the group of its board
 * @competition: the competition
 *
 * Takes back a row. A state that is not known becomes "no data", never "none".
 *
 * Returns: (transfer full) (nullable): the row, %NULL where its runner is not known
 */
SpRow *
sp_row_json_decode (JsonObject    *object,
                    SpGroup       *group,
                    SpCompetition *competition)
{
  SpRowValues values = {
    .runner = sp_competition_find_runner (competition, sp_json_value_get_text (object, "runner")),
    .group = group,
    .state = SP_ROW_NO_DATA,
    .flags = sp_json_names_get_flags (object, "flags"),
    .rank = (guint) sp_json_value_get_integer (object, "rank", 1, G_MAXINT, 0),
    .team_rank = (guint) sp_json_value_get_integer (object, "team_rank", 1, G_MAXINT, 0),
    .attempts = (guint) sp_json_value_get_integer (object, "attempts", 0, G_MAXINT, 0),
    .time_s = (int) sp_json_value_get_integer (object, "time_s", 0, G_MAXINT, -1),
    .elapsed_s = (int) sp_json_value_get_integer (object, "elapsed_s", 0, G_MAXINT, -1),
    .birthday_bonus_s = (int) sp_json_value_get_integer (object, "birthday_bonus_s", 0, G_MAXINT, 0),
    .time_bonus_s = (int) sp_json_value_get_integer (object, "time_bonus_s", -G_MAXINT, G_MAXINT, 0),
    .window = (int) sp_json_value_get_integer (object, "window", 0, G_MAXINT, -1),
    .start_local_s = sp_json_value_get_time (object, "start"),
    .distance_m = sp_json_value_get_number (object, "distance_m", NAN),
    .activity_id = sp_json_value_get_integer (object, "activity_id", 1, G_MAXINT64, 0),
    .effort_id = sp_json_value_get_integer (object, "effort_id", 1, G_MAXINT64, 0),
    .fetched_at_s = sp_json_value_get_time (object, "fetched_at"),
    .reason = sp_json_value_get_text (object, "reason"),
  };
  g_autoptr(GListStore) trace = NULL;

  if (values.runner == NULL)
    return NULL;

  sp_json_names_get_row_state (sp_json_value_get_text (object, "state"), &values.state);
  if (values.window >= (int) sp_group_get_values (group)->windows->len)
    values.window = -1;
  if (json_object_has_member (object, "trace"))
    {
      trace = g_list_store_new (SP_TYPE_TRACE_LINE);
      sp_json_value_foreach (object, "trace", decode_line, trace);
      values.trace = G_LIST_MODEL (trace);
    }

  return sp_row_new (&values);
}

/**
 * sp_row_json_encode_team:
 * @team: a row of a team
 *
 * Returns: (transfer full): it as an object
 */
JsonObject *
sp_row_json_encode_team (SpTeamRow *team)
{
  const SpTeamRowValues *values = sp_team_row_get_values (team);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", values->name);
  sp_json_value_set_positive (object, "place", values->place);
  json_object_set_int_member (object, "members", values->n_members);
  json_object_set_int_member (object, "ranked", values->n_ranked);
  json_object_set_int_member (object, "rank_sum", values->rank_sum);
  json_object_set_int_member (object, "total_s", values->total_s);
  json_object_set_int_member (object, "gap_s", values->gap_s);
  sp_json_value_set_number (object, "mean_s", values->mean_s);
  sp_json_value_set_number (object, "median_s", values->median_s);
  json_object_set_int_member (object, "attempts", values->attempts);
  sp_json_value_set_text (object, "fastest", values->fastest != NULL
                            ? sp_runner_get_values (sp_row_get_values (values->fastest)->runner)->key : NULL);
  json_object_set_boolean_member (object, "incomplete", values->incomplete);
  sp_json_value_set_texts (object, "missing", values->missing);

  return object;
}

/**
 * sp_row_json_decode_team:
 * @object: an object
 * @rows: (element-type utf8 SpRow): the rows of its board by key of runner
 *
 * Returns: (transfer full) (nullable): the row of a team, %NULL where @object is none
 */
SpTeamRow *
sp_row_json_decode_team (JsonObject *object,
                         GHashTable *rows)
{
  const char *fastest = sp_json_value_get_text (object, "fastest");
  g_auto(GStrv) missing = sp_json_value_get_texts (object, "missing");
  SpTeamRowValues values = {
    .name = sp_json_value_get_text (object, "name"),
    .place = (guint) sp_json_value_get_integer (object, "place", 1, G_MAXINT, 0),
    .n_members = (guint) sp_json_value_get_integer (object, "members", 0, G_MAXINT, 0),
    .n_ranked = (guint) sp_json_value_get_integer (object, "ranked", 0, G_MAXINT, 0),
    .rank_sum = (guint) sp_json_value_get_integer (object, "rank_sum", 0, G_MAXINT, 0),
    .total_s = (int) sp_json_value_get_integer (object, "total_s", 0, G_MAXINT, 0),
    .gap_s = (int) sp_json_value_get_integer (object, "gap_s", -G_MAXINT, G_MAXINT, 0),
    .mean_s = sp_json_value_get_number (object, "mean_s", NAN),
    .median_s = sp_json_value_get_number (object, "median_s", NAN),
    .attempts = (guint) sp_json_value_get_integer (object, "attempts", 0, G_MAXINT, 0),
    .fastest = fastest != NULL ? g_hash_table_lookup (rows, fastest) : NULL,
    .incomplete = sp_json_value_get_boolean (object, "incomplete"),
    .missing = (const char * const *) missing,
  };

  return values.name != NULL ? sp_team_row_new (&values) : NULL;
}
