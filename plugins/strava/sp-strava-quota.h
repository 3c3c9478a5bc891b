/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "api/sp-quota.h"

G_BEGIN_DECLS

/**
 * SP_STRAVA_QUOTA_MARGIN_US:
 *
 * How long after a boundary the first request waits: one that came a second early has been refused.
 */
#define SP_STRAVA_QUOTA_MARGIN_US (2 * G_USEC_PER_SEC)

/**
 * SpStravaSpanId:
 * @SP_STRAVA_QUARTER: a quarter of an hour
 * @SP_STRAVA_DAY: a day of UTC
 * @SP_STRAVA_N_SPANS: how many there are
 *
 * Over what Strava counts.
 */
typedef enum
{
  SP_STRAVA_QUARTER,
  SP_STRAVA_DAY,
  SP_STRAVA_N_SPANS,
} SpStravaSpanId;

/**
 * SpStravaQuota:
 * @sequence: goes up with each change, so that of two copies the newer one is known
 * @number: for each span, which one since 1970 is counted
 * @used: for each span, how many requests were counted in it
 * @limit: for each span, how many are allowed
 *
 * The count of requests, as far as it is known. Plain data.
 */
typedef struct
{
  gint64 sequence;
  gint64 number[SP_STRAVA_N_SPANS];
  guint  used[SP_STRAVA_N_SPANS];
  guint  limit[SP_STRAVA_N_SPANS];
} SpStravaQuota;

void           sp_strava_quota_init        (SpStravaQuota       *self);
gboolean       sp_strava_quota_read        (SpStravaQuota       *self,
                                            const char          *text);
char          *sp_strava_quota_write       (const SpStravaQuota *self);
void           sp_strava_quota_roll        (SpStravaQuota       *self,
                                            gint64               server_us);
SpStravaSpanId sp_strava_quota_find_full   (const SpStravaQuota *self,
                                            guint                reserve);
void           sp_strava_quota_note        (SpStravaQuota       *self,
                                            SoupMessageHeaders  *headers);
void           sp_strava_quota_refuse      (SpStravaQuota       *self);
gint64         sp_strava_quota_get_end_us  (const SpStravaQuota *self,
                                            SpStravaSpanId       span);
guint          sp_strava_quota_get_limit   (const SpStravaQuota *self,
                                            SpStravaSpanId       span,
                                            guint                reserve);
SpQuota       *sp_strava_quota_tell        (const SpStravaQuota *self,
                                            guint                reserve,
                                            gint64               server_us,
                                            gint64               ahead_us,
                                            gint64               retry_server_us);
gint64         sp_strava_quota_get_span_s  (SpStravaSpanId       span);
gboolean       sp_strava_quota_read_date   (SoupMessageHeaders  *headers,
                                            gint64              *server_us);
gint64         sp_strava_quota_read_retry  (SoupMessageHeaders  *headers,
                                            gint64               server_us);

G_END_DECLS
