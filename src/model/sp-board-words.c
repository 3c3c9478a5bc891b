/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-board-words.h"

#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

static guint
count_flag (SpBoard    *board,
            SpRowFlags  flag)
{
  GListModel *rows = sp_board_get_values (board)->rows;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);

      n += (sp_row_get_values (row)->flags & flag) != 0;
    }

  return n;
}

static guint
count_state (SpBoard    *board,
             SpRowState  state)
{
  GListModel *rows = sp_board_get_values (board)->rows;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);

      n += sp_row_get_values (row)->state == state;
    }

  return n;
}

static char *
say_state (SpBoardState state,
           gint64       opens_local_s,
           gint64       ends_local_s)
{
  g_autofree char *day = NULL;

  switch (state)
    {
    case SP_BOARD_UPCOMING:
      day = sp_words_weekday (opens_local_s);
      /* Translators: a board whose first window begins on that day */
      return g_strdup_printf (_("Opens %s"), day);
    case SP_BOARD_OPEN:
      day = sp_words_weekday (ends_local_s);
      /* Translators: a board whose last window ends on that day */
      return g_strdup_printf (_("Open until %s"), day);
    case SP_BOARD_PROVISIONAL:
      return g_strdup (_("Provisional"));
    case SP_BOARD_COMPLETE:
      /* Translators: the state of a leaderboard, as are the next */
      return g_strdup (_("Complete"));
    case SP_BOARD_CLOSED:
      return g_strdup (_("Closed"));
    default:
      g_assert_not_reached ();
    }
}

/**
 * sp_board_words_headline:
 * @board: a board
 *
 * Says in a few words how far the board is: "Provisional, may still change", "Open until Sun 8 Feb".
 *
 * Returns: (transfer full): the words
 */
char *
sp_board_words_headline (SpBoard *board)
{
  const SpBoardValues *values;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  values = sp_board_get_values (board);
  if (values->state == SP_BOARD_PROVISIONAL)
    return g_strdup (_("Provisional, may still change"));

  return say_state (values->state, values->opens_local_s, values->ends_local_s);
}

static void
add (GString    *text,
     const char *format,
     guint       n)
{
  g_autofree char *count = NULL;
  g_auto (GStrv) parts = NULL;

  if (n == 0)
    return;
  if (text->len > 0)
    /* Translators: between the parts of a list such as "2 runners missing, 1 with old data" */
    g_string_append (text, _(", "));
  count = g_strdup_printf ("%u", n);
  parts = g_strsplit (format, "%u", 2);
  g_string_append_printf (text, "%s%s%s", parts[0], parts[1] != NULL ? count : "", parts[1] != NULL ? parts[1] : "");
}

static char *
doubts (SpBoard *board)
{
  GString *text = g_string_new (NULL);
  guint n_missing = count_state (board, SP_ROW_NO_DATA);
  guint n_stale = count_flag (board, SP_ROW_STALE);
  guint n_incomplete = count_flag (board, SP_ROW_INCOMPLETE);

  add (text, ngettext ("%u runner missing", "%u runners missing", n_missing), n_missing);
  /* Translators: runners */
  add (text, ngettext ("%u with old data", "%u with old data", n_stale), n_stale);
  /* Translators: runners for whom a faster time may exist */
  add (text, ngettext ("%u incomplete", "%u incomplete", n_incomplete), n_incomplete);

  return g_string_free (text, FALSE);
}

static char *
say_closed (gint64      closed_local_s,
            const char *missing)
{
  g_autofree char *day = sp_words_weekday (closed_local_s);

  if (*missing == '\0')
    /* Translators: a board was closed on that day */
    return g_strdup_printf (_("On %s, by you"), day);

  /* Translators: a board was closed on that day, with “2 runners missing” */
  return g_strdup_printf (_("On %s, by you, with %s"), day, missing);
}

/**
 * sp_board_words_detail:
 * @board: a board
 *
 * Says what is missing or how many have run: "2 runners missing, 1 with old data", "26 of 34 have run".
 *
 * Returns: (transfer full): the words
 */
char *
sp_board_words_detail (SpBoard *board)
{
  const SpBoardValues *values;
  g_autofree char *text = NULL;
  guint n_rows;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  values = sp_board_get_values (board);
  n_rows = g_list_model_get_n_items (values->rows);
  if (values->state == SP_BOARD_UPCOMING)
    return g_strdup (_("Nothing is asked before it opens"));
  if (values->n_to_come > 0)
    return g_strdup_printf (ngettext ("%u of %u runner still to come", "%u of %u runners still to come", n_rows),
                            values->n_to_come, n_rows);
  text = doubts (board);
  if (values->state == SP_BOARD_CLOSED && sp_group_get_values (values->group)->closed_local_s != SP_TIME_UNKNOWN)
    return say_closed (sp_group_get_values (values->group)->closed_local_s, text);
  if (*text != '\0')
    return g_steal_pointer (&text);
  if (values->state == SP_BOARD_OPEN)
    /* Translators: runners */
    return g_strdup_printf (ngettext ("%u of %u has run", "%u of %u have run", n_rows), values->n_timed, n_rows);

  return g_strdup_printf (ngettext ("All of %u runner known", "All %u runners known", n_rows), n_rows);
}

/**
 * sp_board_words_dated:
 * @board: a board
 * @now_local_s: the naive local time as it is
 *
 * Says the same as sp_board_words_detail(), and where all is known also as of when: "All 34 runners known, as of today
 * at 10:47".
 *
 * Returns: (transfer full): the words
 */
char *
sp_board_words_dated (SpBoard *board,
                      gint64   now_local_s)
{
  const SpBoardValues *values;
  g_autofree char *detail = NULL;
  g_autofree char *moment = NULL;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  values = sp_board_get_values (board);
  detail = sp_board_words_detail (board);
  if (values->state != SP_BOARD_COMPLETE || values->as_of_local_s == SP_TIME_UNKNOWN)
    return g_steal_pointer (&detail);
  moment = sp_words_when (values->as_of_local_s, now_local_s);

  /* Translators: how complete a board is, then a day and a time of day */
  return g_strdup_printf (_("%s, as of %s"), detail, moment);
}

/**
 * sp_board_words_leader:
 * @board: a board
 *
 * Returns: (transfer full) (nullable): the row at the top, where it has a place
 */
SpRow *
sp_board_words_leader (SpBoard *board)
{
  g_autoptr (SpRow) row = NULL;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  row = g_list_model_get_item (sp_board_get_values (board)->rows, 0);

  return row != NULL && sp_row_is_ranked (row) ? g_steal_pointer (&row) : NULL;
}

/**
 * sp_board_words_brief:
 * @board: a board
 *
 * Says in one short line how far it is, or who won: "Provisional, 2 runners missing", "Closed, Marta Kowalska won".
 *
 * Returns: (transfer full): the words
 */
char *
sp_board_words_brief (SpBoard *board)
{
  const SpBoardValues *values;
  g_autoptr (SpRow) leader = NULL;
  guint n_missing;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  values = sp_board_get_values (board);
  leader = sp_board_words_leader (board);
  n_missing = count_state (board, SP_ROW_NO_DATA);
  if (values->n_to_come > 0)
    {
      guint n_rows = g_list_model_get_n_items (values->rows);

      return g_strdup_printf (ngettext ("Refreshing, %u of %u runner", "Refreshing, %u of %u runners", n_rows),
                              n_rows - values->n_to_come, n_rows);
    }
  if (values->state == SP_BOARD_PROVISIONAL && n_missing > 0)
    return g_strdup_printf (ngettext ("Provisional, %u runner missing", "Provisional, %u runners missing", n_missing),
                            n_missing);
  if (values->state == SP_BOARD_PROVISIONAL)
    return g_strdup (_("Provisional"));
  if (values->state == SP_BOARD_CLOSED && leader != NULL)
    /* Translators: the name of a runner */
    return g_strdup_printf (_("Closed, %s won"), sp_runner_get_values (sp_row_get_values (leader)->runner)->name);
  if (values->state == SP_BOARD_COMPLETE && leader != NULL)
    return g_strdup_printf (_("Complete, %s won"), sp_runner_get_values (sp_row_get_values (leader)->runner)->name);

  return sp_board_words_headline (board);
}

/**
 * sp_board_words_distance:
 * @board: a distance board
 *
 * Returns: (transfer full): how far it is, in a few words
 */
char *
sp_board_words_distance (SpDistanceBoard *board)
{
  const SpDistanceBoardValues *values;
  const SpSeriesWindowValues *window;

  g_return_val_if_fail (SP_IS_DISTANCE_BOARD (board), NULL);

  values = sp_distance_board_get_values (board);
  if (values->window == NULL && values->state == SP_BOARD_UPCOMING)
    /* Translators: all windows of the distance series are still to come */
    return g_strdup (_("Not open yet"));
  if (values->window == NULL && values->state == SP_BOARD_OPEN)
    return g_strdup (_("Open"));
  window = values->window != NULL ? sp_series_window_get_values (values->window) : NULL;

  return say_state (values->state, window != NULL ? window->start_local_s : SP_TIME_UNKNOWN,
                    window != NULL ? window->end_local_s : SP_TIME_UNKNOWN);
}

/**
 * sp_board_words_windows:
 * @board: a board
 *
 * Returns: (transfer full): the names of its windows
 */
char *
sp_board_words_windows (SpBoard *board)
{
  const SpGroupValues *group;
  GString *text;

  g_return_val_if_fail (SP_IS_BOARD (board), NULL);

  group = sp_group_get_values (sp_board_get_values (board)->group);
  text = g_string_new (NULL);
  for (guint i = 0; i < group->windows->len; i++)
    {
      g_autofree char *title = sp_window_to_title (group->windows->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? _(", ") : "", title);
    }

  return g_string_free (text, FALSE);
}
