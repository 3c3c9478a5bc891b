/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpRunnerValues:
 * @key: what tells it from others of the competition; never changes, so that a row, an edit and a link find it again
 * @id: the source's id of the runner, 0 where there is no account yet
 * @name: the name for people; several runners may have the same
 * @segment_team: (nullable): team on the segment boards, %NULL for none: then not on those boards
 * @distance_team: (nullable): team on the distance boards, %NULL for none: then not on those boards
 * @birth_month: month of the birthday, 1 to 12, 0 where unknown
 * @birth_day: day of the birthday, 1 to 31, 0 where unknown
 * @consent_s: when the runner agreed, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 *
 * What a runner says.
 */
typedef struct
{
  const char *key;
  gint64      id;
  const char *name;
  const char *segment_team;
  const char *distance_team;
  int         birth_month;
  int         birth_day;
  gint64      consent_s;
} SpRunnerValues;

#define SP_TYPE_RUNNER (sp_runner_get_type ())
G_DECLARE_FINAL_TYPE (SpRunner, sp_runner, SP, RUNNER, GObject)

SpRunner             *sp_runner_new        (const SpRunnerValues *values);
const SpRunnerValues *sp_runner_get_values (SpRunner *self);
gboolean              sp_runner_has_birthday (SpRunner *self,
                                              gint64    local_s);

G_END_DECLS
