/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"
#include "model/sp-trace-line.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

const char *sp_json_names_row_state        (SpRowState      state);
const char *sp_json_names_board_state      (SpBoardState    state);
const char *sp_json_names_quality_state    (SpQualityState  state);
const char *sp_json_names_trace_kind       (SpTraceKind     kind);
const char *sp_json_names_skip_reason      (SpSkipReason    reason);

gboolean    sp_json_names_get_row_state     (const char     *name,
                                             SpRowState     *state);
gboolean    sp_json_names_get_board_state   (const char     *name,
                                             SpBoardState   *state);
gboolean    sp_json_names_get_quality_state (const char     *name,
                                             SpQualityState *state);
gboolean    sp_json_names_get_trace_kind    (const char     *name,
                                             SpTraceKind    *kind);

void        sp_json_names_set_flags         (JsonObject     *object,
                                             const char     *member,
                                             SpRowFlags      flags);
SpRowFlags  sp_json_names_get_flags         (JsonObject     *object,
                                             const char     *member);

G_END_DECLS
