/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-quality-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpQualityValues:
 * @rows: of #SpQualityRow: failed first, then cancelled, old, unknown details, fresh; by name within
 * @n_fresh: runners asked in the last run
 * @n_stale: runners on old data
 * @n_failed: runners without data
 * @n_cancelled: runners not reached
 * @n_retries: attempts after the first, of all
 * @n_activities: activities listed, of all
 * @n_inspected: of them looked at
 * @n_unknown: of them wanted, and not had
 * @n_skipped: of them not fetched, by #SpSkipReason
 *
 * What a quality says.
 */
typedef struct
{
  GListModel *rows;
  guint       n_fresh;
  guint       n_stale;
  guint       n_failed;
  guint       n_cancelled;
  guint       n_retries;
  guint       n_activities;
  guint       n_inspected;
  guint       n_unknown;
  guint       n_skipped[SP_N_SKIP_REASONS];
} SpQualityValues;

#define SP_TYPE_QUALITY (sp_quality_get_type ())
G_DECLARE_FINAL_TYPE (SpQuality, sp_quality, SP, QUALITY, GObject)

SpQuality             *sp_quality_new        (const SpQualityValues *values);
const SpQualityValues *sp_quality_get_values (SpQuality *self);

G_END_DECLS
