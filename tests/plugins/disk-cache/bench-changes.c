/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads of a refresh after each kind of change, beside what it has to read. */
#include "sp-changes.h"

#include <stdio.h>

int
main (void)
{
  const SpChange *change;

  printf ("reads of a refresh of 3 runners after a change, through the disk cache\n"
          "%-31s %6s %8s %7s %9s\n", "change", "lists", "details", "others", "needed");
  for (guint i = 0; (change = sp_changes_get (i)) != NULL; i++)
    {
      guint n_lists, n_details, n_others;

      sp_changes_measure (change, &n_lists, &n_details, &n_others);
      printf ("%-31s %6u %8u %7u %9u\n", change->name, n_lists, n_details, n_others,
              SP_CACHE_FIXTURE_N_RUNNERS + change->n_details + change->n_others);
    }

  return 0;
}
