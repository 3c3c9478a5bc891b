/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-forward.h"

#include "sp-cache-host.h"

/* What the source is asked whatever is kept: lists of efforts, which prove nothing absent, and connecting. */

static SpFetcher *
upstream_of (SpFetcher *fetcher)
{
  return sp_cache_host_get (fetcher)->upstream;
}

static void
list_efforts_async (SpFetcher           *fetcher,
                    SpAthlete           *athlete,
                    gint64               segment_id,
                    const SpPeriod      *period,
                    const char          *cursor,
                    SpPolicy             policy,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  if (sp_cache_host_get (fetcher)->offline)
    policy = SP_POLICY_CACHED_ONLY;
  sp_fetcher_list_efforts_async (upstream_of (fetcher), athlete, segment_id, period, cursor, policy, cancellable,
                                 callback, user_data);
}

static SpEffortPage *
list_efforts_finish (SpFetcher     *fetcher,
                     GAsyncResult  *result,
                     GError       **error)
{
  return sp_fetcher_list_efforts_finish (upstream_of (fetcher), result, error);
}

static void
get_connect_uri_async (SpFetcher           *fetcher,
                       SpAthlete           *athlete,
                       const char          *redirect_uri,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  sp_fetcher_get_connect_uri_async (upstream_of (fetcher), athlete, redirect_uri, cancellable, callback, user_data);
}

static char *
get_connect_uri_finish (SpFetcher     *fetcher,
                        GAsyncResult  *result,
                        GError       **error)
{
  return sp_fetcher_get_connect_uri_finish (upstream_of (fetcher), result, error);
}

static void
connect_async (SpFetcher           *fetcher,
               SpAthlete           *athlete,
               const char          *answer_uri,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  sp_fetcher_connect_async (upstream_of (fetcher), athlete, answer_uri, cancellable, callback, user_data);
}

static SpConnection *
connect_finish (SpFetcher     *fetcher,
                GAsyncResult  *result,
                GError       **error)
{
  return sp_fetcher_connect_finish (upstream_of (fetcher), result, error);
}

static void
disconnect_async (SpFetcher           *fetcher,
                  SpAthlete           *athlete,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  sp_fetcher_disconnect_async (upstream_of (fetcher), athlete, cancellable, callback, user_data);
}

static gboolean
disconnect_finish (SpFetcher     *fetcher,
                   GAsyncResult  *result,
                   GError       **error)
{
  return sp_fetcher_disconnect_finish (upstream_of (fetcher), result, error);
}

/**
 * sp_cache_forward_init:
 * @iface: the interface of the cache
 *
 * Gives it the operations that only go through.
 */
void
sp_cache_forward_init (SpFetcherInterface *iface)
{
  iface->list_efforts_async = list_efforts_async;
  iface->list_efforts_finish = list_efforts_finish;
  iface->get_connect_uri_async = get_connect_uri_async;
  iface->get_connect_uri_finish = get_connect_uri_finish;
  iface->connect_async = connect_async;
  iface->connect_finish = connect_finish;
  iface->disconnect_async = disconnect_async;
  iface->disconnect_finish = disconnect_finish;
}
