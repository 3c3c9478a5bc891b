/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-runner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpQualityState:
 * @SP_QUALITY_FRESH: asked in the last run
 * @SP_QUALITY_STALE: asked in vain; old data are used
 * @SP_QUALITY_FAILED: asked in vain; nothing is held
 * @SP_QUALITY_CANCELLED: not reached before the run was cancelled
 * @SP_QUALITY_PENDING: the run has still to ask
 *
 * How well a runner's data are known.
 */
typedef enum
{
  SP_QUALITY_FRESH,
  SP_QUALITY_STALE,
  SP_QUALITY_FAILED,
  SP_QUALITY_CANCELLED,
  SP_QUALITY_PENDING,
} SpQualityState;

/**
 * SpSkipReason:
 * @SP_SKIP_WINDOW: outside every window
 * @SP_SKIP_SPORT: a sport that counts nowhere
 * @SP_SKIP_ROUTE: its route does not pass a segment
 * @SP_SKIP_MANUAL: typed in by hand, without a route
 * @SP_SKIP_INDOOR: recorded indoors, without a route
 * @SP_N_SKIP_REASONS: how many reasons there are
 *
 * Why the detail of an activity was not fetched.
 */
typedef enum
{
  SP_SKIP_WINDOW,
  SP_SKIP_SPORT,
  SP_SKIP_ROUTE,
  SP_SKIP_MANUAL,
  SP_SKIP_INDOOR,
  SP_N_SKIP_REASONS,
} SpSkipReason;

/**
 * SpQualityRowValues:
 * @runner: whose data
 * @state: how well they are known
 * @error_code: an #SpFetchError that says what mends it where @reason is set, -1 where nothing failed
 * @reason: (nullable): why it failed, in a sentence for people
 * @n_retries: attempts after the first
 * @fetched_at_s: since when the list is known, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @hides_private: permission for private activities is missing
 * @n_activities: activities listed
 * @n_inspected: of them looked at with their efforts
 * @n_unknown: of them wanted, and not had
 * @n_skipped: of them not fetched, by #SpSkipReason
 *
 * What a quality row says.
 */
typedef struct
{
  SpRunner      *runner;
  SpQualityState state;
  int            error_code;
  const char    *reason;
  guint          n_retries;
  gint64         fetched_at_s;
  gboolean       hides_private;
  guint          n_activities;
  guint          n_inspected;
  guint          n_unknown;
  guint          n_skipped[SP_N_SKIP_REASONS];
} SpQualityRowValues;

#define SP_TYPE_QUALITY_ROW (sp_quality_row_get_type ())
G_DECLARE_FINAL_TYPE (SpQualityRow, sp_quality_row, SP, QUALITY_ROW, GObject)

SpQualityRow             *sp_quality_row_new        (const SpQualityRowValues *values);
const SpQualityRowValues *sp_quality_row_get_values (SpQualityRow *self);

G_END_DECLS
