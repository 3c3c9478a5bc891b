/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-club.h"

#include "api/sp-activity-builder.h"
#include "api/sp-time.h"
#include "sp-mock-season.h"

#include <math.h>

/* Beyond what a double can tell apart: whoever reads ids as numbers with a point mixes them up. */
#define FIRST_EFFORT_ID G_GINT64_CONSTANT (3000000000000000000)
#define FIRST_ATHLETE_ID 700001
#define FIRST_SEGMENT_ID 9000001

static const char * const first_names[] = {
  "Aled", "Bethan", "Carys", "Dylan", "Elin", "Ffion", "Gareth", "Hannah", "Ieuan", "Jac", "Kerry", "Lowri", "Megan",
  "Nia", "Owain", "Paulo", "Quentin", "Rhian", "Sioned", "Tomos", "Una", "Vikram", "Wyn", "Yasmin", "Zofia",
};
static const char * const last_names[] = {
  "Adeyemi", "Bevan", "Carter", "Daniels", "Ellis", "Ferreira", "Griffiths", "Howells", "Iqbal", "Jenkins", "Kowalska",
  "Lloyd", "Maddox", "Nowak", "Okafor", "Price", "Quinn", "Rees", "Schofield", "Tudor", "Vaughan", "Watkins",
};
static const char * const teams[] = { "Blue Herons", "Golden Plovers", "Marsh Harriers", "Night Jars", "Red Kites" };
static const char * const segment_names[] = { "Sandy Slog", "Fiveways Climb", "Old Mill Mile", "Sheriff’s Dunes" };

struct _SpMockClub
{
  SpMockShape  shape;
  GArray      *runners;  /* (owned) of #SpMockRunner */
  GPtrArray   *segments; /* (owned) (element-type GArray) lines of #SpMockPoint */
};

static void
clear_runner (gpointer data)
{
  SpMockRunner *runner = data;

  g_clear_pointer (&runner->name, g_free);
  g_clear_pointer (&runner->outings, g_array_unref);
}

/* Every fifth has a birthday in a window, so that there is always one to see. */
static void
give_birthday (const SpMockShape *shape,
               guint              index,
               SpMockRunner      *runner,
               SpMockRandom      *random)
{
  gint64 season_days = (gint64) shape->n_windows * SP_MOCK_SLOT_DAYS;
  gint64 day = shape->anchor_day + sp_mock_random_below (random, 365);
  int year;

  if (index % 5 == 0)
    day = sp_mock_season_first_day (shape) + sp_mock_random_below (random, (int) season_days);
  sp_time_get_date (day * SP_TIME_DAY_S, &year, &runner->birth_month, &runner->birth_day);
}

static void
add_runner (SpMockClub *self,
            guint       index)
{
  SpMockRandom random = sp_mock_random_init (self->shape.seed, 300, index);
  double bearing = sp_mock_random_range (&random, 0, 2 * G_PI);
  double away_m = sp_mock_random_range (&random, 0, 1500);
  SpMockRunner runner = {
    .id = FIRST_ATHLETE_ID + index,
    .name = g_strdup_printf ("%s %s", first_names[index * 7 % G_N_ELEMENTS (first_names)],
                             last_names[index * 5 % G_N_ELEMENTS (last_names)]),
    .team = teams[index % G_N_ELEMENTS (teams)],
    .distance_team = index % 4 == 3 ? NULL : teams[(index / 4) % G_N_ELEMENTS (teams)],
    .pace_s = sp_mock_random_range (&random, 225, 390),
    .zone_m = index % 3 == 1 ? sp_mock_random_range (&random, 200, 1600) : 0,
    .home = { cos (bearing) * away_m, sin (bearing) * away_m },
    .outings = g_array_new (FALSE, TRUE, sizeof (SpMockOuting)),
  };

  give_birthday (&self->shape, index, &runner, &random);
  sp_mock_season_fill_runner (&self->shape, index, &runner);
  g_array_append_val (self->runners, runner);
}

/**
 * sp_mock_club_new:
 * @shape: what to make it from
 *
 * Returns: (transfer full): a club
 */
SpMockClub *
sp_mock_club_new (const SpMockShape *shape)
{
  SpMockClub *self = g_new0 (SpMockClub, 1);

  self->shape = *shape;
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < shape->n_segments; i++)
    g_ptr_array_add (self->segments, sp_mock_track_segment (shape->seed, i));
  self->runners = g_array_new (FALSE, TRUE, sizeof (SpMockRunner));
  g_array_set_clear_func (self->runners, clear_runner);
  for (guint i = 0; i < shape->n_runners; i++)
    add_runner (self, i);

  return self;
}

/**
 * sp_mock_club_free:
 * @self: (transfer full): a club
 *
 * Frees it.
 */
void
sp_mock_club_free (SpMockClub *self)
{
  g_clear_pointer (&self->runners, g_array_unref);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_free (self);
}

/**
 * sp_mock_club_get_shape:
 * @self: a club
 *
 * Returns: (transfer none): what it was made from
 */
const SpMockShape *
sp_mock_club_get_shape (SpMockClub *self)
{
  return &self->shape;
}

/**
 * sp_mock_club_get_runner:
 * @self: a club
 * @index: below the number of runners
 *
 * Returns: (transfer none): that runner
 */
SpMockRunner *
sp_mock_club_get_runner (SpMockClub *self,
                         guint       index)
{
  return &g_array_index (self->runners, SpMockRunner, index);
}

/**
 * sp_mock_club_find_runner:
 * @self: a club
 * @athlete_id: the id of a runner
 *
 * Returns: (transfer none) (nullable): that runner
 */
SpMockRunner *
sp_mock_club_find_runner (SpMockClub *self,
                          gint64      athlete_id)
{
  gint64 index = athlete_id - FIRST_ATHLETE_ID;

  return index >= 0 && index < self->runners->len ? sp_mock_club_get_runner (self, (guint) index) : NULL;
}

/**
 * sp_mock_club_get_segment_id:
 * @self: a club
 * @index: which segment
 *
 * Returns: its id
 */
gint64
sp_mock_club_get_segment_id (SpMockClub *self,
                             guint       index)
{
  return FIRST_SEGMENT_ID + index;
}

/**
 * sp_mock_club_make_segment:
 * @self: a club
 * @segment_id: the id of a segment
 * @origin: where the answer comes from
 *
 * Returns: (transfer full) (nullable): its geometry, %NULL where there is none of that id
 */
SpSegment *
sp_mock_club_make_segment (SpMockClub     *self,
                           gint64          segment_id,
                           const SpOrigin *origin)
{
  gint64 index = segment_id - FIRST_SEGMENT_ID;
  g_autoptr (SpRoute) route = NULL;
  g_autofree char *name = NULL;
  GArray *line;

  if (index < 0 || index >= self->segments->len)
    return NULL;
  line = self->segments->pdata[index];
  route = sp_mock_track_to_route (line);
  name = g_strdup (segment_names[index % G_N_ELEMENTS (segment_names)]);

  return sp_segment_new (segment_id, name, "Run", sp_mock_track_length_m (line), route, origin);
}

/**
 * sp_mock_club_get_window:
 * @self: a club
 * @index: below the number of windows
 * @segment: (out): which segment it is of
 * @local: (out caller-allocates): from its first second to its last, naive local
 *
 * Tells when a segment counts.
 */
void
sp_mock_club_get_window (SpMockClub *self,
                         guint       index,
                         guint      *segment,
                         SpPeriod   *local)
{
  gint64 day = sp_mock_season_first_day (&self->shape) + (gint64) index * SP_MOCK_SLOT_DAYS;

  *segment = index % self->shape.n_segments;
  local->start_s = day * SP_TIME_DAY_S;
  local->end_s = (day + SP_MOCK_SLOT_DAYS) * SP_TIME_DAY_S - 1;
}

static double
pace_of (SpMockRunner       *runner,
         const SpMockOuting *outing)
{
  if (g_str_equal (outing->sport, "Ride"))
    return runner->pace_s * 0.45;
  if (g_str_equal (outing->sport, "Walk"))
    return runner->pace_s * 2.2;

  return runner->pace_s * (g_str_equal (outing->sport, "TrailRun") ? 1.1 : 1.0);
}

/* The track of an outing: from home along its segments and back, with the efforts that are made on the way. */
static GArray *
run_outing (SpMockClub         *self,
            SpMockRunner       *runner,
            const SpMockOuting *outing,
            SpActivityBuilder  *builder)
{
  SpMockRandom random = sp_mock_random_init (self->shape.seed, 400, (guint64) outing->id);
  GArray *track = g_array_new (FALSE, FALSE, sizeof (SpMockPoint));
  double pace_s = pace_of (runner, outing);
  double bearing = sp_mock_random_range (&random, 0, 2 * G_PI);
  double away_m = sp_mock_random_range (&random, 1500, 4500);

  g_array_append_val (track, runner->home);
  for (guint i = 0; i < outing->n_passes; i++)
    {
      GArray *segment = self->segments->pdata[outing->passes[i]];
      double length_m = sp_mock_track_length_m (segment);
      SpEffort effort = { .id = FIRST_EFFORT_ID + outing->id * 10 + i, .moving_s = -1 };

      sp_mock_track_walk_to (track, g_array_index (segment, SpMockPoint, 0), &random);
      effort.segment_id = FIRST_SEGMENT_ID + outing->passes[i];
      effort.start_local_s = outing->start_utc_s + outing->utc_offset_s
                             + (gint64) (sp_mock_track_length_m (track) * pace_s / 1000);
      if ((outing->flags & SP_ACTIVITY_START_HIDDEN) != 0)
        effort.start_local_s = SP_TIME_UNKNOWN;
      effort.elapsed_s = (gint32) (length_m * pace_s / 1000 * sp_mock_random_range (&random, 0.86, 1.12));
      if (outing->passes[i] == 3)
        effort.elapsed_s -= effort.elapsed_s % 10;
      effort.distance_m = (float) (length_m * sp_mock_random_range (&random, 0.985, 1.02));
      effort.flags = (outing->flags & SP_ACTIVITY_ONLY_ME) != 0 ? SP_EFFORT_ONLY_ME : SP_EFFORT_NONE;
      if (builder != NULL)
        sp_activity_builder_add_effort (builder, &effort);
      sp_mock_track_follow (track, segment, &random);
    }
  if (outing->n_passes == 0)
    sp_mock_track_walk_to (track, (SpMockPoint) { cos (bearing) * away_m, sin (bearing) * away_m }, &random);
  sp_mock_track_walk_to (track, runner->home, &random);

  return track;
}

/**
 * sp_mock_club_make_activity:
 * @self: a club
 * @runner: whose
 * @outing: of what the runner did
 * @detail: whether its efforts are told
 * @origin: where the answer comes from
 *
 * Makes the activity, always the same. What the list shows of its route is thinned, and without the ends that the
 * runner's zone hides; its distance is that of the whole.
 *
 * Returns: (transfer full): the activity
 */
SpActivity *
sp_mock_club_make_activity (SpMockClub         *self,
                            SpMockRunner       *runner,
                            const SpMockOuting *outing,
                            gboolean            detail,
                            const SpOrigin     *origin)
{
  gint64 local_s = outing->start_utc_s + outing->utc_offset_s;
  g_autoptr (SpActivityBuilder) builder = NULL;
  g_autoptr (GArray) track = NULL;
  double distance_m;

  if ((outing->flags & SP_ACTIVITY_START_HIDDEN) != 0)
    local_s = sp_time_get_day (local_s) * SP_TIME_DAY_S + 1;
  builder = sp_activity_builder_new (outing->id, local_s - outing->utc_offset_s, local_s);
  track = run_outing (self, runner, outing, detail ? builder : NULL);
  distance_m = sp_mock_track_length_m (track);
  sp_activity_builder_set_sport (builder, outing->sport);
  sp_activity_builder_set_flags (builder, outing->flags);
  sp_activity_builder_set_distance_m (builder, distance_m);
  sp_activity_builder_set_climb_m (builder, floor (distance_m / 90));
  sp_activity_builder_set_elapsed_s (builder, (int) (distance_m * pace_of (runner, outing) / 1000) + 60);
  sp_activity_builder_set_origin (builder, origin);
  if (outing->has_route)
    {
      g_autoptr (GArray) line = sp_mock_track_list (track, runner->zone_m);
      g_autoptr (SpRoute) route = sp_mock_track_to_route (line);

      sp_activity_builder_set_route (builder, route);
    }
  if (detail)
    sp_activity_builder_set_has_efforts (builder);

  return sp_activity_builder_end (builder);
}

static gboolean
is_needed (SpMockClub         *self,
           SpMockRunner       *runner,
           const SpMockOuting *outing)
{
  g_autoptr (SpActivity) activity = NULL;
  const SpEffort *efforts;
  guint n_efforts;

  if (outing->n_passes == 0 || !g_str_has_suffix (outing->sport, "Run"))
    return FALSE;
  activity = sp_mock_club_make_activity (self, runner, outing, TRUE, &SP_ORIGIN_UNKNOWN);
  efforts = sp_activity_get_efforts (activity, &n_efforts);
  for (guint i = 0; i < n_efforts; i++)
    for (guint j = 0; j < self->shape.n_windows; j++)
      {
        gint64 start_s = efforts[i].start_local_s;
        SpPeriod local;
        guint segment;

        sp_mock_club_get_window (self, j, &segment, &local);
        if (start_s == SP_TIME_UNKNOWN)
          start_s = sp_activity_get_start_local_s (activity);
        if (FIRST_SEGMENT_ID + segment == efforts[i].segment_id && sp_period_contains (&local, start_s))
          return TRUE;
      }

  return FALSE;
}

/**
 * sp_mock_club_count_needed:
 * @self: a club
 *
 * Tells what a client would ask that knew beforehand where the efforts are.
 *
 * Returns: how many activities hold an effort that counts on a board
 */
guint
sp_mock_club_count_needed (SpMockClub *self)
{
  guint n = 0;

  for (guint i = 0; i < self->runners->len; i++)
    {
      SpMockRunner *runner = sp_mock_club_get_runner (self, i);

      for (guint j = 0; j < runner->outings->len; j++)
        n += is_needed (self, runner, &g_array_index (runner->outings, SpMockOuting, j));
    }

  return n;
}
