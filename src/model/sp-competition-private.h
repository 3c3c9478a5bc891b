/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"
#include "model/sp-keyed-list.h"

G_BEGIN_DECLS

/* What a competition is made of; the builder fills a new one, and nobody writes to it afterwards. */
struct _SpCompetition
{
  GObject parent_instance;

  char        *name;           /* (owned) */
  SpRules      rules;
  GStrv        series_sports;  /* (owned) */
  SpKeyedList *runners;        /* (owned), of SpRunner */
  SpKeyedList *groups;         /* (owned), of SpGroup */
  SpKeyedList *series_windows; /* (owned), of SpSeriesWindow */
};

G_END_DECLS
