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
char              *sp_opener_get_recovery_path (void) G_GNUC_WARN_UNUSED_RESULT;
void               sp_opener_open_async      (SpOpener           *self,
                                              const char         *path,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
SpOpenCompetition *sp_opener_open_finish     (SpOpener           *self,
                                              GAsyncResult       *result,
                                              GListModel        **faults,
                                              char              **warning,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               sp_opener_restore_async   (SpOpener           *self,
                                              GFile              *recovery,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
SpOpenCompetition *sp_opener_restore_finish  (SpOpener           *self,
                                              GAsyncResult       *result,
                                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
