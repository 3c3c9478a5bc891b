/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-detail-queue.h"
#include "engine/sp-prefetcher.h"
#include "engine/sp-reader.h"

G_BEGIN_DECLS

/* One sweep over the runners: the union is one, the strategy per segment makes one for each window. */
typedef struct
{
  SpPeriod utc;
  SpPeriod local;
  guint    group; /* of which group; as many as there are for the distance series, G_MAXUINT for all */
} SpPass;

struct _SpPrefetcher
{
  GObject parent_instance;

  SpFetcher         *fetcher;     /* (owned) */
  SpClock           *clock;       /* (owned) */
  SpProgress        *progress;    /* (owned) */

  SpCompetition     *competition; /* (owned) while it runs */
  SpPrefetchOptions  options;
  GCancellable      *cancellable; /* (owned) (nullable) */
  GTask             *task;        /* (owned) while it runs */
  SpPacer           *pacer;       /* (owned) */
  SpGate            *gate;        /* (owned) */
  SpReader          *reader;      /* (owned) */
  GPtrArray         *works;       /* (owned) (element-type SpWork) */
  GPtrArray         *segments;    /* (owned) (element-type SpSegment) */
  GArray            *passes;      /* (owned) of #SpPass */
  SpDetailQueue     *queue;       /* (owned) (nullable) */
  gint64             started_s;
  gint64             run_started_s;
  const char        *source_id;   /* interned, as answers tell it */
  gint64             started_us;

  SpPhase            phase;
  guint              pass;
  guint              next_work;     /* the first of the next batch */
  guint              n_outstanding; /* chains that have still to end in this phase */
  gboolean           batch_was_live;
  gboolean           is_refused;
  guint              n_lists_done;
  guint              n_lists;
  guint              n_details;
  guint              n_details_done;
};

gboolean sp_prefetcher_gather         (SpPrefetcher  *self,
                                       GError       **error);

/* Each phase ends by calling the next one's start. */
void     sp_prefetcher_start_segments (SpPrefetcher *self);
void     sp_prefetcher_start_lists    (SpPrefetcher *self);
void     sp_prefetcher_plan_work      (SpPrefetcher *self,
                                       SpWork       *work);
gboolean sp_prefetcher_take_detail    (SpPrefetcher  *self,
                                       SpWork        *work,
                                       guint          index,
                                       SpActivity    *detail,
                                       GError       **error);
void     sp_prefetcher_start_details  (SpPrefetcher *self);
void     sp_prefetcher_start_efforts  (SpPrefetcher *self);
void     sp_prefetcher_next_pass      (SpPrefetcher *self);
gboolean sp_prefetcher_is_cancelled   (SpPrefetcher *self);
void     sp_prefetcher_tell           (SpPrefetcher *self);
void     sp_prefetcher_work_listed    (SpPrefetcher *self,
                                       SpWork       *work);

G_END_DECLS
