/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char     *sp_directories_get_data     (const char  *name);
char     *sp_directories_get_cache    (const char  *name);
char    **sp_directories_list_plugins (void);
char     *sp_directories_find_helper  (const char  *name);
gboolean  sp_directories_make         (const char  *path,
                                       GError     **error);

G_END_DECLS
