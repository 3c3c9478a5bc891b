/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-spans.h"

struct _SpSpans
{
  SpPeriod  hull;
  GArray   *gaps; /* (owned) of #SpPeriod, in order, none meeting another */
};

/**
 * sp_spans_new:
 *
 * Returns: (transfer full): no stretch at all; its hull ends before it starts
 */
SpSpans *
sp_spans_new (void)
{
  SpSpans *self = g_new0 (SpSpans, 1);

  self->hull = (SpPeriod) { G_MAXINT64, G_MININT64 };
  self->gaps = g_array_new (FALSE, FALSE, sizeof (SpPeriod));

  return self;
}

/**
 * sp_spans_free:
 * @self: (transfer full): stretches
 *
 * Frees them.
 */
void
sp_spans_free (SpSpans *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->gaps);
  g_free (self);
}

/* What is left of each gap, before the period and after it. */
static void
fill_gaps (SpSpans        *self,
           const SpPeriod *period)
{
  GArray *left = g_array_new (FALSE, FALSE, sizeof (SpPeriod));

  for (guint i = 0; i < self->gaps->len; i++)
    {
      SpPeriod gap = g_array_index (self->gaps, SpPeriod, i);
      SpPeriod before = { gap.start_s, MIN (gap.end_s, period->start_s - 1) };
      SpPeriod after = { MAX (gap.start_s, period->end_s + 1), gap.end_s };

      if (!sp_period_meets (&gap, period->start_s, period->end_s))
        g_array_append_val (left, gap);
      else
        {
          if (before.start_s <= before.end_s)
            g_array_append_val (left, before);
          if (after.start_s <= after.end_s)
            g_array_append_val (left, after);
        }
    }
  g_array_unref (self->gaps);
  self->gaps = left;
}

/**
 * sp_spans_add:
 * @self: stretches
 * @period: one more, which does not end before it starts
 *
 * Takes it in. What lies between it and the others is a gap.
 */
void
sp_spans_add (SpSpans        *self,
              const SpPeriod *period)
{
  SpPeriod before, after;

  g_return_if_fail (self != NULL);
  g_return_if_fail (period != NULL && period->start_s <= period->end_s);

  if (self->hull.start_s > self->hull.end_s)
    {
      self->hull = *period;
      return;
    }
  fill_gaps (self, period);
  before = (SpPeriod) { period->end_s + 1, self->hull.start_s - 1 };
  after = (SpPeriod) { self->hull.end_s + 1, period->start_s - 1 };
  if (before.start_s <= before.end_s)
    g_array_prepend_val (self->gaps, before);
  if (after.start_s <= after.end_s)
    g_array_append_val (self->gaps, after);
  self->hull.start_s = MIN (self->hull.start_s, period->start_s);
  self->hull.end_s = MAX (self->hull.end_s, period->end_s);
}

/**
 * sp_spans_get_hull:
 * @self: stretches
 *
 * Returns: from the start of the first to the end of the last; ends before it starts where there is none
 */
SpPeriod
sp_spans_get_hull (SpSpans *self)
{
  g_return_val_if_fail (self != NULL, ((SpPeriod) { G_MAXINT64, G_MININT64 }));

  return self->hull;
}

/**
 * sp_spans_get_gaps:
 * @self: stretches
 * @n_gaps: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_gaps): what of the hull is in none of them, in order; valid until one is
 *   added
 */
const SpPeriod *
sp_spans_get_gaps (SpSpans *self,
                   guint   *n_gaps)
{
  g_return_val_if_fail (self != NULL && n_gaps != NULL, NULL);

  *n_gaps = self->gaps->len;

  return (const SpPeriod *) (gpointer) self->gaps->data;
}
