/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-run-log.h"

#include "api/sp-time.h"

/* What a run says in the log, for machines as fields and for people as the message. Runners are named, secrets
 * never. */

static const char * const kinds[] = { "activities", "activity", "segment", "efforts" };

static const char *
name_of (SpAthlete *athlete)
{
  return athlete != NULL ? sp_athlete_get_name (athlete) : "nobody";
}

/**
 * sp_run_log_start:
 * @n_runners: runners to ask
 * @local: the union of all windows, naive local
 *
 * Says that a run begins.
 */
void
sp_run_log_start (guint           n_runners,
                  const SpPeriod *local)
{
  g_autofree char *from = sp_time_to_iso (local->start_s);
  g_autofree char *to = sp_time_to_iso (local->end_s);

  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_INFO, "SP_EVENT", "run-start",
                    "MESSAGE", "Prefetching activities for %u runners over window %.10s → %.10s", n_runners, from, to);
}

/**
 * sp_run_log_batch:
 * @batch: which batch, from 1
 * @n_batches: of how many
 * @pause_us: the pause after it in microseconds, 0 for none
 *
 * Says that the lists of a batch of runners are in.
 */
void
sp_run_log_batch (guint  batch,
                  guint  n_batches,
                  gint64 pause_us)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_DEBUG, "SP_EVENT", "batch",
                    "MESSAGE", "Prefetch batch %u/%u complete; pacing delay %.1fs", batch, n_batches,
                    (double) pause_us / G_USEC_PER_SEC);
}

/**
 * sp_run_log_retry:
 * @kind: an #SpReadKind
 * @athlete: (nullable): about whom
 * @attempt: the attempt that failed, from 1
 * @n_attempts: how many there may be
 * @wait_s: seconds until the next
 * @error: why it failed
 *
 * Says that a request is tried again.
 */
void
sp_run_log_retry (int           kind,
                  SpAthlete    *athlete,
                  guint         attempt,
                  guint         n_attempts,
                  guint         wait_s,
                  const GError *error)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "SP_EVENT", "retry", "SP_RUNNER", name_of (athlete),
                    "MESSAGE", "Fetching %s for %s failed (attempt %u/%u); waiting %us before retry: %s",
                    kinds[kind], name_of (athlete), attempt, n_attempts, wait_s, error->message);
}

/**
 * sp_run_log_stale:
 * @athlete: about whom
 * @error: why the source was of no use
 *
 * Says that old data are used.
 */
void
sp_run_log_stale (SpAthlete    *athlete,
                  const GError *error)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "SP_EVENT", "stale", "SP_RUNNER", name_of (athlete),
                    "MESSAGE", "Using stale cached data for runner=%s: %s", name_of (athlete),
                    error != NULL ? error->message : "not asked anew");
}

/**
 * sp_run_log_failed:
 * @athlete: about whom
 * @error: why
 *
 * Says that nothing is known of a runner.
 */
void
sp_run_log_failed (SpAthlete    *athlete,
                   const GError *error)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "SP_EVENT", "failed", "SP_RUNNER", name_of (athlete),
                    "MESSAGE", "Prefetch failed for runner=%s: %s", name_of (athlete), error->message);
}

/**
 * sp_run_log_unknown:
 * @athlete: about whom
 * @activity_id: the activity that could not be had
 * @error: why
 *
 * Says that an activity stays unknown.
 */
void
sp_run_log_unknown (SpAthlete    *athlete,
                    gint64        activity_id,
                    const GError *error)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_INFO, "SP_EVENT", "unknown", "SP_RUNNER", name_of (athlete),
                    "MESSAGE", "Failed to fetch detail for activity %" G_GINT64_FORMAT " runner=%s: %s", activity_id,
                    name_of (athlete), error->message);
}

/**
 * sp_run_log_inverted:
 * @name: the board
 *
 * Says that a window was skipped.
 */
void
sp_run_log_inverted (const char *name)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "SP_EVENT", "inverted",
                    "MESSAGE", "Skipping segment with inverted date range: %s", name);
}

/**
 * sp_run_log_end:
 * @n_successful: runners whose list is known
 * @n_runners: runners to ask
 * @n_fresh: of them asked now
 * @n_stale: of them on old data
 * @n_failed: of them without any
 * @cancelled: whether the run was cancelled
 *
 * Says how a run ended.
 */
void
sp_run_log_end (guint    n_successful,
                guint    n_runners,
                guint    n_fresh,
                guint    n_stale,
                guint    n_failed,
                gboolean cancelled)
{
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_INFO, "SP_EVENT", "run-end",
                    "MESSAGE", "Prefetch %s: %u/%u successful", cancelled ? "cancelled" : "complete", n_successful,
                    n_runners);
  g_log_structured (G_LOG_DOMAIN, n_stale + n_failed > 0 ? G_LOG_LEVEL_MESSAGE : G_LOG_LEVEL_INFO,
                    "SP_EVENT", "quality",
                    "MESSAGE", "Data quality: %u fresh, %u stale, %u failed", n_fresh, n_stale, n_failed);
}
