/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SpFileStamp SpFileStamp;

SpFileStamp *sp_file_stamp_new      (GBytes             *bytes) G_GNUC_WARN_UNUSED_RESULT;
SpFileStamp *sp_file_stamp_from_hex (const char         *hex) G_GNUC_WARN_UNUSED_RESULT;
SpFileStamp *sp_file_stamp_copy     (const SpFileStamp  *self) G_GNUC_WARN_UNUSED_RESULT;
void         sp_file_stamp_free     (SpFileStamp        *self);
const char  *sp_file_stamp_get_hex  (const SpFileStamp  *self);
gboolean     sp_file_stamp_matches  (const SpFileStamp  *self,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     gboolean           *matches,
                                     GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFileStamp, sp_file_stamp_free)

G_END_DECLS
