/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Tells the key of an item, which lives as long as the item. */
typedef const char *(*SpKeyFunc) (gpointer item);

/**
 * SpKeyedList: (skip)
 * @items: (element-type GObject): what is in it, in order; to be read only
 *
 * Objects in an order, each with a key of its own, quick to find by it.
 */
typedef struct
{
  GPtrArray  *items;
  /*< private >*/
  GHashTable *places; /* key to index + 1; the keys are the items' */
  SpKeyFunc   get_key;
} SpKeyedList;

SpKeyedList *sp_keyed_list_new     (SpKeyFunc          get_key) G_GNUC_WARN_UNUSED_RESULT;
void         sp_keyed_list_free    (SpKeyedList       *self);
gpointer     sp_keyed_list_find    (const SpKeyedList *self,
                                    const char        *key);
gboolean     sp_keyed_list_put     (SpKeyedList       *self,
                                    gpointer           item);
void         sp_keyed_list_put_all (SpKeyedList       *self,
                                    const SpKeyedList *from);
gboolean     sp_keyed_list_remove  (SpKeyedList       *self,
                                    const char        *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpKeyedList, sp_keyed_list_free)

G_END_DECLS
