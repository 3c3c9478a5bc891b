/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-quota.h"

G_BEGIN_DECLS

/**
 * SpMockQuota:
 *
 * A count of requests, kept as a web service does: by whole spans of the clock, such as quarters of an hour.
 */
typedef struct _SpMockQuota SpMockQuota;

SpMockQuota *sp_mock_quota_parse (const char    *text,
                                  GError       **error);
void         sp_mock_quota_free  (SpMockQuota   *self);
gboolean     sp_mock_quota_spend (SpMockQuota   *self,
                                  gint64         now_us);
SpQuota     *sp_mock_quota_tell  (SpMockQuota   *self,
                                  gint64         now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpMockQuota, sp_mock_quota_free)

G_END_DECLS
