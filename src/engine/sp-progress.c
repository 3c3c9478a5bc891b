/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-progress.h"

/**
 * SpProgress:
 *
 * How far a run is, for a bar and a line of words. Whoever shows it listens to [signal@Progress::changed].
 */
struct _SpProgress
{
  GObject parent_instance;

  SpProgressValues values;
};

G_DEFINE_FINAL_TYPE (SpProgress, sp_progress, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sp_progress_finalize (GObject *object)
{
  SpProgress *self = SP_PROGRESS (object);

  g_clear_pointer (&self->values.quota, sp_quota_unref);

  G_OBJECT_CLASS (sp_progress_parent_class)->finalize (object);
}

static void
sp_progress_class_init (SpProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_progress_finalize;

  /**
   * SpProgress::changed:
   * @self: a progress
   *
   * The values are others now.
   */
  signals[CHANGED] = g_signal_new ("changed", SP_TYPE_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   0);
}

static void
sp_progress_init (SpProgress *self)
{
}

/**
 * sp_progress_new:
 *
 * Returns: (transfer full): the progress of nothing yet
 */
SpProgress *
sp_progress_new (void)
{
  return g_object_new (SP_TYPE_PROGRESS, NULL);
}

/**
 * sp_progress_get_values:
 * @self: a progress
 *
 * Returns: (transfer none): how far it is now; changes with the run
 */
const SpProgressValues *
sp_progress_get_values (SpProgress *self)
{
  g_return_val_if_fail (SP_IS_PROGRESS (self), NULL);

  return &self->values;
}

/**
 * sp_progress_set_values:
 * @self: a progress
 * @values: how far it is; copied
 *
 * Sets them, and says so.
 */
void
sp_progress_set_values (SpProgress             *self,
                        const SpProgressValues *values)
{
  SpQuota *old;

  g_return_if_fail (SP_IS_PROGRESS (self));
  g_return_if_fail (values != NULL);

  old = self->values.quota;
  self->values = *values;
  if (values->quota != NULL)
    self->values.quota = sp_quota_ref (values->quota);
  g_clear_pointer (&old, sp_quota_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * sp_progress_get_part:
 * @self: a progress
 *
 * Lists and activities weigh alike. While there are lists to come the activities are not all known, so this is a
 * guess, which never goes beyond what lists can make of it.
 *
 * Returns: the part done, 0 to 1
 */
double
sp_progress_get_part (SpProgress *self)
{
  const SpProgressValues *values;
  double lists, details;

  g_return_val_if_fail (SP_IS_PROGRESS (self), 0);

  values = &self->values;
  if (values->phase == SP_PHASE_DONE)
    return 1;
  if (values->n_runners == 0)
    return 0;

  lists = (double) values->n_runners_done / values->n_runners;
  if (values->phase != SP_PHASE_DETAILS)
    return lists / 2;
  details = values->n_details > 0 ? (double) values->n_details_done / values->n_details : 1;

  return (1 + details) / 2;
}
