/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"
#include "api/sp-secret-store.h"

G_BEGIN_DECLS

void            sp_test_store_result (GObject         *source,
                                      GAsyncResult    *result,
                                      gpointer         user_data);
GAsyncResult   *sp_test_await        (GAsyncResult   **result);
void            sp_test_settle       (void);
void            sp_test_assert_finalize_late (gpointer object);
SpActivityPage *sp_test_list         (SpFetcher       *fetcher,
                                      SpAthlete       *athlete,
                                      const SpPeriod  *period,
                                      const char      *cursor,
                                      SpPolicy         policy,
                                      GCancellable    *cancellable,
                                      GError         **error);
SpActivity     *sp_test_get_activity (SpFetcher       *fetcher,
                                      SpAthlete       *athlete,
                                      gint64           activity_id,
                                      SpPolicy         policy,
                                      GCancellable    *cancellable,
                                      GError         **error);
SpSegment      *sp_test_get_segment  (SpFetcher       *fetcher,
                                      SpAthlete       *athlete,
                                      gint64           segment_id,
                                      SpPolicy         policy,
                                      GCancellable    *cancellable,
                                      GError         **error);
SpEffortPage   *sp_test_list_efforts (SpFetcher       *fetcher,
                                      SpAthlete       *athlete,
                                      gint64           segment_id,
                                      const SpPeriod  *period,
                                      const char      *cursor,
                                      SpPolicy         policy,
                                      GCancellable    *cancellable,
                                      GError         **error);
GArray         *sp_test_peek         (SpFetcher       *fetcher,
                                      SpAthlete       *athlete,
                                      const gint64    *ids,
                                      gsize            n_ids,
                                      GCancellable    *cancellable,
                                      GError         **error);
gboolean        sp_test_store_secret (SpSecretStore   *store,
                                      const char      *key,
                                      const char      *secret,
                                      GCancellable    *cancellable,
                                      GError         **error);
char           *sp_test_lookup_secret (SpSecretStore  *store,
                                      const char      *key,
                                      GCancellable    *cancellable,
                                      GError         **error);

G_END_DECLS
