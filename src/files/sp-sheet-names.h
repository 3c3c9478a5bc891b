/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a spreadsheet allows, in UTF-16 units. */
#define SP_SHEET_NAME_MAX 31

typedef struct _SpSheetNames SpSheetNames;

SpSheetNames *sp_sheet_names_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void          sp_sheet_names_free    (SpSheetNames *self);
void          sp_sheet_names_reserve (SpSheetNames *self,
                                      const char   *name);
char         *sp_sheet_names_give    (SpSheetNames *self,
                                      const char   *wanted) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSheetNames, sp_sheet_names_free)

G_END_DECLS
