/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-quota.h"

struct _SpTestQuota
{
  SpClock *clock; /* (owned) */
  GArray  *spans; /* (owned) (element-type SpQuotaSpan): resume_at_us is the end of the span that @used counts */
};

SpTestQuota *
sp_test_quota_new (SpClock *clock)
{
  SpTestQuota *self = g_new0 (SpTestQuota, 1);

  self->clock = g_object_ref (clock);
  self->spans = g_array_new (FALSE, FALSE, sizeof (SpQuotaSpan));

  return self;
}

void
sp_test_quota_free (SpTestQuota *self)
{
  g_clear_object (&self->clock);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

/* Adds a limit, shortest span first. */
void
sp_test_quota_limit (SpTestQuota *self,
                     gint64       span_s,
                     guint        limit)
{
  SpQuotaSpan span = { span_s, limit, 0, 0 };

  g_array_append_val (self->spans, span);
}

static void
refill (SpTestQuota *self)
{
  gint64 now_us = sp_clock_get_wall_us (self->clock);

  for (guint i = 0; i < self->spans->len; i++)
    {
      SpQuotaSpan *span = &g_array_index (self->spans, SpQuotaSpan, i);
      gint64 span_us = span->span_s * G_USEC_PER_SEC;

      if (now_us < span->resume_at_us)
        continue;
      span->used = 0;
      span->resume_at_us = (now_us / span_us + 1) * span_us;
    }
}

/**
 * sp_test_quota_spend:
 * @self: a quota
 *
 * Counts one request in every span.
 *
 * Returns: %FALSE where one of them is used up: then nothing is counted
 */
gboolean
sp_test_quota_spend (SpTestQuota *self)
{
  refill (self);
  for (guint i = 0; i < self->spans->len; i++)
    {
      SpQuotaSpan *span = &g_array_index (self->spans, SpQuotaSpan, i);

      if (span->used >= span->limit)
        return FALSE;
    }
  for (guint i = 0; i < self->spans->len; i++)
    g_array_index (self->spans, SpQuotaSpan, i).used++;

  return TRUE;
}

/**
 * sp_test_quota_get:
 * @self: a quota
 *
 * Returns: (transfer full) (nullable): what a source would report, %NULL without limits
 */
SpQuota *
sp_test_quota_get (SpTestQuota *self)
{
  if (self->spans->len == 0)
    return NULL;
  refill (self);

  return sp_quota_new ((SpQuotaSpan *) (gpointer) self->spans->data, self->spans->len);
}
