/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpTraceKind:
 * @SP_TRACE_HEAD: the answer in one line
 * @SP_TRACE_REMEDY: what to do about it
 * @SP_TRACE_COUNTS: the effort that counts
 * @SP_TRACE_SLOWER: a valid effort that is not the best
 * @SP_TRACE_OUT: an effort that does not count, with the reason
 * @SP_TRACE_BONUS: a bonus and its arithmetic
 * @SP_TRACE_SKIPPED: activities that were not looked at, and why
 * @SP_TRACE_UNKNOWN: an activity that was wanted and not had
 * @SP_TRACE_SOURCE: where it comes from, and when
 *
 * What a line of a trace is about.
 */
typedef enum
{
  SP_TRACE_HEAD,
  SP_TRACE_REMEDY,
  SP_TRACE_COUNTS,
  SP_TRACE_SLOWER,
  SP_TRACE_OUT,
  SP_TRACE_BONUS,
  SP_TRACE_SKIPPED,
  SP_TRACE_UNKNOWN,
  SP_TRACE_SOURCE,
} SpTraceKind;

/**
 * SpTraceLineValues:
 * @kind: what it is about
 * @verdict: (nullable): one or two words, such as "counts" or "2 min after the end"
 * @text: the line, for people
 * @arithmetic: (nullable): how the time comes about, such as "0:11:15 − 0:30 = 0:10:45"
 * @start_local_s: when the effort began, naive local, or %SP_TIME_UNKNOWN
 * @elapsed_s: its elapsed time, -1 where there is none
 * @activity_id: the activity, 0 for none
 * @effort_id: the effort, 0 for none
 * @may_link: whether others may look at it at the source
 *
 * What a trace line says.
 */
typedef struct
{
  SpTraceKind kind;
  const char *verdict;
  const char *text;
  const char *arithmetic;
  gint64      start_local_s;
  int         elapsed_s;
  gint64      activity_id;
  gint64      effort_id;
  gboolean    may_link;
} SpTraceLineValues;

#define SP_TYPE_TRACE_LINE (sp_trace_line_get_type ())
G_DECLARE_FINAL_TYPE (SpTraceLine, sp_trace_line, SP, TRACE_LINE, GObject)

SpTraceLine             *sp_trace_line_new        (const SpTraceLineValues *values);
const SpTraceLineValues *sp_trace_line_get_values (SpTraceLine *self);

G_END_DECLS
