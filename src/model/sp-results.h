/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"
#include "model/sp-competition.h"
#include "model/sp-distance-board.h"
#include "model/sp-quality.h"
#include "model/sp-runner-summary.h"
#include "model/sp-team-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpResultsValues:
 * @competition: what was scored
 * @as_of_local_s: the naive local time that it was scored for
 * @finished_at_s: when the data were last asked for, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @source_id: (nullable): the source's id
 * @cancelled: whether the run was cancelled before its end
 * @boards: of #SpBoard, in the order of the competition
 * @distance_boards: of #SpDistanceBoard: one per window, then the summary; empty without a series
 * @team_summaries: of #SpTeamSummary: by place
 * @runner_summaries: of #SpRunnerSummary: by boards run, then rank sum, total and name
 * @quality: how well it is known
 * @warnings: (nullable) (array zero-terminated=1): what holds for no single board, such as a window that was skipped
 *
 * What a set of results says.
 */
typedef struct
{
  SpCompetition      *competition;
  gint64              as_of_local_s;
  gint64              finished_at_s;
  const char         *source_id;
  gboolean            cancelled;
  GListModel         *boards;
  GListModel         *distance_boards;
  GListModel         *team_summaries;
  GListModel         *runner_summaries;
  SpQuality          *quality;
  const char * const *warnings;
} SpResultsValues;

#define SP_TYPE_RESULTS (sp_results_get_type ())
G_DECLARE_FINAL_TYPE (SpResults, sp_results, SP, RESULTS, GObject)

SpResults             *sp_results_new        (const SpResultsValues *values);
const SpResultsValues *sp_results_get_values (SpResults *self);
SpBoard               *sp_results_find_board   (SpResults  *self,
                                                const char *key);
SpQualityRow          *sp_results_find_quality (SpResults  *self,
                                                SpRunner   *runner);
gboolean               sp_results_all_known  (SpResults *self);

G_END_DECLS
