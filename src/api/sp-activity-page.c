/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-activity-page.h"

struct _SpActivityPage
{
  gatomicrefcount ref_count;
  GPtrArray      *activities;  /* (owned) (element-type SpActivity) */
  char           *next_cursor; /* (owned) (nullable) */
  SpOrigin        origin;
};

G_DEFINE_BOXED_TYPE (SpActivityPage, sp_activity_page, sp_activity_page_ref, sp_activity_page_unref)

/**
 * sp_activity_page_new:
 * @activities: (transfer none) (element-type SpActivity): what the page holds; each is held once more
 * @next_cursor: (nullable): what to ask the next page with, %NULL after the last
 * @origin: where the page comes from
 *
 * Returns: (transfer full): a new page
 */
SpActivityPage *
sp_activity_page_new (GPtrArray      *activities,
                      const char     *next_cursor,
                      const SpOrigin *origin)
{
  SpActivityPage *self;

  g_return_val_if_fail (activities != NULL && origin != NULL, NULL);

  self = g_new0 (SpActivityPage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->activities = g_ptr_array_new_full (activities->len, (GDestroyNotify) sp_activity_unref);
  for (guint i = 0; i < activities->len; i++)
    g_ptr_array_add (self->activities, sp_activity_ref (activities->pdata[i]));
  self->next_cursor = g_strdup (next_cursor);
  self->origin = *origin;

  return self;
}

/**
 * sp_activity_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): the same one, held once more
 */
SpActivityPage *
sp_activity_page_ref (SpActivityPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_activity_page_unref:
 * @self: (transfer full): a page
 *
 * Lets go of it.
 */
void
sp_activity_page_unref (SpActivityPage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->next_cursor, g_free);
  g_free (self);
}

/**
 * sp_activity_page_get_n:
 * @self: a page
 *
 * Returns: how many activities it holds
 */
guint
sp_activity_page_get_n (SpActivityPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->activities->len;
}

/**
 * sp_activity_page_get:
 * @self: a page
 * @index: which, less than [method@ActivityPage.get_n]
 *
 * Returns: (transfer none): one of its activities
 */
SpActivity *
sp_activity_page_get (SpActivityPage *self,
                      guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->activities->len, NULL);

  return g_ptr_array_index (self->activities, index);
}

/**
 * sp_activity_page_get_next_cursor:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what to ask the next page with, %NULL after the last
 */
const char *
sp_activity_page_get_next_cursor (SpActivityPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->next_cursor;
}

/**
 * sp_activity_page_get_origin:
 * @self: a page
 *
 * Returns: (transfer none): where it comes from
 */
const SpOrigin *
sp_activity_page_get_origin (SpActivityPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->origin;
}
