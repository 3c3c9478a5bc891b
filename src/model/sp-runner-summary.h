/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-runner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpRunnerSummaryValues:
 * @runner: whose row it is
 * @n_boards: boards run: those with a time of their own
 * @total_s: sum of times on all boards where ranked, in seconds
 * @rank_sum: sum of places on all boards where ranked
 * @attempts: sum of attempts
 * @incomplete: whether a board has no data for the runner
 *
 * What a runner summary says.
 */
typedef struct
{
  SpRunner *runner;
  guint     n_boards;
  int       total_s;
  guint     rank_sum;
  guint     attempts;
  gboolean  incomplete;
} SpRunnerSummaryValues;

#define SP_TYPE_RUNNER_SUMMARY (sp_runner_summary_get_type ())
G_DECLARE_FINAL_TYPE (SpRunnerSummary, sp_runner_summary, SP, RUNNER_SUMMARY, GObject)

SpRunnerSummary             *sp_runner_summary_new        (const SpRunnerSummaryValues *values);
const SpRunnerSummaryValues *sp_runner_summary_get_values (SpRunnerSummary *self);

G_END_DECLS
