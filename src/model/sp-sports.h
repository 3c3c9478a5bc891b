/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sp_sports_accept (const char         *segment_sport,
                           const char * const *own,
                           const char         *sport);

G_END_DECLS
