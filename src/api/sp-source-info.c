/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-source-info.h"

struct _SpSourceInfo
{
  gatomicrefcount ref_count;
  char           *cache_key;   /* (owned) */
  gint64          retention_s;
  gint64          freshness_s;
  char           *effort_link; /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (SpSourceInfo, sp_source_info, sp_source_info_ref, sp_source_info_unref)

/**
 * sp_source_info_new:
 * @cache_key: what tells its answers from those of others: account and server, a mock's seed; never a secret
 * @retention_s: how long its answers may be kept, in seconds, 0 for as long as one likes
 * @freshness_s: for how long a list need not be asked again, in seconds, 0 for always ask
 * @effort_link: (nullable): an address with `{activity}` and `{effort}` in it, where the effort can be looked at
 *
 * Returns: (transfer full): a new description
 */
SpSourceInfo *
sp_source_info_new (const char *cache_key,
                    gint64      retention_s,
                    gint64      freshness_s,
                    const char *effort_link)
{
  SpSourceInfo *self;

  g_return_val_if_fail (cache_key != NULL, NULL);
  g_return_val_if_fail (retention_s >= 0 && freshness_s >= 0, NULL);

  self = g_new0 (SpSourceInfo, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->cache_key = g_strdup (cache_key);
  self->retention_s = retention_s;
  self->freshness_s = freshness_s;
  self->effort_link = g_strdup (effort_link);

  return self;
}

/**
 * sp_source_info_ref:
 * @self: a description
 *
 * Returns: (transfer full): the same one, held once more
 */
SpSourceInfo *
sp_source_info_ref (SpSourceInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_source_info_unref:
 * @self: (transfer full): a description
 *
 * Lets go of it.
 */
void
sp_source_info_unref (SpSourceInfo *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->cache_key, g_free);
  g_clear_pointer (&self->effort_link, g_free);
  g_free (self);
}

/**
 * sp_source_info_get_cache_key:
 * @self: a description
 *
 * Returns: (transfer none): what tells its answers from those of others
 */
const char *
sp_source_info_get_cache_key (SpSourceInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cache_key;
}

/**
 * sp_source_info_get_retention_s:
 * @self: a description
 *
 * Returns: seconds its answers may be kept, 0 for as long as one likes
 */
gint64
sp_source_info_get_retention_s (SpSourceInfo *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->retention_s;
}

/**
 * sp_source_info_get_freshness_s:
 * @self: a description
 *
 * Returns: seconds for which a list need not be asked again
 */
gint64
sp_source_info_get_freshness_s (SpSourceInfo *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->freshness_s;
}

/**
 * sp_source_info_get_effort_link:
 * @self: a description
 *
 * Returns: (transfer none) (nullable): the pattern of links
 */
const char *
sp_source_info_get_effort_link (SpSourceInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->effort_link;
}

/**
 * sp_source_info_link_effort:
 * @self: a description
 * @activity_id: the source's id of the activity
 * @effort_id: the source's id of the effort
 *
 * Returns: (transfer full) (nullable): where the effort can be looked at, %NULL where the source has no such place
 */
char *
sp_source_info_link_effort (SpSourceInfo *self,
                            gint64        activity_id,
                            gint64        effort_id)
{
  g_autofree char *activity = NULL;
  g_autofree char *effort = NULL;
  GString *link;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->effort_link == NULL)
    return NULL;

  activity = g_strdup_printf ("%" G_GINT64_FORMAT, activity_id);
  effort = g_strdup_printf ("%" G_GINT64_FORMAT, effort_id);
  link = g_string_new (self->effort_link);
  g_string_replace (link, "{activity}", activity, 0);
  g_string_replace (link, "{effort}", effort, 0);

  return g_string_free (link, FALSE);
}
