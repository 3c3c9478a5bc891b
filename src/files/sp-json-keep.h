/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void sp_json_keep_unknown (JsonObject *old,
                           JsonObject *object);

G_END_DECLS
