/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-connection.h"

struct _SpConnection
{
  gatomicrefcount ref_count;
  gint64          athlete_id;
  char           *name;    /* (owned) */
  char          **granted; /* (owned) */
  char          **refused; /* (owned) */
};

G_DEFINE_BOXED_TYPE (SpConnection, sp_connection, sp_connection_ref, sp_connection_unref)

/**
 * sp_connection_new:
 * @athlete_id: the source's id of who signed in
 * @name: their name at the source
 * @granted: (array zero-terminated=1): the permissions given, in the source's words
 * @refused: (array zero-terminated=1): for each permission asked for and not given, a sentence that says what it means
 *
 * Returns: (transfer full): a new connection
 */
SpConnection *
sp_connection_new (gint64              athlete_id,
                   const char         *name,
                   const char * const *granted,
                   const char * const *refused)
{
  SpConnection *self;

  g_return_val_if_fail (athlete_id > 0 && name != NULL && granted != NULL && refused != NULL, NULL);

  self = g_new0 (SpConnection, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->athlete_id = athlete_id;
  self->name = g_strdup (name);
  self->granted = g_strdupv ((char **) granted);
  self->refused = g_strdupv ((char **) refused);

  return self;
}

/**
 * sp_connection_ref:
 * @self: a connection
 *
 * Returns: (transfer full): the same one, held once more
 */
SpConnection *
sp_connection_ref (SpConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_connection_unref:
 * @self: (transfer full): a connection
 *
 * Lets go of it.
 */
void
sp_connection_unref (SpConnection *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->granted, g_strfreev);
  g_clear_pointer (&self->refused, g_strfreev);
  g_free (self);
}

/**
 * sp_connection_get_athlete_id:
 * @self: a connection
 *
 * Returns: the source's id of who signed in
 */
gint64
sp_connection_get_athlete_id (SpConnection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->athlete_id;
}

/**
 * sp_connection_get_name:
 * @self: a connection
 *
 * Returns: (transfer none): their name at the source
 */
const char *
sp_connection_get_name (SpConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * sp_connection_get_granted:
 * @self: a connection
 *
 * Returns: (transfer none) (array zero-terminated=1): the permissions given
 */
const char * const *
sp_connection_get_granted (SpConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->granted;
}

/**
 * sp_connection_get_refused:
 * @self: a connection
 *
 * Returns: (transfer none) (array zero-terminated=1): what each refused permission means
 */
const char * const *
sp_connection_get_refused (SpConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->refused;
}
