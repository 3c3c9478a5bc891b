/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SpSheetNames
{
  GHashTable *taken; /* (owned) (element-type utf8 utf8): a set of names without case */
};

/**
 * sp_sheet_names_new:
 *
 * Returns: (transfer full): a giver of names for the sheets of one workbook
 */
SpSheetNames *
sp_sheet_names_new (void)
{
  SpSheetNames *self = g_new0 (SpSheetNames, 1);

  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* Spreadsheets keep this one for themselves. */
  sp_sheet_names_reserve (self, "History");

  return self;
}

/**
 * sp_sheet_names_free:
 * @self: (transfer full): a giver of names
 *
 * Frees @self.
 */
void
sp_sheet_names_free (SpSheetNames *self)
{
  g_hash_table_unref (self->taken);
  g_free (self);
}

static gboolean
take (SpSheetNames *self,
      const char   *name)
{
  return g_hash_table_add (self->taken, g_utf8_casefold (name, -1));
}

/**
 * sp_sheet_names_reserve:
 * @self: a giver of names
 * @name: a legal name
 *
 * Keeps @name for a sheet that is to have just that.
 */
void
sp_sheet_names_reserve (SpSheetNames *self,
                        const char   *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  take (self, name);
}

/* The beginning of @text that takes at most @units of UTF-16, then @suffix. */
static char *
cut (const char *text,
     gsize       units,
     const char *suffix)
{
  const char *s = text;

  while (*s != '\0')
    {
      gsize n = g_utf8_get_char (s) > 0xffff ? 2 : 1;

      if (n > units)
        break;
      units -= n;
      s = g_utf8_next_char (s);
    }
  while (s > text && s[-1] == ' ')
    s--;

  return g_strdup_printf ("%.*s%s", (int) (s - text), text, suffix);
}

/* Without what no sheet's name may hold, and without quotes and spaces at its ends. */
static char *
legal (const char *wanted)
{
  g_autoptr(GString) name = g_string_new (NULL);
  gsize end;

  for (const char *s = wanted; *s != '\0'; s = g_utf8_next_char (s))
    {
      gunichar c = g_utf8_get_char (s);

      if (c < 0x80 && strchr ("[]:*?/\\", (int) c) != NULL)
        g_string_append_c (name, '-');
      else if (g_unichar_iscntrl (c))
        g_string_append_c (name, ' ');
      else if (name->len > 0 || (c != '\'' && c != ' '))
        g_string_append_unichar (name, c);
    }

  for (end = name->len; end > 0 && (name->str[end - 1] == '\'' || name->str[end - 1] == ' '); end--)
    ;
  g_string_truncate (name, end);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * sp_sheet_names_give:
 * @self: a giver of names
 * @wanted: what the sheet is about
 *
 * Makes a name that spreadsheets accept and no other sheet of the workbook has: at most %SP_SHEET_NAME_MAX UTF-16
 * units, without `[]:*?/\`; a second sheet of the same name gets " (2)".
 *
 * Returns: (transfer full): the name
 */
char *
sp_sheet_names_give (SpSheetNames *self,
                     const char   *wanted)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autofree char *short_name = NULL;

  g_return_val_if_fail (self != NULL && wanted != NULL, NULL);

  base = legal (wanted);
  if (*base == '\0')
    {
      g_free (base);
      base = g_strdup (_("Board"));
    }

  short_name = cut (base, SP_SHEET_NAME_MAX, "");
  name = legal (short_name);
  for (guint i = 2; !take (self, name); i++)
    {
      g_autofree char *suffix = g_strdup_printf (" (%u)", i);

      g_free (name);
      name = cut (base, SP_SHEET_NAME_MAX - strlen (suffix), suffix);
    }

  return g_steal_pointer (&name);
}
