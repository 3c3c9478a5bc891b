/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of change costs: one list per runner, and the details that it needs, not one more. */
#include "sp-changes.h"

static void
test_change (gconstpointer data)
{
  const SpChange *change = data;
  guint n_lists, n_details, n_others;

  sp_changes_measure (change, &n_lists, &n_details, &n_others);
  g_assert_cmpuint (n_lists, ==, SP_CACHE_FIXTURE_N_RUNNERS);
  g_assert_cmpuint (n_details, ==, change->n_details);
  g_assert_cmpuint (n_others, ==, change->n_others);
}

int
main (int    argc,
      char **argv)
{
  const SpChange *change;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; (change = sp_changes_get (i)) != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/disk-cache/changes/%02u-%s", i, change->name);

      g_test_add_data_func (g_strdelimit (path, " ,", '-'), change, test_change);
    }

  return g_test_run ();
}
