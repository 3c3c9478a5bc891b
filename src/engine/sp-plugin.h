/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-plugin.h"
#include "engine/sp-plugin-error.h"

G_BEGIN_DECLS

#define SP_TYPE_PLUGIN (sp_plugin_get_type ())
G_DECLARE_FINAL_TYPE (SpPlugin, sp_plugin, SP, PLUGIN, GObject)

SpPlugin      *sp_plugin_new_loaded       (const char         *path,
                                           const SpPluginInfo *info,
                                           GType               fetcher_type) G_GNUC_WARN_UNUSED_RESULT;
SpPlugin      *sp_plugin_new_refused      (const char         *path,
                                           const GError       *error) G_GNUC_WARN_UNUSED_RESULT;
const char    *sp_plugin_get_path         (SpPlugin           *self);
const char    *sp_plugin_get_id           (SpPlugin           *self);
const char    *sp_plugin_get_name         (SpPlugin           *self);
const char    *sp_plugin_get_description  (SpPlugin           *self);
const char    *sp_plugin_get_version      (SpPlugin           *self);
SpPluginKind   sp_plugin_get_kind         (SpPlugin           *self);
GType          sp_plugin_get_fetcher_type (SpPlugin           *self);
const GError  *sp_plugin_get_error        (SpPlugin           *self);

G_END_DECLS
