/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-club.h"

#include "api/sp-time.h"

static SpMockClub *
make_club (guint64 seed)
{
  SpMockShape shape = { seed, 34, 4, 4, 0 };

  shape.anchor_day = sp_time_get_day (sp_time_new (2026, 2, 2, 0, 0, 0));

  return sp_mock_club_new (&shape);
}

/* The same seed makes the same club, another one another; list and detail tell the same of an activity. */
static void
test_same (void)
{
  g_autoptr (SpMockClub) one = make_club (5);
  g_autoptr (SpMockClub) same = make_club (5);
  g_autoptr (SpMockClub) other = make_club (6);
  gboolean differs = FALSE;

  for (guint i = 0; i < 34; i++)
    {
      SpMockRunner *runner = sp_mock_club_get_runner (one, i);
      SpMockRunner *twin = sp_mock_club_get_runner (same, i);

      differs = differs || runner->outings->len != sp_mock_club_get_runner (other, i)->outings->len;
      g_assert_cmpuint (runner->outings->len, ==, twin->outings->len);
      for (guint j = 0; j < runner->outings->len; j++)
        {
          SpMockOuting *outing = &g_array_index (runner->outings, SpMockOuting, j);
          g_autoptr (SpActivity) listed = NULL;
          g_autoptr (SpActivity) detail = NULL;
          guint n_efforts;

          listed = sp_mock_club_make_activity (one, runner, outing, FALSE, &SP_ORIGIN_UNKNOWN);
          detail = sp_mock_club_make_activity (same, twin, &g_array_index (twin->outings, SpMockOuting, j), TRUE,
                                               &SP_ORIGIN_UNKNOWN);
          g_assert_true (sp_activity_get_fingerprint (listed) == sp_activity_get_fingerprint (detail));
          g_assert_false (sp_activity_has_efforts (listed));
          sp_activity_get_efforts (detail, &n_efforts);
          g_assert_cmpuint (n_efforts, ==, outing->n_passes);
        }
    }
  g_assert_true (differs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/club/same", test_same);

  return g_test_run ();
}
