/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-import-change.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

#define SP_TYPE_IMPORT (sp_import_get_type ())
G_DECLARE_FINAL_TYPE (SpImport, sp_import, SP, IMPORT, GObject)

SpImport      *sp_import_new             (SpCompetition *open,
                                          SpCompetition *imported) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_import_get_competition (SpImport      *self);
GListModel    *sp_import_get_changes     (SpImport      *self);
const char    *sp_import_find_key        (SpImport      *self,
                                          const char    *imported_key);

G_END_DECLS
