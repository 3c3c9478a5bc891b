/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/sp-plugin-error.h"

G_BEGIN_DECLS

#define SP_TYPE_PLUGIN_PROBE (sp_plugin_probe_get_type ())
G_DECLARE_FINAL_TYPE (SpPluginProbe, sp_plugin_probe, SP, PLUGIN_PROBE, GObject)

SpPluginProbe *sp_plugin_probe_new          (const char     *helper,
                                             const char     *memory_path,
                                             guint           deadline_ms) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sp_plugin_probe_try          (SpPluginProbe  *self,
                                             const char     *path,
                                             GError        **error);
guint          sp_plugin_probe_get_n_tried  (SpPluginProbe  *self);
int            sp_plugin_probe_run_in_child (const char     *path);

G_END_DECLS
