/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

G_BEGIN_DECLS

/**
 * SpTestRow:
 * @id: the runner's account
 * @name: the runner's name
 * @team: the runner's team
 * @state: what is known
 * @time_s: the time, -1 for none
 * @rank: the place, 0 for none
 * @attempts: efforts that count
 *
 * What a test says of a row.
 */
typedef struct
{
  gint64      id;
  const char *name;
  const char *team;
  SpRowState  state;
  int         time_s;
  guint       rank;
  guint       attempts;
} SpTestRow;

SpBoard *sp_test_board (const SpTestRow *rows,
                        guint            n_rows);

G_END_DECLS
