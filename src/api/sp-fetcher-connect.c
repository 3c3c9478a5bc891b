/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher-private.h"

/**
 * sp_fetcher_get_connect_uri_async:
 * @self: a fetcher
 * @athlete: (nullable): whom to connect, where that is known
 * @redirect_uri: where the source is to send the answer
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Makes the address where an athlete gives permission. It stays good for days, also across restarts.
 */
void
sp_fetcher_get_connect_uri_async (SpFetcher           *self,
                                  SpAthlete           *athlete,
                                  const char          *redirect_uri,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (redirect_uri != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->get_connect_uri_async != NULL, SP_POLICY_DEFAULT,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->get_connect_uri_async (self, athlete, redirect_uri, cancellable, callback, user_data);
}

/**
 * sp_fetcher_get_connect_uri_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_get_connect_uri_async().
 *
 * Returns: (transfer full): the address; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
char *
sp_fetcher_get_connect_uri_finish (SpFetcher     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->get_connect_uri_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->get_connect_uri_finish (self, result, error);
}

/**
 * sp_fetcher_connect_async:
 * @self: a fetcher
 * @athlete: (nullable): whom to connect; somebody else is refused. %NULL accepts who signs in
 * @answer_uri: the address that the source sent its answer to, as it stands
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Uses the answer that came back from the address of [method@Fetcher.get_connect_uri_finish]. A permission is kept only
 * where it is the right athlete's.
 */
void
sp_fetcher_connect_async (SpFetcher           *self,
                          SpAthlete           *athlete,
                          const char          *answer_uri,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (answer_uri != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->connect_async != NULL, SP_POLICY_DEFAULT,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->connect_async (self, athlete, answer_uri, cancellable, callback, user_data);
}

/**
 * sp_fetcher_connect_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_connect_async().
 *
 * Returns: (transfer full): who was connected; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
SpConnection *
sp_fetcher_connect_finish (SpFetcher     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->connect_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->connect_finish (self, result, error);
}

/**
 * sp_fetcher_disconnect_async:
 * @self: a fetcher
 * @athlete: whom
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Takes an athlete's permission back at the source and forgets it here.
 */
void
sp_fetcher_disconnect_async (SpFetcher           *self,
                             SpAthlete           *athlete,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (athlete != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->disconnect_async != NULL, SP_POLICY_DEFAULT,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->disconnect_async (self, athlete, cancellable, callback, user_data);
}

/**
 * sp_fetcher_disconnect_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_disconnect_async().
 *
 * Returns: %TRUE when nothing is kept any more; %FALSE with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_fetcher_disconnect_finish (SpFetcher     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->disconnect_finish == NULL)
    return g_task_propagate_boolean (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->disconnect_finish (self, result, error);
}
