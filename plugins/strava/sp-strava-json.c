/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-strava-fault.h"

#define MAX_DIGITS 18 /* of a negative number: the parser wraps longer ones */

static gboolean
refuse (GError     **error,
        const char  *detail)
{
  sp_strava_fault_set (error, SP_STRAVA_FAULT_GARBLED, detail);

  return FALSE;
}

static gboolean
skip_string (const char **at,
             const char  *end)
{
  for ((*at)++; *at < end; (*at)++)
    {
      if (**at == '\\')
        (*at)++;
      else if (**at == '"')
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_long_negative (const char *at,
                   const char *end)
{
  const char *digit = at + 1;

  if (*at != '-')
    return FALSE;
  while (digit < end && g_ascii_isdigit (*digit))
    digit++;

  return digit - at - 1 > MAX_DIGITS;
}

/* What the parser would overflow its stack with, or accept although it is no JSON, is found before it sees it. */
static gboolean
check_shape (const char  *at,
             const char  *end,
             GError     **error)
{
  const char *start = at;
  guint depth = 0;

  if (at == end)
    return refuse (error, _("it is empty"));
  if (*at == '<')
    {
      sp_strava_fault_set (error, SP_STRAVA_FAULT_PORTAL, NULL);
      return FALSE;
    }
  if (*at != '{' && *at != '[')
    return refuse (error, _("it is not JSON"));

  for (; at < end; at++)
    {
      if (depth == 0 && at > start && !g_ascii_isspace (*at))
        return refuse (error, _("it goes on after its end"));
      if (*at == '"' && !skip_string (&at, end))
        return refuse (error, _("it is cut off"));
      if ((*at == '{' || *at == '[') && ++depth > SP_STRAVA_JSON_MAX_DEPTH)
        return refuse (error, _("it is nested too deeply"));
      if (*at == '/' || has_long_negative (at, end))
        return refuse (error, _("it is not JSON"));
      if (*at == '}' || *at == ']')
        depth--;
    }

  return depth == 0 || refuse (error, _("it is cut off"));
}

/**
 * sp_strava_json_parse:
 * @body: what the server sent
 * @error: return location for an error
 *
 * Parses an answer. Takes milliseconds: not for the main loop. A byte order mark is skipped. The error never holds a
 * piece of @body, which may be a secret.
 *
 * Returns: (transfer full): its root, an object or an array; %NULL with @error set
 */
JsonNode *
sp_strava_json_parse (GBytes  *body,
                      GError **error)
{
  g_autoptr(JsonParser) parser = NULL;
  gsize size;
  const char *at = g_bytes_get_data (body, &size);
  const char *end;

  if (size > SP_STRAVA_JSON_MAX_BYTES)
    {
      sp_strava_fault_set (error, SP_STRAVA_FAULT_TOO_LARGE, NULL);
      return NULL;
    }
  if (at == NULL)
    at = "";
  end = at + size;
  if (size >= 3 && memcmp (at, "\xEF\xBB\xBF", 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  if (!check_shape (at, end, error))
    return NULL;
  if (!g_utf8_validate (at, end - at, NULL))
    {
      refuse (error, _("it is not UTF-8"));
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, at, end - at, NULL) || json_parser_get_root (parser) == NULL)
    {
      refuse (error, _("it is not JSON"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * sp_strava_json_get_root:
 * @node: a parsed answer
 * @error: return location for an error
 *
 * Returns: (transfer none): the object it is; %NULL with @error set
 */
JsonObject *
sp_strava_json_get_root (JsonNode  *node,
                         GError   **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  refuse (error, _("it is a list"));

  return NULL;
}

