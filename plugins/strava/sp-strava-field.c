/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "sp-strava-fault.h"

/* Newer versions of the parser give the greatest number for all that are greater, and the least likewise. */
#define IS_CUT_OFF(number) ((number) == G_MAXINT64 || (number) == G_MININT64)
#define MAX_EXACT_DOUBLE 9007199254740992.0 /* 2^53 */

/**
 * sp_strava_field_refuse:
 * @error: return location for an error
 * @where: the path of the object, "" for the root
 * @name: the field
 * @what: what is wrong with it
 *
 * Sets a %SP_FETCH_ERROR_PROTOCOL that names the field.
 */
void
sp_strava_field_refuse (GError     **error,
                        const char  *where,
                        const char  *name,
                        const char  *what)
{
  g_autofree char *detail = g_strdup_printf ("“%s%s%s” %s", where, *where != '\0' && *name != '\0' ? "." : "", name,
                                             what);

  sp_strava_fault_set (error, SP_STRAVA_FAULT_FIELD, detail);
}

/* %NULL with @ok said where there is none; a value otherwise. */
static JsonNode *
find (JsonObject    *object,
      const char    *where,
      const char    *name,
      SpStravaNeed   need,
      gboolean      *ok,
      GError       **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *ok = TRUE;
  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    return node;
  *ok = need == SP_STRAVA_NEED_MAYBE;
  if (!*ok)
    sp_strava_field_refuse (error, where, name, node == NULL ? _("is missing") : _("is null"));

  return NULL;
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE) && isfinite (json_node_get_double (node));
}

static gboolean
is_bool (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_object (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node);
}

static gboolean
is_array (JsonNode *node)
{
  return JSON_NODE_HOLDS_ARRAY (node);
}

/* @node is %NULL where there is none and none has to be. */
static gboolean
take (JsonObject    *object,
      const char    *where,
      const char    *name,
      SpStravaNeed   need,
      gboolean     (*is_right) (JsonNode *node),
      const char    *what,
      JsonNode     **node,
      GError       **error)
{
  gboolean ok;

  *node = find (object, where, name, need, &ok, error);
  if (*node == NULL || is_right (*node))
    return ok;
  sp_strava_field_refuse (error, where, name, what);

  return FALSE;
}

/**
 * sp_strava_field_get_int:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @min: its least value
 * @max: its greatest value
 * @value: (inout): where to put it
 * @error: return location for an error
 *
 * Reads a whole number, exact; `12.0` is one too. The greatest that fits stands for all beyond, and is none.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_int (JsonObject    *object,
                         const char    *where,
                         const char    *name,
                         SpStravaNeed   need,
                         gint64         min,
                         gint64         max,
                         gint64        *value,
                         GError       **error)
{
  gboolean ok;
  JsonNode *node = find (object, where, name, need, &ok, error);
  gint64 number;

  if (node == NULL)
    return ok;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
      !IS_CUT_OFF (json_node_get_int (node)))
    number = json_node_get_int (node);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE &&
           fabs (json_node_get_double (node)) < MAX_EXACT_DOUBLE &&
           !(trunc (json_node_get_double (node)) < json_node_get_double (node)) &&
           !(trunc (json_node_get_double (node)) > json_node_get_double (node)))
    number = (gint64) json_node_get_double (node);
  else
    {
      sp_strava_field_refuse (error, where, name, _("is not a whole number"));
      return FALSE;
    }
  if (number < min || number > max)
    {
      sp_strava_field_refuse (error, where, name, _("is out of range"));
      return FALSE;
    }
  *value = number;

  return TRUE;
}

/**
 * sp_strava_field_get_double:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @value: (inout): where to put it
 * @error: return location for an error
 *
 * Reads a number; a whole one will do.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_double (JsonObject    *object,
                            const char    *where,
                            const char    *name,
                            SpStravaNeed   need,
                            double        *value,
                            GError       **error)
{
  JsonNode *node;

  if (!take (object, where, name, need, is_number, _("is not a number"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_double (node);

  return TRUE;
}

/**
 * sp_strava_field_get_bool:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @value: (inout): where to put it
 * @error: return location for an error
 *
 * Reads yes or no.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_bool (JsonObject    *object,
                          const char    *where,
                          const char    *name,
                          SpStravaNeed   need,
                          gboolean      *value,
                          GError       **error)
{
  JsonNode *node;

  if (!take (object, where, name, need, is_bool, _("is not true or false"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_boolean (node);

  return TRUE;
}

/**
 * sp_strava_field_get_string:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @value: (inout) (transfer none): where to put it
 * @error: return location for an error
 *
 * Reads a text.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_string (JsonObject    *object,
                            const char    *where,
                            const char    *name,
                            SpStravaNeed   need,
                            const char   **value,
                            GError       **error)
{
  JsonNode *node;

  if (!take (object, where, name, need, is_string, _("is not a text"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_string (node);

  return TRUE;
}

/**
 * sp_strava_field_get_object:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @value: (inout) (transfer none): where to put it
 * @error: return location for an error
 *
 * Reads an object inside another.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_object (JsonObject    *object,
                            const char    *where,
                            const char    *name,
                            SpStravaNeed   need,
                            JsonObject   **value,
                            GError       **error)
{
  JsonNode *node;

  if (!take (object, where, name, need, is_object, _("is not an object"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_object (node);

  return TRUE;
}

/**
 * sp_strava_field_get_array:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @value: (inout) (transfer none): where to put it
 * @error: return location for an error
 *
 * Reads a list.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_array (JsonObject    *object,
                           const char    *where,
                           const char    *name,
                           SpStravaNeed   need,
                           JsonArray    **value,
                           GError       **error)
{
  JsonNode *node;

  if (!take (object, where, name, need, is_array, _("is not a list"), &node, error))
    return FALSE;
  if (node != NULL)
    *value = json_node_get_array (node);

  return TRUE;
}

/**
 * sp_strava_field_get_time:
 * @object: an object
 * @where: its path, for errors
 * @name: the field
 * @need: whether it has to be there
 * @time_s: (inout): where to put it, seconds since 1970 on the clock it shows
 * @error: return location for an error
 *
 * Reads an ISO date with a time of day.
 *
 * Returns: %FALSE with @error set, naming the field
 */
gboolean
sp_strava_field_get_time (JsonObject    *object,
                          const char    *where,
                          const char    *name,
                          SpStravaNeed   need,
                          gint64        *time_s,
                          GError       **error)
{
  const char *text = NULL;
  gboolean is_date;

  if (!sp_strava_field_get_string (object, where, name, need, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (!sp_time_parse_iso (text, time_s, &is_date) || is_date)
    {
      sp_strava_field_refuse (error, where, name, _("is not a date and time"));
      return FALSE;
    }

  return TRUE;
}
