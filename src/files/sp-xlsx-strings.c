/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-strings.h"

#include "files/sp-xlsx-text.h"
#include "files/sp-xml.h"

/* One piece of memory for all strings: a part full of empty ones costs four bytes each, not forty. */
struct _SpXlsxStrings
{
  GString    *arena;   /* (owned): the strings, each with its end */
  GArray     *offsets; /* (owned) (element-type guint32): where each starts */
  SpXlsxText  text;
  gboolean    in_item;
};

static gboolean
strings_start (gpointer      user_data,
               const char   *name,
               const char  **attributes,
               GError      **error)
{
  SpXlsxStrings *self = user_data;

  if (g_str_equal (name, "si"))
    {
      sp_xlsx_text_reset (&self->text);
      self->in_item = TRUE;
    }
  else if (self->in_item)
    {
      sp_xlsx_text_start (&self->text, name);
    }

  return TRUE;
}

static gboolean
strings_end (gpointer     user_data,
             const char  *name,
             const char  *text,
             GError     **error)
{
  SpXlsxStrings *self = user_data;
  guint32 offset = (guint32) self->arena->len;

  if (g_str_equal (name, "si"))
    {
      g_array_append_val (self->offsets, offset);
      g_string_append_len (self->arena, self->text.text->str, (gssize) self->text.text->len + 1);
      self->in_item = FALSE;
    }
  else if (self->in_item)
    {
      sp_xlsx_text_end (&self->text, name, text);
    }

  return TRUE;
}

/**
 * sp_xlsx_strings_parse:
 * @part: (nullable): the workbook's shared strings; %NULL where it has none
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads the strings that cells name by number.
 *
 * Returns: (transfer full): the strings, %NULL with the errors of sp_xml_parse()
 */
SpXlsxStrings *
sp_xlsx_strings_parse (GBytes        *part,
                       GCancellable  *cancellable,
                       GError       **error)
{
  static const SpXmlHandler handler = { strings_start, strings_end };
  g_autoptr(SpXlsxStrings) self = g_new0 (SpXlsxStrings, 1);

  self->arena = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  sp_xlsx_text_init (&self->text);

  if (part != NULL && !sp_xml_parse (part, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sp_xlsx_strings_free:
 * @self: (transfer full): shared strings
 *
 * Frees @self.
 */
void
sp_xlsx_strings_free (SpXlsxStrings *self)
{
  g_string_free (self->arena, TRUE);
  g_array_unref (self->offsets);
  sp_xlsx_text_clear (&self->text);
  g_free (self);
}

/**
 * sp_xlsx_strings_lookup:
 * @self: shared strings
 * @index: the number of one
 *
 * Returns: (transfer none) (nullable): that string, %NULL where the workbook has no such
 */
const char *
sp_xlsx_strings_lookup (const SpXlsxStrings *self,
                        guint                index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->offsets->len ? self->arena->str + g_array_index (self->offsets, guint32, index) : NULL;
}
