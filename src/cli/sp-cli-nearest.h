/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint  sp_cli_nearest_distance (const char *a,
                                const char *b);
char  *sp_cli_nearest_names    (const char *name,
                                GPtrArray  *names,
                                guint       n_most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
