/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SP_RUN_RECORD_MAX_AGE_S:
 *
 * A run that was not finished is gone on with when it is younger than that.
 */
#define SP_RUN_RECORD_MAX_AGE_S (6 * 3600)

gint64   sp_run_record_begin (const char  *directory,
                              const char  *key,
                              gint64       now_s);
void     sp_run_record_end   (const char  *directory,
                              const char  *key);

G_END_DECLS
