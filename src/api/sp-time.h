/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SP_TIME_UNKNOWN:
 *
 * The value of a time that a source did not tell, local or UTC.
 */
#define SP_TIME_UNKNOWN G_MININT64

/**
 * SP_TIME_DAY_S:
 *
 * Seconds of a day of the naive wall clock, which knows no daylight saving.
 */
#define SP_TIME_DAY_S 86400

gint64   sp_time_new       (int         year,
                            int         month,
                            int         day,
                            int         hour,
                            int         minute,
                            int         second);
void     sp_time_get_date  (gint64      time_s,
                            int        *year,
                            int        *month,
                            int        *day);
gint64   sp_time_get_day   (gint64      time_s);
gboolean sp_time_parse_iso (const char *text,
                            gint64     *time_s,
                            gboolean   *is_date);
char    *sp_time_to_iso    (gint64      time_s);

G_END_DECLS
