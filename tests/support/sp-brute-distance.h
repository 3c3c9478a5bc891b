/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpBruteDistance:
 * @runner: who
 * @n_runs: runs counted
 * @n_over: of at least the threshold
 * @distance_m: their sum
 * @climb_m: their sum
 * @place: place on the board, 0 without a run
 *
 * A row of a distance board as the second scorer has it.
 */
typedef struct
{
  SpRunner *runner;
  guint     n_runs;
  guint     n_over;
  double    distance_m;
  double    climb_m;
  guint     place;
} SpBruteDistance;

GArray *sp_brute_distance_board (SpCompetition  *competition,
                                 SpSeriesWindow *window,
                                 GPtrArray      *activities);

G_END_DECLS
