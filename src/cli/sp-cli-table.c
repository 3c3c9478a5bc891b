/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-table.h"

#define GAP 2

typedef struct
{
  SpCliTone  tone;
  char     **cells;
} Line;

struct _SpCliTable
{
  SpCliColumn *columns;
  guint        n_columns;
  GArray      *lines;  /* of Line */
};

static void
line_clear (gpointer data)
{
  g_strfreev (((Line *) data)->cells);
}

/**
 * sp_cli_table_new:
 * @columns: (array length=n_columns): its columns; their titles have to live as long as the table
 * @n_columns: how many
 *
 * Returns: (transfer full): a table without lines
 */
SpCliTable *
sp_cli_table_new (const SpCliColumn *columns,
                  guint              n_columns)
{
  SpCliTable *self;

  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (SpCliTable, 1);
  self->columns = g_memdup2 (columns, n_columns * sizeof (SpCliColumn));
  self->n_columns = n_columns;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);

  return self;
}

/**
 * sp_cli_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
sp_cli_table_free (SpCliTable *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self->columns);
  g_free (self);
}

/**
 * sp_cli_table_add:
 * @self: a table
 * @tone: how the line is meant
 * @cells: (array zero-terminated=1): one text for each column
 *
 * Adds a line.
 */
void
sp_cli_table_add (SpCliTable         *self,
                  SpCliTone           tone,
                  const char * const *cells)
{
  Line line = { tone, NULL };

  g_return_if_fail (self != NULL && g_strv_length ((char **) cells) == self->n_columns);

  line.cells = g_strdupv ((char **) cells);
  g_array_append_val (self->lines, line);
}

/* A column in which nothing is said is left out: 0. */
static guint
measure (SpCliTable *self,
         guint      *widths)
{
  guint sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      widths[i] = 0;
      for (guint k = 0; k < self->lines->len; k++)
        widths[i] = MAX (widths[i], sp_cli_text_get_width (g_array_index (self->lines, Line, k).cells[i]));
      if (widths[i] > 0)
        {
          widths[i] = MAX (widths[i], sp_cli_text_get_width (self->columns[i].title));
          sum += widths[i] + (sum > 0 ? GAP : 0);
        }
    }

  return sum;
}

/* The last that may gives first: that is where the longest texts stand. */
static void
fit (SpCliTable *self,
     guint      *widths,
     guint       sum,
     guint       width)
{
  for (guint i = self->n_columns; i > 0 && sum > width; i--)
    {
      guint least = self->columns[i - 1].least;
      guint spare = least > 0 && widths[i - 1] > least ? widths[i - 1] - least : 0;
      guint given = MIN (spare, sum - width);

      widths[i - 1] -= given;
      sum -= given;
    }
}

/* One line on paper of what may be several: the part @n of each cell. */
static gboolean
append_part (SpCliTable         *self,
             const SpCliPaper   *paper,
             const Line         *line,
             const guint        *widths,
             guint               n,
             GString            *out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean any = n == 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_auto (GStrv) parts = sp_cli_text_wrap (line->cells[i], widths[i]);
      gboolean has_part = n < g_strv_length (parts);

      if (widths[i] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, "  ");
      sp_cli_text_append_cell (text, has_part ? parts[n] : "", widths[i], self->columns[i].to_right);
      any |= has_part;
    }
  if (!any)
    return FALSE;
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  sp_cli_text_append (out, paper, line->tone, text->str);
  g_string_append_c (out, '\n');

  return TRUE;
}

static void
append_line (SpCliTable       *self,
             const SpCliPaper *paper,
             const Line       *line,
             const guint      *widths,
             GString          *out)
{
  for (guint n = 0; append_part (self, paper, line, widths, n, out); n++)
    ;
}

/**
 * sp_cli_table_append:
 * @self: a table
 * @paper: what it is written on
 * @out: where to
 *
 * Appends the table: a line of titles, then its lines. Columns without a word are left out; where the line is too
 * short, words go on below, and only a word that is longer than its column is cut. A table without lines is nothing.
 */
void
sp_cli_table_append (SpCliTable       *self,
                     const SpCliPaper *paper,
                     GString          *out)
{
  g_autofree guint *widths = NULL;
  g_autofree char **titles = NULL;

  g_return_if_fail (self != NULL && paper != NULL && out != NULL);

  if (self->lines->len == 0)
    return;

  widths = g_new0 (guint, self->n_columns);
  titles = g_new0 (char *, self->n_columns);
  fit (self, widths, measure (self, widths), paper->width);
  for (guint i = 0; i < self->n_columns; i++)
    titles[i] = (char *) self->columns[i].title;

  append_line (self, paper, &(Line) { SP_CLI_STRONG, titles }, widths, out);
  for (guint i = 0; i < self->lines->len; i++)
    append_line (self, paper, &g_array_index (self->lines, Line, i), widths, out);
}
