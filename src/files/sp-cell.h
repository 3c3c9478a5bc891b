/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet of this format can hold at most. */
#define SP_CELL_MAX_ROW 1048576
#define SP_CELL_MAX_COLUMN 16384

/**
 * SpCellKind:
 * @SP_CELL_EMPTY: nothing
 * @SP_CELL_TEXT: text, at least one character
 * @SP_CELL_NUMBER: a number; where it is a date or a time, its format says so
 * @SP_CELL_BOOLEAN: true (1) or false (0), in the number
 * @SP_CELL_ERROR: an error value, such as #N/A, in the text
 * @SP_CELL_FORMULA: a formula whose result is not stored in the file
 *
 * What a cell holds.
 */
typedef enum
{
  SP_CELL_EMPTY,
  SP_CELL_TEXT,
  SP_CELL_NUMBER,
  SP_CELL_BOOLEAN,
  SP_CELL_ERROR,
  SP_CELL_FORMULA,
} SpCellKind;

/**
 * SpCellFormat:
 * @SP_CELL_FORMAT_NONE: a plain number
 * @SP_CELL_FORMAT_DATE: shows a day, month or year
 * @SP_CELL_FORMAT_TIME: shows hours, minutes or seconds, of the day or of a duration
 *
 * What the number of a cell is shown as. A date with a time of day is both.
 */
typedef enum
{
  SP_CELL_FORMAT_NONE = 0,
  SP_CELL_FORMAT_DATE = 1 << 0,
  SP_CELL_FORMAT_TIME = 1 << 1,
} SpCellFormat;

/**
 * SpCell:
 * @row: from 1
 * @column: from 1
 * @kind: a #SpCellKind
 * @format: a set of #SpCellFormat
 * @number: the number as stored, a date as days and fractions of a day
 * @text: (nullable): text or error value, owned by the workbook
 *
 * A cell of a workbook, to be read only.
 */
typedef struct
{
  guint32     row;
  guint16     column;
  guint8      kind;
  guint8      format;
  double      number;
  const char *text;
} SpCell;

char     *sp_cell_ref_format (guint        row,
                              guint        column) G_GNUC_WARN_UNUSED_RESULT;
gboolean  sp_cell_ref_parse  (const char  *ref,
                              guint       *row,
                              guint       *column);

G_END_DECLS
