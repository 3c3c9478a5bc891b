/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-session.h"

G_BEGIN_DECLS

struct _SpSession
{
  GObject parent_instance;

  SpClock        *clock;       /* (owned) */
  char           *directory;   /* (owned) (nullable) */
  char           *key;         /* (owned) (nullable) */
  SpOpenFunc      open;
  gpointer        open_data;
  GDestroyNotify  open_destroy;
  SpCompetition  *competition; /* (owned) (nullable) */
  SpHarvest      *harvest;     /* (owned) (nullable) what is known for good */
  SpResults      *results;     /* (owned) (nullable) */
  SpPrefetcher   *prefetcher;  /* (owned) (nullable) while it asks */
  SpProgress     *progress;    /* (owned) (nullable) while it runs: until what was asked is scored */
  guint           n_begun;     /* how often scoring was begun */
  guint           results_of;  /* by which of them the results came: what began before that is out of date */
  gboolean        scoring;     /* a worker scores what is known of a run so far */
};

void sp_session_set_progress     (SpSession           *self,
                                  SpProgress          *progress);
void sp_session_score_in_worker  (SpSession           *self,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
void sp_session_take_from_worker (SpSession           *self,
                                  GAsyncResult        *result);

G_END_DECLS
