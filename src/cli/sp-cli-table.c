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

/* Takes a column at a time from the widest that may be cut. */
static void
fit (SpCliTable *self,
     guint      *widths,
     guint       sum,
     guint       width)
{
  for (; sum > width; sum--)
    {
      guint widest = self->n_columns;

      for (guint i = 0; i < self->n_columns; i++)
        if (self->columns[i].least > 0 && widths[i] > self->columns[i].least &&
            (widest == self->n_columns || widths[i] > widths[widest]))
          widest = i;
      if (widest == self->n_columns)
        return;
      widths[widest]--;
    }
}

static void
append_line (SpCliTable         *self,
             const SpCliPaper   *paper,
             SpCliTone           tone,
             const char * const *cells,
             const guint        *widths,
             GString            *out)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (widths[i] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, "  ");
      sp_cli_text_append_cell (text, cells[i], widths[i], self->columns[i].to_right);
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  sp_cli_text_append (out, paper, tone, text->str);
  g_string_append_c (out, '\n');
}

/**
 * sp_cli_table_append:
 * @self: a table
 * @paper: what it is written on
 * @out: where to
 *
 * Appends the table: a line of titles, then its lines. Columns without a word are left out, and where the line is too
 * short the widest that may be are cut. A table without lines is nothing.
 */
void
sp_cli_table_append (SpCliTable       *self,
                     const SpCliPaper *paper,
                     GString          *out)
{
  g_autofree guint *widths = NULL;
  g_autofree const char **titles = NULL;

  g_return_if_fail (self != NULL && paper != NULL && out != NULL);

  if (self->lines->len == 0)
    return;

  widths = g_new0 (guint, self->n_columns);
  titles = g_new0 (const char *, self->n_columns);
  fit (self, widths, measure (self, widths), paper->width);
  for (guint i = 0; i < self->n_columns; i++)
    titles[i] = self->columns[i].title;

  append_line (self, paper, SP_CLI_STRONG, titles, widths, out);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      append_line (self, paper, line->tone, (const char * const *) line->cells, widths, out);
    }
}
