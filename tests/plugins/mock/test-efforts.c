/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Efforts are where a way runs along a whole segment, and nowhere else. */
#include "sp-mock-club.h"
#include "sp-mock-efforts.h"
#include "sp-mock-track.h"

#include <math.h>

#define N_SEEDS 4
#define STEP_M 25.0

/* How far spots may lie off that are to be on a segment: its own bends are cut between two spots. */
#define SLACK_M (SP_MOCK_ON_M + 5.0)

static double
get_off_m (GArray           *line,
           const SpMockSpot *spot)
{
  double nearest_m = INFINITY;

  for (guint i = 1; i < line->len; i++)
    {
      const SpMockSpot *a = sp_mock_way_get (line, i - 1), *b = sp_mock_way_get (line, i);
      double edge_m = sp_mock_spot_distance_m (a, b);
      double share = edge_m > 0 ? ((spot->x_m - a->x_m) * (b->x_m - a->x_m) + (spot->y_m - a->y_m) * (b->y_m - a->y_m))
                                  / (edge_m * edge_m) : 0;
      SpMockSpot foot;

      share = CLAMP (share, 0.0, 1.0);
      foot = (SpMockSpot) { a->x_m + share * (b->x_m - a->x_m), a->y_m + share * (b->y_m - a->y_m) };
      nearest_m = MIN (nearest_m, sp_mock_spot_distance_m (&foot, spot));
    }

  return nearest_m;
}

static SpMockSpot
get_spot_at (GArray *way,
             double  along_m)
{
  for (guint i = 1; i < way->len; i++)
    {
      const SpMockSpot *a = sp_mock_way_get (way, i - 1), *b = sp_mock_way_get (way, i);
      double edge_m = sp_mock_spot_distance_m (a, b);

      if (edge_m > 0 && along_m <= edge_m)
        return (SpMockSpot) { a->x_m + along_m / edge_m * (b->x_m - a->x_m),
                              a->y_m + along_m / edge_m * (b->y_m - a->y_m) };
      along_m -= edge_m;
    }

  return *sp_mock_way_get (way, way->len - 1);
}

static void
assert_runs_along (GArray              *way,
                   const SpMockPassage *passage,
                   const SpMockSegment *segment)
{
  SpMockSpot from = get_spot_at (way, passage->from_m), to = get_spot_at (way, passage->to_m);

  g_assert_cmpfloat (sp_mock_spot_distance_m (&from, sp_mock_way_get (segment->way, 0)), <=, SLACK_M);
  g_assert_cmpfloat (sp_mock_spot_distance_m (&to, sp_mock_way_get (segment->way, segment->way->len - 1)), <=, SLACK_M);
  g_assert_cmpfloat_with_epsilon (passage->to_m - passage->from_m, segment->length_m, segment->length_m * 0.05);
  for (double m = passage->from_m; m <= passage->to_m; m += STEP_M)
    {
      SpMockSpot spot = get_spot_at (way, m);

      g_assert_cmpfloat (get_off_m (segment->way, &spot), <=, SLACK_M);
    }
}

static guint
count_meant (const SpMockOuting *outing,
             guint               segment,
             guint               n_segments)
{
  if (outing->kind == SP_MOCK_PAIR)
    return segment == outing->segment || segment == (outing->segment + 1) % n_segments ? 1 : 0;
  if (segment != outing->segment)
    return 0;

  return outing->kind == SP_MOCK_ATTEMPT ? 1 : outing->kind == SP_MOCK_REPEAT ? 2 : 0;
}

/* What is found in a way is what its runner meant to run, and each passage runs along. */
static void
check_outing (SpMockClub         *club,
              const SpMockRunner *runner,
              SpMockActivity     *activity)
{
  SpMockWorld *world = sp_mock_club_get_world (club);
  guint n_segments = sp_mock_world_get_n_segments (world), n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity->detail, &n_efforts);
  g_autoptr (GArray) way = sp_mock_track_make (sp_mock_club_get_size (club)->seed, runner, &activity->outing, world);
  g_autoptr (GArray) passages = NULL;

  if (way == NULL || activity->outing.place != 0)
    {
      g_assert_cmpuint (n_efforts, ==, 0);
      return;
    }
  passages = sp_mock_efforts_find (world, way);
  g_assert_cmpuint (passages->len, ==, n_efforts);
  for (guint i = 0; i < passages->len; i++)
    {
      const SpMockPassage *passage = &g_array_index (passages, SpMockPassage, i);
      const SpMockSegment *segment = sp_mock_world_get_segment (world, passage->segment);

      g_assert_cmpint (efforts[i].segment_id, ==, segment->id);
      assert_runs_along (way, passage, segment);
    }
  for (guint i = 0; i < n_segments; i++)
    {
      guint n_found = 0;

      for (guint j = 0; j < passages->len; j++)
        n_found += g_array_index (passages, SpMockPassage, j).segment == i;
      g_assert_cmpuint (n_found, ==, count_meant (&activity->outing, i, n_segments));
    }
}

static void
test_clubs (void)
{
  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      SpMockSize size = { seed, 20, 1 + seed, 8, 0 };
      g_autoptr (SpMockClub) club = sp_mock_club_new (&size);

      for (guint i = 0; i < size.n_runners; i++)
        {
          GPtrArray *activities = sp_mock_club_get_activities (club, i);

          for (guint j = 0; j < activities->len; j++)
            check_outing (club, sp_mock_club_get_runner (club, i), activities->pdata[j]);
        }
    }
}

/* Times on the segments lie in the activity, one after the other. */
static void
test_times (void)
{
  SpMockSize size = { 3, 34, 4, 8, 0 };
  g_autoptr (SpMockClub) club = sp_mock_club_new (&size);

  for (guint i = 0; i < size.n_runners; i++)
    {
      GPtrArray *activities = sp_mock_club_get_activities (club, i);

      for (guint j = 0; j < activities->len; j++)
        {
          SpMockActivity *activity = activities->pdata[j];
          gint64 before_s = sp_activity_get_start_local_s (activity->detail);
          guint n_efforts;
          const SpEffort *efforts = sp_activity_get_efforts (activity->detail, &n_efforts);

          for (guint k = 0; k < n_efforts; k++)
            {
              g_assert_cmpint (efforts[k].start_local_s, >=, before_s);
              g_assert_cmpint (efforts[k].elapsed_s, >, 60);
              g_assert_cmpint (efforts[k].moving_s, <=, efforts[k].elapsed_s);
              g_assert_cmpfloat (efforts[k].distance_m, >, 500);
              before_s = efforts[k].start_local_s + efforts[k].elapsed_s - 1;
            }
          g_assert_cmpint (before_s, <=, sp_activity_get_start_local_s (activity->detail)
                           + sp_activity_get_elapsed_s (activity->detail));
        }
    }
}

/* A way that goes along a segment from one of its spots to another, some metres aside. */
static GArray *
make_way (const SpMockSegment *segment,
          guint                first,
          guint                last,
          double               aside_m)
{
  GArray *way = sp_mock_way_new ();
  const SpMockSpot *start = sp_mock_way_get (segment->way, 0);

  sp_mock_way_add (way, start->x_m - 400, start->y_m + 900);
  for (guint i = first; i <= last; i++)
    {
      const SpMockSpot *a = sp_mock_way_get (segment->way, MAX (i, 1) - 1);
      const SpMockSpot *b = sp_mock_way_get (segment->way, MAX (i, 1));
      const SpMockSpot *spot = sp_mock_way_get (segment->way, i);
      double edge_m = sp_mock_spot_distance_m (a, b);

      sp_mock_way_add (way, spot->x_m - aside_m * (b->y_m - a->y_m) / edge_m,
                       spot->y_m + aside_m * (b->x_m - a->x_m) / edge_m);
    }

  return way;
}

static guint
count_found (SpMockWorld *world,
             GArray      *its_way)
{
  g_autoptr (GArray) way = its_way;
  g_autoptr (GArray) passages = sp_mock_efforts_find (world, way);

  return passages->len;
}

static void
test_edges (void)
{
  g_autoptr (SpMockWorld) world = sp_mock_world_new (9, 1);
  const SpMockSegment *segment = sp_mock_world_get_segment (world, 0);
  guint last = segment->way->len - 1;
  GArray *way;

  g_assert_cmpuint (count_found (world, make_way (segment, 0, last, 0)), ==, 1);
  g_assert_cmpuint (count_found (world, make_way (segment, 0, last, 10)), ==, 1);
  g_assert_cmpuint (count_found (world, make_way (segment, 0, last, -10)), ==, 1);
  g_assert_cmpuint (count_found (world, make_way (segment, 0, last, 25)), ==, 0);
  g_assert_cmpuint (count_found (world, make_way (segment, 2, last, 0)), ==, 0);
  g_assert_cmpuint (count_found (world, make_way (segment, 0, last - 2, 0)), ==, 0);
  g_assert_cmpuint (count_found (world, sp_mock_way_new ()), ==, 0);

  /* There and back, and once more: two passages in its direction. */
  way = make_way (segment, 0, last, 0);
  sp_mock_way_add_way (way, segment->way, 1.0, TRUE);
  sp_mock_way_add_way (way, segment->way, 1.0, FALSE);
  g_assert_cmpuint (count_found (world, way), ==, 2);

  /* Left in the middle for a look from afar, and gone on at the same spot. */
  way = make_way (segment, 0, last / 2, 0);
  sp_mock_way_add (way, sp_mock_way_get (segment->way, last / 2)->x_m + 400,
                   sp_mock_way_get (segment->way, last / 2)->y_m);
  for (guint i = last / 2; i <= last; i++)
    sp_mock_way_add (way, sp_mock_way_get (segment->way, i)->x_m, sp_mock_way_get (segment->way, i)->y_m);
  g_assert_cmpuint (count_found (world, way), ==, 0);

  /* Broken off at the start, and begun again. */
  way = make_way (segment, 0, 5, 0);
  sp_mock_way_add (way, sp_mock_way_get (segment->way, 0)->x_m - 300, sp_mock_way_get (segment->way, 0)->y_m + 500);
  sp_mock_way_add_way (way, segment->way, 1.0, FALSE);
  g_assert_cmpuint (count_found (world, way), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/efforts/clubs", test_clubs);
  g_test_add_func ("/plugins/mock/efforts/times", test_times);
  g_test_add_func ("/plugins/mock/efforts/edges", test_edges);

  return g_test_run ();
}
