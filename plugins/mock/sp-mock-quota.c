/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-quota.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

struct _SpMockQuota
{
  GArray *spans; /* (owned) of #SpQuotaSpan */
};

static gboolean
parse_span (const char  *text,
            SpQuotaSpan *span)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  guint64 limit, span_s;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 1, G_MAXINT32, &limit, NULL)
      || !g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 1, G_MAXINT32, &span_s, NULL))
    return FALSE;
  span->limit = (guint) limit;
  span->span_s = (gint64) span_s;

  return TRUE;
}

/**
 * sp_mock_quota_parse:
 * @text: limits with commas between them, each as REQUESTS/SECONDS, or `none`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the limits
 */
SpMockQuota *
sp_mock_quota_parse (const char  *text,
                     GError     **error)
{
  g_autoptr (SpMockQuota) self = g_new0 (SpMockQuota, 1);
  g_auto (GStrv) spans = g_strsplit (text, ",", 0);

  self->spans = g_array_new (FALSE, TRUE, sizeof (SpQuotaSpan));
  if (g_str_equal (text, "none"))
    return g_steal_pointer (&self);
  for (guint i = 0; spans[i] != NULL; i++)
    {
      SpQuotaSpan span = { 0 };

      if (!parse_span (spans[i], &span))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is not a limit. Write it like 100/900,1000/86400, or none."), text);
          return NULL;
        }
      g_array_append_val (self->spans, span);
    }

  return g_steal_pointer (&self);
}

/**
 * sp_mock_quota_free:
 * @self: (transfer full): limits
 *
 * Frees them.
 */
void
sp_mock_quota_free (SpMockQuota *self)
{
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

static void
go_on (SpMockQuota *self,
       gint64       now_us)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      SpQuotaSpan *span = &g_array_index (self->spans, SpQuotaSpan, i);
      gint64 span_us = span->span_s * G_USEC_PER_SEC;

      if (span->resume_at_us > now_us)
        continue;
      span->resume_at_us = (now_us / span_us + 1) * span_us;
      span->used = 0;
    }
}

/**
 * sp_mock_quota_spend:
 * @self: limits
 * @now_us: UTC microseconds since 1970
 *
 * Counts a request; one that is refused counts too.
 *
 * Returns: whether it is allowed
 */
gboolean
sp_mock_quota_spend (SpMockQuota *self,
                     gint64       now_us)
{
  gboolean allowed = TRUE;

  go_on (self, now_us);
  for (guint i = 0; i < self->spans->len; i++)
    {
      SpQuotaSpan *span = &g_array_index (self->spans, SpQuotaSpan, i);

      span->used++;
      allowed = allowed && span->used <= span->limit;
    }

  return allowed;
}

/**
 * sp_mock_quota_get:
 * @self: limits
 * @now_us: UTC microseconds since 1970
 *
 * Returns: (transfer full) (nullable): what is allowed now, %NULL where there is no limit
 */
SpQuota *
sp_mock_quota_get (SpMockQuota *self,
                   gint64       now_us)
{
  if (self->spans->len == 0)
    return NULL;
  go_on (self, now_us);

  return sp_quota_new ((const SpQuotaSpan *) (gpointer) self->spans->data, self->spans->len);
}
