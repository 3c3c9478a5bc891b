/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-keyed-list.h"

/**
 * sp_keyed_list_new: (skip)
 * @get_key: tells the key of an item
 *
 * Returns: (transfer full): an empty list
 */
SpKeyedList *
sp_keyed_list_new (SpKeyFunc get_key)
{
  SpKeyedList *self;

  g_return_val_if_fail (get_key != NULL, NULL);

  self = g_new0 (SpKeyedList, 1);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->get_key = get_key;

  return self;
}

/**
 * sp_keyed_list_free: (skip)
 * @self: (transfer full): a list
 *
 * Frees it, and lets go of what is in it.
 */
void
sp_keyed_list_free (SpKeyedList *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static void
set_place (SpKeyedList *self,
           guint        index)
{
  gpointer item = self->items->pdata[index];

  g_hash_table_replace (self->places, (gpointer) self->get_key (item), GUINT_TO_POINTER (index + 1));
}

static gboolean
find_place (const SpKeyedList *self,
            const char        *key,
            guint             *index)
{
  *index = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key)) - 1;

  return *index != G_MAXUINT;
}

/**
 * sp_keyed_list_find: (skip)
 * @self: a list
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): the item with that key, %NULL where there is none
 */
gpointer
sp_keyed_list_find (const SpKeyedList *self,
                    const char        *key)
{
  guint index;

  return key != NULL && find_place (self, key, &index) ? self->items->pdata[index] : NULL;
}

/**
 * sp_keyed_list_put: (skip)
 * @self: a list
 * @item: (transfer none): an item
 *
 * Puts it in the place of the one with the same key, or at the end.
 *
 * Returns: whether it is new
 */
gboolean
sp_keyed_list_put (SpKeyedList *self,
                   gpointer     item)
{
  g_autoptr (GObject) before = NULL;
  guint index;

  if (find_place (self, self->get_key (item), &index))
    {
      before = self->items->pdata[index];
      self->items->pdata[index] = g_object_ref (item);
    }
  else
    {
      index = self->items->len;
      g_ptr_array_add (self->items, g_object_ref (item));
    }
  set_place (self, index);

  return before == NULL;
}

/**
 * sp_keyed_list_put_all: (skip)
 * @self: a list
 * @from: another list
 *
 * Puts all that is in @from, in its order.
 */
void
sp_keyed_list_put_all (SpKeyedList       *self,
                       const SpKeyedList *from)
{
  for (guint i = 0; i < from->items->len; i++)
    sp_keyed_list_put (self, from->items->pdata[i]);
}

/**
 * sp_keyed_list_remove: (skip)
 * @self: a list
 * @key: a key
 *
 * Takes the item with that key out; those after it move up.
 *
 * Returns: whether there was one
 */
gboolean
sp_keyed_list_remove (SpKeyedList *self,
                      const char  *key)
{
  guint index;

  if (!find_place (self, key, &index))
    return FALSE;
  g_hash_table_remove (self->places, key);
  g_ptr_array_remove_index (self->items, index);
  for (guint i = index; i < self->items->len; i++)
    set_place (self, i);

  return TRUE;
}
