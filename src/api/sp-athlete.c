/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-athlete.h"

struct _SpAthlete
{
  gatomicrefcount ref_count;
  gint64          id;
  char           *name; /* (owned) */
};

G_DEFINE_BOXED_TYPE (SpAthlete, sp_athlete, sp_athlete_ref, sp_athlete_unref)

/**
 * sp_athlete_new:
 * @id: the source's id, more than 0
 * @name: the runner's name, for messages
 *
 * Returns: (transfer full): a new athlete
 */
SpAthlete *
sp_athlete_new (gint64      id,
                const char *name)
{
  SpAthlete *self;

  g_return_val_if_fail (id > 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (SpAthlete, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->name = g_strdup (name);

  return self;
}

/**
 * sp_athlete_ref:
 * @self: an athlete
 *
 * Returns: (transfer full): the same one, held once more
 */
SpAthlete *
sp_athlete_ref (SpAthlete *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_athlete_unref:
 * @self: (transfer full): an athlete
 *
 * Lets go of it.
 */
void
sp_athlete_unref (SpAthlete *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->name, g_free);
  g_free (self);
}

/**
 * sp_athlete_get_id:
 * @self: an athlete
 *
 * Returns: the source's id
 */
gint64
sp_athlete_get_id (SpAthlete *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

/**
 * sp_athlete_get_name:
 * @self: an athlete
 *
 * Returns: (transfer none): the runner's name
 */
const char *
sp_athlete_get_name (SpAthlete *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}
