/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SpXlsxRelations SpXlsxRelations;

char            *sp_xlsx_relations_part_name (const char             *source) G_GNUC_WARN_UNUSED_RESULT;

SpXlsxRelations *sp_xlsx_relations_parse     (const char             *source,
                                              GBytes                 *part,
                                              GCancellable           *cancellable,
                                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void             sp_xlsx_relations_free      (SpXlsxRelations        *self);

const char      *sp_xlsx_relations_by_type   (const SpXlsxRelations  *self,
                                              const char             *type);
const char      *sp_xlsx_relations_by_id     (const SpXlsxRelations  *self,
                                              const char             *id,
                                              const char             *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpXlsxRelations, sp_xlsx_relations_free)

G_END_DECLS
