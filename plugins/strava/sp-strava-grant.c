/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-grant.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-strava-field.h"
#include "sp-strava-json.h"

#define EARLY_S 120 /* an access token that ends so soon is renewed first */
#define MAX_TOKEN_BYTES 1024

/**
 * sp_strava_wipe:
 * @secret: (inout) (transfer full): a secret
 *
 * Overwrites a secret in memory, frees it and sets it to %NULL.
 */
void
sp_strava_wipe (char **secret)
{
  if (*secret != NULL)
    explicit_bzero (*secret, strlen (*secret));
  g_clear_pointer (secret, g_free);
}

/**
 * sp_strava_grant_free:
 * @self: (transfer full): a grant
 *
 * Frees it.
 */
void
sp_strava_grant_free (SpStravaGrant *self)
{
  sp_strava_wipe (&self->refresh_token);
  sp_strava_wipe (&self->access_token);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->imported_hash, g_free);
  g_clear_pointer (&self->athlete_name, g_free);
  g_free (self);
}

/**
 * sp_strava_grant_copy:
 * @self: a grant
 *
 * Returns: (transfer full): another one that says the same
 */
SpStravaGrant *
sp_strava_grant_copy (const SpStravaGrant *self)
{
  SpStravaGrant *copy = g_new0 (SpStravaGrant, 1);

  copy->refresh_token = g_strdup (self->refresh_token);
  copy->access_token = g_strdup (self->access_token);
  copy->expires_at_s = self->expires_at_s;
  copy->scope = g_strdup (self->scope);
  copy->imported_hash = g_strdup (self->imported_hash);
  copy->athlete_id = self->athlete_id;
  copy->athlete_name = g_strdup (self->athlete_name);

  return copy;
}

/* What goes into a header or a form has to be one word. */
static gboolean
is_token (const char *text)
{
  gsize n = strlen (text);

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isgraph (text[i]))
      return FALSE;

  return n > 0 && n <= MAX_TOKEN_BYTES;
}

static gboolean
get_token (JsonObject  *object,
           const char  *name,
           char       **token,
           GError     **error)
{
  const char *text = NULL;

  if (!sp_strava_field_get_string (object, "", name, SP_STRAVA_NEED_ALWAYS, &text, error))
    return FALSE;
  if (!is_token (text))
    {
      sp_strava_field_refuse (error, "", name, _("is not a token"));
      return FALSE;
    }
  *token = g_strdup (text);

  return TRUE;
}

static gboolean
read_athlete (SpStravaGrant  *self,
              JsonObject     *object,
              GError        **error)
{
  JsonObject *athlete = NULL;
  const char *first = "", *last = "";

  if (!sp_strava_field_get_object (object, "", "athlete", SP_STRAVA_NEED_MAYBE, &athlete, error))
    return FALSE;
  if (athlete == NULL)
    return TRUE;
  if (!sp_strava_field_get_int (athlete, "athlete", "id", SP_STRAVA_NEED_ALWAYS, 1, G_MAXINT64, &self->athlete_id,
                                error) ||
      !sp_strava_field_get_string (athlete, "athlete", "firstname", SP_STRAVA_NEED_MAYBE, &first, error) ||
      !sp_strava_field_get_string (athlete, "athlete", "lastname", SP_STRAVA_NEED_MAYBE, &last, error))
    return FALSE;
  self->athlete_name = g_strstrip (g_strdup_printf ("%s %s", first, last));

  return TRUE;
}

/**
 * sp_strava_grant_new_from_answer:
 * @node: a parsed answer to a request for tokens
 * @now_s: the time, UTC seconds since 1970, where it tells only how long a token lives
 * @error: return location for an error
 *
 * Returns: (transfer full): what it grants; %NULL with @error set, which names a field and never a token
 */
SpStravaGrant *
sp_strava_grant_new_from_answer (JsonNode  *node,
                                 gint64     now_s,
                                 GError   **error)
{
  g_autoptr(SpStravaGrant) self = g_new0 (SpStravaGrant, 1);
  JsonObject *object = sp_strava_json_get_root (node, error);
  gint64 expires_in_s = 0;

  if (object == NULL ||
      !get_token (object, "access_token", &self->access_token, error) ||
      !get_token (object, "refresh_token", &self->refresh_token, error) ||
      !sp_strava_field_get_int (object, "", "expires_in", SP_STRAVA_NEED_MAYBE, 0, G_MAXINT32, &expires_in_s, error) ||
      !sp_strava_field_get_int (object, "", "expires_at", SP_STRAVA_NEED_MAYBE, 1, G_MAXINT64, &self->expires_at_s,
                                error) ||
      !read_athlete (self, object, error))
    return NULL;
  if (self->expires_at_s == 0)
    self->expires_at_s = now_s + expires_in_s;

  return g_steal_pointer (&self);
}

/**
 * sp_strava_grant_new_imported:
 * @refresh_token: a token from elsewhere
 *
 * Returns: (transfer full): a grant that has to be renewed before it is used
 */
SpStravaGrant *
sp_strava_grant_new_imported (const char *refresh_token)
{
  SpStravaGrant *self = g_new0 (SpStravaGrant, 1);

  self->refresh_token = g_strstrip (g_strdup (refresh_token));
  self->imported_hash = sp_strava_grant_hash (self->refresh_token);

  return self;
}

/**
 * sp_strava_grant_hash:
 * @token: a token
 *
 * Returns: (transfer full): what tells it from others and does not give it away
 */
char *
sp_strava_grant_hash (const char *token)
{
  g_autofree char *bare = g_strstrip (g_strdup (token));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, bare, -1);
}

/**
 * sp_strava_grant_to_text:
 * @self: a grant
 *
 * Returns: (transfer full): it as a secret to keep
 */
char *
sp_strava_grant_to_text (const SpStravaGrant *self)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "refresh_token", self->refresh_token);
  if (self->access_token != NULL)
    json_object_set_string_member (object, "access_token", self->access_token);
  json_object_set_int_member (object, "expires_at", self->expires_at_s);
  if (self->scope != NULL)
    json_object_set_string_member (object, "scope", self->scope);
  if (self->imported_hash != NULL)
    json_object_set_string_member (object, "imported_sha256", self->imported_hash);
  json_node_take_object (node, object);

  return json_to_string (node, FALSE);
}

/**
 * sp_strava_grant_new_from_text:
 * @text: what sp_strava_grant_to_text() made
 *
 * Returns: (transfer full) (nullable): the grant; %NULL where @text is something else
 */
SpStravaGrant *
sp_strava_grant_new_from_text (const char *text)
{
  g_autoptr(SpStravaGrant) self = g_new0 (SpStravaGrant, 1);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(JsonNode) node = sp_strava_json_parse (bytes, NULL);
  JsonObject *object = node != NULL ? sp_strava_json_get_root (node, NULL) : NULL;
  const char *access = NULL, *scope = NULL, *hash = NULL;

  if (object == NULL ||
      !get_token (object, "refresh_token", &self->refresh_token, NULL) ||
      !sp_strava_field_get_string (object, "", "access_token", SP_STRAVA_NEED_MAYBE, &access, NULL) ||
      !sp_strava_field_get_int (object, "", "expires_at", SP_STRAVA_NEED_MAYBE, 0, G_MAXINT64, &self->expires_at_s,
                                NULL) ||
      !sp_strava_field_get_string (object, "", "scope", SP_STRAVA_NEED_MAYBE, &scope, NULL) ||
      !sp_strava_field_get_string (object, "", "imported_sha256", SP_STRAVA_NEED_MAYBE, &hash, NULL))
    return NULL;
  self->access_token = g_strdup (access);
  self->scope = g_strdup (scope);
  self->imported_hash = g_strdup (hash);

  return g_steal_pointer (&self);
}

/**
 * sp_strava_grant_is_usable:
 * @self: a grant
 * @now_s: the time, UTC seconds since 1970
 *
 * Returns: whether its access token opens something for a while
 */
gboolean
sp_strava_grant_is_usable (const SpStravaGrant *self,
                           gint64               now_s)
{
  return self->access_token != NULL && self->expires_at_s > now_s + EARLY_S;
}

/**
 * sp_strava_grant_allows:
 * @self: a grant
 * @scope: one word of Strava's
 *
 * Returns: whether it is allowed; %TRUE also where the scopes are not known, as with a token from elsewhere
 */
gboolean
sp_strava_grant_allows (const SpStravaGrant *self,
                        const char          *scope)
{
  g_auto(GStrv) words = NULL;

  if (self->scope == NULL)
    return TRUE;
  words = g_strsplit_set (self->scope, ", ", -1);

  return g_strv_contains ((const char * const *) words, scope);
}
