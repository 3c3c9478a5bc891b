/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-work.h"

G_BEGIN_DECLS

/**
 * SpDetailItem:
 * @work: (not owned): the runner
 * @index: which of the runner's activities
 * @refresh: whether what is held will not do
 * @held: whether something older is held that will do at need
 *
 * A detail to ask.
 */
typedef struct
{
  SpWork   *work;
  guint     index;
  gboolean  refresh;
  gboolean  held;
} SpDetailItem;

#define SP_TYPE_DETAIL_QUEUE (sp_detail_queue_get_type ())
G_DECLARE_FINAL_TYPE (SpDetailQueue, sp_detail_queue, SP, DETAIL_QUEUE, GObject)

SpDetailQueue *sp_detail_queue_new   (guint               n_groups);
void           sp_detail_queue_add   (SpDetailQueue      *self,
                                      const SpDetailItem *item,
                                      const guint8       *for_groups);
gboolean       sp_detail_queue_pop   (SpDetailQueue      *self,
                                      SpDetailItem       *item);
guint          sp_detail_queue_get_n (SpDetailQueue      *self);

G_END_DECLS
