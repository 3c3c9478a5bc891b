/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

/* What a competition is made of; the builder fills a new one, and nobody writes to it afterwards. */
struct _SpCompetition
{
  GObject parent_instance;

  char      *name;           /* (owned) */
  SpRules    rules;
  GStrv      series_sports;  /* (owned) */
  GPtrArray *runners;        /* (owned) (element-type SpRunner) */
  GPtrArray *groups;         /* (owned) (element-type SpGroup) */
  GPtrArray *series_windows; /* (owned) (element-type SpSeriesWindow) */
};

G_END_DECLS
