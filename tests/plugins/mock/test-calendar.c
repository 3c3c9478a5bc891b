/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the program has to cope with comes up in the club's season. */
#include "sp-mock-oracle.h"

#define N_RUNNERS 34

static SpMockClub *
make_club (guint32 seed)
{
  SpMockSize size = { seed, N_RUNNERS, 4, 8, sp_time_new (2026, 6, 10, 0, 0, 0) };

  return sp_mock_club_new (&size);
}

static void
count (GHashTable *counts,
       const char *what,
       gboolean    is_so)
{
  if (is_so)
    g_hash_table_insert (counts, (gpointer) what,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, what)) + 1));
}

static gboolean
has_twice (SpActivity *activity)
{
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  for (guint i = 1; i < n_efforts; i++)
    if (efforts[i].segment_id == efforts[i - 1].segment_id)
      return TRUE;

  return FALSE;
}

/* The activity begins in a window, and the effort comes when that is over. */
static gboolean
is_late (SpMockClub *club,
         SpActivity *activity)
{
  gint64 start_s = sp_activity_get_start_local_s (activity);
  const SpMockWindow *window = sp_mock_season_find_window (sp_mock_club_get_season (club), start_s);
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  return window != NULL && n_efforts > 0 && start_s <= window->end_local_s
         && efforts[0].start_local_s > window->end_local_s;
}

static gboolean
is_on_birthday (const SpMockRunner *runner,
                SpMockClub         *club,
                SpActivity         *activity)
{
  const SpMockSeason *season = sp_mock_club_get_season (club);
  guint n_efforts;
  int month, day;

  sp_activity_get_efforts (activity, &n_efforts);
  sp_time_get_date (sp_activity_get_start_local_s (activity), NULL, &month, &day);

  return n_efforts > 0 && sp_mock_season_find_window (season, sp_activity_get_start_local_s (activity)) != NULL
         && month == runner->birth_month && day == runner->birth_day;
}

static void
count_activity (GHashTable         *counts,
                SpMockClub         *club,
                const SpMockRunner *runner,
                SpActivity         *activity)
{
  SpActivityFlags flags = sp_activity_get_flags (activity);
  const char *sport = sp_activity_get_sport (activity);
  gint64 offset_s = sp_activity_get_start_local_s (activity) - sp_activity_get_start_utc_s (activity);
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  count (counts, "manual", flags & SP_ACTIVITY_MANUAL);
  count (counts, "indoor", flags & SP_ACTIVITY_INDOOR);
  count (counts, "only me", flags & SP_ACTIVITY_ONLY_ME);
  count (counts, "flagged", flags & SP_ACTIVITY_FLAGGED);
  count (counts, "start hidden", flags & SP_ACTIVITY_START_HIDDEN);
  count (counts, "run", g_str_equal (sport, "Run"));
  count (counts, "trail run", g_str_equal (sport, "TrailRun"));
  count (counts, "virtual run", g_str_equal (sport, "VirtualRun"));
  count (counts, "ride with an effort", g_str_equal (sport, "Ride") && n_efforts > 0);
  count (counts, "walk with an effort", g_str_equal (sport, "Walk") && n_efforts > 0);
  count (counts, "home", offset_s == 3600);
  count (counts, "west", offset_s < 0);
  count (counts, "quarter of an hour", offset_s % 3600 != 0);
  count (counts, "far east", offset_s == 12 * 3600);
  count (counts, "twice", has_twice (activity));
  count (counts, "late", is_late (club, activity));
  count (counts, "birthday", is_on_birthday (runner, club, activity));
  for (guint i = 0; i < n_efforts; i++)
    {
      count (counts, "effort only for me", efforts[i].flags & SP_EFFORT_ONLY_ME);
      count (counts, "effort hidden", efforts[i].flags & SP_EFFORT_HIDDEN);
    }
  if (flags & SP_ACTIVITY_START_HIDDEN)
    g_assert_cmpint (sp_activity_get_start_local_s (activity) % SP_TIME_DAY_S, ==, 1);
}

static void
test_all_kinds (void)
{
  static const char * const wanted[] = {
    "manual", "indoor", "only me", "flagged", "start hidden", "run", "trail run", "virtual run", "ride with an effort",
    "walk with an effort", "home", "west", "quarter of an hour", "far east", "twice", "late", "birthday",
    "effort only for me", "effort hidden",
  };
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (SpMockClub) club = make_club (seed);

      for (guint i = 0; i < N_RUNNERS; i++)
        {
          GPtrArray *activities = sp_mock_club_get_activities (club, i);

          for (guint j = 0; j < activities->len; j++)
            count_activity (counts, club, sp_mock_club_get_runner (club, i),
                            ((SpMockActivity *) activities->pdata[j])->detail);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, wanted[i]));

      g_test_message ("%s: %u", wanted[i], n);
      g_assert_cmpuint (n, >, 0);
    }
}

/* Nobody is in two places at once, and the season goes a little beyond its windows on both sides. */
static void
test_one_at_a_time (void)
{
  g_autoptr (SpMockClub) club = make_club (2);
  const SpMockSeason *season = sp_mock_club_get_season (club);
  guint n_before = 0, n_after = 0;

  for (guint i = 0; i < N_RUNNERS; i++)
    {
      GPtrArray *activities = sp_mock_club_get_activities (club, i);

      for (guint j = 0; j < activities->len; j++)
        {
          SpMockActivity *newer = activities->pdata[j];
          SpMockActivity *older = j + 1 < activities->len ? activities->pdata[j + 1] : NULL;
          gint64 offset_s = sp_activity_get_start_local_s (newer->listed) - sp_activity_get_start_utc_s (newer->listed);

          g_assert_true (older == NULL || older->end_utc_s <= newer->outing.start_local_s - offset_s);
          n_before += newer->outing.start_local_s < season->local.start_s;
          n_after += newer->outing.start_local_s > season->local.end_s;
        }
    }
  g_assert_cmpuint (n_before, >, 20);
  g_assert_cmpuint (n_after, >, 20);
}

static int
get_best_s (SpMockClub *club,
            guint       runner,
            guint       segment)
{
  g_autoptr (GArray) efforts = sp_mock_oracle_list_efforts (club, runner, segment);
  int best_s = G_MAXINT;

  for (guint i = 0; i < efforts->len; i++)
    if (sp_mock_season_find_window (sp_mock_club_get_season (club),
                                    g_array_index (efforts, SpEffort, i).start_local_s) != NULL)
      best_s = MIN (best_s, g_array_index (efforts, SpEffort, i).elapsed_s);

  return best_s;
}

/* Two friends race together, so that there are ties. */
static void
test_ties (void)
{
  guint n_ties = 0;

  for (guint32 seed = 1; seed <= 3; seed++)
    {
      g_autoptr (SpMockClub) club = make_club (seed);

      for (guint i = 0; i < 4; i++)
        n_ties += get_best_s (club, 10, i) < G_MAXINT && get_best_s (club, 10, i) == get_best_s (club, 11, i);
    }
  g_assert_cmpuint (n_ties, >=, 6);
}

/* Names are told apart, teams are about as large as each other, and one runner is born on a leap day. */
static void
test_people (void)
{
  SpMockSize size = { 1, 1000, 4, 4, 0 };
  g_autoptr (SpMockClub) club = sp_mock_club_new (&size);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) teams = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_leap_days = 0, n_no_distance = 0;

  for (guint i = 0; i < size.n_runners; i++)
    {
      const SpMockRunner *runner = sp_mock_club_get_runner (club, i);

      g_assert_true (g_hash_table_add (names, runner->name));
      count (teams, runner->team, TRUE);
      n_leap_days += i < N_RUNNERS && runner->birth_month == 2 && runner->birth_day == 29;
      n_no_distance += runner->distance_team == NULL;
    }
  g_assert_cmpuint (g_hash_table_size (teams), ==, 4);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (teams, "Otters")), ==, 250);
  g_assert_cmpuint (n_leap_days, ==, 1);
  g_assert_cmpuint (n_no_distance, ==, 250);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/calendar/all-kinds", test_all_kinds);
  g_test_add_func ("/plugins/mock/calendar/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/plugins/mock/calendar/ties", test_ties);
  g_test_add_func ("/plugins/mock/calendar/people", test_people);

  return g_test_run ();
}
