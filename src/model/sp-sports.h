/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SP_SPORTS_NOT_HAD:
 *
 * Stands for the sport of a segment that could not be read, which is not one that tells no sport: nothing is accepted
 * for it until it is known, unless the board names its own sports.
 */
#define SP_SPORTS_NOT_HAD "?"

gboolean sp_sports_accept (const char         *segment_sport,
                           const char * const *own,
                           const char         *sport);

G_END_DECLS
