/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo club as athletes of a Strava on this computer. */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"
#include "sp-mock-club.h"
#include "sp-strava-rig.h"
#include "support/sp-table-fetcher.h"

G_BEGIN_DECLS

SpCompetition  *sp_strava_club_make_competition (SpMockClub    *club);
void            sp_strava_club_load             (SpStravaRig   *rig,
                                                 SpMockClub    *club);
SpTableFetcher *sp_strava_club_make_table       (SpStravaRig   *rig,
                                                 SpMockClub    *club);
char           *sp_strava_club_print            (SpCompetition *competition,
                                                 SpHarvest     *harvest,
                                                 gint64         now_s);

G_END_DECLS
