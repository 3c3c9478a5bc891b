/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-random.h"

/**
 * sp_mock_random_new:
 * @seed: of the club
 * @purpose: what it is for
 * @number: for whom
 * @part: for which part of it
 *
 * Returns: (transfer full): a row of chance that is the same each time
 */
GRand *
sp_mock_random_new (guint32       seed,
                    SpMockPurpose purpose,
                    guint32       number,
                    guint32       part)
{
  guint32 seeds[] = { seed, (guint32) purpose, number, part };

  return g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
}

/**
 * sp_mock_random_pick:
 * @random: where chance comes from
 * @n: how many there are, 1 or more
 *
 * Returns: one of 0 to @n - 1
 */
guint
sp_mock_random_pick (GRand *random,
                     guint  n)
{
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

/**
 * sp_mock_random_chance:
 * @random: where chance comes from
 * @share: how likely, 0 to 1
 *
 * Returns: whether it happens
 */
gboolean
sp_mock_random_chance (GRand  *random,
                       double  share)
{
  return g_rand_double (random) < share;
}

/**
 * sp_mock_random_between:
 * @random: where chance comes from
 * @low: the least
 * @high: the most
 *
 * Returns: a number between
 */
double
sp_mock_random_between (GRand  *random,
                        double  low,
                        double  high)
{
  return low + (high - low) * g_rand_double (random);
}

/**
 * sp_mock_random_bell:
 * @random: where chance comes from
 *
 * Returns: a number round 0, as errors of measurement lie: two of three within 1
 */
double
sp_mock_random_bell (GRand *random)
{
  double sum = -6.0;

  for (int i = 0; i < 12; i++)
    sum += g_rand_double (random);

  return sum;
}
