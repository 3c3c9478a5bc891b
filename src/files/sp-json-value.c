/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-value.h"

#include <math.h>

#include "api/sp-time.h"

/**
 * sp_json_value_set_text:
 * @object: an object
 * @name: a member's name
 * @text: (nullable): a text, %NULL for null
 *
 * Sets a text.
 */
void
sp_json_value_set_text (JsonObject *object,
                        const char *name,
                        const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/**
 * sp_json_value_set_number:
 * @object: an object
 * @name: a member's name
 * @number: a number, NaN for null
 *
 * Sets a number.
 */
void
sp_json_value_set_number (JsonObject *object,
                          const char *name,
                          double      number)
{
  if (isfinite (number))
    json_object_set_double_member (object, name, number);
  else
    json_object_set_null_member (object, name);
}

/**
 * sp_json_value_set_positive:
 * @object: an object
 * @name: a member's name
 * @number: a whole number, 0 or less for null
 *
 * Sets a place or an id.
 */
void
sp_json_value_set_positive (JsonObject *object,
                            const char *name,
                            gint64      number)
{
  if (number > 0)
    json_object_set_int_member (object, name, number);
  else
    json_object_set_null_member (object, name);
}

/**
 * sp_json_value_set_seconds:
 * @object: an object
 * @name: a member's name
 * @seconds: a length of time or an index, below 0 for null
 *
 * Sets a whole number that may be 0.
 */
void
sp_json_value_set_seconds (JsonObject *object,
                           const char *name,
                           gint64      seconds)
{
  if (seconds >= 0)
    json_object_set_int_member (object, name, seconds);
  else
    json_object_set_null_member (object, name);
}

/**
 * sp_json_value_set_local:
 * @object: an object
 * @name: a member's name
 * @local_s: naive local seconds, or %SP_TIME_UNKNOWN for null
 *
 * Sets a wall clock time, without a zone.
 */
void
sp_json_value_set_local (JsonObject *object,
                         const char *name,
                         gint64      local_s)
{
  g_autofree char *iso = local_s != SP_TIME_UNKNOWN ? sp_time_to_iso (local_s) : NULL;

  sp_json_value_set_text (object, name, iso);
}

/**
 * sp_json_value_set_utc:
 * @object: an object
 * @name: a member's name
 * @utc_s: UTC seconds since 1970, or %SP_TIME_UNKNOWN for null
 *
 * Sets a time that is the same everywhere, with a Z.
 */
void
sp_json_value_set_utc (JsonObject *object,
                       const char *name,
                       gint64      utc_s)
{
  g_autofree char *iso = utc_s != SP_TIME_UNKNOWN ? sp_time_to_iso (utc_s) : NULL;
  g_autofree char *zoned = iso != NULL ? g_strconcat (iso, "Z", NULL) : NULL;

  sp_json_value_set_text (object, name, zoned);
}

/**
 * sp_json_value_set_texts:
 * @object: an object
 * @name: a member's name
 * @texts: (nullable) (array zero-terminated=1): texts, %NULL for none
 *
 * Sets a list of texts.
 */
void
sp_json_value_set_texts (JsonObject         *object,
                         const char         *name,
                         const char * const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (object, name, array);
}

static JsonNode *
get_value (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

/**
 * sp_json_value_get_text:
 * @object: an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the text; %NULL where there is none
 */
const char *
sp_json_value_get_text (JsonObject *object,
                        const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * sp_json_value_get_number:
 * @object: an object
 * @name: a member's name
 * @fallback: what to take where there is none
 *
 * Returns: the number
 */
double
sp_json_value_get_number (JsonObject *object,
                          const char *name,
                          double      fallback)
{
  JsonNode *node = get_value (object, name);

  if (node == NULL)
    return fallback;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return (double) json_node_get_int (node);
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)))
    return json_node_get_double (node);

  return fallback;
}

/**
 * sp_json_value_get_integer:
 * @object: an object
 * @name: a member's name
 * @min: the least allowed
 * @max: the most allowed
 * @fallback: what to take where there is none, or one that is not allowed
 *
 * Returns: the whole number
 */
gint64
sp_json_value_get_integer (JsonObject *object,
                           const char *name,
                           gint64      min,
                           gint64      max,
                           gint64      fallback)
{
  JsonNode *node = get_value (object, name);
  gint64 value;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return fallback;
  value = json_node_get_int (node);

  return value >= min && value <= max ? value : fallback;
}

/**
 * sp_json_value_get_boolean:
 * @object: an object
 * @name: a member's name
 *
 * Returns: whether it is there and true
 */
gboolean
sp_json_value_get_boolean (JsonObject *object,
                           const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/**
 * sp_json_value_get_time:
 * @object: an object
 * @name: a member's name
 *
 * Returns: a time as it was set, local or UTC; %SP_TIME_UNKNOWN where there is none
 */
gint64
sp_json_value_get_time (JsonObject *object,
                        const char *name)
{
  const char *text = sp_json_value_get_text (object, name);
  gint64 time_s;

  return text != NULL && sp_time_parse_iso (text, &time_s, NULL) ? time_s : SP_TIME_UNKNOWN;
}

/**
 * sp_json_value_get_texts:
 * @object: an object
 * @name: a member's name
 *
 * Returns: (transfer full) (nullable): the texts of a list, %NULL where it is empty or missing
 */
GStrv
sp_json_value_get_texts (JsonObject *object,
                         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr(GStrvBuilder) texts = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        {
          g_strv_builder_add (texts, json_node_get_string (element));
          n++;
        }
    }

  return n > 0 ? g_strv_builder_end (texts) : NULL;
}

/**
 * sp_json_value_get_object:
 * @object: an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the object inside, %NULL where there is none
 */
JsonObject *
sp_json_value_get_object (JsonObject *object,
                          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * sp_json_value_foreach:
 * @object: an object
 * @name: a member's name
 * @func: (scope call): called for each object of the list there
 * @user_data: data for @func
 *
 * Goes through a list of objects; what is none is passed over.
 */
void
sp_json_value_foreach (JsonObject     *object,
                       const char     *name,
                       SpJsonItemFunc  func,
                       gpointer        user_data)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        func (json_node_get_object (element), user_data);
    }
}
