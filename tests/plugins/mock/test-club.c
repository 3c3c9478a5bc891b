/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-oracle.h"

#define N_RUNNERS 34
#define N_SEEDS 5

static SpMockClub *
make_club (guint32 seed,
           guint   n_windows)
{
  SpMockSize size = { seed, N_RUNNERS, 4, n_windows, sp_time_new (2026, 6, 10, 0, 0, 0) };

  return sp_mock_club_new (&size);
}

static void
assert_same_efforts (SpActivity *a,
                     SpActivity *b)
{
  guint n_a, n_b;
  const SpEffort *efforts_a = sp_activity_get_efforts (a, &n_a), *efforts_b = sp_activity_get_efforts (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  for (guint i = 0; i < n_a; i++)
    {
      g_assert_cmpint (efforts_a[i].id, ==, efforts_b[i].id);
      g_assert_cmpint (efforts_a[i].segment_id, ==, efforts_b[i].segment_id);
      g_assert_cmpint (efforts_a[i].start_local_s, ==, efforts_b[i].start_local_s);
      g_assert_cmpint (efforts_a[i].elapsed_s, ==, efforts_b[i].elapsed_s);
      g_assert_cmpfloat (efforts_a[i].distance_m, ==, efforts_b[i].distance_m);
    }
}

/* The same seed makes the same club, in whatever order its runners are asked for. */
static void
test_same (void)
{
  g_autoptr (SpMockClub) one = make_club (5, 8);
  g_autoptr (SpMockClub) two = make_club (5, 8);

  for (guint i = N_RUNNERS; i > 0; i--)
    sp_mock_club_get_activities (two, i - 1);
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      GPtrArray *first = sp_mock_club_get_activities (one, i), *second = sp_mock_club_get_activities (two, i);

      g_assert_cmpstr (sp_mock_club_get_runner (one, i)->name, ==, sp_mock_club_get_runner (two, i)->name);
      g_assert_cmpuint (first->len, ==, second->len);
      for (guint j = 0; j < first->len; j++)
        {
          SpMockActivity *a = first->pdata[j], *b = second->pdata[j];

          g_assert_cmpint (sp_activity_get_id (a->listed), ==, sp_activity_get_id (b->listed));
          g_assert_true (sp_activity_get_fingerprint (a->listed) == sp_activity_get_fingerprint (b->listed));
          assert_same_efforts (a->detail, b->detail);
        }
    }
}

static void
test_other_seed (void)
{
  g_autoptr (SpMockClub) one = make_club (5, 4);
  g_autoptr (SpMockClub) other = make_club (6, 4);
  guint n_same = 0;

  for (guint i = 0; i < N_RUNNERS; i++)
    n_same += sp_mock_club_get_activities (one, i)->len == sp_mock_club_get_activities (other, i)->len;
  g_assert_cmpuint (n_same, <, N_RUNNERS);
  g_assert_cmpfloat (sp_mock_world_get_segment (sp_mock_club_get_world (one), 0)->length_m, !=,
                     sp_mock_world_get_segment (sp_mock_club_get_world (other), 0)->length_m);
}

/* A list and a detail tell the same of an activity, but for its efforts; ids come once, those of efforts are long. */
static void
test_list_and_detail (void)
{
  g_autoptr (SpMockClub) club = make_club (7, 8);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < N_RUNNERS; i++)
    {
      GPtrArray *activities = sp_mock_club_get_activities (club, i);

      for (guint j = 0; j < activities->len; j++)
        {
          SpMockActivity *activity = activities->pdata[j];
          gint64 id = sp_activity_get_id (activity->listed);
          guint n_efforts;
          const SpEffort *efforts = sp_activity_get_efforts (activity->detail, &n_efforts);

          g_assert_true (sp_mock_club_find_activity (club, i, id) == activity);
          g_assert_true (g_hash_table_add (ids, g_memdup2 (&id, sizeof id)));
          g_assert_cmpint (sp_activity_get_id (activity->detail), ==, id);
          g_assert_true (sp_activity_get_fingerprint (activity->listed) ==
                         sp_activity_get_fingerprint (activity->detail));
          g_assert_false (sp_activity_has_efforts (activity->listed));
          g_assert_true (sp_activity_has_efforts (activity->detail));
          for (guint k = 0; k < n_efforts; k++)
            {
              g_assert_true (g_hash_table_add (ids, g_memdup2 (&efforts[k].id, sizeof efforts[k].id)));
              g_assert_cmpint (efforts[k].id, >, G_GINT64_CONSTANT (1) << 53);
            }
        }
    }
}

static void
test_find (void)
{
  g_autoptr (SpMockClub) club = make_club (1, 4);

  g_assert_cmpuint (sp_mock_club_find_runner (club, SP_MOCK_FIRST_RUNNER_ID)->index, ==, 0);
  g_assert_cmpuint (sp_mock_club_find_runner (club, SP_MOCK_FIRST_RUNNER_ID + 33)->index, ==, 33);
  g_assert_null (sp_mock_club_find_runner (club, SP_MOCK_FIRST_RUNNER_ID - 1));
  g_assert_null (sp_mock_club_find_runner (club, SP_MOCK_FIRST_RUNNER_ID + 34));
  g_assert_null (sp_mock_club_find_runner (club, G_MININT64));
  g_assert_null (sp_mock_club_find_activity (club, 0, 1));
}

/* A club costs what the figures say that the project is measured by: 443 and 1,069 requests for all, 146 and 258 for
 * what counts. */
static void
test_requests (void)
{
  static const struct { guint n_windows, all, knowing; } aims[] = { { 4, 443, 146 }, { 8, 1069, 258 } };

  for (guint i = 0; i < G_N_ELEMENTS (aims); i++)
    {
      guint n_all = 0, n_knowing = 0;

      for (guint32 seed = 1; seed <= N_SEEDS; seed++)
        {
          g_autoptr (SpMockClub) club = make_club (seed, aims[i].n_windows);
          SpMockReads all, knowing;

          sp_mock_oracle_count_union (club, &all);
          sp_mock_oracle_count_knowing (club, &knowing);
          g_assert_cmpuint (all.n_lists, ==, N_RUNNERS);
          g_assert_cmpuint (all.n_segments, ==, 4);
          g_assert_cmpuint (knowing.n_lists, ==, N_RUNNERS);
          g_assert_cmpuint (knowing.n_details, <, all.n_details);
          g_test_message ("seed %u, %u windows: %u for all, %u for what counts", seed, aims[i].n_windows,
                          sp_mock_reads_get_n (&all), sp_mock_reads_get_n (&knowing));
          n_all += sp_mock_reads_get_n (&all);
          n_knowing += sp_mock_reads_get_n (&knowing);
        }
      g_test_message ("mean of %u windows: %.1f for all, %.1f for what counts", aims[i].n_windows,
                      n_all / (double) N_SEEDS, n_knowing / (double) N_SEEDS);
      g_assert_cmpfloat_with_epsilon (n_all / (double) N_SEEDS, aims[i].all, aims[i].all * 0.06);
      g_assert_cmpfloat_with_epsilon (n_knowing / (double) N_SEEDS, aims[i].knowing, aims[i].knowing * 0.06);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/club/same", test_same);
  g_test_add_func ("/plugins/mock/club/other-seed", test_other_seed);
  g_test_add_func ("/plugins/mock/club/list-and-detail", test_list_and_detail);
  g_test_add_func ("/plugins/mock/club/find", test_find);
  g_test_add_func ("/plugins/mock/club/requests", test_requests);

  return g_test_run ();
}
