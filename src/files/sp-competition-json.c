/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-competition-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "files/sp-birthday.h"
#include "files/sp-brief.h"
#include "files/sp-file-error.h"
#include "files/sp-json-value.h"
#include "model/sp-competition-builder.h"

/* The first thing that is wrong stops the rest: half a competition is none. */
typedef struct
{
  SpCompetitionBuilder *builder;  /* (unowned) */
  GHashTable           *keys;     /* (unowned) (element-type utf8 utf8): a set, of all kinds of members */
  GPtrArray            *windows;  /* (owned) (nullable) (element-type SpWindow): of the group at hand */
  GError               *error;    /* (owned) (nullable) */
} SpCompetitionDecoder;

static JsonObject *
encode_runner (SpRunner *runner)
{
  static const char * const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                                         "Dec" };
  const SpRunnerValues *values = sp_runner_get_values (runner);
  g_autofree char *birthday = NULL;
  JsonObject *object = json_object_new ();

  if (values->birth_month > 0 &&
      g_date_valid_dmy ((GDateDay) values->birth_day, (GDateMonth) values->birth_month, 2000))
    birthday = g_strdup_printf ("%02d-%s", values->birth_day, months[values->birth_month - 1]);

  json_object_set_string_member (object, "key", values->key);
  sp_json_value_set_positive (object, "id", values->id);
  json_object_set_string_member (object, "name", values->name);
  sp_json_value_set_text (object, "segment_team", values->segment_team);
  sp_json_value_set_text (object, "distance_team", values->distance_team);
  sp_json_value_set_text (object, "birthday", birthday);
  sp_json_value_set_utc (object, "consent", values->consent_s);

  return object;
}

static JsonObject *
encode_window (SpWindow *window)
{
  const SpWindowValues *values = sp_window_get_values (window);
  JsonObject *object = json_object_new ();

  sp_json_value_set_local (object, "start", values->start_local_s);
  sp_json_value_set_local (object, "end", values->end_local_s);
  json_object_set_boolean_member (object, "end_is_date", values->end_is_date);
  sp_json_value_set_text (object, "label", values->label);
  json_object_set_int_member (object, "birthday_bonus_s", values->birthday_bonus_s);
  json_object_set_int_member (object, "time_bonus_s", values->time_bonus_s);

  return object;
}

/* No list of sports is another thing than an empty one. */
static void
set_sports (JsonObject         *object,
            const char         *name,
            const char * const *sports)
{
  if (sports != NULL)
    sp_json_value_set_texts (object, name, sports);
  else
    json_object_set_null_member (object, name);
}

static JsonObject *
encode_group (SpGroup *group)
{
  const SpGroupValues *values = sp_group_get_values (group);
  JsonObject *object = json_object_new ();
  JsonArray *windows = json_array_new ();

  json_object_set_string_member (object, "key", values->key);
  json_object_set_int_member (object, "segment_id", values->segment_id);
  json_object_set_string_member (object, "name", values->name);
  set_sports (object, "sports", values->sports);
  json_object_set_double_member (object, "min_distance_m", values->min_distance_m);
  sp_json_value_set_positive (object, "default_time_s", values->default_time_s);
  json_object_set_boolean_member (object, "closed", values->closed);
  sp_json_value_set_local (object, "closed_at", values->closed_local_s);
  for (guint i = 0; i < values->windows->len; i++)
    json_array_add_object_element (windows, encode_window (values->windows->pdata[i]));
  json_object_set_array_member (object, "windows", windows);

  return object;
}

static JsonObject *
encode_series_window (SpSeriesWindow *window)
{
  const SpSeriesWindowValues *values = sp_series_window_get_values (window);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "key", values->key);
  sp_json_value_set_local (object, "start", values->start_local_s);
  sp_json_value_set_local (object, "end", values->end_local_s);
  json_object_set_boolean_member (object, "end_is_date", values->end_is_date);
  json_object_set_double_member (object, "threshold_m", values->threshold_m);

  return object;
}

/**
 * sp_competition_json_encode:
 * @competition: a competition
 *
 * Returns: (transfer full): it as an object
 */
JsonObject *
sp_competition_json_encode (SpCompetition *competition)
{
  const SpRules *rules = sp_competition_get_rules (competition);
  JsonObject *object = json_object_new ();
  JsonObject *rules_object = json_object_new ();
  JsonArray *runners = json_array_new ();
  JsonArray *groups = json_array_new ();
  JsonArray *series = json_array_new ();

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    json_array_add_object_element (runners, encode_runner (sp_competition_get_runner (competition, i)));
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    json_array_add_object_element (groups, encode_group (sp_competition_get_group (competition, i)));
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    json_array_add_object_element (series, encode_series_window (sp_competition_get_series_window (competition, i)));

  json_object_set_boolean_member (rules_object, "leave_flagged_out", rules->leave_flagged_out);
  json_object_set_boolean_member (rules_object, "default_when_missing", rules->default_when_missing);
  json_object_set_string_member (object, "name", sp_competition_get_name (competition));
  json_object_set_object_member (object, "rules", rules_object);
  set_sports (object, "series_sports", sp_competition_get_series_sports (competition));
  json_object_set_array_member (object, "runners", runners);
  json_object_set_array_member (object, "groups", groups);
  json_object_set_array_member (object, "series", series);

  return object;
}

static void
set_bad (SpCompetitionDecoder *self,
         const char           *what)
{
  g_autofree char *brief = sp_brief (what != NULL && *what != '\0' ? what : _("without a name"));

  if (self->error == NULL)
    self->error = g_error_new (SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                               _("The file is damaged at “%s”. Fetch another copy, or import the workbook again."),
                               brief);
}

/* A key that is there and was not there before. */
static const char *
take_key (SpCompetitionDecoder *self,
          JsonObject           *object,
          const char           *kind)
{
  const char *key = sp_json_value_get_text (object, "key");
  g_autofree char *full = g_strdup_printf ("%s %s", kind, key != NULL ? key : "");

  return key != NULL && *key != '\0' && g_hash_table_add (self->keys, g_steal_pointer (&full)) ? key : NULL;
}

static void
decode_runner (JsonObject *object,
               gpointer    user_data)
{
  SpCompetitionDecoder *self = user_data;
  const char *birthday = sp_json_value_get_text (object, "birthday");
  SpRunnerValues values = {
    .key = take_key (self, object, "runner"),
    .id = sp_json_value_get_integer (object, "id", 1, G_MAXINT64, 0),
    .name = sp_json_value_get_text (object, "name"),
    .segment_team = sp_json_value_get_text (object, "segment_team"),
    .distance_team = sp_json_value_get_text (object, "distance_team"),
    .consent_s = sp_json_value_get_time (object, "consent"),
  };
  g_autoptr(SpRunner) runner = NULL;

  if (values.key == NULL || values.name == NULL ||
      (birthday != NULL && !sp_birthday_parse (birthday, &values.birth_month, &values.birth_day)))
    {
      set_bad (self, values.name);
      return;
    }

  runner = sp_runner_new (&values);
  sp_competition_builder_put_runner (self->builder, runner);
}

static void
decode_window (JsonObject *object,
               gpointer    user_data)
{
  SpCompetitionDecoder *self = user_data;
  SpWindowValues values = {
    .start_local_s = sp_json_value_get_time (object, "start"),
    .end_local_s = sp_json_value_get_time (object, "end"),
    .end_is_date = sp_json_value_get_boolean (object, "end_is_date"),
    .label = sp_json_value_get_text (object, "label"),
    .birthday_bonus_s = (int) sp_json_value_get_integer (object, "birthday_bonus_s", 0, G_MAXINT, -1),
    .time_bonus_s = (int) sp_json_value_get_integer (object, "time_bonus_s", -G_MAXINT, G_MAXINT, G_MININT),
  };

  if (values.start_local_s == SP_TIME_UNKNOWN || values.end_local_s == SP_TIME_UNKNOWN || values.birthday_bonus_s < 0 ||
      values.time_bonus_s == G_MININT)
    set_bad (self, _("a window"));
  else
    g_ptr_array_add (self->windows, sp_window_new (&values));
}

static GStrv
get_sports (JsonObject *object,
            const char *name)
{
  GStrv sports = sp_json_value_get_texts (object, name);
  JsonNode *node = json_object_get_member (object, name);

  if (sports == NULL && node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    sports = g_new0 (char *, 1);

  return sports;
}

static void
decode_group (JsonObject *object,
              gpointer    user_data)
{
  SpCompetitionDecoder *self = user_data;
  g_auto(GStrv) sports = get_sports (object, "sports");
  SpGroupValues values = {
    .key = take_key (self, object, "group"),
    .segment_id = sp_json_value_get_integer (object, "segment_id", 1, G_MAXINT64, 0),
    .name = sp_json_value_get_text (object, "name"),
    .sports = (const char * const *) sports,
    .min_distance_m = sp_json_value_get_number (object, "min_distance_m", -1),
    .default_time_s = (int) sp_json_value_get_integer (object, "default_time_s", 1, G_MAXINT, 0),
    .closed = sp_json_value_get_boolean (object, "closed"),
    .closed_local_s = sp_json_value_get_time (object, "closed_at"),
  };

  self->windows = g_ptr_array_new_with_free_func (g_object_unref);
  values.windows = self->windows;
  sp_json_value_foreach (object, "windows", decode_window, self);

  if (values.key == NULL || values.segment_id == 0 || values.name == NULL || values.min_distance_m < 0 ||
      values.windows->len == 0)
    {
      set_bad (self, values.name);
    }
  else if (self->error == NULL)
    {
      g_autoptr(SpGroup) group = sp_group_new (&values);

      sp_competition_builder_put_group (self->builder, group);
    }

  g_clear_pointer (&self->windows, g_ptr_array_unref);
}

static void
decode_series_window (JsonObject *object,
                      gpointer    user_data)
{
  SpCompetitionDecoder *self = user_data;
  SpSeriesWindowValues values = {
    .key = take_key (self, object, "series"),
    .start_local_s = sp_json_value_get_time (object, "start"),
    .end_local_s = sp_json_value_get_time (object, "end"),
    .end_is_date = sp_json_value_get_boolean (object, "end_is_date"),
    .threshold_m = sp_json_value_get_number (object, "threshold_m", -1),
  };
  g_autoptr(SpSeriesWindow) window = NULL;

  if (values.key == NULL || values.start_local_s == SP_TIME_UNKNOWN || values.end_local_s == SP_TIME_UNKNOWN ||
      values.threshold_m < 0)
    {
      set_bad (self, _("a window of the distance series"));
      return;
    }

  window = sp_series_window_new (&values);
  sp_competition_builder_put_series_window (self->builder, window);
}

static gboolean
has_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node);
}

/**
 * sp_competition_json_decode:
 * @object: an object
 * @error: return location for an error
 *
 * Takes back a competition, the whole of it or nothing.
 *
 * Returns: (transfer full): the competition, %NULL with %SP_FILE_ERROR_DAMAGED
 */
SpCompetition *
sp_competition_json_decode (JsonObject  *object,
                            GError     **error)
{
  g_autoptr(SpCompetitionBuilder) builder = sp_competition_builder_new ();
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) sports = get_sports (object, "series_sports");
  SpCompetitionDecoder self = { .builder = builder, .keys = keys };
  JsonObject *rules_object = sp_json_value_get_object (object, "rules");
  const char *name = sp_json_value_get_text (object, "name");
  SpRules rules = { FALSE, FALSE };

  if (name == NULL || !has_array (object, "runners") || !has_array (object, "groups") || !has_array (object, "series"))
    set_bad (&self, name != NULL ? name : _("the competition"));

  if (rules_object != NULL)
    {
      rules.leave_flagged_out = sp_json_value_get_boolean (rules_object, "leave_flagged_out");
      rules.default_when_missing = sp_json_value_get_boolean (rules_object, "default_when_missing");
    }

  sp_competition_builder_set_name (builder, name != NULL ? name : "");
  sp_competition_builder_set_rules (builder, &rules);
  sp_competition_builder_set_series_sports (builder, (const char * const *) sports);
  sp_json_value_foreach (object, "runners", decode_runner, &self);
  sp_json_value_foreach (object, "groups", decode_group, &self);
  sp_json_value_foreach (object, "series", decode_series_window, &self);

  if (self.error != NULL)
    {
      g_propagate_error (error, self.error);
      return NULL;
    }

  return sp_competition_builder_end (builder);
}
