/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-pacer.h"

/**
 * SpPacer:
 *
 * When may the next request go out? Arithmetic on given times: it has no clock, and never waits.
 */
struct _SpPacer
{
  GObject parent_instance;

  SpQuota *quota; /* (owned) (nullable) */
  guint    n_in_flight;
  GRand   *random;
};

G_DEFINE_FINAL_TYPE (SpPacer, sp_pacer, G_TYPE_OBJECT)

static void
sp_pacer_finalize (GObject *object)
{
  SpPacer *self = SP_PACER (object);

  g_clear_pointer (&self->quota, sp_quota_unref);
  g_clear_pointer (&self->random, g_rand_free);

  G_OBJECT_CLASS (sp_pacer_parent_class)->finalize (object);
}

static void
sp_pacer_class_init (SpPacerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_pacer_finalize;
}

static void
sp_pacer_init (SpPacer *self)
{
}

/* What a span still allows; a span whose end is past has begun anew. */
static gint64
left_in_span (const SpQuotaSpan *span,
              gint64             now_us)
{
  if (span->resume_at_us != 0 && span->resume_at_us <= now_us)
    return span->limit;

  return (gint64) span->limit - span->used;
}

/**
 * sp_pacer_new:
 * @seed: where the random pauses begin
 *
 * Returns: (transfer full): a new pacer that knows of no quota
 */
SpPacer *
sp_pacer_new (guint32 seed)
{
  SpPacer *self = g_object_new (SP_TYPE_PACER, NULL);

  self->random = g_rand_new_with_seed (seed);

  return self;
}

/**
 * sp_pacer_set_quota:
 * @self: a pacer
 * @quota: (nullable): what the source says now
 *
 * Tells it what the source said last.
 */
void
sp_pacer_set_quota (SpPacer *self,
                    SpQuota *quota)
{
  SpQuota *old;

  g_return_if_fail (SP_IS_PACER (self));

  old = self->quota;
  self->quota = quota != NULL ? sp_quota_ref (quota) : NULL;
  g_clear_pointer (&old, sp_quota_unref);
}

/**
 * sp_pacer_get_quota:
 * @self: a pacer
 *
 * Returns: (transfer none) (nullable): what the source said last
 */
SpQuota *
sp_pacer_get_quota (SpPacer *self)
{
  g_return_val_if_fail (SP_IS_PACER (self), NULL);

  return self->quota;
}

/**
 * sp_pacer_has_quota:
 * @self: a pacer
 *
 * Returns: whether the source tells a limit that can be kept
 */
gboolean
sp_pacer_has_quota (SpPacer *self)
{
  const SpQuotaSpan *spans;
  gsize n_spans;

  g_return_val_if_fail (SP_IS_PACER (self), FALSE);

  if (self->quota == NULL)
    return FALSE;
  spans = sp_quota_get_spans (self->quota, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].limit > 0)
      return TRUE;

  return FALSE;
}

/**
 * sp_pacer_get_next_us:
 * @self: a pacer
 * @now_us: the time, UTC microseconds since 1970
 *
 * Tells when the next request may go out. What is in flight counts as used, since the source may not have counted it
 * yet; so no request can be one too many.
 *
 * Returns: @now_us or earlier where it may go now; the time to wait for; or %SP_PACER_WHEN_ANSWERED
 */
gint64
sp_pacer_get_next_us (SpPacer *self,
                      gint64   now_us)
{
  const SpQuotaSpan *spans;
  gint64 next_us = now_us;
  gsize n_spans;

  g_return_val_if_fail (SP_IS_PACER (self), now_us);

  if (self->quota == NULL)
    return now_us;

  spans = sp_quota_get_spans (self->quota, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      gint64 left = left_in_span (&spans[i], now_us);

      if (spans[i].limit == 0 || left > self->n_in_flight)
        continue;
      if (left > 0)
        next_us = MAX (next_us, SP_PACER_WHEN_ANSWERED);
      else if (spans[i].resume_at_us > now_us)
        next_us = next_us == SP_PACER_WHEN_ANSWERED ? spans[i].resume_at_us : MAX (next_us, spans[i].resume_at_us);
    }

  return next_us;
}

/**
 * sp_pacer_begin:
 * @self: a pacer
 *
 * Tells it that a request goes out.
 */
void
sp_pacer_begin (SpPacer *self)
{
  g_return_if_fail (SP_IS_PACER (self));

  self->n_in_flight++;
}

/**
 * sp_pacer_end:
 * @self: a pacer
 *
 * Tells it that a request was answered, well or not.
 */
void
sp_pacer_end (SpPacer *self)
{
  g_return_if_fail (SP_IS_PACER (self));
  g_return_if_fail (self->n_in_flight > 0);

  self->n_in_flight--;
}

/**
 * sp_pacer_draw_pause_us:
 * @self: a pacer
 *
 * Draws the pause that a source gets which tells no limit.
 *
 * Returns: microseconds, one to two seconds
 */
gint64
sp_pacer_draw_pause_us (SpPacer *self)
{
  g_return_val_if_fail (SP_IS_PACER (self), 0);

  return (gint64) (g_rand_double_range (self->random, 1.0, 2.0) * G_USEC_PER_SEC);
}

/* The end of the span that @at_us lies in, where the spans go on as the known one ends. */
static gint64
next_boundary_us (const SpQuotaSpan *span,
                  gint64             at_us)
{
  gint64 span_us = span->span_s * G_USEC_PER_SEC;

  if (span->resume_at_us > at_us || span_us <= 0)
    return span->resume_at_us;

  return span->resume_at_us + ((at_us - span->resume_at_us) / span_us + 1) * span_us;
}

/**
 * sp_pacer_expect_end_us:
 * @self: a pacer
 * @n_reads: requests still to make
 * @now_us: the time, UTC microseconds since 1970
 *
 * Tells when that many requests can have gone out by what the source allows, if they take no time themselves.
 *
 * Returns: a time, @now_us at the earliest
 */
gint64
sp_pacer_expect_end_us (SpPacer *self,
                        guint    n_reads,
                        gint64   now_us)
{
  const SpQuotaSpan *spans;
  g_autofree gint64 *left = NULL;
  g_autofree gint64 *ends_us = NULL;
  gsize n_spans;

  g_return_val_if_fail (SP_IS_PACER (self), now_us);

  if (!sp_pacer_has_quota (self))
    return now_us;

  spans = sp_quota_get_spans (self->quota, &n_spans);
  left = g_new0 (gint64, n_spans);
  ends_us = g_new0 (gint64, n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      left[i] = spans[i].limit == 0 || spans[i].resume_at_us == 0 ? G_MAXINT64 : left_in_span (&spans[i], now_us);
      ends_us[i] = next_boundary_us (&spans[i], now_us);
    }

  while (n_reads > 0)
    {
      gint64 least = G_MAXINT64;
      gint64 wait_us = now_us;

      for (gsize i = 0; i < n_spans; i++)
        least = MIN (least, left[i]);
      least = MAX (least, 0);
      if (least >= n_reads)
        break;
      n_reads -= (guint) least;
      for (gsize i = 0; i < n_spans; i++)
        {
          if (left[i] == G_MAXINT64)
            continue;
          left[i] -= least;
          if (left[i] <= 0)
            wait_us = MAX (wait_us, ends_us[i]);
        }
      if (wait_us <= now_us)
        break;
      now_us = wait_us;
      for (gsize i = 0; i < n_spans; i++)
        if (left[i] != G_MAXINT64 && ends_us[i] <= now_us)
          {
            left[i] = spans[i].limit;
            ends_us[i] = next_boundary_us (&spans[i], now_us);
          }
    }

  return now_us;
}
