/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-efforts.h"

#include <math.h>

/* How much longer than the segment the way between two of its spots may be. */
#define DETOUR 1.3

/* A way with how far along each of its spots is, in metres. */
typedef struct
{
  GArray *way;
  double *along_m;
} Ruler;

/* Looks from a spot of the way for the first place near a spot of the segment. Returns infinity for none. */
static double
find_near_m (const Ruler      *ruler,
             guint            *index,
             double            from_m,
             double            to_m,
             const SpMockSpot *spot)
{
  double found_m = INFINITY, nearest_m = SP_MOCK_ON_M;

  for (guint i = *index; i + 1 < ruler->way->len && ruler->along_m[i] <= to_m; i++)
    {
      const SpMockSpot *a = sp_mock_way_get (ruler->way, i), *b = sp_mock_way_get (ruler->way, i + 1);
      double edge_m = ruler->along_m[i + 1] - ruler->along_m[i];
      double share = edge_m > 0 ? ((spot->x_m - a->x_m) * (b->x_m - a->x_m) + (spot->y_m - a->y_m) * (b->y_m - a->y_m))
                                  / (edge_m * edge_m) : 0;
      double least = edge_m > 0 ? CLAMP ((from_m - ruler->along_m[i]) / edge_m, 0.0, 1.0) : 0;
      double off_m;

      share = CLAMP (share, least, 1.0);
      off_m = hypot (a->x_m + share * (b->x_m - a->x_m) - spot->x_m, a->y_m + share * (b->y_m - a->y_m) - spot->y_m);
      if (off_m < nearest_m)
        {
          nearest_m = off_m;
          found_m = ruler->along_m[i] + share * edge_m;
          *index = i;
        }
      else if (isfinite (found_m))
        {
          break;
        }
    }

  return found_m;
}

/* Follows a segment from where its start was found. Returns where its end is, infinity where the way leaves it. */
static double
follow_m (const Ruler *ruler,
          guint        index,
          double       from_m,
          GArray      *segment)
{
  for (guint i = 1; i < segment->len && isfinite (from_m); i++)
    {
      const SpMockSpot *spot = sp_mock_way_get (segment, i);
      double step_m = sp_mock_spot_distance_m (sp_mock_way_get (segment, i - 1), spot);

      from_m = find_near_m (ruler, &index, from_m, from_m + step_m * DETOUR + SP_MOCK_ON_M, spot);
    }

  return from_m;
}

static void
find_on_segment (SpMockWorld *world,
                 const Ruler *ruler,
                 guint        which,
                 GArray      *passages)
{
  GArray *segment = sp_mock_world_get_segment (world, which)->way;
  double end_m = ruler->along_m[ruler->way->len - 1], from_m = 0;
  guint index = 0;

  while (isfinite (from_m = find_near_m (ruler, &index, from_m, end_m, sp_mock_way_get (segment, 0))))
    {
      SpMockPassage passage = { which, from_m, follow_m (ruler, index, from_m, segment) };

      if (isfinite (passage.to_m))
        {
          g_array_append_val (passages, passage);
          from_m = passage.to_m;
        }
      else
        {
          from_m += 2 * SP_MOCK_ON_M;
        }
      while (index + 1 < ruler->way->len && ruler->along_m[index + 1] <= from_m)
        index++;
    }
}

static gint
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const SpMockPassage *first = a, *second = b;

  return (first->from_m > second->from_m) - (first->from_m < second->from_m);
}

/**
 * sp_mock_efforts_find:
 * @world: the land
 * @way: (element-type SpMockSpot): a way on the sheet of home
 *
 * Finds where a way runs along whole segments. It goes by the lines alone and does not know what the runner meant.
 *
 * Returns: (transfer full) (element-type SpMockPassage): the passages, in the order they are run
 */
GArray *
sp_mock_efforts_find (SpMockWorld *world,
                      GArray      *way)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (SpMockPassage));
  g_autofree double *along_m = g_new0 (double, way->len);
  Ruler ruler = { way, along_m };

  for (guint i = 1; i < way->len; i++)
    along_m[i] = along_m[i - 1] + sp_mock_spot_distance_m (sp_mock_way_get (way, i - 1), sp_mock_way_get (way, i));
  for (guint i = 0; i < sp_mock_world_get_n_segments (world) && way->len > 1; i++)
    find_on_segment (world, &ruler, i, passages);
  g_array_sort (passages, compare_passages);

  return passages;
}
