/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpImportChangeKind:
 * @SP_IMPORT_ADDED: only the workbook has it
 * @SP_IMPORT_REMOVED: the workbook does not have it any more
 * @SP_IMPORT_CHANGED: the workbook says something else of it
 *
 * What an import does to something.
 */
typedef enum
{
  SP_IMPORT_ADDED,
  SP_IMPORT_REMOVED,
  SP_IMPORT_CHANGED,
} SpImportChangeKind;

/**
 * SpImportPart:
 * @SP_IMPORT_RUNNER: a runner
 * @SP_IMPORT_SEGMENT: a segment with its windows
 * @SP_IMPORT_SERIES_WINDOW: a window of the distance series
 *
 * What an import does something to.
 */
typedef enum
{
  SP_IMPORT_RUNNER,
  SP_IMPORT_SEGMENT,
  SP_IMPORT_SERIES_WINDOW,
} SpImportPart;

#define SP_TYPE_IMPORT_CHANGE (sp_import_change_get_type ())
G_DECLARE_FINAL_TYPE (SpImportChange, sp_import_change, SP, IMPORT_CHANGE, GObject)

SpImportChange     *sp_import_change_new        (SpImportChangeKind  kind,
                                                 SpImportPart        part,
                                                 const char         *title,
                                                 const char         *detail) G_GNUC_WARN_UNUSED_RESULT;
SpImportChangeKind  sp_import_change_get_kind   (SpImportChange     *self);
SpImportPart        sp_import_change_get_part   (SpImportChange     *self);
const char         *sp_import_change_get_title  (SpImportChange     *self);
const char         *sp_import_change_get_detail (SpImportChange     *self);

G_END_DECLS
