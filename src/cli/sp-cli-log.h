/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sp_cli_log_set_up (gboolean verbose);

G_END_DECLS
