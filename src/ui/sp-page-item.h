/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

G_BEGIN_DECLS

/**
 * SpPageKind:
 * @SP_PAGE_OVERVIEW: everything at a glance
 * @SP_PAGE_BOARD: a segment board
 * @SP_PAGE_DISTANCE: a distance board
 * @SP_PAGE_RUNNERS: the runners
 * @SP_PAGE_QUALITY: how well the data are known
 * @SP_PAGE_FAULTS: what is wrong with a workbook that was to be read, while there is one
 *
 * What a page shows.
 */
typedef enum
{
  SP_PAGE_OVERVIEW,
  SP_PAGE_BOARD,
  SP_PAGE_DISTANCE,
  SP_PAGE_RUNNERS,
  SP_PAGE_QUALITY,
  SP_PAGE_FAULTS,
} SpPageKind;

#define SP_TYPE_PAGE_ITEM (sp_page_item_get_type ())
G_DECLARE_FINAL_TYPE (SpPageItem, sp_page_item, SP, PAGE_ITEM, GObject)

SpPageItem *sp_page_item_new          (SpPageKind  kind,
                                       const char *key,
                                       const char *title);
void        sp_page_item_set_state    (SpPageItem *self,
                                       const char *icon_name,
                                       const char *subtitle,
                                       guint       count);
SpPageKind  sp_page_item_get_kind     (SpPageItem *self);
const char *sp_page_item_get_key      (SpPageItem *self);
const char *sp_page_item_get_title    (SpPageItem *self);
const char *sp_page_item_get_subtitle (SpPageItem *self);
const char *sp_page_item_get_icon     (SpPageItem *self);
guint       sp_page_item_get_count    (SpPageItem *self);
const char *sp_page_item_get_section  (SpPageItem *self);
gboolean    sp_page_item_is_same      (SpPageItem *self,
                                       SpPageItem *other);
GListStore *sp_page_item_list         (SpResults  *results);
const char *sp_page_item_state_icon   (SpBoardState state);

G_END_DECLS
