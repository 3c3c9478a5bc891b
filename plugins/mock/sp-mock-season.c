/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-season.h"

#include "api/sp-time.h"

#define FIRST_ACTIVITY_ID G_GINT64_CONSTANT (10000000000)

/* How often a runner tries the segment whose window is open: not at all, once, twice, three times. */
static const double attempts[] = { 0.42, 0.36, 0.17, 0.05 };

/**
 * sp_mock_season_first_day:
 * @shape: what the club is made from
 *
 * Returns: the first day of the first window, days since 1970: today is in the last window but one
 */
gint64
sp_mock_season_first_day (const SpMockShape *shape)
{
  int n_before = MAX (0, (int) shape->n_windows - 2);

  return shape->anchor_day - n_before * SP_MOCK_SLOT_DAYS - 9;
}

static SpMockOuting *
add (SpMockRunner *runner,
     guint         index,
     gint64        day,
     const char   *sport,
     SpMockRandom *random)
{
  int hour = sp_mock_random_below (random, 13) + 6;
  int minute = sp_mock_random_below (random, 60);
  SpMockOuting outing = {
    .id = FIRST_ACTIVITY_ID + (gint64) index * 100000 + runner->outings->len,
    .start_utc_s = day * SP_TIME_DAY_S + hour * 3600 + minute * 60 + sp_mock_random_below (random, 60),
    .sport = sport,
    .has_route = TRUE,
  };

  g_array_append_val (runner->outings, outing);

  return &g_array_index (runner->outings, SpMockOuting, runner->outings->len - 1);
}

/* What makes some of the outings special, each seldom. */
static void
make_special (SpMockOuting *outing,
              gint64        last_day,
              SpMockRandom *random)
{
  if (sp_mock_random_chance (random, 0.06))
    outing->flags |= SP_ACTIVITY_ONLY_ME;
  if (sp_mock_random_chance (random, 0.02))
    outing->flags |= SP_ACTIVITY_FLAGGED;
  if (sp_mock_random_chance (random, 0.08))
    outing->utc_offset_s = sp_mock_random_chance (random, 0.5) ? 3600 : 7200;
  if (sp_mock_random_chance (random, 0.03))
    outing->start_utc_s = last_day * SP_TIME_DAY_S + 23 * 3600 + 2400;
  if (sp_mock_random_chance (random, 0.04))
    outing->flags |= SP_ACTIVITY_START_HIDDEN;
}

static void
add_attempts (const SpMockShape *shape,
              guint              slot,
              gint64             first_day,
              guint              index,
              SpMockRunner      *runner,
              SpMockRandom      *random)
{
  double draw = sp_mock_random_unit (random);
  int n = 0;

  while (n + 1 < (int) G_N_ELEMENTS (attempts) && draw >= attempts[n])
    draw -= attempts[n++];
  for (int i = 0; i < n; i++)
    {
      gint64 day = first_day + sp_mock_random_below (random, SP_MOCK_SLOT_DAYS);
      SpMockOuting *outing = add (runner, index, day, sp_mock_random_chance (random, 0.2) ? "TrailRun" : "Run", random);

      outing->passes[outing->n_passes++] = slot % shape->n_segments;
      if (sp_mock_random_chance (random, 0.12))
        outing->passes[outing->n_passes++] = slot % shape->n_segments;
      make_special (outing, first_day + SP_MOCK_SLOT_DAYS - 1, random);
    }
}

/* What else two weeks bring: runs that pass no segment or another one, rides and walks, some of them along segments. */
static void
add_others (const SpMockShape *shape,
            gint64             first_day,
            guint              index,
            SpMockRunner      *runner,
            SpMockRandom      *random)
{
  static const char * const sports[] = { "Run", "Run", "Run", "Run", "TrailRun", "Ride", "Walk" };
  int n = 2 + sp_mock_random_below (random, 3);

  for (int i = 0; i < n; i++)
    {
      gint64 day = first_day + sp_mock_random_below (random, SP_MOCK_SLOT_DAYS);
      const char *sport = sports[sp_mock_random_below (random, G_N_ELEMENTS (sports))];
      SpMockOuting *outing = add (runner, index, day, sport, random);
      double draw = sp_mock_random_unit (random);

      if (draw < 0.06)
        {
          outing->flags |= SP_ACTIVITY_INDOOR;
          outing->has_route = FALSE;
        }
      else if (draw < 0.10)
        {
          outing->flags |= SP_ACTIVITY_MANUAL;
          outing->has_route = FALSE;
        }
      else if (draw < 0.30)
        outing->passes[outing->n_passes++] = (guint) sp_mock_random_below (random, (int) shape->n_segments);
    }
}

static int
compare_outings (gconstpointer a,
                 gconstpointer b)
{
  const SpMockOuting *x = a;
  const SpMockOuting *y = b;

  if (x->start_utc_s != y->start_utc_s)
    return x->start_utc_s < y->start_utc_s ? -1 : 1;

  return (x->id > y->id) - (x->id < y->id);
}

/**
 * sp_mock_season_fill_runner:
 * @shape: what the club is made from
 * @index: which runner
 * @runner: the runner, with an empty array of outings
 *
 * Gives the runner a season: from two weeks before the first window to two weeks after the last.
 */
void
sp_mock_season_fill_runner (const SpMockShape *shape,
                            guint              index,
                            SpMockRunner      *runner)
{
  SpMockRandom random = sp_mock_random_init (shape->seed, 200, index);
  gint64 first_day = sp_mock_season_first_day (shape);

  for (int slot = -1; slot <= (int) shape->n_windows; slot++)
    {
      gint64 slot_day = first_day + slot * SP_MOCK_SLOT_DAYS;

      if (slot >= 0 && slot < (int) shape->n_windows)
        add_attempts (shape, (guint) slot, slot_day, index, runner, &random);
      add_others (shape, slot_day, index, runner, &random);
    }
  g_array_sort (runner->outings, compare_outings);
}
