/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-text.h"

#include <string.h>

#define REPLACEMENT 0xfffd

/* "_xHHHH_" at @s; FALSE where it is not one. */
static gboolean
read_unit (const char *s,
           guint      *unit)
{
  guint value = 0;

  if (s[0] != '_' || s[1] != 'x')
    return FALSE;

  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (s[i]);

      if (digit < 0)
        return FALSE;
      value = value * 16 + (guint) digit;
    }

  if (s[6] != '_')
    return FALSE;

  *unit = value;

  return TRUE;
}

/**
 * sp_xlsx_text_append:
 * @to: where the text goes
 * @escaped: text as it is in the file
 *
 * Takes back the escapes of this format, "_x000D_" for what XML cannot hold. Halves of a pair are joined; what no text
 * can hold becomes U+FFFD.
 */
void
sp_xlsx_text_append (GString    *to,
                     const char *escaped)
{
  const char *s = escaped;
  const char *next;
  guint unit;
  guint low;

  g_return_if_fail (to != NULL);
  g_return_if_fail (escaped != NULL);

  while ((next = strstr (s, "_x")) != NULL)
    {
      g_string_append_len (to, s, next - s);
      s = next;

      if (!read_unit (s, &unit))
        {
          g_string_append_c (to, *s++);
          continue;
        }

      s += 7;
      if ((unit & 0xfc00) == 0xd800 && read_unit (s, &low) && (low & 0xfc00) == 0xdc00)
        {
          unit = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
          s += 7;
        }
      g_string_append_unichar (to, unit != 0 && g_unichar_validate (unit) ? unit : REPLACEMENT);
    }

  g_string_append (to, s);
}

/**
 * sp_xlsx_text_escape:
 * @text: a text
 *
 * Makes sure that what looks like an escape of this format in a text is not taken for one.
 *
 * Returns: (transfer full): @text as it is to be written; control characters are left to the library that writes
 */
char *
sp_xlsx_text_escape (const char *text)
{
  GString *escaped = g_string_new (NULL);
  guint unit;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *s = text; *s != '\0'; s++)
    {
      if (read_unit (s, &unit))
        g_string_append (escaped, "_x005F");
      g_string_append_c (escaped, *s);
    }

  return g_string_free (escaped, FALSE);
}

/**
 * sp_xlsx_text_init:
 * @self: a text
 *
 * Makes @self ready for use; end with sp_xlsx_text_clear().
 */
void
sp_xlsx_text_init (SpXlsxText *self)
{
  self->text = g_string_new (NULL);
  self->phonetic = 0;
}

/**
 * sp_xlsx_text_clear:
 * @self: a text
 *
 * Frees what @self holds.
 */
void
sp_xlsx_text_clear (SpXlsxText *self)
{
  g_string_free (self->text, TRUE);
}

/**
 * sp_xlsx_text_reset:
 * @self: a text
 *
 * Begins a new text.
 */
void
sp_xlsx_text_reset (SpXlsxText *self)
{
  g_string_truncate (self->text, 0);
  self->phonetic = 0;
}

/**
 * sp_xlsx_text_start:
 * @self: a text
 * @name: an element inside it that starts
 *
 * Takes note of @name.
 */
void
sp_xlsx_text_start (SpXlsxText *self,
                    const char *name)
{
  if (g_str_equal (name, "rPh"))
    self->phonetic++;
}

/**
 * sp_xlsx_text_end:
 * @self: a text
 * @name: an element inside it that ends
 * @text: what it held
 *
 * Takes what @name adds to the text.
 */
void
sp_xlsx_text_end (SpXlsxText *self,
                  const char *name,
                  const char *text)
{
  if (g_str_equal (name, "rPh") && self->phonetic > 0)
    self->phonetic--;
  else if (g_str_equal (name, "t") && self->phonetic == 0)
    sp_xlsx_text_append (self->text, text);
}
