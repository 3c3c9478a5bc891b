/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher-private.h"

/**
 * sp_fetcher_forget_async:
 * @self: a fetcher that holds answers
 * @athlete: (nullable): about whom nothing shall be kept, %NULL for all of them
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Deletes what is kept, so that nothing of it is left in any file. The source is not told.
 */
void
sp_fetcher_forget_async (SpFetcher           *self,
                         SpAthlete           *athlete,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->forget_async != NULL, SP_POLICY_DEFAULT,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->forget_async (self, athlete, cancellable, callback, user_data);
}

/**
 * sp_fetcher_forget_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_forget_async().
 *
 * Returns: %TRUE when nothing is left; %FALSE with @error set, of %SP_FETCH_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_fetcher_forget_finish (SpFetcher     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->forget_finish == NULL)
    return g_task_propagate_boolean (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->forget_finish (self, result, error);
}

/**
 * sp_fetcher_get_storage_async:
 * @self: a fetcher that holds answers
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks what is kept.
 */
void
sp_fetcher_get_storage_async (SpFetcher           *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->get_storage_async != NULL, SP_POLICY_DEFAULT,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->get_storage_async (self, cancellable, callback, user_data);
}

/**
 * sp_fetcher_get_storage_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_get_storage_async().
 *
 * Returns: (transfer full): what is kept; %NULL with @error set, of %SP_FETCH_ERROR or %G_IO_ERROR_CANCELLED
 */
SpStorage *
sp_fetcher_get_storage_finish (SpFetcher     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->get_storage_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->get_storage_finish (self, result, error);
}
