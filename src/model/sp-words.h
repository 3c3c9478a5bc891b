/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sp_words_duration (int    time_s);
char *sp_words_bonus    (int    bonus_s);
char *sp_words_gap      (int    gap_s);
char *sp_words_day      (gint64 time_s);
char *sp_words_weekday  (gint64 time_s);
char *sp_words_moment   (gint64 time_s);
char *sp_words_when     (gint64 time_s,
                         gint64 now_s);
char *sp_words_span     (gint64 span_s);
char *sp_words_metres   (double distance_m);

G_END_DECLS
