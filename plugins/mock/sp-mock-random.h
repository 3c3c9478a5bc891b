/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpMockRandom:
 * @state: where it is
 *
 * Numbers that look random and are the same for the same beginning, on every machine.
 */
typedef struct
{
  guint64 state;
} SpMockRandom;

SpMockRandom sp_mock_random_init   (guint64       seed,
                                    guint64       first,
                                    guint64       second);
guint64      sp_mock_random_next   (SpMockRandom *self);
double       sp_mock_random_unit   (SpMockRandom *self);
double       sp_mock_random_range  (SpMockRandom *self,
                                    double        low,
                                    double        high);
int          sp_mock_random_below  (SpMockRandom *self,
                                    int           n);
gboolean     sp_mock_random_chance (SpMockRandom *self,
                                    double        chance);

G_END_DECLS
