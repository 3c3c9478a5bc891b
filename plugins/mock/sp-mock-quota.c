/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-quota.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define MAX_SPANS 8
#define US_PER_S G_GINT64_CONSTANT (1000000)

struct _SpMockQuota
{
  SpQuotaSpan spans[MAX_SPANS];
  gint64      numbers[MAX_SPANS]; /* which span since 1970 each count is of */
  gsize       n_spans;            /* 0 where the source tells no quota */
};

static gboolean
parse_span (const char  *text,
            SpQuotaSpan *span)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", -1);
  guint64 limit, span_s;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 1, 1000000, &limit, NULL)
      || !g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 1, 366 * 86400, &span_s, NULL))
    return FALSE;
  *span = (SpQuotaSpan) { .span_s = (gint64) span_s, .limit = (guint) limit };

  return TRUE;
}

/**
 * sp_mock_quota_parse:
 * @text: `REQUESTS/SECONDS`, several with commas, the shortest span first; or `none`
 * @error: return location for an error
 *
 * Returns: (transfer full): a count that begins at nothing; %NULL with %G_IO_ERROR_INVALID_ARGUMENT set
 */
SpMockQuota *
sp_mock_quota_parse (const char  *text,
                     GError     **error)
{
  g_autoptr(SpMockQuota) self = g_new0 (SpMockQuota, 1);
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);
  gboolean is_good = *text != '\0';

  if (g_str_equal (text, "none"))
    return g_steal_pointer (&self);

  for (guint i = 0; parts[i] != NULL && is_good; i++)
    is_good = self->n_spans < MAX_SPANS && parse_span (parts[i], &self->spans[self->n_spans++])
              && (i == 0 || self->spans[i].span_s > self->spans[i - 1].span_s);
  if (is_good)
    return g_steal_pointer (&self);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("The quota can not be “%s”: it takes REQUESTS/SECONDS, several with commas, the shortest span first, "
                 "for example 100/900,1000/86400, or none"), text);

  return NULL;
}

/**
 * sp_mock_quota_free:
 * @self: (transfer full): a count
 *
 * Frees it.
 */
void
sp_mock_quota_free (SpMockQuota *self)
{
  g_free (self);
}

/* Begins anew what is over. */
static void
roll (SpMockQuota *self,
      gint64       now_us)
{
  for (gsize i = 0; i < self->n_spans; i++)
    {
      SpQuotaSpan *span = &self->spans[i];
      gint64 span_us = span->span_s * US_PER_S;
      gint64 number = now_us / span_us;

      if (number != self->numbers[i])
        span->used = 0;
      self->numbers[i] = number;
      span->resume_at_us = (number + 1) * span_us;
    }
}

/**
 * sp_mock_quota_spend:
 * @self: a count
 * @now_us: the time, UTC microseconds since 1970
 *
 * Counts a request. One that is refused counts as well.
 *
 * Returns: %FALSE where it is one too many
 */
gboolean
sp_mock_quota_spend (SpMockQuota *self,
                     gint64       now_us)
{
  gboolean is_free = TRUE;

  roll (self, now_us);
  for (gsize i = 0; i < self->n_spans; i++)
    is_free &= self->spans[i].used++ < self->spans[i].limit;

  return is_free;
}

/**
 * sp_mock_quota_tell:
 * @self: a count
 * @now_us: the time, UTC microseconds since 1970
 *
 * Returns: (transfer full) (nullable): what is allowed and used; %NULL where the source does not tell
 */
SpQuota *
sp_mock_quota_tell (SpMockQuota *self,
                    gint64       now_us)
{
  roll (self, now_us);

  return self->n_spans > 0 ? sp_quota_new (self->spans, self->n_spans) : NULL;
}
