/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-text-search.h"

/**
 * sp_text_search_contains:
 * @text: a text
 * @wanted: what is looked for
 *
 * Returns: whether it is in it, in whatever case and way of writing accents
 */
gboolean
sp_text_search_contains (const char *text,
                         const char *wanted)
{
  g_autofree char *a = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *b = g_utf8_normalize (wanted, -1, G_NORMALIZE_ALL);
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strstr (x, y) != NULL;
}
