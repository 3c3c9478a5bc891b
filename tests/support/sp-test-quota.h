/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"
#include "api/sp-quota.h"

G_BEGIN_DECLS

/**
 * SpTestQuota:
 *
 * A quota that is kept: counts begin anew at multiples of their span since 1970, UTC, as servers do it.
 */
typedef struct _SpTestQuota SpTestQuota;

SpTestQuota *sp_test_quota_new   (SpClock     *clock);
void         sp_test_quota_free  (SpTestQuota *self);
void         sp_test_quota_limit (SpTestQuota *self,
                                  gint64       span_s,
                                  guint        limit);
gboolean     sp_test_quota_spend (SpTestQuota *self);
SpQuota     *sp_test_quota_get   (SpTestQuota *self);

G_END_DECLS
