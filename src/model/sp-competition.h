/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-group.h"
#include "model/sp-runner.h"
#include "model/sp-series-window.h"

G_BEGIN_DECLS

/**
 * SpRules:
 * @leave_flagged_out: activities that the source doubts do not count
 * @default_when_missing: the default time is given also where it is not known whether there is a time; the row says so
 *
 * Rules that hold on every board.
 */
typedef struct
{
  gboolean leave_flagged_out;
  gboolean default_when_missing;
} SpRules;

#define SP_TYPE_COMPETITION (sp_competition_get_type ())
G_DECLARE_FINAL_TYPE (SpCompetition, sp_competition, SP, COMPETITION, GObject)

const char         *sp_competition_get_name             (SpCompetition *self);
const SpRules      *sp_competition_get_rules            (SpCompetition *self);
const char * const *sp_competition_get_series_sports    (SpCompetition *self);
guint               sp_competition_get_n_runners        (SpCompetition *self);
SpRunner           *sp_competition_get_runner           (SpCompetition *self,
                                                         guint          index);
SpRunner           *sp_competition_find_runner          (SpCompetition *self,
                                                         const char    *key);
SpRunner           *sp_competition_find_runner_by_id    (SpCompetition *self,
                                                         gint64         id);
guint               sp_competition_get_n_groups         (SpCompetition *self);
SpGroup            *sp_competition_get_group            (SpCompetition *self,
                                                         guint          index);
SpGroup            *sp_competition_find_group           (SpCompetition *self,
                                                         const char    *key);
guint               sp_competition_get_n_series_windows (SpCompetition *self);
SpSeriesWindow     *sp_competition_get_series_window    (SpCompetition *self,
                                                         guint          index);
SpSeriesWindow     *sp_competition_find_series_window   (SpCompetition *self,
                                                         const char    *key);
char               *sp_competition_to_dates             (SpCompetition *self);

G_END_DECLS
