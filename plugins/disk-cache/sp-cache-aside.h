/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int      sp_cache_aside_lock   (const char *path);
void     sp_cache_aside_unlock (int         lock);
char    *sp_cache_aside_move   (const char *path);
char    *sp_cache_aside_find   (const char *path,
                                gint64     *n_bytes);
gboolean sp_cache_aside_delete (const char *path,
                                gint64      before_s);

G_END_DECLS
