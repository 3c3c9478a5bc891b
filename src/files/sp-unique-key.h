/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sp_unique_key (GHashTable *taken,
                           const char *wanted);

G_END_DECLS
