/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-random.h"

/**
 * sp_mock_random_init:
 * @seed: the club's seed
 * @first: what it is for
 * @second: which one of these
 *
 * Returns: numbers of their own, whatever else was drawn
 */
SpMockRandom
sp_mock_random_init (guint64 seed,
                     guint64 first,
                     guint64 second)
{
  SpMockRandom self = { seed * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + first };

  self.state = sp_mock_random_next (&self) + second;
  sp_mock_random_next (&self);

  return self;
}

/**
 * sp_mock_random_next:
 * @self: numbers
 *
 * Draws by the splitmix64 recurrence, whose constants are public domain.
 *
 * Returns: any number of 64 bits
 */
guint64
sp_mock_random_next (SpMockRandom *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/**
 * sp_mock_random_unit:
 * @self: numbers
 *
 * Returns: from 0 to below 1
 */
double
sp_mock_random_unit (SpMockRandom *self)
{
  return (double) (sp_mock_random_next (self) >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

/**
 * sp_mock_random_range:
 * @self: numbers
 * @low: the least
 * @high: the most
 *
 * Returns: from @low to below @high
 */
double
sp_mock_random_range (SpMockRandom *self,
                      double        low,
                      double        high)
{
  return low + sp_mock_random_unit (self) * (high - low);
}

/**
 * sp_mock_random_below:
 * @self: numbers
 * @n: more than 0
 *
 * Returns: from 0 to @n - 1
 */
int
sp_mock_random_below (SpMockRandom *self,
                      int           n)
{
  return (int) (sp_mock_random_unit (self) * n);
}

/**
 * sp_mock_random_chance:
 * @self: numbers
 * @chance: 0 to 1
 *
 * Returns: %TRUE that often
 */
gboolean
sp_mock_random_chance (SpMockRandom *self,
                       double        chance)
{
  return sp_mock_random_unit (self) < chance;
}
