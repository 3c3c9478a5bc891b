/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-runner-summary.h"

/**
 * SpRunnerSummary:
 *
 * How one runner stands over all boards. Immutable.
 */
struct _SpRunnerSummary
{
  GObject parent_instance;

  SpRunnerSummaryValues values;
};

G_DEFINE_FINAL_TYPE (SpRunnerSummary, sp_runner_summary, G_TYPE_OBJECT)

static void
sp_runner_summary_finalize (GObject *object)
{
  SpRunnerSummary *self = SP_RUNNER_SUMMARY (object);

  g_clear_object (&self->values.runner);

  G_OBJECT_CLASS (sp_runner_summary_parent_class)->finalize (object);
}

static void
sp_runner_summary_class_init (SpRunnerSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_runner_summary_finalize;
}

static void
sp_runner_summary_init (SpRunnerSummary *self)
{
}

/**
 * sp_runner_summary_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a row.
 *
 * Returns: (transfer full): a new runner summary
 */
SpRunnerSummary *
sp_runner_summary_new (const SpRunnerSummaryValues *values)
{
  SpRunnerSummary *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (SP_IS_RUNNER (values->runner), NULL);

  self = g_object_new (SP_TYPE_RUNNER_SUMMARY, NULL);
  self->values = *values;
  self->values.runner = values->runner != NULL ? g_object_ref (values->runner) : NULL;

  return self;
}

/**
 * sp_runner_summary_get_values:
 * @self: a runner summary
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpRunnerSummaryValues *
sp_runner_summary_get_values (SpRunnerSummary *self)
{
  g_return_val_if_fail (SP_IS_RUNNER_SUMMARY (self), NULL);

  return &self->values;
}
