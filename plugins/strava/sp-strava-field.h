/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * SpStravaNeed:
 * @SP_STRAVA_NEED_ALWAYS: missing or null is an error
 * @SP_STRAVA_NEED_MAYBE: missing or null leaves the value as it was
 *
 * Whether a field has to be there.
 */
typedef enum
{
  SP_STRAVA_NEED_ALWAYS,
  SP_STRAVA_NEED_MAYBE,
} SpStravaNeed;

void     sp_strava_field_refuse     (GError       **error,
                                     const char    *where,
                                     const char    *name,
                                     const char    *what);
gboolean sp_strava_field_get_int    (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     gint64         min,
                                     gint64         max,
                                     gint64        *value,
                                     GError       **error);
gboolean sp_strava_field_get_double (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     double        *value,
                                     GError       **error);
gboolean sp_strava_field_get_bool   (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     gboolean      *value,
                                     GError       **error);
gboolean sp_strava_field_get_string (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     const char   **value,
                                     GError       **error);
gboolean sp_strava_field_get_object (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     JsonObject   **value,
                                     GError       **error);
gboolean sp_strava_field_get_array  (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     JsonArray    **value,
                                     GError       **error);
gboolean sp_strava_field_get_time   (JsonObject    *object,
                                     const char    *where,
                                     const char    *name,
                                     SpStravaNeed   need,
                                     gint64        *time_s,
                                     GError       **error);

G_END_DECLS
