/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-answer.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "sp-strava-json.h"

#define MAX_ERROR_BYTES 65536 /* an error's body is one line; a longer one is not looked at */
#define MAX_WORD_CHARS 60

/* The three words with which Strava says what was wrong; "" each where it does not. */
typedef struct
{
  char *resource;
  char *field;
  char *code;
} Reason;

static void
reason_clear (Reason *reason)
{
  g_clear_pointer (&reason->resource, g_free);
  g_clear_pointer (&reason->field, g_free);
  g_clear_pointer (&reason->code, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reason, reason_clear)

/* Only what looks like a name gets into a message: whatever else a server echoes may be a secret. */
static char *
get_word (JsonObject *object,
          const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return g_strdup ("");
  text = json_node_get_string (node);
  if (strlen (text) > MAX_WORD_CHARS ||
      strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:- ") != strlen (text))
    return g_strdup ("");

  return g_strdup (text);
}

static void
read_reason (GBytes *body,
             Reason *reason)
{
  g_autoptr(JsonNode) node = NULL;
  JsonObject *object = NULL;
  JsonNode *errors = NULL;

  if (body != NULL && g_bytes_get_size (body) <= MAX_ERROR_BYTES)
    node = sp_strava_json_parse (body, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    errors = json_object_get_member (json_node_get_object (node), "errors");
  if (errors != NULL && JSON_NODE_HOLDS_ARRAY (errors) && json_array_get_length (json_node_get_array (errors)) > 0)
    errors = json_array_get_element (json_node_get_array (errors), 0);
  if (errors != NULL && JSON_NODE_HOLDS_OBJECT (errors))
    object = json_node_get_object (errors);

  reason->resource = get_word (object, "resource");
  reason->field = get_word (object, "field");
  reason->code = get_word (object, "code");
}

static gboolean
is (const char *word,
    const char *name)
{
  return g_ascii_strcasecmp (word, name) == 0;
}

static gboolean
mentions_limit (const Reason *reason)
{
  g_autofree char *all = g_strconcat (reason->resource, " ", reason->field, " ", reason->code, NULL);
  g_autofree char *small = g_ascii_strdown (all, -1);

  return strstr (small, "limit") != NULL;
}

static SpStravaFault
judge_400 (const Reason  *reason,
           char         **detail)
{
  if (is (reason->resource, "RefreshToken"))
    return SP_STRAVA_FAULT_DEAD;
  if (is (reason->resource, "AuthorizationCode") || is (reason->field, "code"))
    return SP_STRAVA_FAULT_CODE;
  if (is (reason->field, "client_id") || is (reason->field, "client_secret"))
    return SP_STRAVA_FAULT_APPLICATION_REFUSED;
  if (is (reason->field, "after") && is (reason->code, "future"))
    return SP_STRAVA_FAULT_FUTURE;
  if (*reason->field != '\0')
    *detail = g_strdup_printf ("%s %s", reason->field, reason->code);

  return SP_STRAVA_FAULT_QUESTION;
}

static SpStravaFault
judge_401 (const Reason  *reason,
           char         **detail)
{
  if (is (reason->resource, "Application"))
    return SP_STRAVA_FAULT_APPLICATION_REFUSED;
  if (is (reason->code, "missing") && g_str_has_suffix (reason->field, "_permission"))
    {
      *detail = g_strndup (reason->field, strlen (reason->field) - strlen ("_permission"));
      return SP_STRAVA_FAULT_SCOPE;
    }

  return SP_STRAVA_FAULT_REFUSED;
}

static SpStravaFault
judge_403 (const Reason *reason)
{
  if (is (reason->code, "Inactive"))
    return SP_STRAVA_FAULT_INACTIVE;
  if (mentions_limit (reason))
    return SP_STRAVA_FAULT_ATHLETE_LIMIT;

  return SP_STRAVA_FAULT_FORBIDDEN;
}

static SpStravaFault
judge_success (const char *content_type,
               GBytes     *body)
{
  gsize size;
  const char *text = g_bytes_get_data (body, &size);
  gsize at = 0;

  if (content_type != NULL && g_str_has_prefix (content_type, "text/html"))
    return SP_STRAVA_FAULT_PORTAL;
  while (at < size && g_ascii_isspace (text[at]))
    at++;

  return at < size && text[at] == '<' ? SP_STRAVA_FAULT_PORTAL : SP_STRAVA_N_FAULTS;
}

/**
 * sp_strava_answer_judge:
 * @status: the HTTP status
 * @content_type: (nullable): what the answer says it is, without parameters
 * @body: what it holds
 * @detail: (out) (transfer full) (nullable): what to say beside the fault
 *
 * Says what is wrong with an answer. The status is believed before the body, which may be empty or a web page.
 *
 * Returns: the fault, %SP_STRAVA_N_FAULTS where there is none. %SP_STRAVA_FAULT_REFUSED may pass with a new token
 */
SpStravaFault
sp_strava_answer_judge (guint        status,
                        const char  *content_type,
                        GBytes      *body,
                        char       **detail)
{
  g_auto(Reason) reason = { NULL, NULL, NULL };

  *detail = NULL;
  if (status >= 200 && status < 300)
    return judge_success (content_type, body);
  if (status >= 300 && status < 400)
    return SP_STRAVA_FAULT_ELSEWHERE;
  if (status == 511)
    return SP_STRAVA_FAULT_PORTAL;
  if (status >= 500)
    {
      *detail = g_strdup_printf ("%u", status);
      return SP_STRAVA_FAULT_SERVER;
    }

  read_reason (body, &reason);
  switch (status)
    {
    case 400:
      return judge_400 (&reason, detail);
    case 401:
      return judge_401 (&reason, detail);
    case 402:
      return SP_STRAVA_FAULT_SUBSCRIBERS;
    case 403:
      return judge_403 (&reason);
    case 404:
      return SP_STRAVA_FAULT_NOT_FOUND;
    case 407:
      return SP_STRAVA_FAULT_PROXY;
    case 429:
      return SP_STRAVA_FAULT_RATE_LIMITED;
    default:
      *detail = g_strdup_printf ("%u", status);
      return SP_STRAVA_FAULT_QUESTION;
    }
}

static SpStravaFault
judge_io (int code)
{
  switch (code)
    {
    case G_IO_ERROR_TIMED_OUT:
      return SP_STRAVA_FAULT_TIMEOUT;
    case G_IO_ERROR_PARTIAL_INPUT:
    case G_IO_ERROR_CONNECTION_CLOSED:
      return SP_STRAVA_FAULT_DROPPED;
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return SP_STRAVA_FAULT_PROXY;
    case G_IO_ERROR_INVALID_DATA:
      return SP_STRAVA_FAULT_GARBLED;
    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      return SP_STRAVA_FAULT_TOO_LARGE;
    default:
      return SP_STRAVA_FAULT_CONNECT;
    }
}

/**
 * sp_strava_answer_judge_transport:
 * @error: why no answer came; not a cancellation
 *
 * Says what kept an answer from coming.
 *
 * Returns: the fault
 */
SpStravaFault
sp_strava_answer_judge_transport (const GError *error)
{
  if (error->domain == G_RESOLVER_ERROR)
    return SP_STRAVA_FAULT_RESOLVE;
  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_EOF))
    return SP_STRAVA_FAULT_DROPPED;
  if (error->domain == G_TLS_ERROR)
    return SP_STRAVA_FAULT_CERTIFICATE;
  if (error->domain == SOUP_SESSION_ERROR)
    return SP_STRAVA_FAULT_GARBLED;
  if (error->domain == G_IO_ERROR)
    return judge_io (error->code);

  return SP_STRAVA_FAULT_CONNECT;
}
