/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-boards.h"

#include "cli/golden.h"
#include "cli/sp-cli-distance.h"
#include "cli/sp-cli-notes.h"
#include "cli/sp-cli-quality.h"
#include "files/make-results.h"

static const SpCliPaper paper = { 80, FALSE };

static void
test_board (void)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  g_autoptr (SpBoard) board = make_board (competition, 0);
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_boards_append_board (board, &paper, out);
  assert_fits (out->str, 80);
  assert_golden ("board.txt", out->str);
}

static void
test_distance (void)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  g_autoptr (SpDistanceBoard) window = make_distance_board (competition, FALSE);
  g_autoptr (SpDistanceBoard) summary = make_distance_board (competition, TRUE);
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_distance_append (window, &paper, out);
  sp_cli_distance_append (summary, &paper, out);
  assert_fits (out->str, 80);
  assert_golden ("distance.txt", out->str);
}

static void
test_quality (void)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  g_autoptr (SpQuality) quality = make_quality (competition);
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_quality_append (quality, &paper, out);
  assert_fits (out->str, 80);
  assert_golden ("quality.txt", out->str);
}

static void
test_all (void)
{
  g_autoptr (SpResults) results = make_results ();
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_boards_append_all (results, &paper, out);
  assert_fits (out->str, 80);
  assert_golden ("results.txt", out->str);
}

/* Wide paper shows all; what is coloured says the same words. */
static void
test_wide_and_coloured (void)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  g_autoptr (SpBoard) board = make_board (competition, 0);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autoptr (GString) coloured = g_string_new (NULL);
  g_autoptr (GRegex) codes = g_regex_new ("\033\\[[0-9]+m", 0, 0, NULL);
  g_autofree char *stripped = NULL;

  sp_cli_boards_append_board (board, &(SpCliPaper) { 200, FALSE }, wide);
  sp_cli_boards_append_board (board, &(SpCliPaper) { 200, TRUE }, coloured);
  g_assert_null (strstr (wide->str, "…"));
  g_assert_cmpstr (wide->str, !=, coloured->str);
  stripped = g_regex_replace_literal (codes, coloured->str, -1, 0, "", 0, NULL);
  g_assert_cmpstr (stripped, ==, wide->str);
}

/* What is said of each state and mark. */
static void
test_notes (void)
{
  static const struct
  {
    SpRowState  state;
    SpRowFlags  flags;
    const char *reason;
    const char *expected;
  } cases[] = {
    { SP_ROW_TIMED, 0, NULL, "" },
    { SP_ROW_TIMED, SP_ROW_BIRTHDAY, NULL, "birthday\u00a0−0:30" },
    { SP_ROW_TIMED, SP_ROW_TIME_BONUS, NULL, "bonus\u00a0−0:10" },
    { SP_ROW_TIMED, SP_ROW_INCOMPLETE | SP_ROW_FLAGGED, NULL, "may still change, flagged at the source" },
    { SP_ROW_TIMED, SP_ROW_STALE, NULL, "old data, from Mon 12 Jan 07:15" },
    { SP_ROW_TIMED, SP_ROW_TIME_HIDDEN | SP_ROW_PRIVATE_HIDDEN, NULL, "time of day hidden, private runs not visible" },
    { SP_ROW_TIMED, SP_ROW_ONLY_ME, NULL, "private" },
    { SP_ROW_DEFAULT, 0, NULL, "default time" },
    { SP_ROW_DEFAULT, SP_ROW_DEFAULT_UNPROVEN, NULL, "default time, data missing" },
    { SP_ROW_NONE_YET, 0, NULL, "none yet" },
    { SP_ROW_NONE, 0, NULL, "none" },
    { SP_ROW_NO_DATA, 0, "not connected", "no data: not connected" },
    { SP_ROW_NO_DATA, 0, NULL, "no data" },
    { SP_ROW_ASKED, 0, NULL, "being asked" },
    { SP_ROW_TO_COME, 0, NULL, "still to come" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpRowValues row = { .state = cases[i].state, .flags = cases[i].flags, .reason = cases[i].reason,
                          .birthday_bonus_s = 30, .time_bonus_s = 10, .fetched_at_s = MAKE_FETCHED };
      g_autofree char *notes = sp_cli_notes_of_row (&row);

      g_assert_cmpstr (notes, ==, cases[i].expected);
    }
}

static void
test_penalty (void)
{
  SpRowValues row = { .state = SP_ROW_TIMED, .flags = SP_ROW_TIME_BONUS | SP_ROW_STALE, .time_bonus_s = -75,
                      .fetched_at_s = SP_TIME_UNKNOWN };
  g_autofree char *notes = sp_cli_notes_of_row (&row);

  g_assert_cmpstr (notes, ==, "old data, penalty\u00a0+1:15");
}

static void
test_states (void)
{
  static const char * const expected[] = {
    "Opens Mon 5 Jan 00:00. Nothing is asked for until then.", "Open until Sun 11 Jan 23:59.",
    "Provisional, may still change. Ended Sun 11 Jan 23:59.", "Complete. Ended Sun 11 Jan 23:59.",
    "Closed. Ended Sun 11 Jan 23:59.",
  };

  for (guint state = SP_BOARD_UPCOMING; state <= SP_BOARD_CLOSED; state++)
    {
      g_autofree char *words = sp_cli_notes_of_state (state, sp_time_new (2026, 1, 5, 0, 0, 0),
                                                      sp_time_new (2026, 1, 11, 23, 59, 59));

      g_assert_cmpstr (words, ==, expected[state]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/boards/board", test_board);
  g_test_add_func ("/cli/boards/distance", test_distance);
  g_test_add_func ("/cli/boards/quality", test_quality);
  g_test_add_func ("/cli/boards/all", test_all);
  g_test_add_func ("/cli/boards/wide-and-coloured", test_wide_and_coloured);
  g_test_add_func ("/cli/boards/notes", test_notes);
  g_test_add_func ("/cli/boards/penalty", test_penalty);
  g_test_add_func ("/cli/boards/states", test_states);

  return g_test_run ();
}
