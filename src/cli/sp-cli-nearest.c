/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-nearest.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  guint       distance;
} Candidate;

/**
 * sp_cli_nearest_distance:
 * @a: a text
 * @b: another
 *
 * Returns: how many signs have to be put in, taken out or changed to make one of the other, whatever their case
 */
guint
sp_cli_nearest_distance (const char *a,
                         const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);
  glong n_a, n_b;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (folded_a, -1, &n_a);
  g_autofree gunichar *y = g_utf8_to_ucs4_fast (folded_b, -1, &n_b);
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (glong k = 0; k <= n_b; k++)
    row[k] = (guint) k;
  for (glong i = 1; i <= n_a; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i;
      for (glong k = 1; k <= n_b; k++)
        {
          guint changed = corner + (x[i - 1] == y[k - 1] ? 0 : 1);

          corner = row[k];
          row[k] = MIN (changed, MIN (row[k], row[k - 1]) + 1);
        }
    }

  return row[n_b];
}

/* Somebody may have given the first name or the last name alone. */
static guint
get_distance (const char *name,
              const char *other)
{
  g_auto (GStrv) words = g_strsplit (other, " ", -1);
  guint distance = sp_cli_nearest_distance (name, other);

  for (guint i = 0; words[i] != NULL && words[1] != NULL; i++)
    if (*words[i] != '\0')
      distance = MIN (distance, sp_cli_nearest_distance (name, words[i]));

  return distance;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;

  return g_strcmp0 (x->name, y->name);
}

/**
 * sp_cli_nearest_names:
 * @name: a name that is none of them
 * @names: (element-type utf8): names
 * @n_most: how many at most
 *
 * Returns: (transfer full) (nullable): the names most like it, best first, in quotes with commas between; %NULL for
 * none
 */
char *
sp_cli_nearest_names (const char *name,
                      GPtrArray  *names,
                      guint       n_most)
{
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (name != NULL && names != NULL, NULL);

  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  text = g_string_new (NULL);
  for (guint i = 0; i < names->len; i++)
    {
      Candidate candidate = { names->pdata[i], get_distance (name, names->pdata[i]) };

      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare);
  for (guint i = 0; i < MIN (candidates->len, n_most); i++)
    /* Translators: a name in quotes, in a list of names */
    g_string_append_printf (text, i > 0 ? _(", “%s”") : _("“%s”"), g_array_index (candidates, Candidate, i).name);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
