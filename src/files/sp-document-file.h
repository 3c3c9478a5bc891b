/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-document.h"
#include "files/sp-file-stamp.h"

G_BEGIN_DECLS

SpDocument *sp_document_file_load        (GFile                *file,
                                          SpFileStamp         **stamp,
                                          GCancellable         *cancellable,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        sp_document_file_load_async  (GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
SpDocument *sp_document_file_load_finish (GAsyncResult         *result,
                                          SpFileStamp         **stamp,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean    sp_document_file_save        (SpDocument           *document,
                                          GFile                *file,
                                          const SpFileStamp    *expected,
                                          gboolean              force,
                                          SpFileStamp         **stamp,
                                          GCancellable         *cancellable,
                                          GError              **error);
void        sp_document_file_save_async  (SpDocument           *document,
                                          GFile                *file,
                                          const SpFileStamp    *expected,
                                          gboolean              force,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean    sp_document_file_save_finish (GAsyncResult         *result,
                                          SpFileStamp         **stamp,
                                          GError              **error);

G_END_DECLS
