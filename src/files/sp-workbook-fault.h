/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpFaultSeverity:
 * @SP_FAULT_ERROR: nothing is taken from the workbook until it is put right
 * @SP_FAULT_WARNING: the workbook loads; somebody should look at it
 *
 * How bad a fault is.
 */
typedef enum
{
  SP_FAULT_ERROR,
  SP_FAULT_WARNING,
} SpFaultSeverity;

#define SP_TYPE_WORKBOOK_FAULT (sp_workbook_fault_get_type ())
G_DECLARE_FINAL_TYPE (SpWorkbookFault, sp_workbook_fault, SP, WORKBOOK_FAULT, GObject)

SpWorkbookFault *sp_workbook_fault_new          (SpFaultSeverity  severity,
                                                 const char      *sheet,
                                                 const char      *place,
                                                 const char      *message,
                                                 const char      *remedy) G_GNUC_WARN_UNUSED_RESULT;
SpFaultSeverity  sp_workbook_fault_get_severity (SpWorkbookFault *self);
const char      *sp_workbook_fault_get_sheet    (SpWorkbookFault *self);
const char      *sp_workbook_fault_get_place    (SpWorkbookFault *self);
const char      *sp_workbook_fault_get_message  (SpWorkbookFault *self);
const char      *sp_workbook_fault_get_remedy   (SpWorkbookFault *self);
char            *sp_workbook_fault_to_line      (SpWorkbookFault *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
