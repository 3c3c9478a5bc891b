/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-result-words.h"

#include "files/make-results.h"

static char *
status_of (SpRowState  state,
           guint       flags,
           int         birthday_bonus_s,
           int         time_bonus_s,
           const char *reason)
{
  g_autoptr(SpCompetition) competition = make_competition ();
  SpRowValues values = { .runner = sp_competition_get_runner (competition, 0),
                         .group = sp_competition_get_group (competition, 0), .state = state, .flags = flags,
                         .time_s = -1, .elapsed_s = -1, .birthday_bonus_s = birthday_bonus_s,
                         .time_bonus_s = time_bonus_s, .window = -1, .distance_m = NAN, .reason = reason };
  g_autoptr(SpRow) row = sp_row_new (&values);

  return sp_result_words_row_status (row);
}

static void
assert_status (char       *status,
               const char *expected)
{
  g_assert_cmpstr (status, ==, expected);
  g_free (status);
}

static void
test_rows (void)
{
  assert_status (status_of (SP_ROW_TIMED, 0, 0, 0, NULL), "timed");
  assert_status (status_of (SP_ROW_TIMED, SP_ROW_STALE | SP_ROW_FLAGGED, 0, 0, "2 activities unknown"),
                 "timed; old data; flagged at the source; 2 activities unknown");
  assert_status (status_of (SP_ROW_TIMED, SP_ROW_BIRTHDAY | SP_ROW_TIME_BONUS, 30, 10, NULL),
                 "timed; birthday bonus 30 s; time bonus 10 s");
  assert_status (status_of (SP_ROW_TIMED, SP_ROW_TIME_BONUS, 0, -10, NULL), "timed; time penalty 10 s");
  assert_status (status_of (SP_ROW_DEFAULT, 0, 0, 0, NULL), "default time");
  assert_status (status_of (SP_ROW_DEFAULT, SP_ROW_DEFAULT_UNPROVEN, 0, 0, "offline"),
                 "default time (offline); default without proof");
  assert_status (status_of (SP_ROW_NONE_YET, 0, 0, 0, NULL), "none yet");
  assert_status (status_of (SP_ROW_NONE, SP_ROW_PRIVATE_HIDDEN, 0, 0, NULL), "none; private runs not visible");
  assert_status (status_of (SP_ROW_NO_DATA, SP_ROW_INCOMPLETE, 0, 0, "refresh needed"),
                 "no data (refresh needed); may get faster");
  assert_status (status_of (SP_ROW_NO_DATA, 0, 0, 0, ""), "no data");
  assert_status (status_of (SP_ROW_ASKED, 0, 0, 0, NULL), "being asked");
  assert_status (status_of (SP_ROW_TO_COME, SP_ROW_TIME_HIDDEN | SP_ROW_ONLY_ME, 0, 0, NULL),
                 "still to come; time of day hidden; private activity");
}

static void
test_distance (void)
{
  g_autoptr(SpCompetition) competition = make_competition ();
  SpDistanceRowValues values = { .runner = sp_competition_get_runner (competition, 0), .known = TRUE, .mean_m = NAN };
  g_autoptr(SpDistanceRow) plain = sp_distance_row_new (&values);
  g_autoptr(SpDistanceRow) old = NULL;
  g_autoptr(SpDistanceRow) none = NULL;

  assert_status (sp_result_words_distance_status (plain), "");
  values.flags = SP_ROW_STALE;
  values.reason = "offline";
  old = sp_distance_row_new (&values);
  assert_status (sp_result_words_distance_status (old), "old data; offline");
  values.known = FALSE;
  values.flags = 0;
  none = sp_distance_row_new (&values);
  assert_status (sp_result_words_distance_status (none), "no data (offline)");
}

/* Each has a word, and no two the same. */
static void
test_words (void)
{
  g_autoptr(GHashTable) boards = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) qualities = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) skips = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = SP_BOARD_UPCOMING; i <= SP_BOARD_CLOSED; i++)
    g_assert_true (g_hash_table_add (boards, (gpointer) sp_result_words_board_state (i)));
  for (guint i = SP_QUALITY_FRESH; i <= SP_QUALITY_PENDING; i++)
    g_assert_true (g_hash_table_add (qualities, (gpointer) sp_result_words_quality_state (i)));
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    g_assert_true (g_hash_table_add (skips, (gpointer) sp_result_words_skip_reason (i)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/result-words/rows", test_rows);
  g_test_add_func ("/files/result-words/distance", test_distance);
  g_test_add_func ("/files/result-words/words", test_words);

  return g_test_run ();
}
