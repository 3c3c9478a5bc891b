/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-csv-writer.h"

#include <math.h>
#include <string.h>

#include "api/sp-time.h"
#include "files/sp-distance-sheet.h"
#include "files/sp-duration.h"
#include "files/sp-result-words.h"
#include "files/sp-row-order.h"
#include "files/sp-unique-key.h"

/* The titles are part of the format, and the same in every language. */
static const char header[] =
  "Board,Team,Runner,Rank,Team Rank,Attempts,Fastest Time (sec),Fastest Time (h:mm:ss),Fastest Date,"
  "Fastest Distance (m),Status,Runs,Distance (km),Climb (m)\r\n";

typedef struct
{
  GString *text;     /* (owned) */
  gboolean in_row;
} SpCsvWriter;

static void
begin_cell (SpCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = TRUE;
}

static void
end_row (SpCsvWriter *self)
{
  g_string_append (self->text, "\r\n");
  self->in_row = FALSE;
}

/* A spreadsheet takes text that begins like this for a formula and carries it out. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
add_text (SpCsvWriter *self,
          const char  *text)
{
  const char *shown = text != NULL ? text : "";
  gboolean quoted = strpbrk (shown, ",\"\r\n") != NULL;

  begin_cell (self);
  if (quoted)
    g_string_append_c (self->text, '"');
  if (looks_like_formula (shown))
    g_string_append_c (self->text, '\'');
  for (; *shown != '\0'; shown++)
    {
      if (*shown == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *shown);
    }
  if (quoted)
    g_string_append_c (self->text, '"');
}

static void
add_number (SpCsvWriter *self,
            double       number,
            const char  *format)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (self);
  if (isfinite (number))
    g_string_append (self->text, g_ascii_formatd (digits, sizeof digits, format, number));
}

static void
add_blanks (SpCsvWriter *self,
            guint        n)
{
  for (guint i = 0; i < n; i++)
    begin_cell (self);
}

static void
write_row (SpCsvWriter *self,
           const char  *board,
           SpRow       *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  g_autofree char *status = sp_result_words_row_status (row);
  g_autofree char *time = values->time_s >= 0 ? sp_duration_format (values->time_s) : NULL;
  g_autofree char *start = values->start_local_s != SP_TIME_UNKNOWN ? sp_time_to_iso (values->start_local_s) : NULL;

  /* Where only the day is known, no time of day is made up. */
  if (start != NULL && (values->state == SP_ROW_DEFAULT || (values->flags & SP_ROW_TIME_HIDDEN) != 0))
    start[10] = '\0';

  add_text (self, board);
  add_text (self, runner->segment_team);
  add_text (self, runner->name);
  add_number (self, values->rank > 0 ? values->rank : NAN, "%.0f");
  add_number (self, values->team_rank > 0 ? values->team_rank : NAN, "%.0f");
  add_number (self, values->state <= SP_ROW_NONE ? values->attempts : NAN, "%.0f");
  add_number (self, values->time_s >= 0 ? values->time_s : NAN, "%.0f");
  add_text (self, time);
  add_text (self, start);
  add_number (self, values->distance_m, "%.1f");
  add_text (self, status);
  add_blanks (self, 3);
  end_row (self);
}

static void
write_distance_row (SpCsvWriter   *self,
                    const char    *board,
                    SpDistanceRow *row)
{
  const SpDistanceRowValues *values = sp_distance_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  g_autofree char *status = sp_result_words_distance_status (row);

  add_text (self, board);
  add_text (self, runner->distance_team);
  add_text (self, runner->name);
  add_number (self, values->place > 0 ? values->place : NAN, "%.0f");
  add_blanks (self, 6);
  add_text (self, status);
  add_number (self, values->known ? values->n_runs : NAN, "%.0f");
  add_number (self, values->known ? values->distance_m / 1000 : NAN, "%.2f");
  add_number (self, values->known ? values->climb_m : NAN, "%.0f");
  end_row (self);
}

static void
write_boards (SpCsvWriter *self,
              GListModel  *boards,
              GHashTable  *names)
{
  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr(SpBoard) board = g_list_model_get_item (boards, i);
      const SpBoardValues *values = sp_board_get_values (board);
      const char *name = sp_unique_key (names, sp_group_get_values (values->group)->name);
      g_autoptr(GPtrArray) rows = sp_row_order_by_team (values->rows);

      for (guint j = 0; j < rows->len; j++)
        write_row (self, name, rows->pdata[j]);
    }
}

static void
write_distance_boards (SpCsvWriter *self,
                       GListModel  *boards,
                       GHashTable  *names)
{
  for (guint i = 0; i < g_list_model_get_n_items (boards); i++)
    {
      g_autoptr(SpDistanceBoard) board = g_list_model_get_item (boards, i);
      GListModel *rows = sp_distance_board_get_values (board)->rows;
      g_autofree char *title = sp_distance_sheet_title (board);
      const char *name = sp_unique_key (names, title);

      for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr(SpDistanceRow) row = g_list_model_get_item (rows, j);

          write_distance_row (self, name, row);
        }
    }
}

/**
 * sp_csv_writer_to_bytes:
 * @results: results
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Writes the rows of all boards as one table: UTF-8, commas, lines that end in CR LF, quotes as in RFC 4180, no mark at
 * the beginning. Two boards of the same name are told apart by "-2" behind the second. Text that a spreadsheet would
 * take for a formula, because it begins with =, +, -, @, a tab or a line end, gets an apostrophe before it. Blocks;
 * call it from a worker.
 *
 * Returns: (transfer full): the file, %NULL with %G_IO_ERROR_CANCELLED
 */
GBytes *
sp_csv_writer_to_bytes (SpResults     *results,
                        GCancellable  *cancellable,
                        GError       **error)
{
  const SpResultsValues *values;
  g_autoptr(GHashTable) names = NULL;
  SpCsvWriter self = { NULL, FALSE };

  g_return_val_if_fail (SP_IS_RESULTS (results), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  values = sp_results_get_values (results);
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.text = g_string_new (header);
  write_boards (&self, values->boards, names);
  write_distance_boards (&self, values->distance_boards, names);

  return g_string_free_to_bytes (self.text);
}
