/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-relations.h"

#include <string.h>

#include "files/sp-xml.h"

typedef struct
{
  char *type;   /* (owned): last word of its URI */
  char *target; /* (owned): a part's name */
} SpXlsxRelation;

struct _SpXlsxRelations
{
  char       *directory; /* (owned): where relative targets start, "" or with a slash at its end */
  GHashTable *by_id;     /* (owned) (element-type utf8 SpXlsxRelation) */
  GHashTable *by_type;   /* (owned) (element-type utf8 utf8): the first of each type; points into @by_id */
};

static void
sp_xlsx_relation_free (SpXlsxRelation *relation)
{
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* "xl/workbook.xml" is in "xl/". */
static char *
directory_of (const char *part)
{
  const char *slash = strrchr (part, '/');

  return g_strndup (part, slash != NULL ? (gsize) (slash - part + 1) : 0);
}

/**
 * sp_xlsx_relations_part_name:
 * @source: a part's name, "" for the whole package
 *
 * Returns: (transfer full): the name of the part that says how @source is related to others
 */
char *
sp_xlsx_relations_part_name (const char *source)
{
  g_autofree char *directory = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  directory = directory_of (source);

  return g_strdup_printf ("%s_rels/%s.rels", directory, source + strlen (directory));
}

/* Joins, and works out "." and ".."; what would leave the package stays in it. */
static char *
resolve (const char *directory,
         const char *target)
{
  g_autofree char *joined = target[0] == '/' ? g_strdup (target + 1) : g_strconcat (directory, target, NULL);
  g_auto(GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    {
      if (g_str_equal (steps[i], ".."))
        g_ptr_array_set_size (kept, MAX (1, (int) kept->len) - 1);
      else if (steps[i][0] != '\0' && !g_str_equal (steps[i], "."))
        g_ptr_array_add (kept, steps[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

static gboolean
relations_start (gpointer      user_data,
                 const char   *name,
                 const char  **attributes,
                 GError      **error)
{
  SpXlsxRelations *self = user_data;
  const char *id = sp_xml_attribute (attributes, "Id");
  const char *type = sp_xml_attribute (attributes, "Type");
  const char *target = sp_xml_attribute (attributes, "Target");
  const char *mode = sp_xml_attribute (attributes, "TargetMode");
  SpXlsxRelation *relation;

  if (!g_str_equal (name, "Relationship") || id == NULL || type == NULL || target == NULL ||
      g_strcmp0 (mode, "External") == 0 || g_hash_table_contains (self->by_id, id))
    return TRUE;

  relation = g_new0 (SpXlsxRelation, 1);
  relation->type = g_strdup (strrchr (type, '/') != NULL ? strrchr (type, '/') + 1 : type);
  relation->target = resolve (self->directory, target);
  g_hash_table_insert (self->by_id, g_strdup (id), relation);

  if (!g_hash_table_contains (self->by_type, relation->type))
    g_hash_table_insert (self->by_type, relation->type, relation->target);

  return TRUE;
}

/**
 * sp_xlsx_relations_parse:
 * @source: the name of the part whose relations these are, "" for the whole package
 * @part: (nullable): the part that says so; %NULL where there is none
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads how a part is related to others in the package. What lies outside of it is left out.
 *
 * Returns: (transfer full): the relations, %NULL with the errors of sp_xml_parse()
 */
SpXlsxRelations *
sp_xlsx_relations_parse (const char    *source,
                         GBytes        *part,
                         GCancellable  *cancellable,
                         GError       **error)
{
  static const SpXmlHandler handler = { relations_start, NULL };
  g_autoptr(SpXlsxRelations) self = g_new0 (SpXlsxRelations, 1);

  self->directory = directory_of (source);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sp_xlsx_relation_free);
  self->by_type = g_hash_table_new (g_str_hash, g_str_equal);

  if (part != NULL && !sp_xml_parse (part, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sp_xlsx_relations_free:
 * @self: (transfer full): relations
 *
 * Frees @self.
 */
void
sp_xlsx_relations_free (SpXlsxRelations *self)
{
  g_free (self->directory);
  g_hash_table_unref (self->by_type);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

/**
 * sp_xlsx_relations_by_type:
 * @self: relations
 * @type: the last word of a relation's type, such as "styles"
 *
 * Returns: (transfer none) (nullable): the name of the first part related in this way
 */
const char *
sp_xlsx_relations_by_type (const SpXlsxRelations *self,
                           const char            *type)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (type != NULL, NULL);

  return g_hash_table_lookup (self->by_type, type);
}

/**
 * sp_xlsx_relations_by_id:
 * @self: relations
 * @id: a relation's id
 * @type: the last word its type must have
 *
 * Returns: (transfer none) (nullable): the name of the part, %NULL where there is no such relation of this type
 */
const char *
sp_xlsx_relations_by_id (const SpXlsxRelations *self,
                         const char            *id,
                         const char            *type)
{
  const SpXlsxRelation *relation;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  relation = g_hash_table_lookup (self->by_id, id);

  return relation != NULL && g_str_equal (relation->type, type) ? relation->target : NULL;
}
