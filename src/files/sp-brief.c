/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-brief.h"

#define MAX_CHARACTERS 40

/**
 * sp_brief:
 * @text: text of a file, in UTF-8, of any length
 *
 * Shortens what somebody wrote for a sentence that quotes it: one line, 40 characters at most.
 *
 * Returns: (transfer full): @text, or its beginning with an ellipsis
 */
char *
sp_brief (const char *text)
{
  GString *brief = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  for (; *text != '\0' && n < MAX_CHARACTERS; text = g_utf8_next_char (text), n++)
    {
      gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (brief, g_unichar_iscntrl (c) ? ' ' : c);
    }
  if (*text != '\0')
    {
      const char *last = g_utf8_prev_char (brief->str + brief->len);

      g_string_truncate (brief, (gsize) (last - brief->str));
      g_string_append (brief, "…");
    }

  return g_string_free (brief, FALSE);
}
