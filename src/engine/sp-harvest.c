/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-harvest.h"

struct _SpHarvest
{
  gatomicrefcount ref_count;
  SpHarvestInfo   info;
  char           *source_id;   /* (owned) (nullable) */
  char           *source_name; /* (owned) (nullable) */
  GPtrArray      *blocks;      /* (owned) (element-type SpBlock) */
  GHashTable     *by_id;       /* (owned) gint64 in a block of @blocks -> SpBlock */
  GPtrArray      *segments;    /* (owned) (element-type SpSegment) */
};

G_DEFINE_BOXED_TYPE (SpHarvest, sp_harvest, sp_harvest_ref, sp_harvest_unref)

/**
 * sp_harvest_new:
 * @info: what is known of the run; copied
 * @blocks: (transfer none) (element-type SpBlock): one per runner; each is held once more
 * @segments: (transfer none) (element-type SpSegment): the geometry that is known; each is held once more
 *
 * Returns: (transfer full): a new harvest
 */
SpHarvest *
sp_harvest_new (const SpHarvestInfo *info,
                GPtrArray           *blocks,
                GPtrArray           *segments)
{
  SpHarvest *self;

  g_return_val_if_fail (info != NULL && blocks != NULL && segments != NULL, NULL);

  self = g_new0 (SpHarvest, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->info = *info;
  self->source_id = g_strdup (info->source_id);
  self->info.source_id = self->source_id;
  self->source_name = g_strdup (info->source_name);
  self->info.source_name = self->source_name;
  self->blocks = g_ptr_array_new_full (blocks->len, (GDestroyNotify) sp_block_unref);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_ptr_array_add (self->blocks, sp_block_ref (blocks->pdata[i]));
      g_hash_table_insert (self->by_id, (gpointer) &sp_block_get_info (blocks->pdata[i])->athlete_id,
                           blocks->pdata[i]);
    }
  self->segments = g_ptr_array_new_full (segments->len, (GDestroyNotify) sp_segment_unref);
  for (guint i = 0; i < segments->len; i++)
    g_ptr_array_add (self->segments, sp_segment_ref (segments->pdata[i]));

  return self;
}

/**
 * sp_harvest_ref:
 * @self: a harvest
 *
 * Returns: (transfer full): the same one, held once more
 */
SpHarvest *
sp_harvest_ref (SpHarvest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_harvest_unref:
 * @self: (transfer full): a harvest
 *
 * Lets go of it.
 */
void
sp_harvest_unref (SpHarvest *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->source_id);
  g_free (self->source_name);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->segments);
  g_free (self);
}

/**
 * sp_harvest_get_info:
 * @self: a harvest
 *
 * Returns: (transfer none): what is known of the run
 */
const SpHarvestInfo *
sp_harvest_get_info (SpHarvest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->info;
}

/**
 * sp_harvest_get_n:
 * @self: a harvest
 *
 * Returns: how many runners it knows of
 */
guint
sp_harvest_get_n (SpHarvest *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

/**
 * sp_harvest_get_block:
 * @self: a harvest
 * @index: below the number of runners
 *
 * Returns: (transfer none): what is known of that runner
 */
SpBlock *
sp_harvest_get_block (SpHarvest *self,
                      guint      index)
{
  g_return_val_if_fail (self != NULL && index < self->blocks->len, NULL);

  return self->blocks->pdata[index];
}

/**
 * sp_harvest_find_block:
 * @self: a harvest
 * @athlete_id: the source's id of a runner
 *
 * Returns: (transfer none) (nullable): what is known of that runner, %NULL where the run was not for that runner: then
 *   nothing is known
 */
SpBlock *
sp_harvest_find_block (SpHarvest *self,
                       gint64     athlete_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->by_id, &athlete_id);
}

/**
 * sp_harvest_get_segments:
 * @self: a harvest
 *
 * Returns: (transfer none) (element-type SpSegment): the geometry that is known
 */
GPtrArray *
sp_harvest_get_segments (SpHarvest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->segments;
}

/**
 * sp_harvest_find_segment:
 * @self: a harvest
 * @segment_id: the source's id of a segment
 *
 * Returns: (transfer none) (nullable): its geometry, %NULL where that is not known
 */
SpSegment *
sp_harvest_find_segment (SpHarvest *self,
                         gint64     segment_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->segments->len; i++)
    if (sp_segment_get_id (self->segments->pdata[i]) == segment_id)
      return self->segments->pdata[i];

  return NULL;
}

/**
 * sp_harvest_is_cut_off:
 * @self: a harvest
 *
 * Returns: whether its run was cancelled, or the source's quota did not let it end: the next one goes on with it
 */
gboolean
sp_harvest_is_cut_off (SpHarvest *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->info.cancelled || self->info.refused)
    return TRUE;
  for (guint i = 0; i < sp_harvest_get_n (self); i++)
    if (sp_block_get_info (sp_harvest_get_block (self, i))->error_code == SP_FETCH_ERROR_RATE_LIMITED)
      return TRUE;

  return FALSE;
}
