/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_STORAGE (sp_storage_get_type ())

/**
 * SpStorage:
 * @n_bytes: how large it is
 * @n_lists: lists of activities that are kept
 * @n_activities: activities whose efforts are kept
 * @n_efforts: efforts in them
 * @n_segments: segments whose geometry is kept
 * @oldest_s: when the oldest answer was fetched, UTC seconds since 1970, 0 where nothing is kept
 * @note: (nullable): what the organiser should know of it, a sentence
 *
 * What a cache keeps.
 */
typedef struct
{
  gint64  n_bytes;
  guint   n_lists;
  guint   n_activities;
  guint   n_efforts;
  guint   n_segments;
  gint64  oldest_s;
  char   *note;
} SpStorage;

GType      sp_storage_get_type (void);
SpStorage *sp_storage_copy     (const SpStorage *self);
void       sp_storage_free     (SpStorage       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStorage, sp_storage_free)

G_END_DECLS
