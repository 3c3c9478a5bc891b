/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher-private.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"

/**
 * SpFetcher:
 *
 * A place that answers what an athlete recorded: a web service, a folder, a cache before another fetcher.
 */
G_DEFINE_INTERFACE (SpFetcher, sp_fetcher, G_TYPE_OBJECT)

enum
{
  QUOTA_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SpFetcherFeatures
sp_fetcher_real_get_features (SpFetcher *self)
{
  return 0;
}

static SpQuota *
sp_fetcher_real_get_quota (SpFetcher *self)
{
  return NULL;
}

static void
sp_fetcher_default_init (SpFetcherInterface *iface)
{
  iface->get_features = sp_fetcher_real_get_features;
  iface->get_quota = sp_fetcher_real_get_quota;

  /**
   * SpFetcher::quota-changed:
   * @self: a fetcher
   *
   * Emitted when [method@Fetcher.get_quota] has something new to tell.
   */
  signals[QUOTA_CHANGED] = g_signal_new ("quota-changed", SP_TYPE_FETCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static GQuark
context_quark (void)
{
  return g_quark_from_static_string ("sp-fetcher-context");
}

/**
 * sp_fetcher_set_context:
 * @self: a fetcher
 * @context: what it is given for this run
 *
 * Gives a fetcher its clock, its place and its secrets. Done once, before anything is asked.
 */
void
sp_fetcher_set_context (SpFetcher        *self,
                        SpFetcherContext *context)
{
  g_return_if_fail (SP_IS_FETCHER (self));
  g_return_if_fail (SP_IS_FETCHER_CONTEXT (context));

  g_object_set_qdata_full (G_OBJECT (self), context_quark (), g_object_ref (context), g_object_unref);
}

/**
 * sp_fetcher_get_context:
 * @self: a fetcher
 *
 * Returns: (transfer none) (nullable): what it was given for this run
 */
SpFetcherContext *
sp_fetcher_get_context (SpFetcher *self)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);

  return g_object_get_qdata (G_OBJECT (self), context_quark ());
}

/**
 * sp_fetcher_get_features:
 * @self: a fetcher
 *
 * Returns: what it can do beyond the three operations that each one has
 */
SpFetcherFeatures
sp_fetcher_get_features (SpFetcher *self)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), 0);

  return SP_FETCHER_GET_IFACE (self)->get_features (self);
}

/**
 * sp_fetcher_describe:
 * @self: a fetcher that has its context and options
 *
 * Returns: (transfer full): what it says of itself
 */
SpSourceInfo *
sp_fetcher_describe (SpFetcher *self)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);

  return SP_FETCHER_GET_IFACE (self)->describe (self);
}

/**
 * sp_fetcher_get_quota:
 * @self: a fetcher
 *
 * Returns: (transfer full) (nullable): what its source allows now, %NULL where it does not say
 */
SpQuota *
sp_fetcher_get_quota (SpFetcher *self)
{
  g_return_val_if_fail (SP_IS_FETCHER (self), NULL);

  return SP_FETCHER_GET_IFACE (self)->get_quota (self);
}

/**
 * sp_fetcher_quota_changed:
 * @self: a fetcher
 *
 * Emits [signal@Fetcher::quota-changed]. For those who write a fetcher.
 */
void
sp_fetcher_quota_changed (SpFetcher *self)
{
  g_return_if_fail (SP_IS_FETCHER (self));

  g_signal_emit (self, signals[QUOTA_CHANGED], 0);
}

/* Answers for the fetcher where it need not be asked: after a cancel, an operation it does not have, and a source that
 * keeps nothing when only kept answers will do. */
gboolean
_sp_fetcher_refuse (SpFetcher           *self,
                    gboolean             is_supported,
                    SpPolicy             policy,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  gboolean is_cancelled = g_cancellable_is_cancelled (cancellable);
  gboolean is_held_only = policy == SP_POLICY_CACHED_ONLY && !(sp_fetcher_get_features (self) & SP_FETCHER_HOLDS);

  if (!is_cancelled && is_supported && !is_held_only)
    return FALSE;

  task = sp_task_new (self, _sp_fetcher_refuse, cancellable, callback, user_data);
  if (is_cancelled)
    g_task_return_error_if_cancelled (task);
  else if (!is_supported)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED,
                             _("This source does not answer this question"));
  else
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_CACHED,
                             _("This source keeps no data, and it was not to be asked"));

  return TRUE;
}

/* Whether the result is one of the answers above. */
gboolean
_sp_fetcher_is_own (SpFetcher    *self,
                    GAsyncResult *result)
{
  return g_async_result_is_tagged (result, _sp_fetcher_refuse);
}
