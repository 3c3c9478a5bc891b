/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-keep.h"

#include "files/sp-json-value.h"

static void
index_by_key (JsonObject *item,
              gpointer    user_data)
{
  const char *key = sp_json_value_get_text (item, "key");

  if (key != NULL)
    g_hash_table_insert (user_data, (gpointer) key, item);
}

typedef struct
{
  GHashTable *old; /* (element-type utf8 JsonObject) */
} SpKeeper;

static void
keep_item (JsonObject *item,
           gpointer    user_data)
{
  SpKeeper *self = user_data;
  const char *key = sp_json_value_get_text (item, "key");
  JsonObject *old = key != NULL ? g_hash_table_lookup (self->old, key) : NULL;

  if (old != NULL)
    sp_json_keep_unknown (old, item);
}

static void
keep_items (JsonObject *old,
            JsonObject *object,
            const char *name)
{
  g_autoptr(GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  SpKeeper self = { by_key };

  sp_json_value_foreach (old, name, index_by_key, by_key);
  sp_json_value_foreach (object, name, keep_item, &self);
}

/**
 * sp_json_keep_unknown:
 * @old: what a file held
 * @object: what is to take its place, with all members that this version knows
 *
 * Puts into @object what @old has and @object lacks: that is what this version does not know. Objects inside are gone
 * through too, and lists of objects that have a key; who is not in @object any more does not come back. Members named
 * "options" are taken as they are, as they have no fixed names.
 */
void
sp_json_keep_unknown (JsonObject *old,
                      JsonObject *object)
{
  g_autoptr(GList) names = NULL;

  g_return_if_fail (old != NULL && object != NULL);

  names = json_object_get_members (old);
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonNode *before = json_object_get_member (old, name);
      JsonNode *after = json_object_get_member (object, name);

      if (g_str_equal (name, "options"))
        continue;
      if (after == NULL)
        json_object_set_member (object, name, json_node_copy (before));
      else if (JSON_NODE_HOLDS_OBJECT (before) && JSON_NODE_HOLDS_OBJECT (after))
        sp_json_keep_unknown (json_node_get_object (before), json_node_get_object (after));
      else if (JSON_NODE_HOLDS_ARRAY (before) && JSON_NODE_HOLDS_ARRAY (after))
        keep_items (old, object, name);
    }
}
