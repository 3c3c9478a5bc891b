/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-sync.h"

/**
 * sp_test_store_result:
 * @source: who answers
 * @result: the answer
 * @user_data: where to put it, a place that holds %NULL
 *
 * A callback that puts the result where sp_test_await() finds it. That it is called twice fails the test.
 */
void
sp_test_store_result (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  GAsyncResult **out = user_data;

  g_assert_null (*out);
  *out = g_object_ref (result);
}

/**
 * sp_test_await:
 * @result: where sp_test_store_result() puts the result; must still be empty: answers never come from inside the call
 *
 * Turns the main loop until the answer is there.
 *
 * Returns: (transfer none): the result
 */
GAsyncResult *
sp_test_await (GAsyncResult **result)
{
  g_assert_null (*result);
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * sp_test_settle:
 *
 * Turns the main loop until nothing is to be done at once.
 */
void
sp_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * sp_test_assert_finalize_late:
 * @object: (transfer full): an object whose last reference this is, but for a worker that is about to let go of it
 *
 * What g_assert_finalize_object() does, for objects that work in threads: those drop their task after the answer.
 */
void
sp_test_assert_finalize_late (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  for (int i = 0; i < 5000 && g_atomic_pointer_get (&weak) != NULL; i++)
    {
      sp_test_settle ();
      g_usleep (1000);
    }
  g_assert_null (weak);
}

/**
 * sp_test_list:
 * @fetcher: a fetcher
 * @athlete: whom to ask about
 * @period: the period
 * @cursor: (nullable): the page
 * @policy: what a held answer is worth
 * @cancellable: (nullable): ends it
 * @error: return location for an error
 *
 * Asks and waits for the answer; so do the others below.
 *
 * Returns: (transfer full): the answer
 */
SpActivityPage *
sp_test_list (SpFetcher       *fetcher,
              SpAthlete       *athlete,
              const SpPeriod  *period,
              const char      *cursor,
              SpPolicy         policy,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_list_activities_async (fetcher, athlete, period, cursor, policy, cancellable,
                                    sp_test_store_result, &result);

  return sp_fetcher_list_activities_finish (fetcher, sp_test_await (&result), error);
}

SpActivity *
sp_test_get_activity (SpFetcher     *fetcher,
                      SpAthlete     *athlete,
                      gint64         activity_id,
                      SpPolicy       policy,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_get_activity_async (fetcher, athlete, activity_id, policy, cancellable, sp_test_store_result, &result);

  return sp_fetcher_get_activity_finish (fetcher, sp_test_await (&result), error);
}

SpSegment *
sp_test_get_segment (SpFetcher     *fetcher,
                     SpAthlete     *athlete,
                     gint64         segment_id,
                     SpPolicy       policy,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_get_segment_async (fetcher, athlete, segment_id, policy, cancellable, sp_test_store_result, &result);

  return sp_fetcher_get_segment_finish (fetcher, sp_test_await (&result), error);
}

SpEffortPage *
sp_test_list_efforts (SpFetcher       *fetcher,
                      SpAthlete       *athlete,
                      gint64           segment_id,
                      const SpPeriod  *period,
                      const char      *cursor,
                      SpPolicy         policy,
                      GCancellable    *cancellable,
                      GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_list_efforts_async (fetcher, athlete, segment_id, period, cursor, policy, cancellable,
                                 sp_test_store_result, &result);

  return sp_fetcher_list_efforts_finish (fetcher, sp_test_await (&result), error);
}

GArray *
sp_test_peek (SpFetcher     *fetcher,
              SpAthlete     *athlete,
              const gint64  *ids,
              gsize          n_ids,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_peek_async (fetcher, athlete, ids, n_ids, cancellable, sp_test_store_result, &result);

  return sp_fetcher_peek_finish (fetcher, sp_test_await (&result), error);
}

gboolean
sp_test_store_secret (SpSecretStore  *store,
                      const char     *key,
                      const char     *secret,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_secret_store_store_async (store, key, "A secret of a test", secret, cancellable, sp_test_store_result, &result);

  return sp_secret_store_store_finish (store, sp_test_await (&result), error);
}

char *
sp_test_lookup_secret (SpSecretStore  *store,
                       const char     *key,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_secret_store_lookup_async (store, key, cancellable, sp_test_store_result, &result);

  return sp_secret_store_lookup_finish (store, sp_test_await (&result), error);
}
