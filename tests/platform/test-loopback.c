/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-loopback.h"

#include <string.h>

#include "support/sp-test-sync.h"

static void
said_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = g_strdup (g_task_propagate_pointer (G_TASK (result), NULL) ?: "");
}

/* A visitor with a thread of its own, as a browser is. */
static void
visit_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const char *request = data;
  const char *port = g_object_get_data (G_OBJECT (task), "port");
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
    g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_ascii_strtoull (port, NULL, 10), NULL, NULL);
  static char answer[4096];
  gsize n = 0;

  memset (answer, 0, sizeof answer);
  if (connection != NULL)
    {
      g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), request, strlen (request),
                                 NULL, NULL, NULL);
      g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
      g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer, sizeof answer - 1, &n,
                               NULL, NULL);
    }
  g_task_return_pointer (task, answer, NULL);
}

static char *
visit (SpLoopback *loopback,
       const char *request)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *port = g_strdup (strrchr (sp_loopback_get_uri (loopback), ':') + 1);
  char *answer = NULL;

  task = g_task_new (NULL, NULL, said_cb, &answer);
  g_object_set_data (G_OBJECT (task), "port", port);
  g_task_set_task_data (task, (gpointer) request, NULL);
  g_task_run_in_thread (task, visit_in_thread);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

/* It may be there already. */
static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static SpLoopback *
make_loopback (void)
{
  g_autoptr (GError) error = NULL;
  SpLoopback *loopback = sp_loopback_new ("Thank <you>.", &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (sp_loopback_get_uri (loopback), "http://127.0.0.1:"));

  return loopback;
}

/* The answer comes through as it stands, the visitor is thanked, and nobody else is let in. */
static void
test_answer (void)
{
  SpLoopback *loopback = make_loopback ();
  g_autofree char *expected = g_strconcat (sp_loopback_get_uri (loopback), "?state=a%20b&code=c", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *closed = NULL;

  sp_loopback_wait_async (loopback, NULL, sp_test_store_result, &result);
  said = visit (loopback, "GET /answer?state=a%20b&code=c HTTP/1.1\r\nHost: x\r\n\r\n");
  answer = sp_loopback_wait_finish (loopback, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, expected);
  g_assert_true (g_str_has_prefix (said, "HTTP/1.1 200 OK\r\n"));
  g_assert_nonnull (strstr (said, "Thank &lt;you&gt;."));
  closed = visit (loopback, "GET /answer?code=again HTTP/1.1\r\n\r\n");
  g_assert_cmpstr (closed, ==, "");
  g_clear_object (&result);
  sp_test_assert_finalize_late (loopback);
}

/* A browser that wants an icon, and worse, does not end the waiting. */
static void
test_others (void)
{
  static const char * const requests[] = {
    "GET /favicon.ico HTTP/1.1\r\n\r\n", "GET /answer HTTP/1.1\r\n\r\n", "POST /answer?code=x HTTP/1.1\r\n\r\n",
    "nonsense", "", "GET /answer?code=x\r\n\r\n",
  };
  SpLoopback *loopback = make_loopback ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *last = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *huge = g_strnfill (20000, 'x');

  sp_loopback_wait_async (loopback, NULL, sp_test_store_result, &result);
  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autofree char *said = visit (loopback, requests[i]);

      g_assert_true (g_str_has_prefix (said, "HTTP/1.1 404"));
      g_assert_null (result);
    }
  g_free (visit (loopback, huge));
  g_assert_null (result);
  last = visit (loopback, "GET /answer?code=x HTTP/1.0\r\n\r\n");
  answer = sp_loopback_wait_finish (loopback, await (&result), NULL);
  g_assert_nonnull (answer);
  g_clear_object (&result);
  sp_test_assert_finalize_late (loopback);
}

static GSocketConnection *
open_connection (SpLoopback *loopback)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  const char *port = strrchr (sp_loopback_get_uri (loopback), ':') + 1;
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection =
    g_socket_client_connect_to_host (client, "127.0.0.1", (guint16) g_ascii_strtoull (port, NULL, 10), NULL, &error);

  g_assert_no_error (error);

  return connection;
}

/* A browser opens more connections than it uses, and says nothing on them; nor does it help to open many. */
static void
test_silent_visitors (void)
{
  SpLoopback *loopback = make_loopback ();
  g_autoptr (GSocketConnection) silent = open_connection (loopback);
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *said = NULL;
  g_autofree char *answer = NULL;
  char byte;

  sp_loopback_wait_async (loopback, NULL, sp_test_store_result, &result);
  sp_test_settle ();
  said = visit (loopback, "GET /answer?code=x HTTP/1.1\r\n\r\n");
  answer = sp_loopback_wait_finish (loopback, await (&result), NULL);
  g_assert_nonnull (answer);
  g_assert_true (g_str_has_prefix (said, "HTTP/1.1 200"));
  sp_test_settle ();
  /* It was let go with the others, and not told anything. */
  g_assert_cmpint (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (silent)), &byte, 1, NULL, NULL), <=,
                   0);
  g_clear_object (&result);
  sp_test_assert_finalize_late (loopback);

  loopback = make_loopback ();
  sp_loopback_wait_async (loopback, NULL, sp_test_store_result, &result);
  for (guint i = 0; i < 40; i++)
    {
      g_ptr_array_add (many, open_connection (loopback));
      sp_test_settle ();
    }
  g_ptr_array_set_size (many, 0);
  sp_test_settle ();
  g_free (visit (loopback, "GET /answer?code=x HTTP/1.1\r\n\r\n"));
  g_free (sp_loopback_wait_finish (loopback, await (&result), NULL));
  g_clear_object (&result);
  sp_test_settle ();
  sp_test_assert_finalize_late (loopback);
}

static void
test_cancel (void)
{
  SpLoopback *loopback = make_loopback ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sp_loopback_wait_async (loopback, cancellable, sp_test_store_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (sp_loopback_wait_finish (loopback, sp_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  sp_test_assert_finalize_late (loopback);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/platform/loopback/answer", test_answer);
  g_test_add_func ("/platform/loopback/others", test_others);
  g_test_add_func ("/platform/loopback/silent-visitors", test_silent_visitors);
  g_test_add_func ("/platform/loopback/cancel", test_cancel);

  return g_test_run ();
}
