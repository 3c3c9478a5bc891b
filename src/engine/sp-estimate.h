/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-quota.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpEstimate:
 * @n_requests: about how many requests a run will make, 0 for none
 * @ends_us: when it can be done by what the source allows, UTC microseconds since 1970
 *
 * What a run will cost, as far as can be said before it begins.
 */
typedef struct
{
  guint  n_requests;
  gint64 ends_us;
} SpEstimate;

void  sp_estimate_make        (SpCompetition    *competition,
                               GPtrArray        *only,
                               gint64            now_local_s,
                               SpQuota          *quota,
                               gint64            now_us,
                               SpEstimate       *estimate);
char *sp_estimate_to_sentence (const SpEstimate *estimate,
                               SpQuota          *quota,
                               const char       *source_name,
                               gint64            now_us);

G_END_DECLS
