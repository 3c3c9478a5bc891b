/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "api/sp-time.h"

G_BEGIN_DECLS

/**
 * SpOrigin:
 * @source_id: (nullable): id of the source that once gave the answer, an interned string
 * @fetched_at_s: when the source gave it, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @n_reads: counted reads spent on this answer now; 0 from a cache
 * @from_cache: whether it was held, and not asked for now
 * @hides_private: whether the source keeps back what the athlete shows to nobody, because permission for it is missing
 *
 * Where an answer comes from. It is part of each answer; whether it is too old is for the caller to judge.
 */
typedef struct
{
  const char *source_id;
  gint64      fetched_at_s;
  guint       n_reads;
  gboolean    from_cache;
  gboolean    hides_private;
} SpOrigin;

/**
 * SP_ORIGIN_UNKNOWN:
 *
 * An origin of which nothing is said yet.
 */
#define SP_ORIGIN_UNKNOWN ((SpOrigin) { NULL, SP_TIME_UNKNOWN, 0, FALSE, FALSE })

G_END_DECLS
