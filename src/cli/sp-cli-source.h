/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-plugin-loader.h"

G_BEGIN_DECLS

#define SP_TYPE_CLI_SOURCE (sp_cli_source_get_type ())
G_DECLARE_FINAL_TYPE (SpCliSource, sp_cli_source, SP, CLI_SOURCE, GObject)

SpPluginLoader *sp_cli_source_load_plugins (void) G_GNUC_WARN_UNUSED_RESULT;
SpCliSource    *sp_cli_source_new          (SpPluginLoader      *loader,
                                            SpClock             *clock,
                                            const char          *id,
                                            const char * const  *options) G_GNUC_WARN_UNUSED_RESULT;
SpFetcher      *sp_cli_source_open         (SpCliSource         *self,
                                            gint64               run_started_s,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
