/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-quality-json.h"

#include "api/sp-time.h"
#include "files/sp-json-names.h"
#include "files/sp-json-value.h"

typedef struct
{
  SpCompetition *competition; /* (unowned) */
  GListStore    *store;       /* (unowned) */
} SpQualityDecoder;

static void
encode_skipped (JsonObject  *object,
                const guint *n_skipped)
{
  JsonObject *skipped = json_object_new ();

  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    json_object_set_int_member (skipped, sp_json_names_skip_reason (i), n_skipped[i]);
  json_object_set_object_member (object, "skipped", skipped);
}

static void
decode_skipped (JsonObject *object,
                guint      *n_skipped)
{
  JsonObject *skipped = sp_json_value_get_object (object, "skipped");

  for (guint i = 0; skipped != NULL && i < SP_N_SKIP_REASONS; i++)
    n_skipped[i] = (guint) sp_json_value_get_integer (skipped, sp_json_names_skip_reason (i), 0, G_MAXINT, 0);
}

static JsonObject *
encode_row (SpQualityRow *row)
{
  const SpQualityRowValues *values = sp_quality_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "runner", runner->key);
  json_object_set_string_member (object, "name", runner->name);
  json_object_set_string_member (object, "state", sp_json_names_quality_state (values->state));
  sp_json_value_set_seconds (object, "error_code", values->error_code);
  sp_json_value_set_text (object, "reason", values->reason);
  json_object_set_int_member (object, "retries", values->n_retries);
  sp_json_value_set_utc (object, "fetched_at", values->fetched_at_s);
  json_object_set_boolean_member (object, "hides_private", values->hides_private);
  json_object_set_int_member (object, "activities", values->n_activities);
  json_object_set_int_member (object, "inspected", values->n_inspected);
  json_object_set_int_member (object, "unknown", values->n_unknown);
  encode_skipped (object, values->n_skipped);

  return object;
}

static void
decode_row (JsonObject *object,
            gpointer    user_data)
{
  SpQualityDecoder *self = user_data;
  SpQualityRowValues values = {
    .runner = sp_competition_find_runner (self->competition, sp_json_value_get_text (object, "runner")),
    .state = SP_QUALITY_FAILED,
    .error_code = (int) sp_json_value_get_integer (object, "error_code", 0, G_MAXINT, -1),
    .reason = sp_json_value_get_text (object, "reason"),
    .n_retries = (guint) sp_json_value_get_integer (object, "retries", 0, G_MAXINT, 0),
    .fetched_at_s = sp_json_value_get_time (object, "fetched_at"),
    .hides_private = sp_json_value_get_boolean (object, "hides_private"),
    .n_activities = (guint) sp_json_value_get_integer (object, "activities", 0, G_MAXINT, 0),
    .n_inspected = (guint) sp_json_value_get_integer (object, "inspected", 0, G_MAXINT, 0),
    .n_unknown = (guint) sp_json_value_get_integer (object, "unknown", 0, G_MAXINT, 0),
  };
  g_autoptr(SpQualityRow) row = NULL;

  if (values.runner == NULL)
    return;

  sp_json_names_get_quality_state (sp_json_value_get_text (object, "state"), &values.state);
  decode_skipped (object, values.n_skipped);
  row = sp_quality_row_new (&values);
  g_list_store_append (self->store, row);
}

/**
 * sp_quality_json_encode:
 * @quality: how well data are known
 *
 * Returns: (transfer full): it as an object, with its rows
 */
JsonObject *
sp_quality_json_encode (SpQuality *quality)
{
  const SpQualityValues *values = sp_quality_get_values (quality);
  JsonObject *object = json_object_new ();
  JsonArray *rows = json_array_new ();

  json_object_set_int_member (object, "fresh", values->n_fresh);
  json_object_set_int_member (object, "stale", values->n_stale);
  json_object_set_int_member (object, "failed", values->n_failed);
  json_object_set_int_member (object, "cancelled", values->n_cancelled);
  json_object_set_int_member (object, "retries", values->n_retries);
  json_object_set_int_member (object, "activities", values->n_activities);
  json_object_set_int_member (object, "inspected", values->n_inspected);
  json_object_set_int_member (object, "unknown", values->n_unknown);
  encode_skipped (object, values->n_skipped);

  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr(SpQualityRow) row = g_list_model_get_item (values->rows, i);

      json_array_add_object_element (rows, encode_row (row));
    }
  json_object_set_array_member (object, "rows", rows);

  return object;
}

/**
 * sp_quality_json_decode:
 * @object: an object
 * @competition: the competition
 *
 * Takes back how well data are known. A state that is not known becomes "failed".
 *
 * Returns: (transfer full): that
 */
SpQuality *
sp_quality_json_decode (JsonObject    *object,
                        SpCompetition *competition)
{
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_QUALITY_ROW);
  SpQualityDecoder self = { competition, rows };
  SpQualityValues values = {
    .rows = G_LIST_MODEL (rows),
    .n_fresh = (guint) sp_json_value_get_integer (object, "fresh", 0, G_MAXINT, 0),
    .n_stale = (guint) sp_json_value_get_integer (object, "stale", 0, G_MAXINT, 0),
    .n_failed = (guint) sp_json_value_get_integer (object, "failed", 0, G_MAXINT, 0),
    .n_cancelled = (guint) sp_json_value_get_integer (object, "cancelled", 0, G_MAXINT, 0),
    .n_retries = (guint) sp_json_value_get_integer (object, "retries", 0, G_MAXINT, 0),
    .n_activities = (guint) sp_json_value_get_integer (object, "activities", 0, G_MAXINT, 0),
    .n_inspected = (guint) sp_json_value_get_integer (object, "inspected", 0, G_MAXINT, 0),
    .n_unknown = (guint) sp_json_value_get_integer (object, "unknown", 0, G_MAXINT, 0),
  };

  sp_json_value_foreach (object, "rows", decode_row, &self);
  decode_skipped (object, values.n_skipped);

  return sp_quality_new (&values);
}
