/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-world.h"

#include <math.h>

#include "api/sp-time.h"
#include "sp-mock-random.h"

#define FIRST_SEGMENT_ID 4200017
#define SEGMENT_ID_STEP 1009
#define STEP_M 30.0

static const struct
{
  const char *name;
  gboolean    is_trail;
} segment_names[SP_MOCK_MAX_SEGMENTS] = {
  { "Allt y Gigfran Climb", TRUE },
  { "Bryn Helyg Mile", FALSE },
  { "Lower Marrow Lane", FALSE },
  { "Nant Oer Riverside", TRUE },
  { "Pont Wen to Pant Glas", FALSE },
  { "Kiln Bank Sprint", FALSE },
  { "Cefn Melyn Ridge", TRUE },
  { "Old Tramway South", FALSE },
};

/* Home is the first place. The others lie in other time zones, one of them beside the date line. */
static const struct
{
  SpPoint middle;
  int     offset_s;
} places[] = {
  { { 52.3400, -3.2100 }, 0 },
  { { 39.8200, 3.0100 }, 2 * 3600 },
  { { 37.7500, -119.6000 }, -7 * 3600 },
  { { 27.9900, 86.8300 }, 5 * 3600 + 45 * 60 },
  { { -16.8000, 179.9900 }, 12 * 3600 },
};

struct _SpMockWorld
{
  GArray *segments; /* (element-type SpMockSegment) */
};

static void
segment_clear (gpointer data)
{
  SpMockSegment *segment = data;

  g_array_unref (segment->way);
}

/* A curve that turns a little to one side and back, away from the middle or round it. */
static GArray *
make_way (GRand  *random,
          double  bearing)
{
  GArray *way = sp_mock_way_new ();
  double far_m = sp_mock_random_between (random, 2300, 3900);
  double length_m = sp_mock_random_between (random, 900, 2300);
  double heading = bearing + sp_mock_random_between (random, 0.25, 0.75) * G_PI;
  double bend = sp_mock_random_between (random, 0.3, 0.9);
  double x_m = far_m * sin (bearing), y_m = far_m * cos (bearing);
  guint n = (guint) (length_m / STEP_M);

  for (guint i = 0; i <= n; i++)
    {
      double now = heading + bend * sin (2 * G_PI * i / n);

      sp_mock_way_add (way, x_m, y_m);
      x_m += STEP_M * sin (now);
      y_m += STEP_M * cos (now);
    }

  return way;
}

/**
 * sp_mock_world_new:
 * @seed: of the club
 * @n_segments: how many segments, 1 to %SP_MOCK_MAX_SEGMENTS
 *
 * Returns: (transfer full): the land; the same for the same seed and number
 */
SpMockWorld *
sp_mock_world_new (guint32 seed,
                   guint   n_segments)
{
  SpMockWorld *self = g_new0 (SpMockWorld, 1);

  self->segments = g_array_new (FALSE, FALSE, sizeof (SpMockSegment));
  g_array_set_clear_func (self->segments, segment_clear);
  for (guint i = 0; i < n_segments; i++)
    {
      GRand *random = sp_mock_random_new (seed, SP_MOCK_FOR_WORLD, i, 0);
      double bearing = 2 * G_PI * (i + sp_mock_random_between (random, -0.15, 0.15)) / n_segments;
      SpMockSegment segment = {
        .id = FIRST_SEGMENT_ID + (gint64) i * SEGMENT_ID_STEP,
        .name = segment_names[i].name,
        .is_trail = segment_names[i].is_trail,
        .way = make_way (random, bearing),
      };

      segment.length_m = sp_mock_way_get_length_m (segment.way);
      g_array_append_val (self->segments, segment);
      g_rand_free (random);
    }

  return self;
}

/**
 * sp_mock_world_free:
 * @self: (transfer full): a land
 *
 * Frees it.
 */
void
sp_mock_world_free (SpMockWorld *self)
{
  g_array_unref (self->segments);
  g_free (self);
}

/**
 * sp_mock_world_get_n_segments:
 * @self: a land
 *
 * Returns: how many segments it has
 */
guint
sp_mock_world_get_n_segments (SpMockWorld *self)
{
  return self->segments->len;
}

/**
 * sp_mock_world_get_segment:
 * @self: a land
 * @index: which one
 *
 * Returns: (transfer none): a segment
 */
const SpMockSegment *
sp_mock_world_get_segment (SpMockWorld *self,
                           guint        index)
{
  return &g_array_index (self->segments, SpMockSegment, index);
}

/**
 * sp_mock_world_find_segment:
 * @self: a land
 * @id: the id of a segment
 *
 * Returns: (transfer none) (nullable): the segment, %NULL where there is none
 */
const SpMockSegment *
sp_mock_world_find_segment (SpMockWorld *self,
                            gint64       id)
{
  for (guint i = 0; i < self->segments->len; i++)
    if (sp_mock_world_get_segment (self, i)->id == id)
      return sp_mock_world_get_segment (self, i);

  return NULL;
}

/**
 * sp_mock_world_get_n_places:
 *
 * Returns: how many places there are, with home, which is the first
 */
guint
sp_mock_world_get_n_places (void)
{
  return G_N_ELEMENTS (places);
}

/**
 * sp_mock_world_get_place:
 * @place: which one
 * @middle: (out): where on the earth it is
 *
 * Tells where the sheet of a place has its middle.
 */
void
sp_mock_world_get_place (guint    place,
                         SpPoint *middle)
{
  *middle = places[place].middle;
}

/* The last Sunday of a month, at one in the morning. 1970-01-01 was a Thursday. */
static gint64
last_sunday_s (int year,
               int month)
{
  gint64 day = sp_time_get_day (sp_time_new (year, month, 31, 0, 0, 0));

  return (day - (day + 4) % 7) * SP_TIME_DAY_S + 3600;
}

/**
 * sp_mock_world_get_offset_s:
 * @place: which one
 * @local_s: what the wall clock shows there
 *
 * Tells the time zone. At home there is summer time, by the rule of Europe; abroad people only stay for a week.
 *
 * Returns: how far the wall clock is ahead of UTC, in seconds
 */
int
sp_mock_world_get_offset_s (guint  place,
                            gint64 local_s)
{
  int year;

  if (place != 0)
    return places[place].offset_s;
  sp_time_get_date (local_s, &year, NULL, NULL);

  return local_s >= last_sunday_s (year, 3) && local_s < last_sunday_s (year, 10) ? 3600 : 0;
}
