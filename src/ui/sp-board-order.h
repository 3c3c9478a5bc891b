/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns, in their order. */
typedef enum
{
  SP_BOARD_COLUMN_RANK,
  SP_BOARD_COLUMN_RUNNER,
  SP_BOARD_COLUMN_TEAM,
  SP_BOARD_COLUMN_TIME,
  SP_BOARD_COLUMN_GAP,
  SP_BOARD_COLUMN_ATTEMPTS,
  SP_BOARD_COLUMN_DATE,
  SP_BOARD_COLUMN_NOTES,
} SpBoardColumn;

#define SP_BOARD_N_COLUMNS (SP_BOARD_COLUMN_NOTES + 1)

GtkSorter *sp_board_order_of     (SpBoardColumn column);
GtkSorter *sp_board_order_ranked (void);

G_END_DECLS
