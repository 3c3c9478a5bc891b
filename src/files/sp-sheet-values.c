/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "api/sp-time.h"
#include "files/sp-birthday.h"
#include "files/sp-brief.h"
#include "files/sp-duration.h"
#include "files/sp-serial.h"

/* Whole numbers beyond it are not exact in a cell. */
#define MAX_EXACT 9007199254740992.0

/* The 29 February of a year that had none, which spreadsheets keep all the same. */
#define SERIAL_29_FEBRUARY_1900 60

/* Without spaces of any kind at its ends. */
static char *
strip (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}

/* What a cell shows, as far as words go. */
static char *
show (const SpCell *cell)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (cell->text != NULL)
    return strip (cell->text);
  if (cell->kind == SP_CELL_BOOLEAN)
    return g_strdup (cell->number != 0 ? "TRUE" : "FALSE");
  if (cell->number == trunc (cell->number) && fabs (cell->number) < MAX_EXACT)
    return g_strdup_printf ("%.0f", cell->number);

  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", cell->number));
}

/* The same for a sentence. */
static char *
quote (const SpCell *cell)
{
  g_autofree char *shown = show (cell);

  return sp_brief (shown);
}

/* Says whether there is anything to read at all, and notes what never can be. */
static SpValueState
look (SpSheetTable *table,
      guint         column)
{
  const SpCell *cell = sp_sheet_table_get (table, column);

  if (cell->kind == SP_CELL_EMPTY)
    return SP_VALUE_BLANK;

  if (cell->kind == SP_CELL_FORMULA)
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, column,
                            _("Open the workbook in a spreadsheet program and save it again, or write the "
                              "value itself"),
                            _("The formula has no stored value"));
      return SP_VALUE_BAD;
    }
  if (cell->kind == SP_CELL_ERROR)
    {
      g_autofree char *shown = quote (cell);

      sp_sheet_table_fault (table, SP_FAULT_ERROR, column, _("Put the formula right, or write the value itself"),
                            _("The formula ends in the error “%s”"), shown);
      return SP_VALUE_BAD;
    }

  return SP_VALUE_GIVEN;
}

/* Numbers that are text, or none: taken as none, but not silently. */
static SpValueState
warn_of_text (SpSheetTable *table,
              guint         column,
              const char   *remedy)
{
  g_autofree char *shown = quote (sp_sheet_table_get (table, column));

  sp_sheet_table_fault (table, SP_FAULT_WARNING, column, remedy, _("“%s” is not a number and is taken as none"),
                        shown);

  return SP_VALUE_BLANK;
}

/**
 * sp_sheet_values_text:
 * @table: a table at a row
 * @column: index of a column
 * @text: (out) (nullable): the text without spaces at its ends; %NULL where there is none
 *
 * Reads a name or the like. A number is taken as it is shown without a format.
 *
 * Returns: what came of it
 */
SpValueState
sp_sheet_values_text (SpSheetTable  *table,
                      guint          column,
                      char         **text)
{
  SpValueState state = look (table, column);

  *text = state == SP_VALUE_GIVEN ? show (sp_sheet_table_get (table, column)) : NULL;

  return state;
}

/**
 * sp_sheet_values_id:
 * @table: a table at a row
 * @column: index of a column
 * @kind: what it is an id of
 * @id: (out): the id, above 0
 *
 * Reads an id of digits only, kept as number or as text.
 *
 * Returns: what came of it
 */
SpValueState
sp_sheet_values_id (SpSheetTable *table,
                    guint         column,
                    SpIdKind      kind,
                    gint64       *id)
{
  SpValueState state = look (table, column);
  const SpCell *cell = sp_sheet_table_get (table, column);
  g_autofree char *shown = NULL;
  g_autofree char *brief = NULL;
  guint64 value;

  if (state != SP_VALUE_GIVEN)
    return state;

  shown = show (cell);
  if (cell->kind != SP_CELL_BOOLEAN && g_ascii_isdigit (*shown) &&
      g_ascii_string_to_unsigned (shown, 10, 1, G_MAXINT64, &value, NULL))
    {
      *id = (gint64) value;
      return SP_VALUE_GIVEN;
    }

  brief = sp_brief (shown);
  if (kind == SP_ID_ATHLETE)
    sp_sheet_table_fault (table, SP_FAULT_ERROR, column,
                          _("Write digits only, as at the end of strava.com/athletes/…"),
                          _("“%s” is not a Strava ID"), brief);
  else
    sp_sheet_table_fault (table, SP_FAULT_ERROR, column,
                          _("Write digits only, as at the end of strava.com/segments/…"),
                          _("“%s” is not a segment ID"), brief);

  return SP_VALUE_BAD;
}

/**
 * sp_sheet_values_date:
 * @table: a table at a row
 * @column: index of a column
 * @local_s: (out): naive local seconds; midnight for a date alone
 * @is_date: (out): whether it is a date alone
 *
 * Reads a date cell, or ISO text. A zone at the end of the text is dropped.
 *
 * Returns: what came of it
 */
SpValueState
sp_sheet_values_date (SpSheetTable *table,
                      guint         column,
                      gint64       *local_s,
                      gboolean     *is_date)
{
  SpValueState state = look (table, column);
  const SpCell *cell = sp_sheet_table_get (table, column);
  g_autofree char *shown = NULL;
  g_autofree char *brief = NULL;

  if (state != SP_VALUE_GIVEN)
    return state;

  shown = show (cell);
  brief = sp_brief (shown);
  if (cell->kind == SP_CELL_TEXT && sp_time_parse_iso (shown, local_s, is_date))
    return SP_VALUE_GIVEN;
  if (cell->kind == SP_CELL_NUMBER && (cell->format & SP_CELL_FORMAT_DATE) != 0 && cell->number >= 1 &&
      sp_serial_to_local_s (cell->number, sp_sheet_table_is_1904 (table), local_s))
    {
      *is_date = (cell->format & SP_CELL_FORMAT_TIME) == 0 && *local_s % SP_TIME_DAY_S == 0;
      return SP_VALUE_GIVEN;
    }

  sp_sheet_table_fault (table, SP_FAULT_ERROR, column,
                        _("Format the cell as a date, or write it like 2026-01-05 or 2026-01-05 18:30"),
                        _("“%s” is not a date"), brief);

  return SP_VALUE_BAD;
}

/**
 * sp_sheet_values_seconds:
 * @table: a table at a row
 * @column: index of a column
 * @seconds: (out): whole seconds, rounded; may be negative
 *
 * Reads how long something takes: a cell formatted as a time, `H:MM:SS` or `M:SS` as text, or seconds.
 *
 * Returns: what came of it
 */
SpValueState
sp_sheet_values_seconds (SpSheetTable *table,
                         guint         column,
                         int          *seconds)
{
  SpValueState state = look (table, column);
  const SpCell *cell = sp_sheet_table_get (table, column);
  const char *remedy = _("Write it as h:mm:ss, as m:ss, or in seconds");
  g_autofree char *shown = NULL;
  g_autofree char *brief = NULL;
  double value;

  if (state != SP_VALUE_GIVEN)
    return state;

  shown = show (cell);
  brief = sp_brief (shown);
  if (cell->kind != SP_CELL_NUMBER)
    return sp_duration_parse (shown, seconds) ? SP_VALUE_GIVEN : warn_of_text (table, column, remedy);

  value = (cell->format & SP_CELL_FORMAT_TIME) != 0 ? cell->number * SP_TIME_DAY_S : cell->number;
  if (cell->format == SP_CELL_FORMAT_DATE || fabs (value) > SP_DURATION_MAX_S)
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, column, remedy, _("“%s” is not a length of time"), brief);
      return SP_VALUE_BAD;
    }

  *seconds = (int) lround (value);

  return SP_VALUE_GIVEN;
}

/**
 * sp_sheet_values_number:
 * @table: a table at a row
 * @column: index of a column
 * @number: (out): the number, 0 or more
 *
 * Reads a number, kept as number or as text.
 *
 * Returns: what came of it
 */
SpValueState
sp_sheet_values_number (SpSheetTable *table,
                        guint         column,
                        double       *number)
{
  SpValueState state = look (table, column);
  const SpCell *cell = sp_sheet_table_get (table, column);
  g_autofree char *shown = NULL;
  g_autofree char *brief = NULL;
  char *end;
  double value;

  if (state != SP_VALUE_GIVEN)
    return state;

  shown = show (cell);
  brief = sp_brief (shown);
  value = cell->kind == SP_CELL_NUMBER ? cell->number : g_ascii_strtod (shown, &end);
  if (cell->kind != SP_CELL_NUMBER && (end == shown || *end != '\0' || !isfinite (value)))
    return warn_of_text (table, column, _("Write digits only, with a point before decimals"));
  if (value < 0)
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, column, _("Write a number above 0, or leave the cell empty"),
                            _("“%s” is below 0"), brief);
      return SP_VALUE_BAD;
    }

  *number = value;

  return SP_VALUE_GIVEN;
}

/**
 * sp_sheet_values_birthday:
 * @table: a table at a row
 * @column: index of a column
 * @month: (out): from 1 to 12
 * @day: (out): from 1 to 31
 *
 * Reads a day of the year: a date cell, or text such as "15-Mar".
 *
 * Returns: what came of it
 */
SpValueState
sp_sheet_values_birthday (SpSheetTable *table,
                          guint         column,
                          int          *month,
                          int          *day)
{
  SpValueState state = look (table, column);
  const SpCell *cell = sp_sheet_table_get (table, column);
  gboolean date_1904 = sp_sheet_table_is_1904 (table);
  g_autofree char *shown = NULL;
  g_autofree char *brief = NULL;
  gint64 local_s;

  if (state != SP_VALUE_GIVEN)
    return state;

  shown = show (cell);
  brief = sp_brief (shown);
  if (cell->kind == SP_CELL_TEXT && sp_birthday_parse (shown, month, day))
    return SP_VALUE_GIVEN;
  if (cell->kind == SP_CELL_NUMBER && (cell->format & SP_CELL_FORMAT_DATE) != 0 && cell->number >= 1 &&
      sp_serial_to_local_s (cell->number, date_1904, &local_s))
    {
      sp_time_get_date (local_s, NULL, month, day);
      if (!date_1904 && trunc (cell->number) == SERIAL_29_FEBRUARY_1900)
        *day = 29;
      return SP_VALUE_GIVEN;
    }

  sp_sheet_table_fault (table, SP_FAULT_ERROR, column, _("Write day and month, such as 28-Feb"),
                        _("“%s” is not a birthday"), brief);

  return SP_VALUE_BAD;
}
