/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SP_TYPE_LOOPBACK (sp_loopback_get_type ())
G_DECLARE_FINAL_TYPE (SpLoopback, sp_loopback, SP, LOOPBACK, GObject)

SpLoopback *sp_loopback_new         (const char           *thanks,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const char *sp_loopback_get_uri     (SpLoopback           *self);
void        sp_loopback_wait_async  (SpLoopback           *self,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
char       *sp_loopback_wait_finish (SpLoopback           *self,
                                     GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
