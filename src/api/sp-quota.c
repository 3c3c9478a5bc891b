/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-quota.h"

struct _SpQuota
{
  gatomicrefcount ref_count;
  SpQuotaSpan    *spans; /* (owned) */
  gsize           n_spans;
};

G_DEFINE_BOXED_TYPE (SpQuota, sp_quota, sp_quota_ref, sp_quota_unref)

/**
 * sp_quota_new: (skip)
 * @spans: (array length=n_spans): the limits, shortest span first
 * @n_spans: how many, 1 or more
 *
 * Returns: (transfer full): a new quota
 */
SpQuota *
sp_quota_new (const SpQuotaSpan *spans,
              gsize              n_spans)
{
  SpQuota *self;

  g_return_val_if_fail (spans != NULL && n_spans > 0, NULL);

  self = g_new0 (SpQuota, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->spans = g_memdup2 (spans, n_spans * sizeof *spans);
  self->n_spans = n_spans;

  return self;
}

/**
 * sp_quota_ref:
 * @self: a quota
 *
 * Returns: (transfer full): the same one, held once more
 */
SpQuota *
sp_quota_ref (SpQuota *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_quota_unref:
 * @self: (transfer full): a quota
 *
 * Lets go of it.
 */
void
sp_quota_unref (SpQuota *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->spans, g_free);
  g_free (self);
}

/**
 * sp_quota_get_spans: (skip)
 * @self: a quota
 * @n_spans: (out): how many
 *
 * Returns: (transfer none) (array length=n_spans): its limits
 */
const SpQuotaSpan *
sp_quota_get_spans (SpQuota *self,
                    gsize   *n_spans)
{
  g_return_val_if_fail (self != NULL && n_spans != NULL, NULL);

  *n_spans = self->n_spans;

  return self->spans;
}

/**
 * sp_quota_get_resume_at_us:
 * @self: a quota
 * @now_us: the time now, UTC microseconds since 1970
 *
 * Until when no request is welcome: the latest known reset of all spans that are used up now.
 *
 * Returns: UTC microseconds since 1970, or 0 where a request is welcome now or no reset is known
 */
gint64
sp_quota_get_resume_at_us (SpQuota *self,
                           gint64   now_us)
{
  gint64 resume_at_us = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (gsize i = 0; i < self->n_spans; i++)
    if (self->spans[i].used >= self->spans[i].limit && self->spans[i].resume_at_us > now_us)
      resume_at_us = MAX (resume_at_us, self->spans[i].resume_at_us);

  return resume_at_us;
}
