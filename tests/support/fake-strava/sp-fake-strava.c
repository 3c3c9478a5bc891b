/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fake-strava/sp-fake-strava-private.h"

#include <string.h>

#define TICK_MS 5
#define MAX_TICKS 200

/**
 * SpFakeStrava:
 *
 * Strava on this computer, over real HTTP, by a given clock, with Strava's rules: limits by quarter and day where also
 * refused calls count, refresh tokens that are dead once they are renewed, scopes.
 */
G_DEFINE_FINAL_TYPE (SpFakeStrava, sp_fake_strava, G_TYPE_OBJECT)

static void
athlete_free (gpointer data)
{
  SpFakeAthlete *athlete = data;

  g_free (athlete->name);
  g_free (athlete->scope);
  g_free (athlete->refresh_token);
  g_free (athlete->access_token);
  g_ptr_array_unref (athlete->activities);
  g_free (athlete);
}

static void
sp_fake_strava_dispose (GObject *object)
{
  SpFakeStrava *self = SP_FAKE_STRAVA (object);

  if (self->server != NULL)
    soup_server_disconnect (self->server);
  g_clear_object (&self->server);

  G_OBJECT_CLASS (sp_fake_strava_parent_class)->dispose (object);
}

static void
sp_fake_strava_finalize (GObject *object)
{
  SpFakeStrava *self = SP_FAKE_STRAVA (object);

  g_clear_object (&self->clock);
  g_free (self->base);
  g_ptr_array_unref (self->athletes);
  g_hash_table_unref (self->segments);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->connections);
  g_ptr_array_unref (self->log);

  G_OBJECT_CLASS (sp_fake_strava_parent_class)->finalize (object);
}

static void
sp_fake_strava_class_init (SpFakeStravaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_fake_strava_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_fake_strava_finalize;
}

static void
sp_fake_strava_init (SpFakeStrava *self)
{
  self->athletes = g_ptr_array_new_with_free_func (athlete_free);
  self->segments = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sp_segment_unref);
  self->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->connections = g_hash_table_new (NULL, NULL);
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->limit[0] = 100;
  self->limit[1] = 1000;
  self->fault = SP_FAKE_N_FAULTS;
  self->token_fault = SP_FAKE_N_FAULTS;
  self->rotates = TRUE;
  self->retry_s = 30;
}

SpFakeAthlete *
_sp_fake_find_athlete (SpFakeStrava *self,
                       gint64        id)
{
  for (guint i = 0; i < self->athletes->len; i++)
    if (((SpFakeAthlete *) self->athletes->pdata[i])->id == id)
      return self->athletes->pdata[i];

  return NULL;
}

char *
_sp_fake_make_token (SpFakeStrava *self,
                     const char   *kind)
{
  return g_strdup_printf ("%s%08u0123456789abcdef0123456789", kind, ++self->serial);
}

gint64
_sp_fake_get_now_s (SpFakeStrava *self)
{
  return sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC;
}

void
_sp_fake_answer (SoupServerMessage *message,
                 guint              status,
                 const char        *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json; charset=utf-8", SOUP_MEMORY_COPY, json, strlen (json));
}

void
_sp_fake_answer_error (SoupServerMessage *message,
                       guint              status,
                       const char        *resource,
                       const char        *field,
                       const char        *code)
{
  g_autofree char *json = g_strdup_printf ("{\"message\":\"Error\",\"errors\":[{\"resource\":\"%s\",\"field\":\"%s\","
                                           "\"code\":\"%s\"}]}", resource, field, code);

  _sp_fake_answer (message, status, json);
}

static void
roll (SpFakeStrava *self)
{
  const gint64 spans_s[] = { 900, 86400 };

  for (int i = 0; i < 2; i++)
    {
      gint64 span = _sp_fake_get_now_s (self) / spans_s[i];

      if (span != self->span[i])
        self->used[i] = 0;
      self->span[i] = span;
    }
}

/* Header names as they have been seen: never twice alike. */
static void
tell_limits (SpFakeStrava      *self,
             SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *limit = g_strdup_printf ("%u,%u", self->limit[0], self->limit[1]);
  g_autofree char *used = g_strdup_printf ("%u, %u", self->used[0], self->used[1]);
  g_autofree char *all_limit = g_strdup_printf ("%u,%u", self->limit[0] * 2, self->limit[1] * 2);

  soup_message_headers_replace (headers, "x-readratelimit-limit", limit);
  soup_message_headers_replace (headers, "X-ReadRateLimit-Usage", used);
  soup_message_headers_replace (headers, "X-Ratelimit-Limit", all_limit);
  soup_message_headers_replace (headers, "X-RATELIMIT-USAGE", used);
}

static SpFakeAthlete *
find_bearer (SpFakeStrava      *self,
             SoupServerMessage *message)
{
  const char *value = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization");

  for (guint i = 0; value != NULL && i < self->athletes->len; i++)
    {
      SpFakeAthlete *athlete = self->athletes->pdata[i];

      if (athlete->access_token != NULL && g_str_has_prefix (value, "Bearer ") &&
          g_str_equal (value + strlen ("Bearer "), athlete->access_token) &&
          athlete->expires_at_s > _sp_fake_get_now_s (self))
        return athlete;
    }

  return NULL;
}

static void
pack (SoupServerMessage *message)
{
  const char *accepted = soup_message_headers_get_list (soup_server_message_get_request_headers (message),
                                                        "Accept-Encoding");
  SoupMessageBody *plain = soup_server_message_get_response_body (message);
  g_autoptr(GBytes) body = soup_message_body_flatten (plain);
  g_autoptr(GZlibCompressor) zlib = NULL;
  g_autofree guchar *out = NULL;
  gsize n_read, n_written, size = (gsize) plain->length, room = size + 1024;

  if (accepted == NULL || strstr (accepted, "gzip") == NULL || size == 0)
    return;
  zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6);
  out = g_malloc (room);
  if (g_converter_convert (G_CONVERTER (zlib), g_bytes_get_data (body, NULL), size, out, room,
                           G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL) != G_CONVERTER_FINISHED)
    return;
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  soup_message_body_truncate (plain);
  soup_server_message_set_response (message, "application/json; charset=utf-8", SOUP_MEMORY_COPY, (char *) out,
                                    n_written);
}

/* An answer that is held back. */
typedef struct
{
  SpFakeStrava      *self;    /* (owned) */
  SoupServerMessage *message; /* (owned) */
  guint              n_ticks;
  guint              n_full;
} Late;

static void
late_free (Late *late)
{
  g_object_unref (late->self);
  g_object_unref (late->message);
  g_free (late);
}

/* However slow all is: until as many are in flight as may be, and what is too many has had time to come. */
static gboolean
late_cb (gpointer user_data)
{
  Late *late = user_data;

  late->n_full += late->self->n_in_flight >= SP_FAKE_MAX_IN_FLIGHT;
  if (late->n_full < 2 && ++late->n_ticks < MAX_TICKS)
    return G_SOURCE_CONTINUE;
  soup_server_message_unpause (late->message);

  return G_SOURCE_REMOVE;
}

static void
answer_late (SpFakeStrava      *self,
             SoupServerMessage *message)
{
  Late *late = g_new0 (Late, 1);

  late->self = g_object_ref (self);
  late->message = g_object_ref (message);
  soup_server_message_pause (message);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TICK_MS, late_cb, late, (GDestroyNotify) late_free);
}

static gboolean
is_fault_due (SpFakeStrava *self)
{
  return self->fault != SP_FAKE_N_FAULTS && self->n_calls >= self->fault_at &&
         self->n_calls - self->fault_at < self->fault_times;
}

static void
answer_api (SpFakeStrava      *self,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query)
{
  SpFakeAthlete *athlete = find_bearer (self, message);
  gboolean is_due;

  self->n_calls++;
  is_due = is_fault_due (self);
  roll (self);
  self->used[0]++;
  self->used[1]++;
  if (!is_due || self->fault != SP_FAKE_BARE)
    tell_limits (self, message);
  if (is_due && self->fault == SP_FAKE_EXPIRED && athlete != NULL)
    g_clear_pointer (&athlete->access_token, g_free);
  if (is_due && self->fault == SP_FAKE_TOO_MANY)
    soup_message_headers_clear (soup_server_message_get_response_headers (message));
  if (is_due && _sp_fake_play (self, self->fault, message))
    return;
  if (self->used[0] > self->limit[0] || self->used[1] > self->limit[1])
    {
      self->n_refused++;
      _sp_fake_answer_error (message, 429, "Application", "overall rate limit", "exceeded");
      return;
    }
  if (athlete == NULL)
    _sp_fake_answer_error (message, 401, "AccessToken", "access_token", "invalid");
  else
    _sp_fake_data (self, athlete, message, path, query);
  if (is_due && (self->fault == SP_FAKE_TRUNCATED || self->fault == SP_FAKE_DROPPED_INSIDE))
    _sp_fake_cut (self->fault, message);
  else
    pack (message);
  if (is_due && self->fault == SP_FAKE_LATE)
    answer_late (self, message);
}

static void
finished_cb (SoupServerMessage *message,
             SpFakeStrava      *self)
{
  self->n_in_flight--;
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  SpFakeStrava *self = user_data;
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (_sp_fake_get_now_s (self));
  g_autofree char *date = soup_date_time_to_string (now, SOUP_DATE_HTTP);

  g_ptr_array_add (self->log, g_strdup_printf ("%s %s", soup_server_message_get_method (message), path));
  g_hash_table_add (self->connections, soup_server_message_get_socket (message));
  self->n_in_flight++;
  self->max_in_flight = MAX (self->max_in_flight, self->n_in_flight);
  g_signal_connect_object (message, "finished", G_CALLBACK (finished_cb), self, 0);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Date", date);
  if (self->hook != NULL)
    self->hook (self, path, self->hook_data);

  if (g_str_has_prefix (path, "/api/v3/"))
    answer_api (self, message, path + strlen ("/api/v3"), query);
  else if (g_str_has_prefix (path, "/oauth/"))
    _sp_fake_oauth (self, message, path + strlen ("/oauth"));
  else
    {
      self->was_told_elsewhere |= soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                                                "Authorization") != NULL;
      _sp_fake_answer (message, 200, "[]");
    }
}

/* The server, on a free port of this computer; @certificate for https. */
SpFakeStrava *
sp_fake_strava_new (SpClock         *clock,
                    GTlsCertificate *certificate)
{
  SpFakeStrava *self = g_object_new (SP_TYPE_FAKE_STRAVA, NULL);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->clock = g_object_ref (clock);
  self->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (self->server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY |
                            (certificate != NULL ? SOUP_SERVER_LISTEN_HTTPS : 0), &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->base = g_strdup_printf ("%s://127.0.0.1:%d", certificate != NULL ? "https" : "http",
                                g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  roll (self);

  return self;
}

const char *
sp_fake_strava_get_base (SpFakeStrava *self)
{
  return self->base;
}

/* Has a fetcher made from now on ask here, as an application that is known here. */
void
sp_fake_strava_export (SpFakeStrava *self)
{
  g_autofree char *api = g_strconcat (self->base, "/api/v3", NULL);
  g_autofree char *oauth = g_strconcat (self->base, "/oauth/", NULL);

  g_setenv ("SEGMENT_PODIUM_STRAVA_API", api, TRUE);
  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", oauth, TRUE);
  g_setenv ("STRAVA_CLIENT_ID", SP_FAKE_CLIENT_ID, TRUE);
  g_setenv ("STRAVA_CLIENT_SECRET", SP_FAKE_CLIENT_SECRET, TRUE);
}
