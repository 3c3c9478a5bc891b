/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-board-copy.h"

#include "api/sp-time.h"
#include "model/sp-board-words.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
say_no_time (SpRowState state)
{
  switch (state)
    {
    case SP_ROW_NONE_YET:
      return _("none yet");
    case SP_ROW_NONE:
      return _("none");
    case SP_ROW_ASKED:
    case SP_ROW_TO_COME:
      return _("still to come");
    case SP_ROW_TIMED:
    case SP_ROW_DEFAULT:
    case SP_ROW_NO_DATA:
    default:
      return _("no data");
    }
}

/**
 * sp_board_copy_row:
 * @row: a row
 *
 * Returns: (transfer full): it in one line for people, such as "1. Huw Young 0:10:45"
 */
char *
sp_board_copy_row (SpRow *row)
{
  const SpRowValues *values;
  const char *name;
  g_autofree char *time = NULL;

  g_return_val_if_fail (SP_IS_ROW (row), NULL);

  values = sp_row_get_values (row);
  name = sp_runner_get_values (values->runner)->name;
  if (!sp_row_is_ranked (row))
    /* Translators: a runner, then why there is no time */
    return g_strdup_printf (_("%s: %s"), name, say_no_time (values->state));
  time = sp_words_duration (values->time_s);
  if (values->state == SP_ROW_DEFAULT)
    /* Translators: the place, a runner, and the time given to those who did not run */
    return g_strdup_printf (_("%u. %s %s (default time)"), values->rank, name, time);
  if ((values->flags & (SP_ROW_STALE | SP_ROW_INCOMPLETE)) != 0)
    /* Translators: the place, a runner, and a time that may still get faster */
    return g_strdup_printf (_("%u. %s %s (may still change)"), values->rank, name, time);

  /* Translators: the place, a runner, a time */
  return g_strdup_printf (_("%u. %s %s"), values->rank, name, time);
}

/**
 * sp_board_copy_names:
 * @board: a board
 * @state: what is known of whom is wanted
 *
 * Returns: (transfer full): their names, with commas between
 */
char *
sp_board_copy_names (SpBoard    *board,
                     SpRowState  state)
{
  GListModel *rows;
  GString *names;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  rows = sp_board_get_values (board)->rows;
  names = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const SpRowValues *values = sp_row_get_values (row);

      if (values->state == state)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "",
                                sp_runner_get_values (values->runner)->name);
    }

  return g_string_free (names, FALSE);
}

/**
 * sp_board_copy_text:
 * @board: a board
 *
 * Writes the board so that it fits a chat: how far it is, those with a place, and who is missing.
 *
 * Returns: (transfer full): the text
 */
char *
sp_board_copy_text (SpBoard *board)
{
  g_autofree char *missing = NULL;
  g_autofree char *headline = NULL;
  GListModel *rows;
  GString *text;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  headline = sp_board_words_headline (board);
  rows = sp_board_get_values (board)->rows;
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s (%s)\n", sp_group_get_values (sp_board_get_values (board)->group)->name, headline);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      g_autofree char *line = sp_board_copy_row (row);

      if (sp_row_is_ranked (row))
        g_string_append_printf (text, "%s\n", line);
    }
  missing = sp_board_copy_names (board, SP_ROW_NO_DATA);
  if (*missing != '\0')
    {
      g_string_append_printf (text, _("No data of: %s"), missing);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* What would begin another cell or line in a table. */
static void
add_cell (GString    *text,
          const char *cell,
          char        end)
{
  g_autofree char *clean = g_strdup (cell);

  g_string_append (text, g_strdelimit (clean, "\t\n\r", ' '));
  g_string_append_c (text, end);
}

static void
add_row (GString *text,
         SpRow   *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  gboolean ranked = sp_row_is_ranked (row);
  g_autofree char *rank = ranked ? g_strdup_printf ("%u", values->rank) : g_strdup ("");
  g_autofree char *time = ranked ? sp_words_duration (values->time_s) : g_strdup (say_no_time (values->state));
  g_autofree char *attempts = g_strdup_printf ("%u", values->attempts);
  g_autofree char *date = NULL;
  const char *notes = values->reason != NULL ? values->reason : "";

  /* A table is read by programs too. */
  if (values->state == SP_ROW_TIMED && values->start_local_s != SP_TIME_UNKNOWN)
    {
      date = sp_time_to_iso (values->start_local_s);
      date[strlen ("2026-01-31")] = '\0';
    }
  if (values->state == SP_ROW_DEFAULT)
    notes = _("default time");
  else if (values->reason == NULL && (values->flags & SP_ROW_INCOMPLETE) != 0)
    notes = _("may get faster");
  add_cell (text, rank, '\t');
  add_cell (text, runner->name, '\t');
  add_cell (text, runner->segment_team != NULL ? runner->segment_team : "", '\t');
  add_cell (text, time, '\t');
  add_cell (text, attempts, '\t');
  add_cell (text, date != NULL ? date : "", '\t');
  add_cell (text, notes, '\n');
}

/**
 * sp_board_copy_table:
 * @board: a board
 *
 * Writes the board with a tab between cells, as a spreadsheet takes it: every row, and a line of titles.
 *
 * Returns: (transfer full): the text
 */
char *
sp_board_copy_table (SpBoard *board)
{
  const char * const titles[] = {
    _("Rank"), _("Runner"), _("Team"), _("Time"), _("Attempts"), _("Date"), _("Notes"),
  };
  GListModel *rows;
  GString *text;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (text, titles[i], i + 1 < G_N_ELEMENTS (titles) ? '\t' : '\n');
  rows = sp_board_get_values (board)->rows;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);

      add_row (text, row);
    }

  return g_string_free (text, FALSE);
}
