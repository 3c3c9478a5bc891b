/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-unique-key.h"

/**
 * sp_unique_key:
 * @taken: (element-type utf8 utf8): the keys given so far, a set that owns them
 * @wanted: a key
 *
 * Gives @wanted where it is free, else the first free of "@wanted-2", "@wanted-3" ...: the same input in the same
 * order always gets the same keys.
 *
 * Returns: (transfer none): a key, owned by @taken
 */
const char *
sp_unique_key (GHashTable *taken,
               const char *wanted)
{
  g_autofree char *key = g_strdup (wanted);
  const char *kept;

  for (guint i = 2; g_hash_table_contains (taken, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", wanted, i);
    }

  kept = key;
  g_hash_table_add (taken, g_steal_pointer (&key));

  return kept;
}
