/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-effort-page.h"

struct _SpEffortPage
{
  gatomicrefcount ref_count;
  gsize           n_efforts;
  SpEffort       *efforts;      /* (owned) */
  gint64         *activity_ids; /* (owned) */
  char           *next_cursor;  /* (owned) (nullable) */
  SpOrigin        origin;
};

G_DEFINE_BOXED_TYPE (SpEffortPage, sp_effort_page, sp_effort_page_ref, sp_effort_page_unref)

/**
 * sp_effort_page_new: (skip)
 * @efforts: (array length=n_efforts): the efforts, copied
 * @activity_ids: (array length=n_efforts): for each, the activity it is part of, 0 where unknown
 * @n_efforts: how many
 * @next_cursor: (nullable): what to ask the next page with, %NULL after the last
 * @origin: where the page comes from
 *
 * Returns: (transfer full): a new page
 */
SpEffortPage *
sp_effort_page_new (const SpEffort *efforts,
                    const gint64   *activity_ids,
                    gsize           n_efforts,
                    const char     *next_cursor,
                    const SpOrigin *origin)
{
  SpEffortPage *self;

  g_return_val_if_fail (n_efforts == 0 || (efforts != NULL && activity_ids != NULL), NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  self = g_new0 (SpEffortPage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_efforts = n_efforts;
  self->efforts = g_memdup2 (efforts, n_efforts * sizeof *efforts);
  self->activity_ids = g_memdup2 (activity_ids, n_efforts * sizeof *activity_ids);
  self->next_cursor = g_strdup (next_cursor);
  self->origin = *origin;

  return self;
}

/**
 * sp_effort_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): the same one, held once more
 */
SpEffortPage *
sp_effort_page_ref (SpEffortPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_effort_page_unref:
 * @self: (transfer full): a page
 *
 * Lets go of it.
 */
void
sp_effort_page_unref (SpEffortPage *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->efforts, g_free);
  g_clear_pointer (&self->activity_ids, g_free);
  g_clear_pointer (&self->next_cursor, g_free);
  g_free (self);
}

/**
 * sp_effort_page_get_n:
 * @self: a page
 *
 * Returns: how many efforts it holds
 */
gsize
sp_effort_page_get_n (SpEffortPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_efforts;
}

/**
 * sp_effort_page_get: (skip)
 * @self: a page
 * @index: which, less than [method@EffortPage.get_n]
 * @activity_id: (out) (optional): the activity it is part of, 0 where unknown
 *
 * Returns: (transfer none): one of its efforts
 */
const SpEffort *
sp_effort_page_get (SpEffortPage *self,
                    gsize         index,
                    gint64       *activity_id)
{
  g_return_val_if_fail (self != NULL && index < self->n_efforts, NULL);

  if (activity_id != NULL)
    *activity_id = self->activity_ids[index];

  return &self->efforts[index];
}

/**
 * sp_effort_page_get_next_cursor:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what to ask the next page with, %NULL after the last
 */
const char *
sp_effort_page_get_next_cursor (SpEffortPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->next_cursor;
}

/**
 * sp_effort_page_get_origin:
 * @self: a page
 *
 * Returns: (transfer none): where it comes from
 */
const SpOrigin *
sp_effort_page_get_origin (SpEffortPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->origin;
}
