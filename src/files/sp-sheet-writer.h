/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/**
 * SpSheetFill:
 * @SP_SHEET_FILL_NONE: no colour
 * @SP_SHEET_FILL_BIRTHDAY: a birthday bonus
 * @SP_SHEET_FILL_TIME_BONUS: a time bonus
 * @SP_SHEET_FILL_BOTH: both
 *
 * The colour behind a row.
 */
typedef enum
{
  SP_SHEET_FILL_NONE,
  SP_SHEET_FILL_BIRTHDAY,
  SP_SHEET_FILL_TIME_BONUS,
  SP_SHEET_FILL_BOTH,
  SP_SHEET_N_FILLS,
} SpSheetFill;

typedef struct _SpWorkbookStyle SpWorkbookStyle;
typedef struct _SpSheetWriter SpSheetWriter;

SpWorkbookStyle *sp_workbook_style_new      (lxw_workbook       *book) G_GNUC_WARN_UNUSED_RESULT;
void             sp_workbook_style_free     (SpWorkbookStyle    *self);

SpSheetWriter   *sp_sheet_writer_new        (lxw_workbook       *book,
                                             SpWorkbookStyle    *style,
                                             const char         *name,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         sp_sheet_writer_end        (SpSheetWriter      *self,
                                             GError            **error);

void             sp_sheet_writer_header     (SpSheetWriter      *self,
                                             const char * const *titles);
void             sp_sheet_writer_row        (SpSheetWriter      *self,
                                             SpSheetFill         fill);
void             sp_sheet_writer_text       (SpSheetWriter      *self,
                                             const char         *text);
void             sp_sheet_writer_count      (SpSheetWriter      *self,
                                             double              value);
void             sp_sheet_writer_decimal    (SpSheetWriter      *self,
                                             double              value);
void             sp_sheet_writer_duration   (SpSheetWriter      *self,
                                             double              seconds);
void             sp_sheet_writer_local_time (SpSheetWriter      *self,
                                             gint64              local_s,
                                             gboolean            day_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpWorkbookStyle, sp_workbook_style_free)

G_END_DECLS
