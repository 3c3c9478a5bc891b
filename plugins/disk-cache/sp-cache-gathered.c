/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-gathered.h"

/**
 * sp_cache_gathered_new:
 *
 * Returns: (transfer full): a list without a page
 */
SpCacheGathered *
sp_cache_gathered_new (void)
{
  SpCacheGathered *self = g_rc_box_new0 (SpCacheGathered);

  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  self->origin = SP_ORIGIN_UNKNOWN;
  self->origin.fetched_at_s = G_MAXINT64;

  return self;
}

/**
 * sp_cache_gathered_ref:
 * @self: a list on its way
 *
 * Returns: (transfer full): the same one, held once more
 */
SpCacheGathered *
sp_cache_gathered_ref (SpCacheGathered *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SpCacheGathered *self = data;

  g_ptr_array_unref (self->activities);
}

/**
 * sp_cache_gathered_unref:
 * @self: (transfer full): a list on its way
 *
 * Lets go of it.
 */
void
sp_cache_gathered_unref (SpCacheGathered *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * sp_cache_gathered_add:
 * @self: a list on its way
 * @page: its next page
 * @fetched_s: when that was fetched, UTC seconds since 1970
 *
 * Takes it in. A list proves no more than its oldest page: the next one may have had to wait for days.
 */
void
sp_cache_gathered_add (SpCacheGathered *self,
                       SpActivityPage  *page,
                       gint64           fetched_s)
{
  const SpOrigin *origin = sp_activity_page_get_origin (page);

  for (guint i = 0; i < sp_activity_page_get_n (page); i++)
    g_ptr_array_add (self->activities, sp_activity_ref (sp_activity_page_get (page, i)));
  self->origin.source_id = origin->source_id;
  self->origin.fetched_at_s = MIN (self->origin.fetched_at_s, fetched_s);
  self->origin.hides_private = self->origin.hides_private || origin->hides_private;
}
