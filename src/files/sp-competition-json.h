/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject    *sp_competition_json_encode (SpCompetition  *competition) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_competition_json_decode (JsonObject     *object,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
