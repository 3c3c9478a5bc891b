/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SpOptionFunc:
 * @row: the row
 * @option: what was edited
 * @value: (nullable): its new value in words, %NULL for the usual one
 * @user_data: what it was given with
 *
 * Keeps what was edited.
 *
 * Returns: (transfer full) (nullable): why that value can not be used, a sentence; %NULL where it can
 */
typedef char *(*SpOptionFunc) (GtkWidget  *row,
                               GParamSpec *option,
                               const char *value,
                               gpointer    user_data);

GtkWidget *sp_option_row_new (GParamSpec   *option,
                              const char   *value,
                              SpOptionFunc  func,
                              gpointer      user_data);

G_END_DECLS
