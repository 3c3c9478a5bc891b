/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpTeamSummaryValues:
 * @name: the team
 * @place: place from 1, equal places shared, 0 where unranked
 * @n_runners: runners with a time of their own on any board
 * @n_boards: boards on which the team has a place
 * @rank_sum: sum of its rank sums
 * @total_s: sum of its totals in seconds
 * @mean_s: mean over all ranked rows, NaN without one
 * @attempts: sum of its attempts
 * @incomplete: whether it is incomplete on a board: then unranked
 *
 * What a team summary says.
 */
typedef struct
{
  const char *name;
  guint       place;
  guint       n_runners;
  guint       n_boards;
  guint       rank_sum;
  int         total_s;
  double      mean_s;
  guint       attempts;
  gboolean    incomplete;
} SpTeamSummaryValues;

#define SP_TYPE_TEAM_SUMMARY (sp_team_summary_get_type ())
G_DECLARE_FINAL_TYPE (SpTeamSummary, sp_team_summary, SP, TEAM_SUMMARY, GObject)

SpTeamSummary             *sp_team_summary_new        (const SpTeamSummaryValues *values);
const SpTeamSummaryValues *sp_team_summary_get_values (SpTeamSummary *self);

G_END_DECLS
