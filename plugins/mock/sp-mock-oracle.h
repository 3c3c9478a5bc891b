/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-club.h"

G_BEGIN_DECLS

/**
 * SpMockReads:
 * @n_segments: requests for geometry
 * @n_lists: requests for pages of lists
 * @n_details: requests for details
 *
 * How many requests it takes to know all boards.
 */
typedef struct
{
  guint n_segments;
  guint n_lists;
  guint n_details;
} SpMockReads;

GArray *sp_mock_oracle_list_efforts  (SpMockClub  *club,
                                      guint        runner,
                                      guint        segment);
void    sp_mock_oracle_count_union   (SpMockClub  *club,
                                      SpMockReads *reads);
void    sp_mock_oracle_count_knowing (SpMockClub  *club,
                                      SpMockReads *reads);
guint   sp_mock_reads_get_n          (const SpMockReads *self);

G_END_DECLS
