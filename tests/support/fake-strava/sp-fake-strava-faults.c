/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fake-strava/sp-fake-strava-private.h"

#include <string.h>

#define LARGE_BYTES (1024 * 1024)

/* What goes wrong when it is told to. */

static void
drop (SoupServerMessage *message,
      const char        *said)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

  if (said != NULL)
    g_output_stream_write_all (g_io_stream_get_output_stream (stream), said, strlen (said), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
}

static void
send_page (SoupServerMessage *message,
           guint              status)
{
  static const char page[] = "<!doctype html><title>Welcome to the station</title><p>Please sign in.</p>";

  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_STATIC, page, strlen (page));
}

static void
send_body (SoupServerMessage *message,
           gconstpointer      data,
           gsize              size)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, data, size);
}

static void
send_elsewhere (SpFakeStrava      *self,
                SoupServerMessage *message,
                gboolean           by_name)
{
  g_autofree char *uri = by_name ? g_strdup ("http://strava.invalid/elsewhere")
  : g_strconcat (self->base, "/elsewhere", NULL);

  soup_server_message_set_redirect (message, 302, uri);
}

static void
send_large (SoupServerMessage *message)
{
  g_autofree char *text = g_malloc (LARGE_BYTES);

  memset (text, ' ', LARGE_BYTES);
  text[0] = '[';
  text[LARGE_BYTES - 1] = ']';
  send_body (message, text, LARGE_BYTES);
}

static void
refuse_rate (SoupServerMessage *message,
             const char        *retry_after)
{
  _sp_fake_answer_error (message, 429, "Application", "overall rate limit", "exceeded");
  if (retry_after != NULL)
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", retry_after);
}

/* Half of what would have been answered. */
void
_sp_fake_cut (SpFakeFault        fault,
              SoupServerMessage *message)
{
  SoupMessageBody *whole = soup_server_message_get_response_body (message);
  g_autoptr(GBytes) body = soup_message_body_flatten (whole);
  gsize size = (gsize) whole->length;
  g_autofree char *said = NULL;

  if (fault == SP_FAKE_TRUNCATED)
    {
      soup_message_body_truncate (whole);
      send_body (message, g_bytes_get_data (body, NULL), size / 2);
    }
  else
    {
      said = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: %u\r\n\r\n[{\"id\":1",
                              (guint) size + 1000);
      drop (message, said);
    }
}

/* Strava's own refusals: status and words. */
static gboolean
play_refusal (SpFakeStrava      *self,
              SpFakeFault        fault,
              SoupServerMessage *message)
{
  g_autofree char *retry_after = NULL;

  switch ((guint) fault)
    {
    case SP_FAKE_EXPIRED:
    case SP_FAKE_REFUSED:
      _sp_fake_answer_error (message, 401, "AccessToken", "access_token", "invalid");
      return TRUE;
    case SP_FAKE_SCOPE:
      _sp_fake_answer_error (message, 401, "AccessToken", "activity:read_permission", "missing");
      return TRUE;
    case SP_FAKE_PAYMENT:
      _sp_fake_answer (message, 402, "{\"message\":\"Payment Required\"}");
      return TRUE;
    case SP_FAKE_INACTIVE:
      _sp_fake_answer_error (message, 403, "Application", "Status", "Inactive");
      return TRUE;
    case SP_FAKE_ATHLETE_LIMIT:
      _sp_fake_answer_error (message, 403, "Application", "connected athletes limit", "exceeded");
      return TRUE;
    case SP_FAKE_NOT_FOUND:
      soup_server_message_set_status (message, 404, NULL);
      return TRUE;
    case SP_FAKE_TOO_MANY:
      refuse_rate (message, NULL);
      return TRUE;
    case SP_FAKE_RETRY_AFTER:
      retry_after = g_strdup_printf ("%u", self->retry_s);
      refuse_rate (message, retry_after);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the answer is made; otherwise the usual one is. */
gboolean
_sp_fake_play (SpFakeStrava      *self,
               SpFakeFault        fault,
               SoupServerMessage *message)
{
  switch ((guint) fault)
    {
    case SP_FAKE_SERVER_ERROR:
      _sp_fake_answer (message, 500, "{\"message\":\"error\"}");
      return TRUE;
    case SP_FAKE_BAD_GATEWAY:
      send_page (message, 502);
      return TRUE;
    case SP_FAKE_DROPPED:
      drop (message, NULL);
      return TRUE;
    case SP_FAKE_HTML:
      send_page (message, 200);
      return TRUE;
    case SP_FAKE_GARBAGE:
      send_body (message, "{\"a\":\"\xff\xfe\x80\"}", 11);
      return TRUE;
    case SP_FAKE_EMPTY:
      send_body (message, "", 0);
      return TRUE;
    case SP_FAKE_REDIRECT:
    case SP_FAKE_REDIRECT_HTTP:
      send_elsewhere (self, message, fault == SP_FAKE_REDIRECT_HTTP);
      return TRUE;
    case SP_FAKE_LARGE:
      send_large (message);
      return TRUE;
    case SP_FAKE_SILENT:
      soup_server_message_pause (message);
      return TRUE;
    case SP_FAKE_MISSING_FIELD:
      _sp_fake_answer (message, 200, "[{\"resource_state\":2}]");
      return TRUE;
    default:
      return play_refusal (self, fault, message);
    }
}
