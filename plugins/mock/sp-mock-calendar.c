/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-calendar.h"

#include "sp-mock-random.h"

#define MAX_OUTINGS 7
#define MINUTE_S 60

/* A week of one runner while it is filled. */
typedef struct
{
  const SpMockRunner *runner;
  const SpMockSeason *season;
  const SpMockWindow *window;        /* (nullable) */
  SpMockWorld        *world;
  gint64              start_local_s;
  guint               n_left;        /* days that are still free */
  guint               days[MAX_OUTINGS];
  guint               place;
  GArray             *outings;       /* (element-type SpMockOuting) */
} Week;

static const struct
{
  const char *sport;
  double      length_m[2];
  double      effort;      /* of an easy run */
} sports[] = {
  { "Run", { 4000, 13000 }, 1.0 },
  { "TrailRun", { 5000, 15000 }, 1.15 },
  { "Ride", { 18000, 42000 }, 0.42 },
  { "Walk", { 2500, 7000 }, 1.9 },
};

enum { RUN, TRAIL_RUN, RIDE, WALK };

/* The days of a week in any order: no two outings of one day. */
static void
shuffle_days (Week  *week,
              GRand *random)
{
  week->n_left = MAX_OUTINGS;
  for (guint i = 0; i < MAX_OUTINGS; i++)
    {
      guint j = sp_mock_random_pick (random, i + 1);

      week->days[i] = week->days[j];
      week->days[j] = i;
    }
}

static guint
take_day (Week *week)
{
  return week->days[--week->n_left];
}

/* Who has the birthday in the window races on that day. */
static void
prefer_birthday (Week *week)
{
  for (guint i = 0; i < week->n_left; i++)
    {
      int month, day;

      sp_time_get_date (week->start_local_s + week->days[i] * SP_TIME_DAY_S, NULL, &month, &day);
      if (month == week->runner->birth_month && day == week->runner->birth_day)
        {
          guint other = week->days[week->n_left - 1];

          week->days[week->n_left - 1] = week->days[i];
          week->days[i] = other;
        }
    }
}

static void
add_outing (Week         *week,
            GRand        *random,
            SpMockOuting *outing,
            guint         sport)
{
  outing->number = week->outings->len;
  outing->place = week->place;
  outing->sport = sports[sport].sport;
  outing->pace_s = week->runner->pace_s * sports[sport].effort * sp_mock_random_between (random, 0.95, 1.1);
  outing->length_m = sp_mock_random_between (random, sports[sport].length_m[0], sports[sport].length_m[1]);
  if (outing->race_pace_s <= 0)
    outing->race_pace_s = outing->pace_s * sp_mock_random_between (random, 0.93, 1.02);
  if (sp_mock_random_chance (random, 0.04))
    outing->flags |= SP_ACTIVITY_ONLY_ME;
  if (sp_mock_random_chance (random, 0.02))
    outing->flags |= SP_ACTIVITY_FLAGGED;
  if (sp_mock_random_chance (random, 0.03))
    outing->flags |= SP_ACTIVITY_START_HIDDEN;
  g_array_append_val (week->outings, *outing);
}

static gint64
draw_start_s (Week  *week,
              GRand *random)
{
  return week->start_local_s + take_day (week) * SP_TIME_DAY_S + 390 * MINUTE_S
         + sp_mock_random_pick (random, 750) * MINUTE_S + sp_mock_random_pick (random, 60);
}

/* Friends draw the same here, whatever else they do. */
static void
add_attempts (Week    *week,
              guint32  seed,
              guint    number)
{
  GRand *form = sp_mock_random_new (seed, SP_MOCK_FOR_FORM, week->runner->form, number);
  gboolean is_trail = sp_mock_world_get_segment (week->world, week->window->segment)->is_trail;
  guint n = sp_mock_random_chance (form, 0.71) ? 1 : 0;

  n += n > 0 && sp_mock_random_chance (form, 0.14) ? 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      SpMockOuting outing = { .kind = SP_MOCK_ATTEMPT, .segment = week->window->segment };
      guint sport = sp_mock_random_chance (form, is_trail ? 0.7 : 0.1) ? TRAIL_RUN : RUN;
      double kind = sp_mock_random_between (form, 0, 1);

      outing.race_pace_s = week->runner->pace_s * sp_mock_random_between (form, 0.70, 0.88);
      outing.start_local_s = draw_start_s (week, form);
      if (kind < 0.09)
        outing.kind = SP_MOCK_REPEAT;
      else if (kind < 0.14 && sp_mock_world_get_n_segments (week->world) > 1)
        outing.kind = SP_MOCK_PAIR;
      else if (kind < 0.16)
        outing.start_local_s = week->window->end_local_s - (5 + sp_mock_random_pick (form, 30)) * MINUTE_S;
      else if (kind < 0.19)
        sport = kind < 0.175 ? RIDE : WALK;
      if (sport == RIDE || sport == WALK)
        outing.race_pace_s = 0;
      add_outing (week, form, &outing, sport);
    }
  g_rand_free (form);
}

static void
add_other (Week  *week,
           GRand *random)
{
  SpMockOuting outing = { .kind = SP_MOCK_LOOP };
  double kind = sp_mock_random_between (random, 0, 1);
  guint sport = sp_mock_random_chance (random, 0.2) ? TRAIL_RUN : RUN;

  outing.segment = sp_mock_random_pick (random, sp_mock_world_get_n_segments (week->world));
  outing.start_local_s = draw_start_s (week, random);
  if (kind < 0.06)
    outing.kind = SP_MOCK_INDOOR;
  else if (kind < 0.10)
    outing.kind = SP_MOCK_MANUAL;
  else if (week->place != 0)
    outing.kind = SP_MOCK_AWAY;
  else if (kind < 0.12)
    outing.kind = SP_MOCK_REVERSED;
  else if (kind < 0.135)
    outing.kind = SP_MOCK_PART;
  else if (kind < 0.19)
    outing.kind = SP_MOCK_ATTEMPT;
  else if (kind < 0.33)
    sport = RIDE;
  else if (kind < 0.43)
    sport = WALK;
  if (outing.kind == SP_MOCK_INDOOR)
    outing.flags = SP_ACTIVITY_INDOOR;
  if (outing.kind == SP_MOCK_MANUAL)
    outing.flags = SP_ACTIVITY_MANUAL;

  add_outing (week, random, &outing, sport);
  if (outing.kind == SP_MOCK_INDOOR)
    g_array_index (week->outings, SpMockOuting, outing.number).sport = "VirtualRun";
}

/* Friends travel together. */
static guint
draw_place (Week    *week,
            guint32  seed,
            guint    number)
{
  GRand *random = sp_mock_random_new (seed, SP_MOCK_FOR_TRAVEL, week->runner->form, number);
  guint place = sp_mock_random_chance (random, 0.04)
                ? 1 + sp_mock_random_pick (random, sp_mock_world_get_n_places () - 1) : 0;

  g_rand_free (random);

  return place;
}

static void
fill_week (Week    *week,
           guint32  seed,
           guint    number)
{
  GRand *random = sp_mock_random_new (seed, SP_MOCK_FOR_WEEK, week->runner->index, number);
  guint before = week->outings->len;
  guint wanted = (guint) (week->runner->habit + sp_mock_random_between (random, 0, 1));

  shuffle_days (week, random);
  week->place = draw_place (week, seed, number);
  week->window = sp_mock_season_find_window (week->season, week->start_local_s);
  if (week->window != NULL && week->place == 0)
    {
      prefer_birthday (week);
      add_attempts (week, seed, number);
    }
  while (week->outings->len - before < wanted)
    add_other (week, random);
  g_rand_free (random);
}

/**
 * sp_mock_calendar_make:
 * @seed: of the club
 * @runner: a runner
 * @world: the land
 * @season: when the club competes
 *
 * Makes up what a runner does in the season, and in the week before it and after.
 *
 * Returns: (transfer full) (element-type SpMockOuting): the outings
 */
GArray *
sp_mock_calendar_make (guint32             seed,
                       const SpMockRunner *runner,
                       SpMockWorld        *world,
                       const SpMockSeason *season)
{
  Week week = { .runner = runner, .season = season, .world = world };
  gint64 first_s = sp_time_get_day (season->local.start_s) * SP_TIME_DAY_S - SP_MOCK_WEEK_S;

  week.outings = g_array_new (FALSE, TRUE, sizeof (SpMockOuting));
  for (guint i = 0; i < sp_mock_season_get_n_weeks (season) + 2; i++)
    {
      week.start_local_s = first_s + i * SP_MOCK_WEEK_S;
      fill_week (&week, seed, i);
    }

  return week.outings;
}
