/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef void (*SpJsonItemFunc) (JsonObject *item,
                                gpointer    user_data);

void        sp_json_value_set_text        (JsonObject          *object,
                                           const char          *name,
                                           const char          *text);
void        sp_json_value_set_number      (JsonObject          *object,
                                           const char          *name,
                                           double               number);
void        sp_json_value_set_positive    (JsonObject          *object,
                                           const char          *name,
                                           gint64               number);
void        sp_json_value_set_seconds     (JsonObject          *object,
                                           const char          *name,
                                           gint64               seconds);
void        sp_json_value_set_local       (JsonObject          *object,
                                           const char          *name,
                                           gint64               local_s);
void        sp_json_value_set_utc         (JsonObject          *object,
                                           const char          *name,
                                           gint64               utc_s);
void        sp_json_value_set_texts       (JsonObject          *object,
                                           const char          *name,
                                           const char * const  *texts);

const char *sp_json_value_get_text        (JsonObject          *object,
                                           const char          *name);
double      sp_json_value_get_number      (JsonObject          *object,
                                           const char          *name,
                                           double               fallback);
gint64      sp_json_value_get_integer     (JsonObject          *object,
                                           const char          *name,
                                           gint64               min,
                                           gint64               max,
                                           gint64               fallback);
gboolean    sp_json_value_get_boolean     (JsonObject          *object,
                                           const char          *name);
gint64      sp_json_value_get_time        (JsonObject          *object,
                                           const char          *name);
GStrv       sp_json_value_get_texts       (JsonObject          *object,
                                           const char          *name) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *sp_json_value_get_object      (JsonObject          *object,
                                           const char          *name);
void        sp_json_value_foreach         (JsonObject          *object,
                                           const char          *name,
                                           SpJsonItemFunc       func,
                                           gpointer             user_data);

G_END_DECLS
