/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpStravaLock:
 *
 * A lock that holds across processes; the system takes it back from a process that dies.
 */
typedef struct _SpStravaLock SpStravaLock;

void          sp_strava_lock_take_async  (const char           *path,
                                          guint                 patience_ms,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
SpStravaLock *sp_strava_lock_take_finish (GAsyncResult         *result,
                                          GError              **error);
void          sp_strava_lock_release     (SpStravaLock         *self);
int           sp_strava_lock_open        (const char           *path);
gboolean      sp_strava_lock_hold        (int                   fd,
                                          guint                 patience_ms,
                                          GCancellable         *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaLock, sp_strava_lock_release)

G_END_DECLS
