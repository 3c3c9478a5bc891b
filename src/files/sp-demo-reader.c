/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-demo-reader.h"

#include <glib/gi18n-lib.h>

#include "files/sp-file-error.h"
#include "files/sp-json-text.h"
#include "files/sp-json-value.h"
#include "model/sp-competition-builder.h"

/* What is wrong with any item is kept until the end; the first fault is the one that is told. */
typedef struct
{
  SpCompetitionBuilder *builder;
  GPtrArray            *windows; /* (nullable) of SpWindow, those of the group being read */
  guint                 n_items;
  char                 *fault;   /* (nullable) */
} Reading;

static void
set_fault (Reading    *reading,
           const char *kind,
           const char *missing)
{
  if (reading->fault == NULL)
    /* Translators: "Runner", "Group" or "Series window", its number, what it lacks */
    reading->fault = g_strdup_printf (_("%s %u has no usable “%s”"), kind, reading->n_items, missing);
}

static char *
make_key (Reading    *reading,
          JsonObject *item,
          const char *letter)
{
  const char *key = sp_json_value_get_text (item, "key");

  return key != NULL ? g_strdup (key) : g_strdup_printf ("%s%u", letter, reading->n_items);
}

/* An end given as a date means that whole day. */
static gboolean
read_dates (JsonObject *item,
            gint64     *start_local_s,
            gint64     *end_local_s,
            gboolean   *end_is_date)
{
  const char *start = sp_json_value_get_text (item, "start");
  const char *end = sp_json_value_get_text (item, "end");
  gboolean start_is_date;

  if (start == NULL || end == NULL || !sp_time_parse_iso (start, start_local_s, &start_is_date) ||
      !sp_time_parse_iso (end, end_local_s, end_is_date))
    return FALSE;
  if (*end_is_date)
    *end_local_s += SP_TIME_DAY_S - 1;

  return TRUE;
}

static int
get_seconds (JsonObject *item,
             const char *name,
             int         least)
{
  return (int) sp_json_value_get_integer (item, name, least, G_MAXINT32, 0);
}

static void
read_runner (JsonObject *item,
             gpointer    user_data)
{
  Reading *reading = user_data;
  SpRunnerValues values = { .consent_s = SP_TIME_UNKNOWN };
  g_autoptr (SpRunner) runner = NULL;
  g_autofree char *key = NULL;

  reading->n_items++;
  key = make_key (reading, item, "r");
  values.key = key;
  values.id = sp_json_value_get_integer (item, "id", 0, G_MAXINT64, 0);
  values.name = sp_json_value_get_text (item, "name");
  values.segment_team = sp_json_value_get_text (item, "segment_team");
  values.distance_team = sp_json_value_get_text (item, "distance_team");
  values.birth_month = (int) sp_json_value_get_integer (item, "birth_month", 0, 12, 0);
  values.birth_day = (int) sp_json_value_get_integer (item, "birth_day", 0, 31, 0);
  if (values.name == NULL)
    {
      set_fault (reading, _("Runner"), "name");
      return;
    }
  runner = sp_runner_new (&values);
  sp_competition_builder_put_runner (reading->builder, runner);
}

static void
read_window (JsonObject *item,
             gpointer    user_data)
{
  Reading *reading = user_data;
  SpWindowValues values = { 0 };

  if (!read_dates (item, &values.start_local_s, &values.end_local_s, &values.end_is_date))
    {
      set_fault (reading, _("Group"), "start");
      return;
    }
  values.label = sp_json_value_get_text (item, "label");
  values.birthday_bonus_s = get_seconds (item, "birthday_bonus_s", 0);
  values.time_bonus_s = get_seconds (item, "time_bonus_s", G_MININT32);
  g_ptr_array_add (reading->windows, sp_window_new (&values));
}

static void
read_group (JsonObject *item,
            gpointer    user_data)
{
  Reading *reading = user_data;
  SpGroupValues values = { .closed_local_s = SP_TIME_UNKNOWN };
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SpGroup) group = NULL;
  g_auto (GStrv) sports = NULL;
  g_autofree char *key = NULL;

  reading->n_items++;
  key = make_key (reading, item, "g");
  reading->windows = windows;
  sp_json_value_foreach (item, "windows", read_window, reading);
  reading->windows = NULL;
  sports = sp_json_value_get_texts (item, "sports");
  values.key = key;
  values.segment_id = sp_json_value_get_integer (item, "segment_id", 1, G_MAXINT64, 0);
  values.name = sp_json_value_get_text (item, "name");
  values.sports = (const char * const *) sports;
  values.min_distance_m = MAX (sp_json_value_get_number (item, "min_distance_m", 0), 0);
  values.default_time_s = get_seconds (item, "default_time_s", 0);
  values.windows = windows;
  if (values.segment_id == 0 || values.name == NULL || windows->len == 0)
    {
      set_fault (reading, _("Group"), values.segment_id == 0 ? "segment_id" : values.name == NULL ? "name" : "windows");
      return;
    }
  group = sp_group_new (&values);
  sp_competition_builder_put_group (reading->builder, group);
}

static void
read_series_window (JsonObject *item,
                    gpointer    user_data)
{
  Reading *reading = user_data;
  SpSeriesWindowValues values = { NULL };
  g_autoptr (SpSeriesWindow) window = NULL;
  g_autofree char *key = NULL;

  reading->n_items++;
  key = make_key (reading, item, "s");
  values.key = key;
  values.threshold_m = MAX (sp_json_value_get_number (item, "threshold_m", 0), 0);
  if (!read_dates (item, &values.start_local_s, &values.end_local_s, &values.end_is_date))
    {
      set_fault (reading, _("Series window"), "start");
      return;
    }
  window = sp_series_window_new (&values);
  sp_competition_builder_put_series_window (reading->builder, window);
}

static void
read_list (Reading        *reading,
           JsonObject     *root,
           const char     *name,
           SpJsonItemFunc  func)
{
  reading->n_items = 0;
  sp_json_value_foreach (root, name, func, reading);
}

/**
 * sp_demo_reader_read:
 * @text: a competition in JSON: `name`; `runners` of `id`, `name`, `segment_team`, `distance_team`, `birth_month`,
 *   `birth_day`; `groups` of `segment_id`, `name`, `sports`, `min_distance_m`, `default_time_s` and `windows` of
 *   `start`, `end` (both ISO 8601), `label`, `birthday_bonus_s`, `time_bonus_s`; `series` of `start`, `end`,
 *   `threshold_m`. Each runner, group and series window may have a `key`
 * @error: return location for a %SP_FILE_ERROR_INVALID or %SP_FILE_ERROR_DAMAGED
 *
 * Reads the competition that a source brings with it to show what the program does.
 *
 * Returns: (transfer full): the competition
 */
SpCompetition *
sp_demo_reader_read (const char  *text,
                     GError     **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonObject) root = NULL;
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  g_autofree char *fault = NULL;
  Reading reading = { NULL };

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new (text, strlen (text));
  root = sp_json_text_parse (bytes, error);
  if (root == NULL)
    return NULL;

  builder = sp_competition_builder_new ();
  reading.builder = builder;
  sp_competition_builder_set_name (builder, sp_json_value_get_text (root, "name") ?: "");
  read_list (&reading, root, "runners", read_runner);
  read_list (&reading, root, "groups", read_group);
  read_list (&reading, root, "series", read_series_window);
  fault = reading.fault;
  if (fault != NULL)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID,
                   _("The source’s demo competition can not be used: %s. Install its plugin anew"), fault);
      return NULL;
    }

  return sp_competition_builder_end (builder);
}
