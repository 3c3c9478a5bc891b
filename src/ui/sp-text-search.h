/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sp_text_search_contains (const char *text,
                                  const char *wanted);

G_END_DECLS
