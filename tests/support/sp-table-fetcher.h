/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"
#include "support/sp-test-fetcher.h"

G_BEGIN_DECLS

#define SP_TYPE_TABLE_FETCHER (sp_table_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpTableFetcher, sp_table_fetcher, SP, TABLE_FETCHER, SpTestFetcher)

/**
 * SpTableSettings:
 * @page_size: how many answers a page holds, 0 for all
 * @latency_us: how long each answer takes on its clock
 * @lists_efforts: whether it has `list_efforts`
 * @hides_private: whether its answers say that private activities are kept back
 * @hides_quota: whether it keeps its limits without telling them
 *
 * How the table behaves; all 0 at first.
 */
typedef struct
{
  guint    page_size;
  gint64   latency_us;
  gboolean lists_efforts;
  gboolean hides_private;
  gboolean hides_quota;
} SpTableSettings;

SpTableFetcher *sp_table_fetcher_new                 (SpClock        *clock) G_GNUC_WARN_UNUSED_RESULT;
void            sp_table_fetcher_add                 (SpTableFetcher *self,
                                                      gint64          athlete_id,
                                                      SpActivity     *activity);
void            sp_table_fetcher_remove              (SpTableFetcher *self,
                                                      gint64          athlete_id,
                                                      gint64          activity_id);
void            sp_table_fetcher_lose_detail         (SpTableFetcher *self,
                                                      gint64          activity_id);
void            sp_table_fetcher_add_segment         (SpTableFetcher *self,
                                                      SpSegment      *segment);
SpTableSettings *sp_table_fetcher_get_settings       (SpTableFetcher *self);
void            sp_table_fetcher_limit               (SpTableFetcher *self,
                                                      gint64          span_s,
                                                      guint           limit);
guint           sp_table_fetcher_get_n_reads         (SpTableFetcher *self);
guint           sp_table_fetcher_get_n_refused       (SpTableFetcher *self);

G_END_DECLS
