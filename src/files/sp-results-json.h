/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *sp_results_json_encode (SpResults      *results) G_GNUC_WARN_UNUSED_RESULT;
SpResults  *sp_results_json_decode (JsonObject     *object,
                                    SpCompetition  *competition,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
