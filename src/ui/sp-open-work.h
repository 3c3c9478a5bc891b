/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-session.h"
#include "files/sp-document.h"
#include "files/sp-file-stamp.h"

G_BEGIN_DECLS

/**
 * SpOpenWork:
 * @competition: (owned): the competition
 * @results: (owned) (nullable): its results
 * @harvest: (owned) (nullable): what the traces of the results are made from
 * @source_id: (owned): the id of its source
 * @source_options: (owned) (nullable): options of the source
 * @base: (owned) (nullable): the document as it was read
 * @file: (owned) (nullable): where to write
 * @belongs_to: (owned) (nullable): the document that a recovery file belongs to
 * @expected: (owned) (nullable): what the document held when it was read
 * @force: whether it is written also where the document holds something else by now
 * @revision: which state this is
 * @document: (owned) (nullable): what was saved
 * @stamp: (owned) (nullable): what the document holds since then
 *
 * What an open competition held at one moment, so that a worker can write it: its traces take their time with many
 * runners.
 */
typedef struct
{
  SpCompetition *competition;
  SpResults     *results;
  SpHarvest     *harvest;
  char          *source_id;
  GHashTable    *source_options;
  SpDocument    *base;
  GFile         *file;
  GFile         *belongs_to;
  SpFileStamp   *expected;
  gboolean       force;
  guint          revision;
  SpDocument    *document;
  SpFileStamp   *stamp;
} SpOpenWork;

SpOpenWork *sp_open_work_new  (SpSession    *session,
                               const char   *source_id,
                               GHashTable   *source_options,
                               SpDocument   *base);
void        sp_open_work_free (SpOpenWork   *self);
void        sp_open_work_keep (GTask        *task,
                               gpointer      source,
                               gpointer      task_data,
                               GCancellable *cancellable);
void        sp_open_work_save (GTask        *task,
                               gpointer      source,
                               gpointer      task_data,
                               GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpOpenWork, sp_open_work_free)

G_END_DECLS
