/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "model/sp-sports.h"

/* The geometry of one segment under way; a runner whose permission is gone is not asked through again. */
typedef struct
{
  SpPrefetcher *self; /* (owned) */
  gint64        id;
  guint         work; /* index of the runner it is asked through */
  gboolean      held_only;
  gboolean      has_failed; /* and may be had another time */
} Geometry;

static void ask_segment (Geometry *geometry);

static void
end_segment (Geometry *geometry)
{
  SpPrefetcher *self = geometry->self;

  sp_prefetcher_tell (self);
  if (--self->n_outstanding == 0)
    sp_prefetcher_start_lists (self);
  g_object_unref (geometry->self);
  g_free (geometry);
}

/* Its sport decides who counts: without it no row is known, where a source without any segments leaves that open. */
static gboolean
is_failure (const GError *error)
{
  return !g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED)
         && !g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_CACHED);
}

static void
segment_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Geometry *geometry = user_data;
  SpPrefetcher *self = geometry->self;
  g_autoptr (GError) error = NULL;
  SpSegment *segment;

  segment = sp_reader_read_finish (SP_READER (source), result, NULL, &error);
  if (segment != NULL)
    g_ptr_array_add (self->segments, segment);

  else if (geometry->held_only && geometry->has_failed)
    g_ptr_array_add (self->segments,
                     sp_segment_new (geometry->id, "", SP_SPORTS_NOT_HAD, 0, NULL, &SP_ORIGIN_UNKNOWN));

  if (segment != NULL || geometry->held_only || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      end_segment (geometry);
      return;
    }

  /* Another runner's permission may do where this one's is gone; otherwise what is held, however old. */
  if (g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED)
      && geometry->work + 1 < self->works->len)
    {
      sp_work_set_dead (self->works->pdata[geometry->work], error);
      while (geometry->work + 1 < self->works->len && sp_work_get_dead (self->works->pdata[geometry->work]) != NULL)
        geometry->work++;
    }
  else
    {
      geometry->held_only = TRUE;
      geometry->has_failed = is_failure (error);
    }
  ask_segment (geometry);
}

static void
ask_segment (Geometry *geometry)
{
  SpPrefetcher *self = geometry->self;
  SpRead read = {
    .kind = SP_READ_SEGMENT,
    .athlete = self->works->len > 0 ? sp_work_get_athlete (self->works->pdata[geometry->work]) : NULL,
    .id = geometry->id,
    .policy = geometry->held_only ? SP_POLICY_CACHED_ONLY : SP_POLICY_DEFAULT,
  };

  sp_reader_read_async (self->reader, &read, self->cancellable, segment_cb, geometry);
}

void
sp_prefetcher_start_segments (SpPrefetcher *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->phase = SP_PHASE_SEGMENTS;
  for (guint i = 0; i < sp_competition_get_n_groups (self->competition); i++)
    {
      SpGroup *group = sp_competition_get_group (self->competition, i);
      const SpGroupValues *values = sp_group_get_values (group);
      SpPeriod local;

      sp_group_get_period (group, &local);
      if (!values->closed && local.start_s <= self->options.now_local_s
          && g_hash_table_add (seen, (gpointer) &values->segment_id))
        g_array_append_val (ids, values->segment_id);
    }

  if (self->works->len == 0)
    g_array_set_size (ids, 0);
  self->n_outstanding = ids->len;
  for (guint i = 0; i < ids->len; i++)
    {
      Geometry *geometry = g_new0 (Geometry, 1);

      geometry->self = g_object_ref (self);
      geometry->id = g_array_index (ids, gint64, i);
      ask_segment (geometry);
    }
  sp_prefetcher_tell (self);
  if (ids->len == 0)
    sp_prefetcher_start_lists (self);
}
