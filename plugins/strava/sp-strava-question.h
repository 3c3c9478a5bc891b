/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpStravaQuestion:
 * @athlete_id: whose answer it has to be, 0 where that does not matter
 * @id: the activity or segment asked for, 0 where none is
 * @page: which page of a list, from 1
 * @per_page: how many entries a page may have
 * @until_empty: whether only an empty page ends a list
 *
 * What was asked, so that an answer to something else is noticed.
 */
typedef struct
{
  gint64   athlete_id;
  gint64   id;
  guint    page;
  guint    per_page;
  gboolean until_empty;
} SpStravaQuestion;

G_END_DECLS
