/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SpStravaReply:
 * @status: the HTTP status
 * @content_type: (nullable): what it says it is, without parameters
 * @headers: its headers
 * @body: what it holds, unpacked
 *
 * An answer of the server, whatever it says.
 */
typedef struct
{
  guint               status;
  char               *content_type;
  SoupMessageHeaders *headers;
  GBytes             *body;
} SpStravaReply;

void sp_strava_reply_free (SpStravaReply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaReply, sp_strava_reply_free)

#define SP_TYPE_STRAVA_HTTP (sp_strava_http_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaHttp, sp_strava_http, SP, STRAVA_HTTP, GObject)

SpStravaHttp  *sp_strava_http_new         (const char           *user_agent) G_GNUC_WARN_UNUSED_RESULT;
SoupSession   *sp_strava_http_get_session (SpStravaHttp         *self);
void           sp_strava_http_set_limits  (SpStravaHttp         *self,
                                           guint                 deadline_ms,
                                           gsize                 max_bytes);
void           sp_strava_http_send_async  (SpStravaHttp         *self,
                                           SoupMessage          *message,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
SpStravaReply *sp_strava_http_send_finish (SpStravaHttp         *self,
                                           GAsyncResult         *result,
                                           gboolean             *was_sent,
                                           GError              **error);

G_END_DECLS
