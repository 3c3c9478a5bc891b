/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan over whole clubs: nothing that counts is left out, and little else is asked for. */
#include "engine/sp-plan.h"

#include "files/sp-demo-reader.h"
#include "sp-mock-club.h"
#include "sp-mock-competition.h"

#define N_SEEDS 3
#define N_RUNNERS 34
#define N_SEGMENTS 4

typedef struct
{
  guint n_needed;
  guint n_planned;
  guint n_without_routes;
} Count;

/* Whether it holds an effort of a board, in its window; brute force over all. */
static gboolean
is_needed (SpCompetition *competition,
           SpActivity    *activity)
{
  gboolean day_only = (sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN) != 0;
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, i));

      for (guint j = 0; j < n_efforts * group->windows->len; j++)
        {
          const SpWindowValues *window = sp_window_get_values (group->windows->pdata[j % group->windows->len]);
          const SpEffort *effort = &efforts[j / group->windows->len];
          gint64 first_s = effort->start_local_s != SP_TIME_UNKNOWN ? effort->start_local_s
                                                                    : sp_activity_get_start_local_s (activity);
          gint64 last_s = first_s;

          if (day_only)
            {
              first_s = sp_time_get_day (first_s) * SP_TIME_DAY_S;
              last_s = first_s + SP_TIME_DAY_S - 1;
            }
          if (effort->segment_id == group->segment_id && first_s <= window->end_local_s &&
              last_s >= window->start_local_s)
            return TRUE;
        }
    }

  return FALSE;
}

static void
count_runner (SpMockClub    *club,
              guint          index,
              SpCompetition *competition,
              GPtrArray     *segments,
              Count         *count)
{
  GPtrArray *activities = sp_mock_club_get_activities (club, index);

  for (guint i = 0; i < activities->len; i++)
    {
      const SpMockActivity *activity = activities->pdata[i];
      SpSkipReason sport_first = SP_SKIP_WINDOW, reason;
      gboolean thorough = sp_plan_wants (competition, segments, activity->listed, TRUE, &sport_first, NULL);
      gboolean wanted = sp_plan_wants (competition, segments, activity->listed, FALSE, &reason, NULL);
      gboolean needed = is_needed (competition, activity->detail) && sport_first != SP_SKIP_SPORT;

      g_assert_true (thorough || !wanted);
      if (needed && !wanted)
        g_error ("seed %u: activity %" G_GINT64_FORMAT " of %s holds an effort and is left out",
                 sp_mock_club_get_size (club)->seed, sp_activity_get_id (activity->listed),
                 sp_mock_club_get_runner (club, index)->name);
      count->n_needed += needed;
      count->n_planned += wanted;
      count->n_without_routes += thorough;
    }
}

static void
count_club (guint32  seed,
            guint    n_windows,
            Count   *count)
{
  SpMockSize size = { seed, N_RUNNERS, N_SEGMENTS, n_windows, sp_time_new (2026, 2, 2, 0, 0, 0) };
  g_autoptr (SpMockClub) club = sp_mock_club_new (&size);
  g_autofree char *json = sp_mock_competition_to_json (club);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpCompetition) competition = sp_demo_reader_read (json, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_SEGMENTS; i++)
    {
      gint64 id = sp_mock_world_get_segment (sp_mock_club_get_world (club), i)->id;

      g_ptr_array_add (segments, sp_mock_club_make_segment (club, id, &SP_ORIGIN_UNKNOWN));
    }
  for (guint i = 0; i < N_RUNNERS; i++)
    count_runner (club, i, competition, segments, count);
}

/* Within 15 % of the requests of a client that knows all beforehand: a list each, the geometry, and what counts. */
static void
test_requests (gconstpointer data)
{
  guint n_windows = GPOINTER_TO_UINT (data);
  Count count = { 0 };
  guint n_lists = N_SEEDS * (N_RUNNERS + N_SEGMENTS);

  for (guint seed = 1; seed <= N_SEEDS; seed++)
    count_club (seed, n_windows, &count);
  g_test_message ("%u windows: %u needed, %u planned, %u without routes; %.3f times the least requests", n_windows,
                  count.n_needed, count.n_planned, count.n_without_routes,
                  (double) (n_lists + count.n_planned) / (n_lists + count.n_needed));
  g_assert_cmpuint (count.n_needed, >, 0);
  g_assert_cmpuint ((n_lists + count.n_planned) * 100, <=, (n_lists + count.n_needed) * 115);
  g_assert_cmpuint (count.n_planned * 2, <, count.n_without_routes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/mock/plan/4-windows", GUINT_TO_POINTER (4), test_requests);
  g_test_add_data_func ("/mock/plan/8-windows", GUINT_TO_POINTER (8), test_requests);

  return g_test_run ();
}
