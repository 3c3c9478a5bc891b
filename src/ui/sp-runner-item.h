/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-quality-row.h"

G_BEGIN_DECLS

/**
 * SpRunnerState:
 * @SP_RUNNER_RECONNECT: the source no longer accepts the permission
 * @SP_RUNNER_FAILED: asked in vain, for another reason
 * @SP_RUNNER_PARTLY: connected, but some permissions are missing
 * @SP_RUNNER_WAITING: agreed, and nothing came of it yet
 * @SP_RUNNER_UNCONNECTED: has an account, and gave no permission
 * @SP_RUNNER_NO_ACCOUNT: has no account at the source
 * @SP_RUNNER_UNASKED: was not asked yet
 * @SP_RUNNER_CONNECTED: answers
 *
 * How a runner stands with the source; what needs the organiser first comes first.
 */
typedef enum
{
  SP_RUNNER_RECONNECT,
  SP_RUNNER_FAILED,
  SP_RUNNER_PARTLY,
  SP_RUNNER_WAITING,
  SP_RUNNER_UNCONNECTED,
  SP_RUNNER_NO_ACCOUNT,
  SP_RUNNER_UNASKED,
  SP_RUNNER_CONNECTED,
} SpRunnerState;

#define SP_TYPE_RUNNER_ITEM (sp_runner_item_get_type ())
G_DECLARE_FINAL_TYPE (SpRunnerItem, sp_runner_item, SP, RUNNER_ITEM, GObject)

SpRunnerItem *            sp_runner_item_new        (SpRunner      *runner,
                                                     SpQualityRow  *quality);
SpRunner *                sp_runner_item_get_runner (SpRunnerItem  *self);
SpRunnerState             sp_runner_item_get_state  (SpRunnerItem  *self);
const SpQualityRowValues *sp_runner_item_get_quality (SpRunnerItem *self);
char *                    sp_runner_item_to_words   (SpRunnerItem  *self);
const char *              sp_runner_item_get_icon   (SpRunnerItem  *self,
                                                     const char   **css_class);
gboolean                  sp_runner_item_is_same    (SpRunnerItem  *self,
                                                     SpRunnerItem  *other);
const char *              sp_runner_state_to_text   (SpRunnerState  state);

G_END_DECLS
