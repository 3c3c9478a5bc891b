/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * SP_STRAVA_JSON_MAX_BYTES:
 *
 * Beyond this size an answer is not read: the largest real ones stay under a megabyte.
 */
#define SP_STRAVA_JSON_MAX_BYTES (16 * 1024 * 1024)

/**
 * SP_STRAVA_JSON_MAX_DEPTH:
 *
 * Beyond this nesting an answer is not parsed: real ones stay under 8, and the parser would run out of stack.
 */
#define SP_STRAVA_JSON_MAX_DEPTH 32

JsonNode *  sp_strava_json_parse    (GBytes    *body,
                                     GError   **error);
JsonObject *sp_strava_json_get_root (JsonNode  *node,
                                     GError   **error);

G_END_DECLS
