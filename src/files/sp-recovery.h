/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-document.h"
#include "files/sp-file-stamp.h"

G_BEGIN_DECLS

/**
 * SpRecoveryValues:
 * @document: the document as it was last edited
 * @uri: (nullable): the file it belongs to, %NULL where it was never saved
 * @base: (nullable): what that file held when the edits began, %NULL where there was no file
 * @saved_at_s: when the recovery file was written, UTC seconds since 1970
 *
 * What is needed to go on after a kill.
 */
typedef struct
{
  SpDocument        *document;
  const char        *uri;
  const SpFileStamp *base;
  gint64             saved_at_s;
} SpRecoveryValues;

#define SP_TYPE_RECOVERY (sp_recovery_get_type ())
G_DECLARE_FINAL_TYPE (SpRecovery, sp_recovery, SP, RECOVERY, GObject)

GFile                  *sp_recovery_find_file   (GFile                   *folder,
                                                 const char              *uri) G_GNUC_WARN_UNUSED_RESULT;
gboolean                sp_recovery_save        (GFile                   *file,
                                                 const SpRecoveryValues  *values,
                                                 GCancellable            *cancellable,
                                                 GError                 **error);
void                    sp_recovery_save_async  (GFile                   *file,
                                                 const SpRecoveryValues  *values,
                                                 GCancellable            *cancellable,
                                                 GAsyncReadyCallback      callback,
                                                 gpointer                 user_data);
gboolean                sp_recovery_save_finish (GAsyncResult            *result,
                                                 GError                 **error);
SpRecovery             *sp_recovery_load        (GFile                   *file,
                                                 GCancellable            *cancellable,
                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray              *sp_recovery_list        (GFile                   *folder,
                                                 GCancellable            *cancellable,
                                                 GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean                sp_recovery_remove      (GFile                   *file,
                                                 GError                 **error);
const SpRecoveryValues *sp_recovery_get_values  (SpRecovery              *self);

G_END_DECLS
