/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-plugin-probe.h"
#include "engine/sp-plugin.h"

G_BEGIN_DECLS

#define SP_TYPE_PLUGIN_LOADER (sp_plugin_loader_get_type ())
G_DECLARE_FINAL_TYPE (SpPluginLoader, sp_plugin_loader, SP, PLUGIN_LOADER, GObject)

SpPluginLoader *sp_plugin_loader_new            (SpPluginProbe       *probe) G_GNUC_WARN_UNUSED_RESULT;
void            sp_plugin_loader_scan           (SpPluginLoader      *self,
                                                 const char * const  *dirs);
void            sp_plugin_loader_look_again     (SpPluginLoader      *self,
                                                 const char * const  *dirs);
SpPlugin       *sp_plugin_loader_find           (SpPluginLoader      *self,
                                                 const char          *id);
SpFetcher      *sp_plugin_loader_create_fetcher (SpPluginLoader      *self,
                                                 const char          *id,
                                                 const char * const  *options,
                                                 SpFetcher           *upstream,
                                                 SpFetcherContext    *context,
                                                 GError             **error);

G_END_DECLS
