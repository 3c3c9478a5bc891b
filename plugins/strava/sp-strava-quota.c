/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-quota.h"

#include <stdio.h>

#define US_PER_S G_GINT64_CONSTANT (1000000) /* GLib's own is an int */
#define MAX_RETRY_S 172800 /* nothing of Strava's lasts longer than a day */
#define FORMAT "segment-podium-requests 1 %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %" G_GINT64_FORMAT " %u %u"

static const gint64 spans_s[SP_STRAVA_N_SPANS] = { 900, 86400 };

/**
 * sp_strava_quota_init:
 * @self: a count
 *
 * Starts with nothing counted and the limits of a new application; answers tell the real ones.
 */
void
sp_strava_quota_init (SpStravaQuota *self)
{
  *self = (SpStravaQuota) { .limit = { 100, 1000 } };
}

/**
 * sp_strava_quota_read:
 * @self: a count
 * @text: what sp_strava_quota_write() wrote
 *
 * Reads a count. Of anything else it stays as it was.
 *
 * Returns: %FALSE where @text is something else
 */
gboolean
sp_strava_quota_read (SpStravaQuota *self,
                      const char    *text)
{
  SpStravaQuota read = { 0 };
  long long sequence, quarter, day;

  if (sscanf (text, "segment-podium-requests 1 %lld %lld %u %u %lld %u %u", &sequence,
              &quarter, &read.used[SP_STRAVA_QUARTER], &read.limit[SP_STRAVA_QUARTER],
              &day, &read.used[SP_STRAVA_DAY], &read.limit[SP_STRAVA_DAY]) != 7)
    return FALSE;
  if (sequence < 0 || quarter < 0 || day < 0 || read.limit[SP_STRAVA_QUARTER] == 0 || read.limit[SP_STRAVA_DAY] == 0)
    return FALSE;
  read.sequence = sequence;
  read.number[SP_STRAVA_QUARTER] = quarter;
  read.number[SP_STRAVA_DAY] = day;
  *self = read;

  return TRUE;
}

/**
 * sp_strava_quota_write:
 * @self: a count
 *
 * Returns: (transfer full): it as a text
 */
char *
sp_strava_quota_write (const SpStravaQuota *self)
{
  return g_strdup_printf (FORMAT, self->sequence,
                          self->number[SP_STRAVA_QUARTER], self->used[SP_STRAVA_QUARTER],
                          self->limit[SP_STRAVA_QUARTER],
                          self->number[SP_STRAVA_DAY], self->used[SP_STRAVA_DAY], self->limit[SP_STRAVA_DAY]);
}

/**
 * sp_strava_quota_roll:
 * @self: a count
 * @server_us: the time on Strava's clock, UTC microseconds since 1970
 *
 * Begins anew what is over. Where the clock went back the count stays: it may have been right.
 */
void
sp_strava_quota_roll (SpStravaQuota *self,
                      gint64         server_us)
{
  for (int i = 0; i < SP_STRAVA_N_SPANS; i++)
    {
      gint64 number = server_us / US_PER_S / spans_s[i];

      if (number > self->number[i])
        self->used[i] = 0;
      self->number[i] = number;
    }
}

/**
 * sp_strava_quota_get_span_s:
 * @span: which
 *
 * Returns: how long it is, in seconds
 */
gint64
sp_strava_quota_get_span_s (SpStravaSpanId span)
{
  return spans_s[span];
}

/**
 * sp_strava_quota_get_limit:
 * @self: a count
 * @span: of which span
 * @reserve: how many requests of a day are kept for others
 *
 * Returns: how many requests it allows
 */
guint
sp_strava_quota_get_limit (const SpStravaQuota *self,
                           SpStravaSpanId       span,
                           guint                reserve)
{
  guint kept = span == SP_STRAVA_DAY ? reserve : 0;

  return self->limit[span] > kept ? self->limit[span] - kept : 0;
}

/**
 * sp_strava_quota_get_end_us:
 * @self: a count that was rolled
 * @span: of which span
 *
 * Returns: when it begins anew on Strava's clock, with a margin
 */
gint64
sp_strava_quota_get_end_us (const SpStravaQuota *self,
                            SpStravaSpanId       span)
{
  return (self->number[span] + 1) * spans_s[span] * US_PER_S + SP_STRAVA_QUOTA_MARGIN_US;
}

/**
 * sp_strava_quota_find_full:
 * @self: a count that was rolled
 * @reserve: how many requests of a day are kept for others
 *
 * Returns: the longest span that is used up; %SP_STRAVA_N_SPANS where none is
 */
SpStravaSpanId
sp_strava_quota_find_full (const SpStravaQuota *self,
                           guint                reserve)
{
  for (int i = SP_STRAVA_N_SPANS - 1; i >= 0; i--)
    if (self->used[i] >= sp_strava_quota_get_limit (self, (SpStravaSpanId) i, reserve))
      return (SpStravaSpanId) i;

  return SP_STRAVA_N_SPANS;
}

/**
 * sp_strava_quota_tell:
 * @self: a count
 * @reserve: how many requests of a day are kept for others
 * @server_us: the time on Strava's clock
 * @ahead_us: by how much that is before the clock of the run
 * @retry_server_us: told to wait until then on Strava's clock, 0 for not
 *
 * Returns: (transfer full): what is allowed and used, on the clock of the run
 */
SpQuota *
sp_strava_quota_tell (const SpStravaQuota *self,
                      guint                reserve,
                      gint64               server_us,
                      gint64               ahead_us,
                      gint64               retry_server_us)
{
  SpStravaQuota quota = *self;
  SpQuotaSpan spans[SP_STRAVA_N_SPANS];

  sp_strava_quota_roll (&quota, server_us);
  for (int i = 0; i < SP_STRAVA_N_SPANS; i++)
    {
      /* A limit of 0 would say that none is known. */
      guint limit = sp_strava_quota_get_limit (&quota, (SpStravaSpanId) i, reserve);

      spans[i].span_s = spans_s[i];
      spans[i].limit = MAX (limit, 1);
      spans[i].used = limit == 0 ? MAX (quota.used[i], 1) : quota.used[i];
      spans[i].resume_at_us = sp_strava_quota_get_end_us (&quota, (SpStravaSpanId) i) - ahead_us;
    }
  if (retry_server_us > server_us)
    {
      SpQuotaSpan *quarter = &spans[SP_STRAVA_QUARTER];
      gint64 retry_us = retry_server_us - ahead_us;

      quarter->resume_at_us = quarter->used >= quarter->limit ? MAX (retry_us, quarter->resume_at_us) : retry_us;
      quarter->used = MAX (quarter->used, quarter->limit);
    }

  return sp_quota_new (spans, SP_STRAVA_N_SPANS);
}

static gboolean
read_number (const char **text,
             guint       *value)
{
  guint64 number;
  char *end = NULL;

  while (**text == ' ' || **text == '\t')
    (*text)++;
  if (!g_ascii_isdigit (**text))
    return FALSE;
  number = g_ascii_strtoull (*text, &end, 10);
  while (*end == ' ' || *end == '\t')
    end++;
  *text = end;
  *value = (guint) MIN (number, G_MAXINT);

  return TRUE;
}

/* A header holds a number for each span or says nothing. */
static gboolean
read_pair (SoupMessageHeaders *headers,
           const char         *name,
           guint               values[SP_STRAVA_N_SPANS])
{
  const char *text = soup_message_headers_get_list (headers, name);

  if (text == NULL || !read_number (&text, &values[0]) || *text++ != ',' || !read_number (&text, &values[1]))
    return FALSE;

  return *text == '\0';
}

/**
 * sp_strava_quota_note:
 * @self: a count that was rolled
 * @headers: of an answer
 *
 * Takes over what an answer tells: the limits, and use by others. Requests in flight are counted already and may not be
 * in the answer, so the count does not go down. Where the limit over all requests leaves less than that over
 * reads, it is the one that counts.
 */
void
sp_strava_quota_note (SpStravaQuota      *self,
                      SoupMessageHeaders *headers)
{
  guint all_limit[SP_STRAVA_N_SPANS], all_used[SP_STRAVA_N_SPANS];
  guint limit[SP_STRAVA_N_SPANS], used[SP_STRAVA_N_SPANS];
  gboolean has_all = read_pair (headers, "X-RateLimit-Limit", all_limit) &&
                     read_pair (headers, "X-RateLimit-Usage", all_used);
  gboolean has_limit = read_pair (headers, "X-ReadRateLimit-Limit", limit);
  gboolean has_used = read_pair (headers, "X-ReadRateLimit-Usage", used);

  for (int i = 0; i < SP_STRAVA_N_SPANS; i++)
    {
      guint left;

      if (has_limit && limit[i] > 0)
        self->limit[i] = limit[i];
      else if (!has_limit && has_all && all_limit[i] > 0)
        self->limit[i] = all_limit[i];
      if (has_used)
        self->used[i] = MAX (self->used[i], used[i]);
      if (!has_all)
        continue;
      left = all_limit[i] > all_used[i] ? all_limit[i] - all_used[i] : 0;
      if (left < self->limit[i])
        self->used[i] = MAX (self->used[i], self->limit[i] - left);
    }
}

/**
 * sp_strava_quota_refuse:
 * @self: a count that was rolled and has noted the refusal's headers
 *
 * After an answer 429: where the day is not used up, the quarter is.
 */
void
sp_strava_quota_refuse (SpStravaQuota *self)
{
  if (self->used[SP_STRAVA_DAY] < self->limit[SP_STRAVA_DAY])
    self->used[SP_STRAVA_QUARTER] = MAX (self->used[SP_STRAVA_QUARTER], self->limit[SP_STRAVA_QUARTER]);
}

/**
 * sp_strava_quota_read_date:
 * @headers: of an answer
 * @server_us: (out): what Strava's clock showed, at least, UTC microseconds since 1970
 *
 * Returns: %FALSE where the answer does not tell
 */
gboolean
sp_strava_quota_read_date (SoupMessageHeaders *headers,
                           gint64             *server_us)
{
  const char *text = soup_message_headers_get_one (headers, "Date");
  g_autoptr(GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  if (date == NULL)
    return FALSE;
  *server_us = g_date_time_to_unix (date) * US_PER_S;

  return TRUE;
}

/**
 * sp_strava_quota_read_retry:
 * @headers: of an answer
 * @server_us: the time on Strava's clock
 *
 * Returns: when to ask again on Strava's clock by its Retry-After; 0 where there is none
 */
gint64
sp_strava_quota_read_retry (SoupMessageHeaders *headers,
                            gint64              server_us)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  g_autoptr(GDateTime) date = NULL;
  guint seconds;
  gint64 retry_us;

  if (text == NULL)
    return 0;
  if (read_number (&text, &seconds))
    return *text == '\0' ? server_us + MIN (seconds, MAX_RETRY_S) * US_PER_S : 0;
  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return 0;
  retry_us = g_date_time_to_unix (date) * US_PER_S;

  return CLAMP (retry_us, server_us, server_us + MAX_RETRY_S * US_PER_S);
}
