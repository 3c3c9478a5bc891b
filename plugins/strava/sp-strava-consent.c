/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-consent.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "sp-strava-fault.h"
#include "sp-strava-grant.h"

#define STATE_LIFE_S (30 * 86400) /* an address may be sent by mail and answered days later */
#define N_STATE_PARTS 4

static const struct
{
  const char *scope;
  const char *meaning;
} scopes[] = {
  { "read", N_("Segments can not be looked at with this runner’s permission.") },
  { "activity:read", N_("Activities that are open to everybody or to followers can not be read.") },
  { "activity:read_all",
    N_("Activities that only the runner can see, and what privacy zones hide, can not be read and do not count.") },
};

/* Signed with the application's secret: good across restarts, and nothing has to be kept for it. */
static char *
sign (const char *text,
      const char *secret)
{
  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret), text, -1);
}

static char *
make_state (const SpStravaApplication *application,
            gint64                     athlete_id,
            gint64                     now_s)
{
  g_autofree char *nonce = g_uuid_string_random ();
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%s", athlete_id,
                                           now_s + STATE_LIFE_S, nonce);
  g_autofree char *signature = sign (text, application->secret);

  return g_strconcat (text, ".", signature, NULL);
}

static gboolean
is_same (const char *a,
         const char *b)
{
  gsize n = strlen (a);
  guint differ = 0;

  if (n != strlen (b))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    differ |= (guint) (guchar) (a[i] ^ b[i]);

  return differ == 0;
}

static gboolean
read_state (const char                *state,
            const SpStravaApplication *application,
            gint64                     now_s,
            gint64                    *athlete_id)
{
  g_auto(GStrv) parts = g_strsplit (state, ".", N_STATE_PARTS);
  g_autofree char *text = NULL;
  g_autofree char *signature = NULL;

  if (g_strv_length (parts) != N_STATE_PARTS)
    return FALSE;
  text = g_strjoin (".", parts[0], parts[1], parts[2], NULL);
  signature = sign (text, application->secret);
  if (!is_same (signature, parts[3]) || g_ascii_strtoll (parts[1], NULL, 10) < now_s)
    return FALSE;
  *athlete_id = g_ascii_strtoll (parts[0], NULL, 10);

  return TRUE;
}

/**
 * sp_strava_consent_make_uri:
 * @server: where Strava is
 * @application: the organiser's application
 * @redirect_uri: where the answer is to go
 * @athlete_id: whom to ask, 0 for anybody
 * @now_s: the time, UTC seconds since 1970
 *
 * Returns: (transfer full): the address where an athlete gives permission, good for 30 days
 */
char *
sp_strava_consent_make_uri (const SpStravaServer      *server,
                            const SpStravaApplication *application,
                            const char                *redirect_uri,
                            gint64                     athlete_id,
                            gint64                     now_s)
{
  /* Always shown, so that boxes can be ticked later, and who is signed in is seen before it is too late. */
  g_autofree char *state = make_state (application, athlete_id, now_s);
  g_autofree char *query = soup_form_encode ("client_id", application->id,
                                             "redirect_uri", redirect_uri,
                                             "response_type", "code",
                                             "approval_prompt", "force",
                                             "scope", "read,activity:read,activity:read_all",
                                             "state", state,
                                             NULL);

  return g_strconcat (server->oauth, "/authorize?", query, NULL);
}

static GHashTable *
read_query (const char *uri)
{
  const char *start = strchr (uri, '?');
  g_autofree char *query = start != NULL ? g_strdup (start + 1) : g_strdup ("");

  g_strdelimit (query, "#", '\0');
  g_strstrip (query);

  return soup_form_decode (query);
}

/**
 * sp_strava_consent_new:
 * @answer_uri: the address that Strava sent the browser to
 * @application: the organiser's application
 * @athlete_id: whom to connect, 0 for who signs in
 * @now_s: the time, UTC seconds since 1970
 * @error: return location for an error
 *
 * Reads an answer, where it belongs to a request of ours for this athlete, and enough was allowed.
 *
 * Returns: (transfer full): what came back; %NULL with @error set
 */
SpStravaConsent *
sp_strava_consent_new (const char                 *answer_uri,
                       const SpStravaApplication  *application,
                       gint64                      athlete_id,
                       gint64                      now_s,
                       GError                    **error)
{
  g_autoptr(GHashTable) query = read_query (answer_uri);
  g_autoptr(SpStravaConsent) self = g_new0 (SpStravaConsent, 1);
  const char *state = g_hash_table_lookup (query, "state");
  const char *code = g_hash_table_lookup (query, "code");
  const char *scope = g_hash_table_lookup (query, "scope");

  if (g_strcmp0 (g_hash_table_lookup (query, "error"), "access_denied") == 0)
    {
      sp_strava_fault_set (error, SP_STRAVA_FAULT_DENIED, NULL);
      return NULL;
    }
  if (state == NULL || code == NULL || *code == '\0' || !read_state (state, application, now_s, &self->athlete_id) ||
      (athlete_id != 0 && self->athlete_id != 0 && self->athlete_id != athlete_id))
    {
      sp_strava_fault_set (error, SP_STRAVA_FAULT_STATE, NULL);
      return NULL;
    }
  if (!sp_strava_consent_check_scope (scope != NULL ? scope : "", error))
    return NULL;
  if (athlete_id != 0)
    self->athlete_id = athlete_id;
  self->code = g_strdup (code);
  self->scope = g_strdup (scope);

  return g_steal_pointer (&self);
}

/**
 * sp_strava_consent_free:
 * @self: (transfer full): an answer
 *
 * Frees it.
 */
void
sp_strava_consent_free (SpStravaConsent *self)
{
  sp_strava_wipe (&self->code);
  g_clear_pointer (&self->scope, g_free);
  g_free (self);
}

static gboolean
has_scope (const char *scope,
           const char *word)
{
  SpStravaGrant grant = { .scope = (char *) scope };

  return sp_strava_grant_allows (&grant, word);
}

/**
 * sp_strava_consent_check_scope:
 * @scope: what was allowed
 * @error: return location for an error
 *
 * Without any activities a permission is of no use.
 *
 * Returns: %FALSE with @error set where it is too little
 */
gboolean
sp_strava_consent_check_scope (const char  *scope,
                               GError     **error)
{
  if (has_scope (scope, "activity:read") || has_scope (scope, "activity:read_all"))
    return TRUE;
  sp_strava_fault_set (error, SP_STRAVA_FAULT_SCOPE, "activity:read");

  return FALSE;
}

/**
 * sp_strava_consent_get_granted:
 * @scope: what was allowed
 *
 * Returns: (transfer full): each word of it
 */
char **
sp_strava_consent_get_granted (const char *scope)
{
  return g_strsplit (scope, ",", -1);
}

/**
 * sp_strava_consent_get_refused:
 * @scope: what was allowed
 *
 * Returns: (transfer full): for each permission that was asked for and not given, what that means
 */
char **
sp_strava_consent_get_refused (const char *scope)
{
  g_autoptr(GStrvBuilder) refused = g_strv_builder_new ();
  gboolean has_all = has_scope (scope, "activity:read_all");

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (!has_scope (scope, scopes[i].scope) && !(has_all && g_str_equal (scopes[i].scope, "activity:read")))
      g_strv_builder_add (refused, _(scopes[i].meaning));

  return g_strv_builder_end (refused);
}
