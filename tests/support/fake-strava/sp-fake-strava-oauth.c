/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fake-strava/sp-fake-strava-private.h"

#include <string.h>

#define ACCESS_LIFE_S (6 * 3600)
#define SAME_ACCESS_S 3600 /* with more left, a renewal gives the same access token */

/* What Strava answers for tokens. */

static void
give_tokens (SpFakeStrava      *self,
             SpFakeAthlete     *athlete,
             SoupServerMessage *message,
             gboolean           with_athlete)
{
  gint64 now_s = _sp_fake_get_now_s (self);
  g_autofree char *who = NULL;
  g_autofree char *json = NULL;

  if (athlete->access_token == NULL || athlete->expires_at_s < now_s + SAME_ACCESS_S)
    {
      g_free (athlete->access_token);
      athlete->access_token = _sp_fake_make_token (self, "acc3ss");
      athlete->expires_at_s = now_s + ACCESS_LIFE_S;
    }
  if (athlete->refresh_token == NULL || self->rotates)
    {
      g_free (athlete->refresh_token);
      athlete->refresh_token = _sp_fake_make_token (self, "r3fresh");
    }
  self->n_renewals++;
  who = with_athlete ? g_strdup_printf (",\"athlete\":{\"id\":%" G_GINT64_FORMAT ",\"firstname\":\"%s\"}",
                                        athlete->id, athlete->name)
                     : g_strdup ("");
  json = g_strdup_printf ("{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"expires_at\":%" G_GINT64_FORMAT ","
                          "\"refresh_token\":\"%s\"%s}", athlete->access_token, athlete->expires_at_s,
                          athlete->refresh_token, who);
  _sp_fake_answer (message, 200, json);
}

static void
answer_renewal (SpFakeStrava      *self,
                SoupServerMessage *message,
                const char        *token)
{
  for (guint i = 0; i < self->athletes->len; i++)
    {
      SpFakeAthlete *athlete = self->athletes->pdata[i];

      if (token != NULL && g_strcmp0 (athlete->refresh_token, token) == 0)
        {
          give_tokens (self, athlete, message, FALSE);
          return;
        }
    }
  _sp_fake_answer_error (message, 400, "RefreshToken", "refresh_token", "invalid");
}

static void
answer_exchange (SpFakeStrava      *self,
                 SoupServerMessage *message,
                 const char        *code)
{
  const char *text = code != NULL ? g_hash_table_lookup (self->codes, code) : NULL;
  g_auto(GStrv) words = text != NULL ? g_strsplit (text, " ", 2) : NULL;
  SpFakeAthlete *athlete = words != NULL ? _sp_fake_find_athlete (self, g_ascii_strtoll (words[0], NULL, 10)) : NULL;

  if (athlete == NULL)
    {
      _sp_fake_answer_error (message, 400, "AuthorizationCode", "code", "invalid");
      return;
    }
  g_free (athlete->scope);
  athlete->scope = g_strdup (words[1]);
  g_hash_table_remove (self->codes, code);
  give_tokens (self, athlete, message, TRUE);
}

static void
answer_revocation (SpFakeStrava      *self,
                   SoupServerMessage *message,
                   const char        *token)
{
  static const char pair[] = SP_FAKE_CLIENT_ID ":" SP_FAKE_CLIENT_SECRET;
  g_autofree char *basic = g_base64_encode ((const guchar *) pair, strlen (pair));
  g_autofree char *wanted = g_strconcat ("Basic ", basic, NULL);
  const char *given = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");

  if (g_strcmp0 (wanted, given) != 0)
    {
      _sp_fake_answer_error (message, 401, "Application", "", "invalid");
      return;
    }
  for (guint i = 0; i < self->athletes->len; i++)
    {
      SpFakeAthlete *athlete = self->athletes->pdata[i];

      if (token != NULL && (g_strcmp0 (athlete->refresh_token, token) == 0 ||
                            g_strcmp0 (athlete->access_token, token) == 0))
        {
          g_clear_pointer (&athlete->refresh_token, g_free);
          g_clear_pointer (&athlete->access_token, g_free);
        }
    }
  _sp_fake_answer (message, 200, "{}");
}

void
_sp_fake_oauth (SpFakeStrava      *self,
                SoupServerMessage *message,
                const char        *path)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), (gsize) body->length);
  g_autoptr(GHashTable) form = soup_form_decode (text);
  const char *type = g_hash_table_lookup (form, "grant_type");
  gboolean is_cut = FALSE;

  if (self->token_fault_times > 0)
    {
      self->token_fault_times--;
      if (_sp_fake_play (self, self->token_fault, message))
        return;
      is_cut = self->token_fault == SP_FAKE_TRUNCATED || self->token_fault == SP_FAKE_DROPPED_INSIDE;
    }
  if (g_str_equal (path, "/revoke"))
    answer_revocation (self, message, g_hash_table_lookup (form, "token"));
  else if (g_strcmp0 (g_hash_table_lookup (form, "client_id"), SP_FAKE_CLIENT_ID) != 0 ||
           g_strcmp0 (g_hash_table_lookup (form, "client_secret"), SP_FAKE_CLIENT_SECRET) != 0)
    _sp_fake_answer_error (message, 401, "Application", "", "invalid");
  else if (g_strcmp0 (type, "refresh_token") == 0)
    answer_renewal (self, message, g_hash_table_lookup (form, "refresh_token"));
  else if (g_strcmp0 (type, "authorization_code") == 0)
    answer_exchange (self, message, g_hash_table_lookup (form, "code"));
  else
    _sp_fake_answer_error (message, 400, "Application", "grant_type", "invalid");
  if (is_cut)
    _sp_fake_cut (self->token_fault, message);
}
