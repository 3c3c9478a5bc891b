/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

#define SP_TYPE_WORKBOOK (sp_workbook_get_type ())
G_DECLARE_FINAL_TYPE (SpWorkbook, sp_workbook, SP, WORKBOOK, GObject)

SpWorkbook    *sp_workbook_new             (SpCompetition *competition,
                                            GListModel    *warnings,
                                            GHashTable    *tokens) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_workbook_get_competition (SpWorkbook    *self);
GListModel    *sp_workbook_get_warnings    (SpWorkbook    *self);
const char    *sp_workbook_get_token       (SpWorkbook    *self,
                                            const char    *runner_key);

G_END_DECLS
