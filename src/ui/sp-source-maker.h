/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-preferences.h"

G_BEGIN_DECLS

SpSecretStore *sp_source_maker_open_secrets (SpPreferences      *preferences,
                                             const char         *id) G_GNUC_WARN_UNUSED_RESULT;
SpSource      *sp_source_maker_make         (SpPluginLoader     *loader,
                                             SpClock            *clock,
                                             SpPreferences      *preferences,
                                             const char         *id,
                                             const char * const *options) G_GNUC_WARN_UNUSED_RESULT;
SpSource      *sp_source_maker_make_kept    (SpPluginLoader     *loader,
                                             SpClock            *clock,
                                             SpPreferences      *preferences,
                                             const char         *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
