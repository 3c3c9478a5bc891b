/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"

G_BEGIN_DECLS

gint64 sp_local_time_now_s    (SpClock *clock);
gint64 sp_local_time_from_utc (gint64   utc_s);

G_END_DECLS
