/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void     sp_fail_vfs_register  (void);
void     sp_fail_vfs_set       (guint    nth,
                                gboolean for_good,
                                int      code);
void     sp_fail_vfs_heal      (void);
gboolean sp_fail_vfs_has_failed (void);

G_END_DECLS
