/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-hold-fetcher.h"

/**
 * SpHoldFetcher:
 *
 * Keeps each call waiting until the test lets it go to the fetcher behind. A cancelled call ends at once.
 */
struct _SpHoldFetcher
{
  SpTestFetcher parent_instance;

  SpFetcher    *upstream; /* (owned) */
  GQueue        held;     /* (element-type GTask): owned */
  gboolean      is_open;
};

G_DEFINE_FINAL_TYPE (SpHoldFetcher, sp_hold_fetcher, SP_TYPE_TEST_FETCHER)

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr(GTask) task = g_object_ref (user_data);
  SpHoldFetcher *self = g_task_get_source_object (task);

  if (g_queue_remove (&self->held, task))
    {
      g_task_return_error_if_cancelled (task);
      g_object_unref (task);
    }

  return G_SOURCE_REMOVE;
}

static void
sp_hold_fetcher_answer (SpTestFetcher *fetcher,
                        GTask         *task,
                        SpTestCall    *call)
{
  SpHoldFetcher *self = SP_HOLD_FETCHER (fetcher);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GSource) source = NULL;

  if (self->is_open)
    {
      sp_test_call_forward (task, self->upstream);
      return;
    }
  g_queue_push_tail (&self->held, task);
  if (cancellable == NULL)
    return;
  source = g_cancellable_source_new (cancellable);
  g_source_set_callback (source, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  g_object_set_data_full (G_OBJECT (task), "sp-cancelled", g_steal_pointer (&source), (GDestroyNotify) g_source_unref);
}

static SpFetcherFeatures
sp_hold_fetcher_get_features (SpTestFetcher *fetcher)
{
  return sp_fetcher_get_features (SP_HOLD_FETCHER (fetcher)->upstream);
}

static SpSourceInfo *
sp_hold_fetcher_describe (SpTestFetcher *fetcher)
{
  return sp_fetcher_describe (SP_HOLD_FETCHER (fetcher)->upstream);
}

static SpQuota *
sp_hold_fetcher_get_quota (SpTestFetcher *fetcher)
{
  return sp_fetcher_get_quota (SP_HOLD_FETCHER (fetcher)->upstream);
}

static void
sp_hold_fetcher_finalize (GObject *object)
{
  g_clear_object (&SP_HOLD_FETCHER (object)->upstream);

  G_OBJECT_CLASS (sp_hold_fetcher_parent_class)->finalize (object);
}

static void
sp_hold_fetcher_class_init (SpHoldFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_hold_fetcher_finalize;
  klass->parent_class.answer = sp_hold_fetcher_answer;
  klass->parent_class.get_features = sp_hold_fetcher_get_features;
  klass->parent_class.describe = sp_hold_fetcher_describe;
  klass->parent_class.get_quota = sp_hold_fetcher_get_quota;
}

static void
sp_hold_fetcher_init (SpHoldFetcher *self)
{
  g_queue_init (&self->held);
}

/**
 * sp_hold_fetcher_new:
 * @upstream: who answers in the end
 *
 * Returns: (transfer full): a fetcher that lets nothing pass yet
 */
SpHoldFetcher *
sp_hold_fetcher_new (SpFetcher *upstream)
{
  SpHoldFetcher *self = g_object_new (SP_TYPE_HOLD_FETCHER, NULL);

  self->upstream = g_object_ref (upstream);
  g_signal_connect_object (upstream, "quota-changed", G_CALLBACK (sp_fetcher_quota_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* How many calls wait. */
guint
sp_hold_fetcher_get_n_held (SpHoldFetcher *self)
{
  return self->held.length;
}

/**
 * sp_hold_fetcher_release:
 * @self: a fetcher
 *
 * Lets the call go that waits longest.
 *
 * Returns: %FALSE where none waits
 */
gboolean
sp_hold_fetcher_release (SpHoldFetcher *self)
{
  GTask *task = g_queue_pop_head (&self->held);
  GSource *source;

  if (task == NULL)
    return FALSE;
  source = g_object_get_data (G_OBJECT (task), "sp-cancelled");
  if (source != NULL)
    g_source_destroy (source);
  sp_test_call_forward (task, self->upstream);

  return TRUE;
}

/**
 * sp_hold_fetcher_set_open:
 * @self: a fetcher
 * @is_open: whether calls pass at once; those that wait pass now
 *
 * Opens or shuts it.
 */
void
sp_hold_fetcher_set_open (SpHoldFetcher *self,
                          gboolean       is_open)
{
  self->is_open = is_open;
  while (is_open && sp_hold_fetcher_release (self))
    ;
}
