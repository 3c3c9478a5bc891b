/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/**
 * SpPageFill:
 * @SP_PAGE_FILL_NONE: no colour
 * @SP_PAGE_FILL_BIRTHDAY: a birthday bonus
 * @SP_PAGE_FILL_TIME_BONUS: a time bonus
 * @SP_PAGE_FILL_BOTH: both
 *
 * The colour behind a row.
 */
typedef enum
{
  SP_PAGE_FILL_NONE,
  SP_PAGE_FILL_BIRTHDAY,
  SP_PAGE_FILL_TIME_BONUS,
  SP_PAGE_FILL_BOTH,
  SP_PAGE_N_FILLS,
} SpPageFill;

typedef struct _SpWorkbookStyle SpWorkbookStyle;
typedef struct _SpWorkbookPage SpWorkbookPage;

SpWorkbookStyle *sp_workbook_style_new       (lxw_workbook        *book) G_GNUC_WARN_UNUSED_RESULT;
void             sp_workbook_style_free      (SpWorkbookStyle     *self);

SpWorkbookPage  *sp_workbook_page_new        (lxw_workbook        *book,
                                              SpWorkbookStyle     *style,
                                              const char          *name,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         sp_workbook_page_end        (SpWorkbookPage      *self,
                                              GError             **error);

void             sp_workbook_page_header     (SpWorkbookPage      *self,
                                              const char * const  *titles);
void             sp_workbook_page_row        (SpWorkbookPage      *self,
                                              SpPageFill           fill);
void             sp_workbook_page_text       (SpWorkbookPage      *self,
                                              const char          *text);
void             sp_workbook_page_count      (SpWorkbookPage      *self,
                                              double               value);
void             sp_workbook_page_decimal    (SpWorkbookPage      *self,
                                              double               value);
void             sp_workbook_page_duration   (SpWorkbookPage      *self,
                                              double               seconds);
void             sp_workbook_page_local_time (SpWorkbookPage      *self,
                                              gint64               local_s,
                                              gboolean             day_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpWorkbookStyle, sp_workbook_style_free)

G_END_DECLS
