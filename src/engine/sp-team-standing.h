/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpTeamStanding:
 * @name: the team
 * @name_key: (owned): by what its name is sorted
 * @rank_sum: the sum that decides
 * @total_s: sum of its times in seconds, which decides between equal sums
 * @n_ranked: how many times that is
 * @incomplete: whether something is missing: then without a place
 * @place: place from 1, equal places shared, 0 where there is none; filled by sp_team_standing_place()
 *
 * By what a team stands among others, on one board or on all.
 */
typedef struct
{
  const char *name;
  char       *name_key;
  guint       rank_sum;
  int         total_s;
  guint       n_ranked;
  gboolean    incomplete;
  guint       place;
} SpTeamStanding;

void sp_team_standing_init  (SpTeamStanding *self,
                             const char     *name);
void sp_team_standing_clear (SpTeamStanding *self);
void sp_team_standing_place (GPtrArray      *standings);

G_END_DECLS
