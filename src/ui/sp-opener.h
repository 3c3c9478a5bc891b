/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-plugin-loader.h"
#include "ui/sp-open-competition.h"
#include "ui/sp-preferences.h"

G_BEGIN_DECLS

/**
 * SP_OPENER_DEMO:
 *
 * What stands for the demo club in place of a file.
 */
#define SP_OPENER_DEMO "demo:"

#define SP_TYPE_OPENER (sp_opener_get_type ())
G_DECLARE_FINAL_TYPE (SpOpener, sp_opener, SP, OPENER, GObject)

SpOpener          *sp_opener_new             (void);
SpPluginLoader    *sp_opener_get_plugins     (SpOpener           *self);
SpPreferences     *sp_opener_get_preferences (SpOpener           *self);
SpSource          *sp_opener_make_source     (SpOpener           *self,
                                              const char         *id,
                                              const char * const *options) G_GNUC_WARN_UNUSED_RESULT;
SpSource          *sp_opener_make_kept       (SpOpener           *self,
                                              const char         *id) G_GNUC_WARN_UNUSED_RESULT;
SpOpenCompetition *sp_opener_open            (SpOpener           *self,
                                              const char         *path,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
