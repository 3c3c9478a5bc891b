/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-athlete.h"
#include "api/sp-period.h"

G_BEGIN_DECLS

void sp_run_log_start    (guint           n_runners,
                          const SpPeriod *local);
void sp_run_log_batch    (guint           batch,
                          guint           n_batches,
                          gint64          pause_us);
void sp_run_log_retry    (int             kind,
                          SpAthlete      *athlete,
                          guint           attempt,
                          guint           n_attempts,
                          guint           wait_s,
                          const GError   *error);
void sp_run_log_stale    (SpAthlete      *athlete,
                          const GError   *error);
void sp_run_log_failed   (SpAthlete      *athlete,
                          const GError   *error);
void sp_run_log_unknown  (SpAthlete      *athlete,
                          gint64          activity_id,
                          const GError   *error);
void sp_run_log_inverted (const char     *name);
void sp_run_log_end      (guint           n_successful,
                          guint           n_runners,
                          guint           n_fresh,
                          guint           n_stale,
                          guint           n_failed,
                          gboolean        cancelled);

G_END_DECLS
