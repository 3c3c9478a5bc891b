/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-source.h"

G_BEGIN_DECLS

#define SP_TYPE_PREFERENCES (sp_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SpPreferences, sp_preferences, SP, PREFERENCES, GObject)

SpPreferences *sp_preferences_new            (void) G_GNUC_WARN_UNUSED_RESULT;
GSettings     *sp_preferences_get_settings   (SpPreferences *self);
char          *sp_preferences_get_source     (SpPreferences *self);
void           sp_preferences_set_source     (SpPreferences *self,
                                              const char    *id);
SpCacheMode    sp_preferences_get_cache_mode (SpPreferences *self);
void           sp_preferences_set_cache_mode (SpPreferences *self,
                                              SpCacheMode    mode);
char          *sp_preferences_get_token_file (SpPreferences *self);
void           sp_preferences_set_token_file (SpPreferences *self,
                                              const char    *path);
char          *sp_preferences_get_option     (SpPreferences *self,
                                              const char    *plugin_id,
                                              const char    *name);
void           sp_preferences_set_option     (SpPreferences *self,
                                              const char    *plugin_id,
                                              const char    *name,
                                              const char    *value);
char         **sp_preferences_list_options   (SpPreferences *self,
                                              const char    *plugin_id);

G_END_DECLS
