/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-serial.h"

#include <math.h>

#define DAY_S 86400

/* 1970-01-01 and the day after 9999-12-31, as days of the system that starts in 1900. */
#define UNIX_EPOCH_DAYS 25569
#define END_DAYS 2958466

/* The system of 1904 counts this many days less. */
#define SHIFT_1904_DAYS 1462

/**
 * sp_serial_to_local_s:
 * @serial: days and fractions of a day, as a spreadsheet keeps a date
 * @date_1904: %TRUE where day 0 is 1904-01-01, %FALSE where day 1 is 1900-01-01
 * @local_s: (out): naive local seconds since 1970-01-01T00:00, rounded to the nearest second
 *
 * Turns a spreadsheet's date into wall clock time.
 *
 * The system of 1900 counts a 29 February 1900 that never was; days before it are moved by one, itself is the 28th.
 *
 * Returns: %FALSE where @serial is no date up to the year 9999
 */
gboolean
sp_serial_to_local_s (double    serial,
                      gboolean  date_1904,
                      gint64   *local_s)
{
  double days = serial;

  g_return_val_if_fail (local_s != NULL, FALSE);

  if (!isfinite (serial) || serial < 0)
    return FALSE;

  if (date_1904)
    days += SHIFT_1904_DAYS;
  else if (days >= 1 && days < 60)
    days += 1;

  if (days >= END_DAYS)
    return FALSE;

  *local_s = llround ((days - UNIX_EPOCH_DAYS) * DAY_S);

  return TRUE;
}

/**
 * sp_serial_from_local_s:
 * @local_s: naive local seconds since 1970-01-01T00:00, from March 1900 on
 * @date_1904: %TRUE where day 0 is 1904-01-01
 *
 * Turns wall clock time into a spreadsheet's date.
 *
 * Returns: days and fractions of a day
 */
double
sp_serial_from_local_s (gint64   local_s,
                        gboolean date_1904)
{
  return (double) local_s / DAY_S + UNIX_EPOCH_DAYS - (date_1904 ? SHIFT_1904_DAYS : 0);
}
