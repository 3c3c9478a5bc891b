/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpTeamRowValues:
 * @name: the team
 * @place: place from 1, equal places shared, 0 where unranked
 * @n_members: runners of the team on this board
 * @n_ranked: those with a place, default times included
 * @rank_sum: sum of their places on the board
 * @total_s: sum of their times in seconds
 * @gap_s: total less the leading team's, in seconds; may be negative
 * @mean_s: mean of their times, NaN where there is none
 * @median_s: median of their times, NaN where there is none
 * @attempts: sum of their attempts
 * @fastest: (nullable): the fastest of them
 * @incomplete: whether a member has no data: then listed last, without a place
 * @missing: (nullable) (array zero-terminated=1): names of the members without data
 *
 * What a team row says.
 */
typedef struct
{
  const char         *name;
  guint               place;
  guint               n_members;
  guint               n_ranked;
  guint               rank_sum;
  int                 total_s;
  int                 gap_s;
  double              mean_s;
  double              median_s;
  guint               attempts;
  SpRow              *fastest;
  gboolean            incomplete;
  const char * const *missing;
} SpTeamRowValues;

#define SP_TYPE_TEAM_ROW (sp_team_row_get_type ())
G_DECLARE_FINAL_TYPE (SpTeamRow, sp_team_row, SP, TEAM_ROW, GObject)

SpTeamRow             *sp_team_row_new        (const SpTeamRowValues *values);
const SpTeamRowValues *sp_team_row_get_values (SpTeamRow *self);

G_END_DECLS
