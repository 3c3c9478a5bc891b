/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-plugin.h"
#include "engine/sp-plugin-error.h"

G_BEGIN_DECLS

gboolean            sp_module_check    (const char          *path,
                                        GError             **error);
const SpPluginInfo *sp_module_open     (const char          *path,
                                        GError             **error);
GType               sp_module_get_type (const SpPluginInfo  *info,
                                        GError             **error);

G_END_DECLS
