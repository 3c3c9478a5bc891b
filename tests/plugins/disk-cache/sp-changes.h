/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-cache-fixture.h"

G_BEGIN_DECLS

/**
 * SpChange:
 * @name: what changed, for people
 * @begin: (nullable): when the first run is made, ISO 8601; %NULL for when all boards are over
 * @change: makes the change, and lets time go by
 * @n_details: how many details the next run has to read
 * @n_others: how many lines of segments
 *
 * One kind of change, and what it may cost. Each run asks for one list per runner beside.
 */
typedef struct
{
  const char *name;
  const char *begin;
  void      (*change) (SpCacheFixture *fixture);
  guint       n_details;
  guint       n_others;
} SpChange;

const SpChange *sp_changes_get     (guint            index);
void            sp_changes_measure (const SpChange  *change,
                                    guint           *n_lists,
                                    guint           *n_details,
                                    guint           *n_others);

G_END_DECLS
