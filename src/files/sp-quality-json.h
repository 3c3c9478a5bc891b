/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"
#include "model/sp-quality.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *sp_quality_json_encode (SpQuality     *quality) G_GNUC_WARN_UNUSED_RESULT;
SpQuality  *sp_quality_json_decode (JsonObject    *object,
                                    SpCompetition *competition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
