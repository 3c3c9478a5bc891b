/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-source.h"

G_BEGIN_DECLS

SpPluginLoader *sp_cli_source_load_plugins (void) G_GNUC_WARN_UNUSED_RESULT;
SpSource       *sp_cli_source_new          (SpPluginLoader      *loader,
                                            SpClock             *clock,
                                            const char          *id,
                                            const char * const  *options,
                                            SpCacheMode          cache,
                                            SpSecretStore       *secrets) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
