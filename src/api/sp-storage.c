/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-storage.h"

G_DEFINE_BOXED_TYPE (SpStorage, sp_storage, sp_storage_copy, sp_storage_free)

/**
 * sp_storage_copy:
 * @self: what a cache keeps
 *
 * Returns: (transfer full): the same
 */
SpStorage *
sp_storage_copy (const SpStorage *self)
{
  SpStorage *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * sp_storage_free:
 * @self: (transfer full): what a cache keeps
 *
 * Lets go of it.
 */
void
sp_storage_free (SpStorage *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->note);
  g_free (self);
}
