/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_LIST_PAGE (sp_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SpListPage, sp_list_page, SP, LIST_PAGE, GtkBox)

/**
 * SpListPageClass:
 * @parent_class: the parent
 *
 * What the class of a page of lists has.
 */
struct _SpListPageClass
{
  GtkBoxClass parent_class;
};

void       sp_list_page_set_width (SpListPage *self,
                                   int         width);
void       sp_list_page_begin    (SpListPage *self,
                                  const char *sentence,
                                  const char *more);
void       sp_list_page_add_column (SpListPage *self);
void       sp_list_page_end_columns (SpListPage *self);
GtkWidget *sp_list_page_add_list (SpListPage *self,
                                  const char *title);
GtkWidget *sp_list_page_add_counted_list (SpListPage *self,
                                          const char *title,
                                          guint       count);
void       sp_list_page_add_widget (SpListPage *self,
                                    GtkWidget  *widget);
GtkWidget *sp_list_page_add_row  (GtkWidget  *list,
                                  const char *icon_name,
                                  const char *title,
                                  const char *subtitle,
                                  const char *end,
                                  const char *end_more);

G_END_DECLS
