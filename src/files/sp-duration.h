/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer than any effort; what is beyond it is a slip of the keyboard. */
#define SP_DURATION_MAX_S 99999999

gboolean  sp_duration_parse  (const char *text,
                              int        *seconds);
char     *sp_duration_format (int         seconds) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
