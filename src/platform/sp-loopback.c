/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-loopback.h"

#include <string.h>

#include "api/sp-task.h"

/* The path is asked for by nobody by chance: a browser that wants an icon, or another program, is sent away. */
#define PATH "/answer"
#define MAX_REQUEST 8192
#define DEADLINE_S 20
#define MAX_VISITS 16

/**
 * SpLoopback:
 *
 * Waits on this computer for the one request with which a browser brings a source's answer, and closes then. Nobody
 * from outside this computer can reach it. Browsers open connections before they need them: who says nothing does not
 * keep others out.
 */
struct _SpLoopback
{
  GObject parent_instance;

  GSocketListener *listener; /* (owned) */
  GCancellable    *closing;  /* (owned): ends all visits */
  gulong           outer_id;
  guint            n_visits;
  gboolean         is_over;
  char            *uri;
  char            *thanks;
};

G_DEFINE_FINAL_TYPE (SpLoopback, sp_loopback, G_TYPE_OBJECT)

/* One visitor. */
typedef struct
{
  GTask             *task;       /* (owned) */
  GSocketConnection *connection; /* (owned) */
  char              *answer;     /* (owned) (nullable) */
  char              *page;       /* (owned) (nullable) */
  gsize              n_read;
  char               request[MAX_REQUEST + 1];
} Visit;

static void accept_next (GTask *task);

static void
visit_free (Visit *visit)
{
  SP_LOOPBACK (g_task_get_source_object (visit->task))->n_visits--;
  g_clear_object (&visit->task);
  g_clear_object (&visit->connection);
  g_free (visit->answer);
  g_free (visit->page);
  g_free (visit);
}

static void
sp_loopback_finalize (GObject *object)
{
  SpLoopback *self = SP_LOOPBACK (object);

  if (self->listener != NULL)
    g_socket_listener_close (self->listener);
  g_clear_object (&self->listener);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->thanks, g_free);

  G_OBJECT_CLASS (sp_loopback_parent_class)->finalize (object);
}

static void
sp_loopback_class_init (SpLoopbackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_loopback_finalize;
}

static void
sp_loopback_init (SpLoopback *self)
{
  self->listener = g_socket_listener_new ();
  self->closing = g_cancellable_new ();
}

/**
 * sp_loopback_new:
 * @thanks: what the visitor reads in the browser, in a sentence
 * @error: return location for an error
 *
 * Returns: (transfer full): it, listening on a free port of 127.0.0.1
 */
SpLoopback *
sp_loopback_new (const char  *thanks,
                 GError     **error)
{
  g_autoptr (SpLoopback) self = g_object_new (SP_TYPE_LOOPBACK, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) taken = NULL;

  g_return_val_if_fail (thanks != NULL, NULL);

  if (!g_socket_listener_add_address (self->listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &taken,
                                      error))
    return NULL;
  self->thanks = g_markup_escape_text (thanks, -1);
  self->uri = g_strdup_printf ("http://127.0.0.1:%u" PATH,
                               g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (taken)));

  return g_steal_pointer (&self);
}

/**
 * sp_loopback_get_uri:
 * @self: it
 *
 * Returns: (transfer none): where the source has to send the browser
 */
const char *
sp_loopback_get_uri (SpLoopback *self)
{
  g_return_val_if_fail (SP_IS_LOOPBACK (self), NULL);

  return self->uri;
}

static void
outer_cancelled_cb (GCancellable *outer,
                    GCancellable *closing)
{
  g_cancellable_cancel (closing);
}

/* Whether it was not before. */
static gboolean
end (GTask *task)
{
  SpLoopback *self = g_task_get_source_object (task);

  if (self->is_over)
    return FALSE;
  self->is_over = TRUE;
  g_cancellable_disconnect (g_task_get_cancellable (task), self->outer_id);
  self->outer_id = 0;
  g_cancellable_cancel (self->closing);

  return TRUE;
}

/* Who brought the answer ends the waiting; for anyone else it goes on. */
static void
said_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Visit *visit = user_data;

  g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (visit->connection), NULL, NULL);
  if (visit->answer != NULL && end (visit->task))
    g_task_return_pointer (visit->task, g_steal_pointer (&visit->answer), g_free);
  visit_free (visit);
}

static void
say (Visit      *visit,
     const char *status,
     const char *words)
{
  SpLoopback *self = g_task_get_source_object (visit->task);
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (visit->connection));
  g_autofree char *body = g_strdup_printf ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Segment Podium"
                                           "</title></head><body><p>%s</p></body></html>\n", words);

  visit->page = g_strdup_printf ("HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %u\r\n"
                                 "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                                 "Connection: close\r\n\r\n%s",
                                 status, (guint) strlen (body), body);
  g_output_stream_write_all_async (stream, visit->page, strlen (visit->page), G_PRIORITY_DEFAULT,
                                   self->closing, said_cb, visit);
}

/* GET PATH?QUERY HTTP/1.x */
static char *
find_answer (Visit *visit)
{
  SpLoopback *self = g_task_get_source_object (visit->task);
  g_auto (GStrv) words = NULL;
  char *end = strstr (visit->request, "\r\n");

  if (end == NULL)
    return NULL;
  *end = '\0';
  words = g_strsplit (visit->request, " ", 4);
  if (g_strv_length (words) != 3 || !g_str_equal (words[0], "GET") || !g_str_has_prefix (words[1], PATH "?"))
    return NULL;

  return g_strconcat (self->uri, words[1] + strlen (PATH), NULL);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Visit *visit = user_data;
  SpLoopback *self = g_task_get_source_object (visit->task);
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (self->is_over)
    {
      visit_free (visit);
      return;
    }
  if (n > 0)
    {
      visit->n_read += (gsize) n;
      visit->request[visit->n_read] = '\0';
    }
  if (n > 0 && strstr (visit->request, "\r\n\r\n") == NULL && visit->n_read < MAX_REQUEST)
    {
      g_input_stream_read_async (G_INPUT_STREAM (source), visit->request + visit->n_read, MAX_REQUEST - visit->n_read,
                                 G_PRIORITY_DEFAULT, self->closing, read_cb, visit);
      return;
    }

  visit->answer = find_answer (visit);
  if (visit->answer != NULL)
    say (visit, "200 OK", self->thanks);
  else
    say (visit, "404 Not Found", "404");
}

static void
visit_begin (GTask             *task,
             GSocketConnection *connection)
{
  SpLoopback *self = g_task_get_source_object (task);
  Visit *visit = g_new0 (Visit, 1);

  self->n_visits++;
  visit->task = g_object_ref (task);
  visit->connection = g_object_ref (connection);
  g_socket_set_timeout (g_socket_connection_get_socket (connection), DEADLINE_S);
  g_input_stream_read_async (g_io_stream_get_input_stream (G_IO_STREAM (connection)), visit->request, MAX_REQUEST,
                             G_PRIORITY_DEFAULT, self->closing, read_cb, visit);
}

static void
accepted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpLoopback *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection =
    g_socket_listener_accept_finish (G_SOCKET_LISTENER (source), result, NULL, &error);

  if (connection == NULL)
    {
      if (end (task))
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (self->is_over)
    return;
  if (self->n_visits < MAX_VISITS)
    visit_begin (task, connection);
  accept_next (g_steal_pointer (&task));
}

static void
accept_next (GTask *task)
{
  SpLoopback *self = g_task_get_source_object (task);

  g_socket_listener_accept_async (self->listener, self->closing, accepted_cb, task);
}

/**
 * sp_loopback_wait_async:
 * @self: it
 * @cancellable: (nullable): ends the waiting
 * @callback: called when the answer is there
 * @user_data: data for @callback
 *
 * Waits for the browser. Requests for anything else are answered with “not found”.
 */
void
sp_loopback_wait_async (SpLoopback          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (SP_IS_LOOPBACK (self));

  if (cancellable != NULL)
    self->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled_cb),
                                            g_object_ref (self->closing), g_object_unref);
  accept_next (sp_task_new (self, sp_loopback_wait_async, cancellable, callback, user_data));
}

/**
 * sp_loopback_wait_finish:
 * @self: it
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends the waiting, and nobody else is let in.
 *
 * Returns: (transfer full): the whole address with which the browser came
 */
char *
sp_loopback_wait_finish (SpLoopback    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (SP_IS_LOOPBACK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  g_socket_listener_close (self->listener);

  return g_task_propagate_pointer (G_TASK (result), error);
}
