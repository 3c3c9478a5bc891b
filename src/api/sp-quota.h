/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_QUOTA (sp_quota_get_type ())

/**
 * SpQuotaSpan:
 * @span_s: how long one span lasts, for example 900; 0 where unknown
 * @limit: how many requests a span allows; 0 where unknown
 * @used: how many of them are used, as far as is known
 * @resume_at_us: when the count begins anew, UTC microseconds since 1970 on the given clock; 0 where unknown. A source
 *   that was told to wait (Retry-After) says until when here, with @used at least @limit
 *
 * One of the limits that a source keeps.
 */
typedef struct
{
  gint64 span_s;
  guint  limit;
  guint  used;
  gint64 resume_at_us;
} SpQuotaSpan;

/**
 * SpQuota:
 *
 * What a source allows, over one span of time or several at once, and how much of it is used. Immutable.
 */
typedef struct _SpQuota SpQuota;

GType              sp_quota_get_type        (void);
SpQuota           *sp_quota_new             (const SpQuotaSpan *spans,
                                             gsize              n_spans);
SpQuota           *sp_quota_ref             (SpQuota           *self);
void               sp_quota_unref           (SpQuota           *self);
const SpQuotaSpan *sp_quota_get_spans       (SpQuota           *self,
                                             gsize             *n_spans);
gint64             sp_quota_get_resume_at_us (SpQuota          *self,
                                             gint64             now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpQuota, sp_quota_unref)

G_END_DECLS
