/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/sp-test-call.h"

G_BEGIN_DECLS

#define SP_TYPE_TEST_FETCHER (sp_test_fetcher_get_type ())
G_DECLARE_DERIVABLE_TYPE (SpTestFetcher, sp_test_fetcher, SP, TEST_FETCHER, GObject)

/**
 * SpTestFetcherClass:
 * @parent_class: the parent
 * @answer: answers @call, which is the data of @task; @task is taken
 * @get_features: what it can do
 * @describe: what it says of itself
 * @get_quota: what its source allows
 */
struct _SpTestFetcherClass
{
  GObjectClass parent_class;

  void              (*answer)       (SpTestFetcher *self,
                                     GTask         *task,
                                     SpTestCall    *call);
  SpFetcherFeatures (*get_features) (SpTestFetcher *self);
  SpSourceInfo *    (*describe)     (SpTestFetcher *self);
  SpQuota *         (*get_quota)    (SpTestFetcher *self);
};

void        sp_test_fetcher_fail              (SpTestFetcher *self,
                                               SpTestOp       op,
                                               guint          nth,
                                               guint          times,
                                               const GError  *error);
void        sp_test_fetcher_fail_athlete      (SpTestFetcher *self,
                                               SpTestOp       op,
                                               gint64         athlete_id,
                                               guint          times,
                                               const GError  *error);
void        sp_test_fetcher_heal              (SpTestFetcher *self);
guint       sp_test_fetcher_get_n_calls       (SpTestFetcher *self,
                                               SpTestOp       op);
guint       sp_test_fetcher_get_max_in_flight (SpTestFetcher *self);
const char *sp_test_fetcher_get_log           (SpTestFetcher *self);
void        sp_test_fetcher_forget_calls      (SpTestFetcher *self);

G_END_DECLS
