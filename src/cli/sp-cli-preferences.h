/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-source.h"

G_BEGIN_DECLS

char        *sp_cli_preferences_get_source     (void);
SpCacheMode  sp_cli_preferences_get_cache_mode (void);
char        *sp_cli_preferences_get_token_file (void);
char       **sp_cli_preferences_list_options   (SpPlugin *plugin);

G_END_DECLS
