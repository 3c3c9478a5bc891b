/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"
#include "engine/sp-gate.h"

G_BEGIN_DECLS

/**
 * SP_READER_ATTEMPTS:
 *
 * How often an operation is tried before it is given up; between the attempts it waits 2 and 4 seconds.
 */
#define SP_READER_ATTEMPTS 3

/**
 * SpReadKind:
 * @SP_READ_LIST: a page of a runner's activities
 * @SP_READ_DETAIL: one activity with its efforts
 * @SP_READ_SEGMENT: the geometry of a segment
 * @SP_READ_EFFORTS: a page of a runner's efforts on a segment
 *
 * What can be asked.
 */
typedef enum
{
  SP_READ_LIST,
  SP_READ_DETAIL,
  SP_READ_SEGMENT,
  SP_READ_EFFORTS,
} SpReadKind;

/**
 * SpRead:
 * @kind: what is asked
 * @athlete: about whom
 * @id: of the activity or segment
 * @period: (nullable): of the list, UTC; of the efforts, naive local
 * @cursor: (nullable): where the page begins
 * @policy: how much a held answer is worth; one that goes nowhere but to what is held is neither paced nor tried again
 *
 * One operation.
 */
typedef struct
{
  SpReadKind      kind;
  SpAthlete      *athlete;
  gint64          id;
  const SpPeriod *period;
  const char     *cursor;
  SpPolicy        policy;
} SpRead;

#define SP_TYPE_READER (sp_reader_get_type ())
G_DECLARE_FINAL_TYPE (SpReader, sp_reader, SP, READER, GObject)

SpReader *sp_reader_new         (SpFetcher            *fetcher,
                                 SpClock              *clock,
                                 SpGate               *gate);
void      sp_reader_read_async  (SpReader             *self,
                                 const SpRead         *read,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
gpointer  sp_reader_read_finish (SpReader             *self,
                                 GAsyncResult         *result,
                                 guint                *n_retries,
                                 GError              **error);
guint     sp_reader_get_n_reads (SpReader             *self);
guint     sp_reader_get_n_refused (SpReader           *self);

G_END_DECLS
