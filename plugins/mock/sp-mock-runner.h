/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-season.h"
#include "sp-mock-world.h"

G_BEGIN_DECLS

#define SP_MOCK_FIRST_RUNNER_ID 1001

/**
 * SpMockRunner:
 * @index: which one of the club
 * @id: its id
 * @name: its name
 * @team: its team on the segment boards
 * @distance_team: (nullable): its team on the distance boards
 * @birth_month: month of its birthday
 * @birth_day: day of its birthday
 * @home: where it lives and starts
 * @zone_m: radius of the privacy zone round its home in metres, 0 for none
 * @pace_s: its easy pace in seconds a kilometre
 * @habit: how often it goes out in a week
 * @form: whose form it shares: its own index, or that of the friend it always races with
 *
 * Who a runner of the club is.
 */
typedef struct
{
  guint       index;
  gint64      id;
  char       *name;
  const char *team;
  const char *distance_team;
  int         birth_month;
  int         birth_day;
  SpMockSpot  home;
  double      zone_m;
  double      pace_s;
  double      habit;
  guint       form;
} SpMockRunner;

void sp_mock_runner_init  (SpMockRunner       *self,
                           guint32             seed,
                           guint               index,
                           SpMockWorld        *world,
                           const SpMockSeason *season);
void sp_mock_runner_clear (SpMockRunner       *self);

G_END_DECLS
