/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-http.h"

#include "api/sp-task.h"
#include "sp-strava-answer.h"
#include "sp-strava-gate.h"
#include "sp-strava-json.h"

#define TIMEOUT_S 30        /* without a byte */
#define DEADLINE_MS 120000  /* for all of an answer */
#define MAX_IN_FLIGHT 4
#define CHUNK_BYTES 65536

/**
 * SpStravaHttp:
 *
 * One session for all requests: connections are kept, no redirect is followed, no answer is larger or takes longer than
 * it may. Few are on their way at a time: over HTTP/2 a single connection would carry any number.
 */
struct _SpStravaHttp
{
  GObject       parent_instance;

  SoupSession  *session; /* (owned) */
  SpStravaGate *gate;    /* (owned) */
  guint         deadline_ms;
  gsize         max_bytes;
};

G_DEFINE_FINAL_TYPE (SpStravaHttp, sp_strava_http, G_TYPE_OBJECT)

/* One request on its way. Its own cancellable ends it for the caller's and for the deadline alike. */
typedef struct
{
  SoupMessage  *message;
  GCancellable *inner;
  gulong        outer_id;
  GSource      *deadline;
  GInputStream *stream;
  GByteArray   *body;
  gulong        wrote_id;
  gboolean      is_late;
  gboolean      was_sent;
} Send;

static void
send_free (Send *send)
{
  if (send->wrote_id != 0)
    g_signal_handler_disconnect (send->message, send->wrote_id);
  g_clear_object (&send->message);
  g_clear_object (&send->inner);
  g_clear_object (&send->stream);
  g_clear_pointer (&send->body, g_byte_array_unref);
  g_free (send);
}

/**
 * sp_strava_reply_free:
 * @self: (transfer full): an answer
 *
 * Frees it.
 */
void
sp_strava_reply_free (SpStravaReply *self)
{
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static void
sp_strava_http_dispose (GObject *object)
{
  SpStravaHttp *self = SP_STRAVA_HTTP (object);

  if (self->session != NULL)
    soup_session_abort (self->session);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sp_strava_http_parent_class)->dispose (object);
}

static void
sp_strava_http_finalize (GObject *object)
{
  g_clear_pointer (&SP_STRAVA_HTTP (object)->gate, sp_strava_gate_free);

  G_OBJECT_CLASS (sp_strava_http_parent_class)->finalize (object);
}

static void
sp_strava_http_class_init (SpStravaHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_strava_http_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_strava_http_finalize;
}

static void start (GTask *task);

static void
sp_strava_http_init (SpStravaHttp *self)
{
  self->gate = sp_strava_gate_new (MAX_IN_FLIGHT, start);
  self->deadline_ms = DEADLINE_MS;
  self->max_bytes = SP_STRAVA_JSON_MAX_BYTES;
}

/**
 * sp_strava_http_new:
 * @user_agent: what to call oneself
 *
 * Returns: (transfer full): a new sender, for the thread it is made in
 */
SpStravaHttp *
sp_strava_http_new (const char *user_agent)
{
  SpStravaHttp *self = g_object_new (SP_TYPE_STRAVA_HTTP, NULL);

  self->session = soup_session_new_with_options ("user-agent", user_agent,
                                                 "timeout", TIMEOUT_S,
                                                 "max-conns", MAX_IN_FLIGHT,
                                                 "max-conns-per-host", MAX_IN_FLIGHT,
                                                 NULL);

  return self;
}

/**
 * sp_strava_http_get_session:
 * @self: a sender
 *
 * Returns: (transfer none): its session, to set proxies and the like
 */
SoupSession *
sp_strava_http_get_session (SpStravaHttp *self)
{
  return self->session;
}

/**
 * sp_strava_http_set_limits:
 * @self: a sender
 * @deadline_ms: how long a request may take in all, in milliseconds
 * @max_bytes: how large an answer may be, unpacked
 *
 * Sets the limits of each later request.
 */
void
sp_strava_http_set_limits (SpStravaHttp *self,
                           guint         deadline_ms,
                           gsize         max_bytes)
{
  self->deadline_ms = deadline_ms;
  self->max_bytes = max_bytes;
}

static gboolean
late_cb (gpointer data)
{
  Send *send = g_task_get_task_data (data);

  send->is_late = TRUE;
  g_cancellable_cancel (send->inner);

  return G_SOURCE_REMOVE;
}

static void
outer_cancelled_cb (GCancellable *outer,
                    GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

static void
wrote_cb (SoupMessage *message,
          Send        *send)
{
  send->was_sent = TRUE;
}

/* The timer and the caller's cancellable hold on to the request until here. */
static void
let_go (GTask *task)
{
  SpStravaHttp *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);

  g_source_destroy (send->deadline);
  g_clear_pointer (&send->deadline, g_source_unref);
  if (send->outer_id != 0)
    g_cancellable_disconnect (g_task_get_cancellable (task), send->outer_id);
  send->outer_id = 0;
  sp_strava_gate_leave (self->gate);
}

static void
fail (GTask        *task,
      const GError *error)
{
  Send *send = g_task_get_task_data (task);

  let_go (task);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (send->is_late)
    g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_TIMEOUT, NULL));
  else
    g_task_return_error (task, sp_strava_fault_new (sp_strava_answer_judge_transport (error), NULL));
}

/* An answer to what was never sent is the proxy's own: it would not open the way. */
static void
end (GTask *task)
{
  Send *send = g_task_get_task_data (task);
  SpStravaReply *reply;

  let_go (task);
  if (!send->was_sent)
    {
      g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_PROXY, NULL));
      return;
    }
  reply = g_new0 (SpStravaReply, 1);
  reply->status = soup_message_get_status (send->message);
  reply->headers = soup_message_headers_ref (soup_message_get_response_headers (send->message));
  reply->content_type = g_strdup (soup_message_headers_get_content_type (reply->headers, NULL));
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&send->body));
  g_task_return_pointer (task, reply, (GDestroyNotify) sp_strava_reply_free);
}

static void
chunk_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaHttp *self = g_task_get_source_object (task);
  Send *send = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  gsize size;
  gconstpointer data;

  if (chunk == NULL)
    {
      fail (task, error);
      return;
    }
  data = g_bytes_get_data (chunk, &size);
  if (size == 0)
    {
      end (task);
      return;
    }
  if (send->body->len + size > self->max_bytes)
    {
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "too large");
      g_cancellable_cancel (send->inner);
      fail (task, error);
      return;
    }
  g_byte_array_append (send->body, data, (guint) size);
  g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK_BYTES, G_PRIORITY_DEFAULT, send->inner, chunk_cb,
                                   g_steal_pointer (&task));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Send *send = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  send->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (send->stream == NULL)
    {
      fail (task, error);
      return;
    }
  g_input_stream_read_bytes_async (send->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, send->inner, chunk_cb,
                                   g_steal_pointer (&task));
}

/* Takes @task. */
static void
start (GTask *task)
{
  SpStravaHttp *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Send *send = g_task_get_task_data (task);

  send->deadline = g_timeout_source_new (self->deadline_ms);
  g_source_set_callback (send->deadline, late_cb, task, NULL);
  g_source_attach (send->deadline, g_task_get_context (task));
  if (cancellable != NULL)
    send->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb), g_object_ref (send->inner),
                                            g_object_unref);
  send->wrote_id = g_signal_connect (send->message, "wrote-headers", G_CALLBACK (wrote_cb), send);
  soup_message_add_flags (send->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_async (self->session, send->message, G_PRIORITY_DEFAULT, send->inner, sent_cb, task);
}

/**
 * sp_strava_http_send_async:
 * @self: a sender
 * @message: what to send; it is not sent to anywhere else than where it says
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Sends a request and reads all of the answer.
 */
void
sp_strava_http_send_async (SpStravaHttp        *self,
                           SoupMessage         *message,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (self, sp_strava_http_send_async, cancellable, callback, user_data);
  Send *send = g_new0 (Send, 1);

  send->message = g_object_ref (message);
  send->inner = g_cancellable_new ();
  send->body = g_byte_array_new ();
  g_task_set_task_data (task, send, (GDestroyNotify) send_free);
  if (g_task_return_error_if_cancelled (task))
    return;

  sp_strava_gate_enter (self->gate, g_steal_pointer (&task));
}

/**
 * sp_strava_http_send_finish:
 * @self: a sender
 * @result: what the callback was given
 * @was_sent: (out) (optional): whether the server may have seen and counted the request
 * @error: return location for an error
 *
 * Ends sp_strava_http_send_async().
 *
 * Returns: (transfer full): the answer, whatever its status; %NULL with @error set, of %SP_FETCH_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
SpStravaReply *
sp_strava_http_send_finish (SpStravaHttp  *self,
                            GAsyncResult  *result,
                            gboolean      *was_sent,
                            GError       **error)
{
  Send *send;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  send = g_task_get_task_data (G_TASK (result));
  if (was_sent != NULL)
    *was_sent = send->was_sent;

  return g_task_propagate_pointer (G_TASK (result), error);
}
