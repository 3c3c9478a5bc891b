/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-team-standing.h"

#include <string.h>

/**
 * sp_team_standing_init:
 * @self: what is to be filled
 * @name: a team; must outlive @self
 *
 * Begins with nothing.
 */
void
sp_team_standing_init (SpTeamStanding *self,
                       const char     *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  *self = (SpTeamStanding) { .name = name, .name_key = g_utf8_collate_key (name, -1) };
}

/**
 * sp_team_standing_clear:
 * @self: what was filled
 *
 * Lets go of what it holds.
 */
void
sp_team_standing_clear (SpTeamStanding *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->name_key, g_free);
}

/* Placed teams, teams without any time, incomplete teams. */
static int
class_of (const SpTeamStanding *self)
{
  if (self->incomplete)
    return 2;

  return self->n_ranked > 0 ? 0 : 1;
}

static int
compare_places (const SpTeamStanding *x,
                const SpTeamStanding *y)
{
  if (x->rank_sum != y->rank_sum)
    return x->rank_sum < y->rank_sum ? -1 : 1;
  if (x->total_s != y->total_s)
    return x->total_s < y->total_s ? -1 : 1;

  return 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SpTeamStanding *x = *(SpTeamStanding * const *) a, *y = *(SpTeamStanding * const *) b;
  int order = class_of (x) - class_of (y);

  if (order == 0 && class_of (x) == 0)
    order = compare_places (x, y);
  if (order == 0)
    order = strcmp (x->name_key, y->name_key);

  return order != 0 ? order : strcmp (x->name, y->name);
}

/**
 * sp_team_standing_place:
 * @standings: (element-type SpTeamStanding): teams, or what begins with such a standing
 *
 * Sorts them and gives places: by the sum of ranks, then by total time, equal places shared. A team without any time
 * has no place; one that is incomplete has none and stands last.
 */
void
sp_team_standing_place (GPtrArray *standings)
{
  const SpTeamStanding *before = NULL;

  g_return_if_fail (standings != NULL);

  g_ptr_array_sort (standings, compare);
  for (guint i = 0; i < standings->len; i++)
    {
      SpTeamStanding *self = standings->pdata[i];

      if (class_of (self) != 0)
        self->place = 0;
      else
        self->place = before != NULL && compare_places (before, self) == 0 ? before->place : i + 1;
      before = self;
    }
}
