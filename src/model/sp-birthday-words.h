/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sp_birthday_words_read (const char *text,
                                 int        *month,
                                 int        *day);

G_END_DECLS
