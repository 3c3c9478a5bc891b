/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"
#include "model/sp-row.h"

G_BEGIN_DECLS

/**
 * SpBruteRow:
 * @runner: who
 * @state: what a board should say where all is known
 * @time_s: the time that counts, -1 for none
 * @attempts: valid efforts
 * @rank: place on the board, 0 for none
 * @team_rank: place in the team
 * @effort_id: the effort that counts, 0 for none
 * @window: the window that it counts in, -1 for none
 * @birthday_bonus_s: taken off for the birthday
 * @time_bonus_s: taken off by the window
 *
 * A row as the second scorer has it.
 */
typedef struct
{
  SpRunner   *runner;
  SpRowState  state;
  int         time_s;
  guint       attempts;
  guint       rank;
  guint       team_rank;
  gint64      effort_id;
  int         window;
  int         birthday_bonus_s;
  int         time_bonus_s;
} SpBruteRow;

/**
 * SpBruteTeam:
 * @name: which
 * @place: place of the team, 0 for none
 * @n_members: its runners
 * @rank_sum: sum of their places
 * @total_s: sum of their times
 * @median_s: median of their times, -1 for none
 * @incomplete: whether of one nothing is known
 *
 * A team as the second scorer has it.
 */
typedef struct
{
  const char *name;
  guint       place;
  guint       n_members;
  guint       rank_sum;
  int         total_s;
  double      median_s;
  gboolean    incomplete;
} SpBruteTeam;

GArray *sp_brute_force_board (SpCompetition *competition,
                              SpGroup       *group,
                              GPtrArray     *activities,
                              gint64         as_of_local_s);
GArray *sp_brute_force_teams (GArray        *rows);

G_END_DECLS
