/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpRandomHarvest:
 * @SP_RANDOM_ALL: every list and every detail is held
 * @SP_RANDOM_PLANNED: every list, and the details that the plan wants
 * @SP_RANDOM_BROKEN: lists fail or are old, details are missing, runners are not reached
 *
 * How much of a club's truth a harvest brings.
 */
typedef enum
{
  SP_RANDOM_ALL,
  SP_RANDOM_PLANNED,
  SP_RANDOM_BROKEN,
} SpRandomHarvest;

/**
 * SpRandomClub:
 * @competition: a competition with all that goes wrong: ties, large bonuses, overlapping and inverted windows, dates
 *   alone, 29 February, daylight-saving days, equal names, runners without account or team
 * @activities: (element-type GPtrArray): for each runner all activities with their efforts
 * @as_of_local_s: before, inside or after its windows
 *
 * A club made by chance, and the truth about it.
 */
typedef struct
{
  SpCompetition *competition;
  GPtrArray     *activities;
  gint64         as_of_local_s;
} SpRandomClub;

SpRandomClub *sp_random_club_new     (GRand           *random);
void          sp_random_club_free    (SpRandomClub    *self);
void          sp_random_club_forget_future (SpRandomClub *self);
SpHarvest    *sp_random_club_harvest (SpRandomClub    *self,
                                      SpRandomHarvest  how,
                                      GRand           *random);
SpCompetition *sp_random_club_edit   (SpCompetition   *competition,
                                      GRand           *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRandomClub, sp_random_club_free)

G_END_DECLS
