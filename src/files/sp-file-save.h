/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean sp_file_save (GFile         *file,
                       GBytes        *bytes,
                       GCancellable  *cancellable,
                       GError       **error);

G_END_DECLS
