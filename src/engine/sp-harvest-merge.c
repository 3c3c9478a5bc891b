/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-harvest-merge.h"

#include "model/sp-sports.h"

static gboolean
is_known (SpBlock *block)
{
  SpListState list = sp_block_get_info (block)->list;

  return list == SP_LIST_FRESH || list == SP_LIST_STALE;
}

/* What was known before, as the old data it now is. */
static SpBlock *
as_old (SpBlock *before,
        SpBlock *now)
{
  SpBlockInfo info = *sp_block_get_info (before);
  const SpBlockInfo *failed = sp_block_get_info (now);

  info.list = SP_LIST_STALE;
  info.asking = failed->asking;
  info.n_retries = failed->n_retries;
  info.error_code = failed->error_code;
  info.reason = failed->reason;

  return sp_block_with_info (before, &info);
}

/**
 * sp_harvest_merge:
 * @before: (nullable): what was known
 * @now: what a later run brought, or has brought so far
 *
 * Puts both together: what the later run knows, and of runners that it could not, did not yet or was not to ask, what
 * was known before. Where it was to ask, that is old data now; where it was not, it is as it was.
 *
 * Returns: (transfer full): what is known
 */
SpHarvest *
sp_harvest_merge (SpHarvest *before,
                  SpHarvest *now)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) segments = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  if (before == NULL)
    return sp_harvest_ref (now);

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_block_unref);
  for (guint i = 0; i < sp_harvest_get_n (now); i++)
    {
      SpBlock *block = sp_harvest_get_block (now, i);
      SpBlock *old = sp_harvest_find_block (before, sp_block_get_info (block)->athlete_id);

      if (is_known (block) || old == NULL || !is_known (old))
        g_ptr_array_add (blocks, sp_block_ref (block));
      else
        g_ptr_array_add (blocks, as_old (old, block));
    }
  for (guint i = 0; i < sp_harvest_get_n (before); i++)
    {
      SpBlock *old = sp_harvest_get_block (before, i);

      if (sp_harvest_find_block (now, sp_block_get_info (old)->athlete_id) == NULL)
        g_ptr_array_add (blocks, sp_block_ref (old));
    }

  segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  for (guint i = 0; i < sp_harvest_get_segments (now)->len; i++)
    {
      SpSegment *segment = sp_harvest_get_segments (now)->pdata[i];
      SpSegment *old = sp_harvest_find_segment (before, sp_segment_get_id (segment));
      gboolean is_had = g_strcmp0 (sp_segment_get_sport (segment), SP_SPORTS_NOT_HAD) != 0;

      g_ptr_array_add (segments, sp_segment_ref (is_had || old == NULL ? segment : old));
    }
  for (guint i = 0; i < sp_harvest_get_segments (before)->len; i++)
    {
      SpSegment *segment = sp_harvest_get_segments (before)->pdata[i];

      if (sp_harvest_find_segment (now, sp_segment_get_id (segment)) == NULL)
        g_ptr_array_add (segments, sp_segment_ref (segment));
    }

  return sp_harvest_new (sp_harvest_get_info (now), blocks, segments);
}
