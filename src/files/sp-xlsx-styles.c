/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-styles.h"

#include <string.h>

#include "files/sp-xml.h"

struct _SpXlsxStyles
{
  GHashTable *custom;        /* (owned) (element-type guint SpCellFormat): by number format id */
  GByteArray *formats;       /* (owned): a SpCellFormat for each style of a cell */
  gboolean    in_cell_styles;
};

/* The formats every spreadsheet program knows without being told. The ids from 27 on differ by language; where one
 * language has a date and another a time, both are allowed and the value decides. */
static SpCellFormat
built_in_format (guint id)
{
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || id == 50 || id == 51 || id == 57 || id == 58)
    return SP_CELL_FORMAT_DATE;
  if ((id >= 18 && id <= 21) || id == 32 || id == 33 || (id >= 45 && id <= 47))
    return SP_CELL_FORMAT_TIME;
  if (id == 22 || id == 34 || id == 35 || (id >= 52 && id <= 56))
    return SP_CELL_FORMAT_DATE | SP_CELL_FORMAT_TIME;

  return SP_CELL_FORMAT_NONE;
}

/* [h], [mm], [ss] ...: hours that run on past a day. Other brackets hold colours, conditions and languages. */
static gboolean
is_elapsed (const char *inner,
            gsize       length)
{
  char c = length > 0 ? g_ascii_tolower (inner[0]) : '\0';

  if (c != 'h' && c != 'm' && c != 's')
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (g_ascii_tolower (inner[i]) != c)
      return FALSE;

  return TRUE;
}

/* Steps over what is shown as it stands; NULL where @s is not such. */
static const char *
skip_literal (const char *s)
{
  const char *end = NULL;

  if (*s == '"')
    end = strchr (s + 1, '"');
  else if ((*s == '\\' || *s == '_' || *s == '*') && s[1] != '\0')
    return g_utf8_next_char (s + 1);
  else if (g_ascii_strncasecmp (s, "AM/PM", 5) == 0)
    return s + 5;
  else if (g_ascii_strncasecmp (s, "A/P", 3) == 0)
    return s + 3;
  else if (g_ascii_strncasecmp (s, "General", 7) == 0)
    return s + 7;
  else
    return NULL;

  return end != NULL ? end + 1 : s + strlen (s);
}

/* The code with all that is shown as it stands taken out, its first section only, in small letters; a time of the
 * elapsed kind, minutes too, becomes an h. */
static char *
bare_letters (const char *code)
{
  GString *bare = g_string_new (NULL);
  const char *s = code;

  while (*s != '\0' && *s != ';')
    {
      const char *next = skip_literal (s);
      const char *close = *s == '[' ? strchr (s, ']') : NULL;

      if (next != NULL)
        {
          s = next;
        }
      else if (close != NULL)
        {
          if (is_elapsed (s + 1, (gsize) (close - s - 1)))
            g_string_append_c (bare, 'h');
          s = close + 1;
        }
      else
        {
          g_string_append_c (bare, g_ascii_tolower (*s));
          s++;
        }
    }

  return g_string_free (bare, FALSE);
}

/* Whether the m at @i are minutes: next to hours or seconds. */
static gboolean
is_minute (const char *bare,
           gsize       i)
{
  gsize before = i;
  gsize after = i + strspn (bare + i, "m");

  if (after - i > 2)
    return FALSE;

  while (before > 0 && !g_ascii_isalpha (bare[before - 1]))
    before--;
  while (bare[after] != '\0' && !g_ascii_isalpha (bare[after]))
    after++;

  return (before > 0 && bare[before - 1] == 'h') || bare[after] == 's';
}

/**
 * sp_xlsx_number_format_kind:
 * @code: a number format code, such as "[h]:mm:ss" or "dd-mmm"
 *
 * Tells dates and times from plain numbers.
 *
 * Returns: what a number in this format is shown as
 */
SpCellFormat
sp_xlsx_number_format_kind (const char *code)
{
  g_autofree char *bare = NULL;
  SpCellFormat format = SP_CELL_FORMAT_NONE;

  g_return_val_if_fail (code != NULL, SP_CELL_FORMAT_NONE);

  bare = bare_letters (code);

  for (gsize i = 0; bare[i] != '\0'; i += MAX (1, strspn (bare + i, "m")))
    {
      if (bare[i] == 'h' || bare[i] == 's')
        format |= SP_CELL_FORMAT_TIME;
      else if (bare[i] == 'm')
        format |= is_minute (bare, i) ? SP_CELL_FORMAT_TIME : SP_CELL_FORMAT_DATE;
      else if (bare[i] == 'd' || bare[i] == 'y' || bare[i] == 'b' ||
               (bare[i] == 'e' && bare[i + 1] != '+' && bare[i + 1] != '-'))
        format |= SP_CELL_FORMAT_DATE;
    }

  return format;
}

static gboolean
styles_start (gpointer      user_data,
              const char   *name,
              const char  **attributes,
              GError      **error)
{
  SpXlsxStyles *self = user_data;
  guint id = 0;

  if (g_str_equal (name, "numFmt"))
    {
      const char *code = sp_xml_attribute (attributes, "formatCode");

      if (code != NULL && sp_xml_attribute_uint (attributes, "numFmtId", G_MAXINT, &id))
        g_hash_table_insert (self->custom, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER (sp_xlsx_number_format_kind (code)));
    }
  else if (g_str_equal (name, "cellXfs"))
    {
      self->in_cell_styles = TRUE;
    }
  else if (g_str_equal (name, "xf") && self->in_cell_styles)
    {
      gpointer custom;
      guint8 format;

      sp_xml_attribute_uint (attributes, "numFmtId", G_MAXINT, &id);
      if (g_hash_table_lookup_extended (self->custom, GUINT_TO_POINTER (id), NULL, &custom))
        format = (guint8) GPOINTER_TO_UINT (custom);
      else
        format = (guint8) built_in_format (id);
      g_byte_array_append (self->formats, &format, 1);
    }

  return TRUE;
}

static gboolean
styles_end (gpointer     user_data,
            const char  *name,
            const char  *text,
            GError     **error)
{
  SpXlsxStyles *self = user_data;

  if (g_str_equal (name, "cellXfs"))
    self->in_cell_styles = FALSE;

  return TRUE;
}

/**
 * sp_xlsx_styles_parse:
 * @part: (nullable): the workbook's styles; %NULL where it has none
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads what cells are shown as, as far as dates and times go.
 *
 * Returns: (transfer full): the styles, %NULL with the errors of sp_xml_parse()
 */
SpXlsxStyles *
sp_xlsx_styles_parse (GBytes        *part,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const SpXmlHandler handler = { styles_start, styles_end };
  g_autoptr(SpXlsxStyles) self = g_new0 (SpXlsxStyles, 1);

  self->custom = g_hash_table_new (NULL, NULL);
  self->formats = g_byte_array_new ();

  if (part != NULL && !sp_xml_parse (part, &handler, self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sp_xlsx_styles_free:
 * @self: (transfer full): styles
 *
 * Frees @self.
 */
void
sp_xlsx_styles_free (SpXlsxStyles *self)
{
  g_hash_table_unref (self->custom);
  g_byte_array_unref (self->formats);
  g_free (self);
}

/**
 * sp_xlsx_styles_get_format:
 * @self: styles
 * @style: the number a cell gives for its style
 *
 * Returns: what numbers of that style are shown as; plain where the workbook has no such style
 */
SpCellFormat
sp_xlsx_styles_get_format (const SpXlsxStyles *self,
                           guint               style)
{
  g_return_val_if_fail (self != NULL, SP_CELL_FORMAT_NONE);

  return style < self->formats->len ? self->formats->data[style] : SP_CELL_FORMAT_NONE;
}
