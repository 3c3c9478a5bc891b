/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SP_JSON_TEXT_MAX_BYTES (64 * 1024 * 1024)
#define SP_JSON_TEXT_MAX_DEPTH 64

JsonObject *sp_json_text_parse (GBytes      *bytes,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *sp_json_text_write (JsonObject  *object) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
