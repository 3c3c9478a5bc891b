/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-fetcher-private.h"

#include "api/sp-task.h"

static void
uri_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *uri = sp_strava_connector_get_uri_finish (SP_STRAVA_CONNECTOR (source), result, &error);

  if (uri != NULL)
    g_task_return_pointer (task, uri, g_free);
  else
    g_task_return_error (task, error);
}

static void
sp_strava_fetcher_get_connect_uri_async (SpFetcher           *fetcher,
                                         SpAthlete           *athlete,
                                         const char          *redirect_uri,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (fetcher, sp_strava_fetcher_get_connect_uri_async, cancellable, callback,
                                       user_data);
  SpStravaClient *client = _sp_strava_fetcher_get_client (SP_STRAVA_FETCHER (fetcher));
  GError *error = NULL;

  if (!sp_strava_client_make_ready (client, &error))
    g_task_return_error (task, error);
  else
    sp_strava_connector_get_uri_async (sp_strava_client_get_connector (client), athlete, redirect_uri, cancellable,
                                       uri_cb, g_steal_pointer (&task));
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaFetcher *self = g_task_get_source_object (task);
  GError *error = NULL;
  SpConnection *connection = sp_strava_connector_connect_finish (SP_STRAVA_CONNECTOR (source), result, &error);

  if (connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  _sp_strava_fetcher_connected (self, sp_connection_get_athlete_id (connection));
  g_task_return_pointer (task, connection, (GDestroyNotify) sp_connection_unref);
}

static void
sp_strava_fetcher_connect_async (SpFetcher           *fetcher,
                                 SpAthlete           *athlete,
                                 const char          *answer_uri,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (fetcher, sp_strava_fetcher_connect_async, cancellable, callback, user_data);
  SpStravaClient *client = _sp_strava_fetcher_get_client (SP_STRAVA_FETCHER (fetcher));
  GError *error = NULL;

  g_task_set_check_cancellable (task, FALSE);
  if (!sp_strava_client_make_ready (client, &error))
    g_task_return_error (task, error);
  else
    sp_strava_connector_connect_async (sp_strava_client_get_connector (client), athlete, answer_uri, cancellable,
                                       connected_cb, g_steal_pointer (&task));
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (sp_strava_tokens_change_finish (SP_STRAVA_TOKENS (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sp_strava_fetcher_disconnect_async (SpFetcher           *fetcher,
                                    SpAthlete           *athlete,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (fetcher, sp_strava_fetcher_disconnect_async, cancellable, callback, user_data);
  SpStravaClient *client = _sp_strava_fetcher_get_client (SP_STRAVA_FETCHER (fetcher));
  GError *error = NULL;

  g_task_set_check_cancellable (task, FALSE);
  if (!sp_strava_client_make_ready (client, &error))
    g_task_return_error (task, error);
  else
    sp_strava_tokens_forget_async (sp_strava_client_get_tokens (client), athlete, cancellable, forgotten_cb,
                                   g_steal_pointer (&task));
}

/* The operations for connecting. */
void
_sp_strava_fetcher_init_connect (SpFetcherInterface *iface)
{
  iface->get_connect_uri_async = sp_strava_fetcher_get_connect_uri_async;
  iface->connect_async = sp_strava_fetcher_connect_async;
  iface->disconnect_async = sp_strava_fetcher_disconnect_async;
}
