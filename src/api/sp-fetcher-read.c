/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher-private.h"

/**
 * sp_fetcher_list_activities_async:
 * @self: a fetcher
 * @athlete: whom to ask about
 * @period: the period, UTC seconds; what starts in it is listed, and what starts just outside may be
 * @cursor: (nullable): %NULL for the first page, else what the page before gave
 * @policy: what a held answer is worth
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks for one page of what an athlete recorded.
 */
void
sp_fetcher_list_activities_async (SpFetcher           *self,
                                  SpAthlete           *athlete,
                                  const SpPeriod      *period,
                                  const char          *cursor,
                                  SpPolicy             policy,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (athlete != NULL);
  g_return_if_fail (period != NULL && period->start_s <= period->end_s);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->list_activities_async != NULL, policy,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->list_activities_async (self, athlete, period, cursor, policy,
                                                        cancellable, callback, user_data);
}

/**
 * sp_fetcher_list_activities_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_list_activities_async().
 *
 * Returns: (transfer full): a page; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
SpActivityPage *
sp_fetcher_list_activities_finish (SpFetcher     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->list_activities_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->list_activities_finish (self, result, error);
}

/**
 * sp_fetcher_get_activity_async:
 * @self: a fetcher
 * @athlete: whose activity it is
 * @activity_id: the source's id of it, more than 0
 * @policy: what a held answer is worth
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks for an activity in detail, with all its efforts.
 */
void
sp_fetcher_get_activity_async (SpFetcher           *self,
                               SpAthlete           *athlete,
                               gint64               activity_id,
                               SpPolicy             policy,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (athlete != NULL);
  g_return_if_fail (activity_id > 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->get_activity_async != NULL, policy,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->get_activity_async (self, athlete, activity_id, policy,
                                                     cancellable, callback, user_data);
}

/**
 * sp_fetcher_get_activity_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_get_activity_async().
 *
 * Returns: (transfer full): an activity with efforts; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
SpActivity *
sp_fetcher_get_activity_finish (SpFetcher     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->get_activity_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->get_activity_finish (self, result, error);
}

/**
 * sp_fetcher_get_segment_async:
 * @self: a fetcher
 * @athlete: (nullable): through whose permission to ask, where the source needs one
 * @segment_id: the source's id of it, more than 0
 * @policy: what a held answer is worth
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks for the geometry of a segment.
 */
void
sp_fetcher_get_segment_async (SpFetcher           *self,
                              SpAthlete           *athlete,
                              gint64               segment_id,
                              SpPolicy             policy,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (segment_id > 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->get_segment_async != NULL, policy,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->get_segment_async (self, athlete, segment_id, policy,
                                                    cancellable, callback, user_data);
}

/**
 * sp_fetcher_get_segment_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_get_segment_async().
 *
 * Returns: (transfer full): the segment; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
SpSegment *
sp_fetcher_get_segment_finish (SpFetcher     *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->get_segment_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->get_segment_finish (self, result, error);
}

/**
 * sp_fetcher_list_efforts_async:
 * @self: a fetcher
 * @athlete: whom to ask about
 * @segment_id: the segment
 * @period: the period, naive local seconds
 * @cursor: (nullable): %NULL for the first page, else what the page before gave
 * @policy: what a held answer is worth
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks for one page of the efforts of an athlete on a segment. Its answer never proves that there are no others.
 */
void
sp_fetcher_list_efforts_async (SpFetcher           *self,
                               SpAthlete           *athlete,
                               gint64               segment_id,
                               const SpPeriod      *period,
                               const char          *cursor,
                               SpPolicy             policy,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (athlete != NULL);
  g_return_if_fail (segment_id > 0);
  g_return_if_fail (period != NULL && period->start_s <= period->end_s);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->list_efforts_async != NULL, policy,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->list_efforts_async (self, athlete, segment_id, period, cursor, policy,
                                                     cancellable, callback, user_data);
}

/**
 * sp_fetcher_list_efforts_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_list_efforts_async().
 *
 * Returns: (transfer full): a page; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
SpEffortPage *
sp_fetcher_list_efforts_finish (SpFetcher     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->list_efforts_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->list_efforts_finish (self, result, error);
}

/**
 * sp_fetcher_peek_async:
 * @self: a fetcher
 * @athlete: whose activities they are
 * @ids: (array length=n_ids): the activities
 * @n_ids: how many
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Asks a cache which details it holds. Costs no read.
 */
void
sp_fetcher_peek_async (SpFetcher           *self,
                       SpAthlete           *athlete,
                       const gint64        *ids,
                       gsize                n_ids,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (athlete != NULL);
  g_return_if_fail (ids != NULL || n_ids == 0);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  if (!_sp_fetcher_refuse (self, SP_FETCHER_GET_IFACE (self)->peek_async != NULL, SP_POLICY_DEFAULT,
                           cancellable, callback, user_data))
    SP_FETCHER_GET_IFACE (self)->peek_async (self, athlete, ids, n_ids, cancellable, callback, user_data);
}

/**
 * sp_fetcher_peek_finish: (skip)
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_fetcher_peek_async().
 *
 * Returns: (transfer full) (element-type SpHeld): for each that is held; %NULL with @error set, of %SP_FETCH_ERROR
 *   or %G_IO_ERROR_CANCELLED
 */
GArray *
sp_fetcher_peek_finish (SpFetcher     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (_sp_fetcher_is_own (self, result) || SP_FETCHER_GET_IFACE (self)->peek_finish == NULL)
    return g_task_propagate_pointer (G_TASK (result), error);

  return SP_FETCHER_GET_IFACE (self)->peek_finish (self, result, error);
}
