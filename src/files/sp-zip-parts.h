/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How far a package is unpacked: enough for any club, too little to hurt. */
#define SP_ZIP_PARTS_MAX_FILE_BYTES (64 * 1024 * 1024)
#define SP_ZIP_PARTS_MAX_PART_BYTES (64 * 1024 * 1024)
#define SP_ZIP_PARTS_MAX_TOTAL_BYTES (256 * 1024 * 1024)
#define SP_ZIP_PARTS_MAX_COUNT 10000

typedef struct _SpZipParts SpZipParts;

SpZipParts *sp_zip_parts_new     (GBytes              *file,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        sp_zip_parts_free    (SpZipParts          *self);

gboolean    sp_zip_parts_extract (SpZipParts          *self,
                                  const char * const  *names,
                                  GCancellable        *cancellable,
                                  GError             **error);
GBytes     *sp_zip_parts_get     (SpZipParts          *self,
                                  const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpZipParts, sp_zip_parts_free)

G_END_DECLS
