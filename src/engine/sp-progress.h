/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-quota.h"

G_BEGIN_DECLS

/**
 * SpPhase:
 * @SP_PHASE_IDLE: nothing is asked
 * @SP_PHASE_SEGMENTS: the geometry of the segments is asked
 * @SP_PHASE_LISTS: the runners' lists are asked
 * @SP_PHASE_DETAILS: activities are asked
 * @SP_PHASE_DONE: the run is over
 *
 * What a run does.
 */
typedef enum
{
  SP_PHASE_IDLE,
  SP_PHASE_SEGMENTS,
  SP_PHASE_LISTS,
  SP_PHASE_DETAILS,
  SP_PHASE_DONE,
} SpPhase;

/**
 * SpProgressValues:
 * @phase: what it does
 * @n_runners: runners to ask
 * @n_runners_done: of them those whose list is known or given up
 * @n_details: activities to ask, as far as the lists tell
 * @n_details_done: of them those known or given up
 * @n_reads: counted requests so far
 * @n_refused: how often the source refused for its quota
 * @wait_until_us: until when it waits for the quota, UTC microseconds since 1970, 0 while it does not
 * @expected_end_us: when it is expected to end, UTC microseconds since 1970, 0 where that can not be said
 * @quota: (nullable): what the source allows
 *
 * How far a run is.
 */
typedef struct
{
  SpPhase  phase;
  guint    n_runners;
  guint    n_runners_done;
  guint    n_details;
  guint    n_details_done;
  guint    n_reads;
  guint    n_refused;
  gint64   wait_until_us;
  gint64   expected_end_us;
  SpQuota *quota;
} SpProgressValues;

#define SP_TYPE_PROGRESS (sp_progress_get_type ())
G_DECLARE_FINAL_TYPE (SpProgress, sp_progress, SP, PROGRESS, GObject)

SpProgress             *sp_progress_new        (void);
const SpProgressValues *sp_progress_get_values (SpProgress             *self);
void                    sp_progress_set_values (SpProgress             *self,
                                                const SpProgressValues *values);
double                  sp_progress_get_part   (SpProgress             *self);

G_END_DECLS
