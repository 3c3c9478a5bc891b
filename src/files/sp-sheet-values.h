/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-sheet-table.h"

G_BEGIN_DECLS

/**
 * SpValueState:
 * @SP_VALUE_BLANK: the cell says nothing, or nothing that can be used and was warned of
 * @SP_VALUE_GIVEN: the cell says it
 * @SP_VALUE_BAD: the cell says something wrong; an error was noted
 *
 * What came of reading a cell.
 */
typedef enum
{
  SP_VALUE_BLANK,
  SP_VALUE_GIVEN,
  SP_VALUE_BAD,
} SpValueState;

/**
 * SpIdKind:
 * @SP_ID_ATHLETE: a runner at the source
 * @SP_ID_SEGMENT: a segment at the source
 *
 * What an id is of.
 */
typedef enum
{
  SP_ID_ATHLETE,
  SP_ID_SEGMENT,
} SpIdKind;

SpValueState sp_sheet_values_text     (SpSheetTable  *table,
                                       guint          column,
                                       char         **text);
SpValueState sp_sheet_values_id       (SpSheetTable  *table,
                                       guint          column,
                                       SpIdKind       kind,
                                       gint64        *id);
SpValueState sp_sheet_values_date     (SpSheetTable  *table,
                                       guint          column,
                                       gint64        *local_s,
                                       gboolean      *is_date);
SpValueState sp_sheet_values_seconds  (SpSheetTable  *table,
                                       guint          column,
                                       int           *seconds);
SpValueState sp_sheet_values_number   (SpSheetTable  *table,
                                       guint          column,
                                       double        *number);
SpValueState sp_sheet_values_birthday (SpSheetTable  *table,
                                       guint          column,
                                       int           *month,
                                       int           *day);

G_END_DECLS
