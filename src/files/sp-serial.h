/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sp_serial_to_local_s   (double     serial,
                                 gboolean   date_1904,
                                 gint64    *local_s);
double   sp_serial_from_local_s (gint64     local_s,
                                 gboolean   date_1904);

G_END_DECLS
