/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-runner.h"

#include <math.h>

#include "sp-mock-random.h"

/* These two always race together, so that there are ties. */
#define FRIEND 10
#define FRIEND_OF 11

/* Whose birthday lies in a window: that one and each so many after. */
#define BIRTHDAY_STEP 4
#define LEAP_DAY_RUNNER 7

static const char * const first_names[] = {
  "Aled", "Bethan", "Carys", "Daniel", "Eleri", "Ffion", "Gareth", "Hannah", "Ieuan", "James", "Lowri", "Mair", "Nia",
  "Owain", "Poppy", "Rhodri", "Siân", "Tom", "Wyn", "Alice", "Catrin", "Dewi", "Emma", "George", "Heledd", "Iestyn",
  "Lucy", "Megan", "Oliver", "Rhian", "Sam", "Tegwen", "Victoria", "Will", "Angharad", "Ben", "Gwenllian",
};
static const char * const last_names[] = {
  "Pugh", "Bowen", "Fletcher", "ap Rhys", "Vaughan", "Carter", "Meredith", "Preece", "Hughes", "O’Neill", "Gittins",
  "Llywelyn", "Marsh", "Probert", "Whitfield", "Cadwaladr", "Beddoes", "Jarman", "Tudor", "Gough", "Lloyd-Parry",
  "Ashworth", "Bebb", "Swancott", "Tranter", "Wigley", "Mathias", "Kinsey", "Rowlands",
};
static const char * const teams[] = { "Red Kites", "Otters", "Hill Foxes", "Night Owls" };
static const char * const distance_teams[] = { "Early Birds", "Lanterns", "Wayfarers" };

/* The lists' lengths have no common divisor, so each pair comes once; after that people are numbered. */
static char *
make_name (guint index)
{
  const char *first = first_names[index % G_N_ELEMENTS (first_names)];
  const char *last = last_names[index % G_N_ELEMENTS (last_names)];
  guint turn = index / (G_N_ELEMENTS (first_names) * G_N_ELEMENTS (last_names));

  return turn == 0 ? g_strdup_printf ("%s %s", first, last) : g_strdup_printf ("%s %s %u", first, last, turn + 1);
}

static void
set_birthday (SpMockRunner       *self,
              GRand              *random,
              const SpMockSeason *season)
{
  guint window = self->index / BIRTHDAY_STEP % season->n_windows;
  gint64 day_s = season->windows[window].start_local_s + sp_mock_random_pick (random, 6) * SP_TIME_DAY_S;

  if (self->index == LEAP_DAY_RUNNER)
    day_s = sp_time_new (2000, 2, 29, 0, 0, 0);
  else if (self->index % BIRTHDAY_STEP != 1)
    day_s = sp_time_new (2001, 1, 1, 0, 0, 0) + sp_mock_random_pick (random, 365) * SP_TIME_DAY_S;
  sp_time_get_date (day_s, NULL, &self->birth_month, &self->birth_day);
}

/* Some of those with a privacy zone live beside a segment, so that efforts lie in it. */
static void
set_home (SpMockRunner *self,
          GRand        *random,
          SpMockWorld  *world)
{
  double far_m = sp_mock_random_between (random, 300, 2600);
  double bearing = sp_mock_random_between (random, 0, 2 * G_PI);
  SpMockSpot middle = { 0, 0 };

  if (self->index % 3 == 0)
    self->zone_m = 200.0 * (1 + sp_mock_random_pick (random, 8));
  if (self->index % 12 == 3)
    {
      guint which = sp_mock_random_pick (random, sp_mock_world_get_n_segments (world));
      GArray *way = sp_mock_world_get_segment (world, which)->way;

      middle = *sp_mock_way_get (way, sp_mock_random_chance (random, 0.5) ? 0 : way->len - 1);
      far_m = sp_mock_random_between (random, 100, 500);
      self->zone_m = MAX (self->zone_m, 600.0);
    }
  self->home.x_m = middle.x_m + far_m * sin (bearing);
  self->home.y_m = middle.y_m + far_m * cos (bearing);
}

/**
 * sp_mock_runner_init:
 * @self: (out caller-allocates): a runner
 * @seed: of the club
 * @index: which one of the club
 * @world: the land
 * @season: when the club competes
 *
 * Makes a runner.
 */
void
sp_mock_runner_init (SpMockRunner       *self,
                     guint32             seed,
                     guint               index,
                     SpMockWorld        *world,
                     const SpMockSeason *season)
{
  GRand *random = sp_mock_random_new (seed, SP_MOCK_FOR_RUNNER, index, 0);

  *self = (SpMockRunner) {
    .index = index,
    .id = SP_MOCK_FIRST_RUNNER_ID + (gint64) index,
    .name = make_name (index),
    .team = teams[index % G_N_ELEMENTS (teams)],
    .distance_team = index % 4 == 2 ? NULL : distance_teams[index / 4 % G_N_ELEMENTS (distance_teams)],
    .pace_s = sp_mock_random_between (random, 290, 410),
    .habit = sp_mock_random_between (random, 2.0, 4.0),
    .form = index == FRIEND_OF ? FRIEND : index,
  };
  set_birthday (self, random, season);
  set_home (self, random, world);
  g_rand_free (random);

  if (self->form != index)
    {
      SpMockRunner friend;

      sp_mock_runner_init (&friend, seed, self->form, world, season);
      self->pace_s = friend.pace_s;
      self->birth_month = friend.birth_month;
      self->birth_day = friend.birth_day;
      sp_mock_runner_clear (&friend);
    }
}

/**
 * sp_mock_runner_clear:
 * @self: a runner
 *
 * Frees what it holds.
 */
void
sp_mock_runner_clear (SpMockRunner *self)
{
  g_free (self->name);
}
