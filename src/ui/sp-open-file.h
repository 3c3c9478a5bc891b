/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-session.h"
#include "files/sp-document.h"
#include "files/sp-file-stamp.h"

G_BEGIN_DECLS

/**
 * SpOpenFileValues:
 * @session: the session of the competition
 * @source_id: the id of its source's plugin
 * @source_options: (nullable) (element-type utf8 utf8): options of the source by name, as the document names them
 * @file: (nullable): the document, %NULL where it was never saved
 * @stamp: (nullable): what @file held when it was read
 * @base: (nullable): the document as it was read; what this program does not know of it is kept
 * @recovery_folder: (nullable): where edits are kept until they are saved, %NULL to keep none
 * @recovery: (nullable): the recovery file that the competition was taken from; the next edits go there too
 *
 * What a document is opened with.
 */
typedef struct
{
  SpSession         *session;
  const char        *source_id;
  GHashTable        *source_options;
  GFile             *file;
  const SpFileStamp *stamp;
  SpDocument        *base;
  GFile             *recovery_folder;
  GFile             *recovery;
} SpOpenFileValues;

#define SP_TYPE_OPEN_FILE (sp_open_file_get_type ())
G_DECLARE_FINAL_TYPE (SpOpenFile, sp_open_file, SP, OPEN_FILE, GObject)

SpOpenFile *sp_open_file_new          (const SpOpenFileValues *values);
GFile      *sp_open_file_get_file     (SpOpenFile             *self);
gboolean    sp_open_file_is_unsaved   (SpOpenFile             *self);
void        sp_open_file_mark_unsaved (SpOpenFile             *self);
void        sp_open_file_save_async   (SpOpenFile             *self,
                                       GFile                  *file,
                                       gboolean                force,
                                       GCancellable           *cancellable,
                                       GAsyncReadyCallback     callback,
                                       gpointer                user_data);
gboolean    sp_open_file_save_finish  (SpOpenFile             *self,
                                       GAsyncResult           *result,
                                       GError                **error);
void        sp_open_file_discard      (SpOpenFile             *self);

G_END_DECLS
