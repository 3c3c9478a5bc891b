/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-route-test.h"

#include <math.h>

#define EARTH_M 6371008.8
#define NEAR_M 300.0
#define ALLOWANCE_M 250.0
#define ALLOWANCE_SHARE 0.03
#define RADIANS (G_PI / 180.0)

/* Where the flat box below is still good; nearer to a pole the box is not asked. */
#define FLAT_LAT_DEG 80.0

/* A place as a point of the sphere in metres from its centre: no date line, no poles, no flat earth. */
typedef struct
{
  double x;
  double y;
  double z;
} Vector;

/* What one pass over the line finds out, in metres along it. */
typedef struct
{
  double length_m;
  double start_first_m; /* not after the first spot near the segment's start, infinity for nowhere */
  double end_last_m;    /* not before the last spot near the segment's end, -infinity for nowhere */
} Survey;

static Vector
to_vector (const SpPoint *point)
{
  double lat = point->lat_deg * RADIANS, lon = point->lon_deg * RADIANS;
  double across = EARTH_M * cos (lat);

  return (Vector) { across * cos (lon), across * sin (lon), EARTH_M * sin (lat) };
}

static double
get_dot (const Vector *a,
         const Vector *b)
{
  return a->x * b->x + a->y * b->y + a->z * b->z;
}

/* Chords are short of arcs by 1 in 10,000 at 300 km, which the allowance takes in. */
static double
get_distance_m (const Vector *a,
                const Vector *b)
{
  Vector d = { a->x - b->x, a->y - b->y, a->z - b->z };

  return sqrt (get_dot (&d, &d));
}

/* Whether a place is near the arc between two others, and how far along it. */
static gboolean
is_near (const Vector *from,
         const Vector *to,
         const Vector *place,
         double       *along_m)
{
  Vector along = { to->x - from->x, to->y - from->y, to->z - from->z };
  Vector away = { place->x - from->x, place->y - from->y, place->z - from->z };
  double square = get_dot (&along, &along);
  double share = square > 0 ? CLAMP (get_dot (&away, &along) / square, 0.0, 1.0) : 0.0;
  Vector foot = { from->x + share * along.x, from->y + share * along.y, from->z + share * along.z };
  double lift = EARTH_M / sqrt (get_dot (&foot, &foot));

  foot = (Vector) { foot.x * lift, foot.y * lift, foot.z * lift };
  *along_m = share * sqrt (square);

  return get_distance_m (&foot, place) <= NEAR_M;
}

/* Within what is near, no spot of an edge is farther than that from the nearest one. */
static void
survey_line (const SpPoint *points,
             gsize          n_points,
             const Vector  *start,
             const Vector  *end,
             Survey        *survey)
{
  Vector last = to_vector (&points[0]);

  *survey = (Survey) { 0.0, INFINITY, -INFINITY };
  for (gsize i = MIN (1, n_points - 1); i < n_points; i++)
    {
      Vector next = to_vector (&points[i]);
      double along_m;

      if (isinf (survey->start_first_m) && is_near (&last, &next, start, &along_m))
        survey->start_first_m = survey->length_m + along_m - NEAR_M;
      if (is_near (&last, &next, end, &along_m))
        survey->end_last_m = survey->length_m + along_m + NEAR_M;
      survey->length_m += get_distance_m (&last, &next);
      last = next;
    }
}

static gboolean
is_in_box (const SpPoint *low,
           const SpPoint *high,
           const SpPoint *place,
           double         reach_m)
{
  double reach_deg = reach_m / EARTH_M / RADIANS;
  double farthest_deg = MAX (fabs (low->lat_deg), fabs (high->lat_deg)) + reach_deg;

  if (place->lat_deg < low->lat_deg - reach_deg || place->lat_deg > high->lat_deg + reach_deg)
    return FALSE;
  if (farthest_deg > FLAT_LAT_DEG || high->lon_deg - low->lon_deg > 90.0)
    return TRUE;

  reach_deg /= cos (farthest_deg * RADIANS);
  for (int turn = -1; turn <= 1; turn++)
    if (place->lon_deg + turn * 360.0 >= low->lon_deg - reach_deg &&
        place->lon_deg + turn * 360.0 <= high->lon_deg + reach_deg)
      return TRUE;

  return FALSE;
}

/* The quick no: farther from the line's box than the whole activity is long. */
static gboolean
may_reach (const SpPoint *points,
           gsize          n_points,
           const SpPoint *start,
           const SpPoint *end,
           double         reach_m)
{
  SpPoint low = points[0], high = points[0];

  for (gsize i = 1; i < n_points; i++)
    {
      low.lat_deg = MIN (low.lat_deg, points[i].lat_deg);
      low.lon_deg = MIN (low.lon_deg, points[i].lon_deg);
      high.lat_deg = MAX (high.lat_deg, points[i].lat_deg);
      high.lon_deg = MAX (high.lon_deg, points[i].lon_deg);
    }

  return is_in_box (&low, &high, start, reach_m) && is_in_box (&low, &high, end, reach_m);
}

/* What is missing on the line was run before it, after it, or to and fro along it. */
static gboolean
is_within (const Survey *survey,
           double        hidden_m,
           const Vector *first,
           const Vector *last,
           const Vector *start,
           const Vector *end)
{
  gboolean start_near = isfinite (survey->start_first_m), end_near = isfinite (survey->end_last_m);
  double before_m = get_distance_m (start, first), after_m = get_distance_m (end, last);
  double inside_m = get_distance_m (start, end);

  if (start_near && end_near && survey->start_first_m - survey->end_last_m <= MAX (hidden_m / 2.0, 0.0))
    return TRUE;
  if ((end_near && before_m <= hidden_m) || (start_near && after_m <= hidden_m))
    return TRUE;

  return before_m + after_m <= hidden_m || inside_m + get_distance_m (end, first) <= hidden_m ||
         get_distance_m (last, start) + inside_m <= hidden_m;
}

/**
 * sp_route_test_may_pass:
 * @line: the line that a list shows of an activity
 * @activity_distance_m: the distance of the whole activity in metres, NaN where unknown
 * @segment: a segment
 *
 * Tells whether the activity can have passed the segment from start to end: along the line, in the hidden pieces at the
 * line's ends, or over from one to the other. What this rests on is said at the top of the header.
 *
 * Returns: %FALSE only where it can not have
 */
gboolean
sp_route_test_may_pass (SpRoute   *line,
                        double     activity_distance_m,
                        SpSegment *segment)
{
  const SpPoint *points, *ends;
  gsize n_points, n_ends = 0;
  double allowance_m;
  Vector start, end, first, last;
  Survey survey;

  g_return_val_if_fail (line != NULL && segment != NULL, TRUE);

  if (sp_segment_get_route (segment) == NULL || !(activity_distance_m > 0.0) || !isfinite (activity_distance_m))
    return TRUE;
  ends = sp_route_get_points (sp_segment_get_route (segment), &n_ends);
  points = sp_route_get_points (line, &n_points);
  allowance_m = ALLOWANCE_M + ALLOWANCE_SHARE * activity_distance_m;
  if (n_ends < 2)
    return TRUE;
  if (!may_reach (points, n_points, &ends[0], &ends[n_ends - 1], NEAR_M + allowance_m + activity_distance_m))
    return FALSE;

  start = to_vector (&ends[0]);
  end = to_vector (&ends[n_ends - 1]);
  first = to_vector (&points[0]);
  last = to_vector (&points[n_points - 1]);
  survey_line (points, n_points, &start, &end, &survey);

  return is_within (&survey, activity_distance_m - survey.length_m + allowance_m, &first, &last, &start, &end);
}
