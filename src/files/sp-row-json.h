/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"
#include "model/sp-row.h"
#include "model/sp-team-row.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *sp_row_json_encode      (SpRow         *row) G_GNUC_WARN_UNUSED_RESULT;
SpRow      *sp_row_json_decode      (JsonObject    *object,
                                     SpGroup       *group,
                                     SpCompetition *competition) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *sp_row_json_encode_team (SpTeamRow     *team) G_GNUC_WARN_UNUSED_RESULT;
SpTeamRow  *sp_row_json_decode_team (JsonObject    *object,
                                     GHashTable    *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
