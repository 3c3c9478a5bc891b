/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-workbook-fault.h"

G_BEGIN_DECLS

/* More than anybody would read; the rest is only counted. */
#define SP_FAULT_LIST_MAX 1000

typedef struct _SpFaultList SpFaultList;

SpFaultList *sp_fault_list_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void         sp_fault_list_free         (SpFaultList       *self);
void         sp_fault_list_add          (SpFaultList       *self,
                                         SpWorkbookFault   *fault);
guint        sp_fault_list_get_n_errors (const SpFaultList *self);
GListModel  *sp_fault_list_to_model     (const SpFaultList *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFaultList, sp_fault_list_free)

G_END_DECLS
