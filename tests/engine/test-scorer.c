/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer.h"

#include "support/sp-test-club.h"

#define WEEK { "2026-01-05", "2026-01-11" }
#define AFTER "2026-03-01T10:30:00"
#define INSIDE "2026-01-08T12:00:00"
#define BEFORE "2026-01-04T23:59:59"

static SpBoard *
score (SpCompetition *competition,
       SpHarvest     *harvest,
       const char    *as_of)
{
  return sp_scorer_score_group (competition, sp_competition_get_group (competition, 0), harvest, sp_test_time (as_of));
}

static const SpRowValues *
row_at (SpBoard *board,
        guint    index)
{
  g_autoptr (SpRow) row = g_list_model_get_item (sp_board_get_values (board)->rows, index);

  g_assert_nonnull (row);

  return sp_row_get_values (row);
}

/* One runner on one board: what the row says. The board holds the row. */
static SpBoard *
score_one (SpGroup    *group,
           SpHarvest  *harvest,
           const char *as_of)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1) }, .groups = { group });
  g_autoptr (SpHarvest) its_harvest = harvest;

  return score (competition, its_harvest, as_of);
}

static SpHarvest *
one_block (SpBlock *block)
{
  return sp_test_harvest (.blocks = { block }, .segments = { sp_test_segment (.id = 7) });
}

static SpBlock *
fresh (SpActivity *activity)
{
  return sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = { activity });
}

static void
assert_row (SpBoard    *board,
            SpRowState  state,
            SpRowFlags  flags,
            const char *reason)
{
  const SpRowValues *row = row_at (board, 0);

  g_assert_cmpuint (g_list_model_get_n_items (sp_board_get_values (board)->rows), ==, 1);
  g_assert_cmpint (row->state, ==, state);
  g_assert_cmpint (row->flags, ==, flags);
  g_assert_cmpstr (row->reason, ==, reason);
  g_assert_true (reason == NULL || g_utf8_strlen (reason, -1) <= 22);
  g_assert_cmpint (row->rank > 0, ==, state == SP_ROW_TIMED || state == SP_ROW_DEFAULT);
  g_assert_cmpint (row->team_rank, ==, row->rank);
}

static void
test_timed (void)
{
  g_autoptr (SpBoard) board =
    score_one (sp_test_group (.windows = { WEEK }),
               one_block (fresh (sp_test_activity (.id = 3, .start = "2026-01-06T10:00:00",
                                                   .efforts = { { 7, 300 }, { 7, 290 } }))), AFTER);
  const SpRowValues *row = row_at (board, 0);

  assert_row (board, SP_ROW_TIMED, SP_ROW_PLAIN, NULL);
  g_assert_cmpint (row->time_s, ==, 290);
  g_assert_cmpint (row->elapsed_s, ==, 290);
  g_assert_cmpuint (row->attempts, ==, 2);
  g_assert_cmpint (row->activity_id, ==, 3);
  g_assert_cmpint (row->window, ==, 0);
  g_assert_cmpint (row->start_local_s, ==, sp_test_time ("2026-01-06T10:01:00"));
  g_assert_cmpint (row->fetched_at_s, ==, sp_test_time ("2026-03-01T10:00:00"));
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_COMPLETE);
}

static void
test_none_and_default (void)
{
  g_autoptr (SpBoard) none = NULL;
  g_autoptr (SpBoard) given = NULL;
  g_autoptr (SpBoard) open = NULL;

  none = score_one (sp_test_group (.windows = { WEEK }), one_block (fresh (NULL)), AFTER);
  assert_row (none, SP_ROW_NONE, SP_ROW_PLAIN, NULL);
  g_assert_cmpint (row_at (none, 0)->time_s, ==, -1);

  given = score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 1200), one_block (fresh (NULL)), AFTER);
  assert_row (given, SP_ROW_DEFAULT, SP_ROW_PLAIN, NULL);
  g_assert_cmpint (row_at (given, 0)->time_s, ==, 1200);
  g_assert_cmpuint (row_at (given, 0)->attempts, ==, 0);
  g_assert_cmpint (row_at (given, 0)->start_local_s, ==, sp_test_time ("2026-01-05"));
  g_assert_cmpint (sp_board_get_values (given)->state, ==, SP_BOARD_COMPLETE);

  open = score_one (sp_test_group (.windows = { { "2026-02-25", "2026-03-01" } }, .default_time_s = 1200),
                    one_block (fresh (NULL)), "2026-03-01T23:59:59");
  assert_row (open, SP_ROW_NONE_YET, SP_ROW_PLAIN, NULL);
  g_assert_cmpint (sp_board_get_values (open)->state, ==, SP_BOARD_OPEN);
}

static void
test_upcoming (void)
{
  g_autoptr (SpBoard) board = score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9), NULL, BEFORE);

  assert_row (board, SP_ROW_NONE_YET, SP_ROW_PLAIN, NULL);
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_UPCOMING);
  g_assert_cmpint (sp_board_get_values (board)->opens_local_s, ==, sp_test_time ("2026-01-05"));
  g_assert_cmpint (sp_board_get_values (board)->ends_local_s, ==, sp_test_time ("2026-01-11T23:59:59"));
  g_assert_cmpuint (sp_board_get_values (board)->n_no_data, ==, 0);
}

/* The seed document: a runner of whom nothing is held has no efforts; here it also never counts as none. */
static void
test_handles_missing_runner (void)
{
  g_autoptr (SpBoard) never = score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9), NULL, AFTER);
  g_autoptr (SpBoard) other =
    score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9),
               one_block (sp_test_block (.id = 2, .list = SP_LIST_FRESH)), AFTER);

  assert_row (never, SP_ROW_NO_DATA, SP_ROW_PLAIN, "not asked yet");
  assert_row (other, SP_ROW_NO_DATA, SP_ROW_PLAIN, "not asked yet");
  g_assert_cmpint (sp_board_get_values (other)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpuint (sp_board_get_values (other)->n_no_data, ==, 1);
}

static void
test_no_data (void)
{
  const struct { SpListState list; int error_code; const char *reason; } cases[] = {
    { SP_LIST_FAILED, SP_FETCH_ERROR_FAILED, "could not be asked" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_NOT_FOUND, "account not found" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_OFFLINE, "source not reached" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_RATE_LIMITED, "no requests left" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_UNAUTHORIZED, "reconnect needed" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_FORBIDDEN, "access refused" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_UNSUPPORTED, "not offered by source" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_PROTOCOL, "unreadable answer" },
    { SP_LIST_FAILED, SP_FETCH_ERROR_NOT_CACHED, "not cached" },
    { SP_LIST_CANCELLED, -1, "refresh was cancelled" },
    { SP_LIST_PENDING, -1, "not asked yet" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpBoard) board =
        score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9),
                   one_block (sp_test_block (.id = 1, .list = cases[i].list, .error_code = cases[i].error_code)),
                   AFTER);

      assert_row (board, SP_ROW_NO_DATA, SP_ROW_PLAIN, cases[i].reason);
      g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_PROVISIONAL);
    }
}

static void
test_no_account (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.key = "nia") },
                         .groups = { sp_test_group (.windows = { WEEK }) });
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.blocks = { NULL });
  g_autoptr (SpBoard) board = score (competition, harvest, AFTER);

  assert_row (board, SP_ROW_NO_DATA, SP_ROW_PLAIN, "no account yet");
}

static void
test_unknown_detail (void)
{
  g_autoptr (SpBoard) missing = NULL;
  g_autoptr (SpBoard) timed = NULL;

  missing = score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9),
                       one_block (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .unknown = { 3 }, .activities = {
                         sp_test_activity (.id = 3, .is_listed = TRUE) })), AFTER);
  assert_row (missing, SP_ROW_NO_DATA, SP_ROW_PLAIN, "activity not fetched");

  timed = score_one (sp_test_group (.windows = { WEEK }),
                     one_block (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .unknown = { 3 }, .activities = {
                       sp_test_activity (.id = 3, .is_listed = TRUE),
                       sp_test_activity (.id = 4, .efforts = { { 7, 300 } }) })), AFTER);
  assert_row (timed, SP_ROW_TIMED, SP_ROW_INCOMPLETE, "may get faster");
  g_assert_cmpint (sp_board_get_values (timed)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpuint (sp_board_get_values (timed)->n_no_data, ==, 1);
}

/* An unknown activity outside the windows, or of another sport, takes nothing away. */
static void
test_unknown_that_does_not_matter (void)
{
  g_autoptr (SpBoard) board =
    score_one (sp_test_group (.windows = { WEEK }),
               one_block (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .unknown = { 3, 4 }, .activities = {
                 sp_test_activity (.id = 3, .start = "2026-02-01T10:00:00", .is_listed = TRUE),
                 sp_test_activity (.id = 4, .sport = "Ride", .is_listed = TRUE) })), AFTER);

  assert_row (board, SP_ROW_NONE, SP_ROW_PLAIN, NULL);
}

static void
test_stale (void)
{
  g_autoptr (SpBoard) timed = NULL;
  g_autoptr (SpBoard) short_list = NULL;
  g_autoptr (SpBoard) proved = NULL;

  timed = score_one (sp_test_group (.windows = { WEEK }),
                     one_block (sp_test_block (.id = 1, .list = SP_LIST_STALE, .fetched = "2026-01-09T20:00:00",
                                               .activities = {
                                                 sp_test_activity (.id = 4, .efforts = { { 7, 300 } }) })),
                     AFTER);
  assert_row (timed, SP_ROW_TIMED, SP_ROW_STALE, "old data, from 9 Jan");
  g_assert_cmpint (sp_board_get_values (timed)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpuint (sp_board_get_values (timed)->n_stale, ==, 1);

  short_list = score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9),
                          one_block (sp_test_block (.id = 1, .list = SP_LIST_STALE, .fetched = "2026-01-09T20:00:00")),
                          AFTER);
  assert_row (short_list, SP_ROW_NO_DATA, SP_ROW_STALE, "old data, from 9 Jan");

  proved = score_one (sp_test_group (.windows = { WEEK }),
                      one_block (sp_test_block (.id = 1, .list = SP_LIST_STALE, .fetched = "2026-01-26T20:00:00")),
                      AFTER);
  assert_row (proved, SP_ROW_NONE, SP_ROW_STALE, "old data, from 26 Jan");
}

static void
test_marks (void)
{
  g_autoptr (SpBoard) board =
    score_one (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", .time_bonus_s = -10 } }),
               one_block (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .hides_private = TRUE, .activities = {
                 sp_test_activity (.id = 4, .flags = SP_ACTIVITY_FLAGGED | SP_ACTIVITY_START_HIDDEN,
                                   .efforts = { { 7, 300, .flags = SP_EFFORT_ONLY_ME } }) })), AFTER);

  assert_row (board, SP_ROW_TIMED, SP_ROW_PRIVATE_HIDDEN | SP_ROW_TIME_HIDDEN | SP_ROW_FLAGGED | SP_ROW_ONLY_ME |
              SP_ROW_TIME_BONUS, NULL);
  g_assert_cmpint (row_at (board, 0)->time_s, ==, 310);
  g_assert_cmpint (row_at (board, 0)->time_bonus_s, ==, -10);
}

/* During a run what is not known yet is still to come, and never no data. */
static void
test_snapshot (void)
{
  g_autoptr (SpBoard) none = NULL;
  g_autoptr (SpBoard) pending = NULL;
  g_autoptr (SpBoard) asked = NULL;
  g_autoptr (SpBoard) details = NULL;
  g_autoptr (SpBoard) some = NULL;

  none = score_one (sp_test_group (.windows = { WEEK }), sp_test_harvest (.running = TRUE), AFTER);
  assert_row (none, SP_ROW_TO_COME, SP_ROW_PLAIN, "still to come");
  g_assert_cmpuint (sp_board_get_values (none)->n_to_come, ==, 1);
  pending = score_one (sp_test_group (.windows = { WEEK }), sp_test_harvest (.running = TRUE, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_PENDING) }), AFTER);
  assert_row (pending, SP_ROW_TO_COME, SP_ROW_PLAIN, "still to come");
  asked = score_one (sp_test_group (.windows = { WEEK }), sp_test_harvest (.running = TRUE, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_PENDING, .asking = TRUE) }), AFTER);
  assert_row (asked, SP_ROW_ASKED, SP_ROW_PLAIN, "being asked");
  details = score_one (sp_test_group (.windows = { WEEK }), sp_test_harvest (.running = TRUE, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = { sp_test_activity (.id = 3, .is_listed = TRUE) }) }),
                       AFTER);
  assert_row (details, SP_ROW_TO_COME, SP_ROW_PLAIN, "still to come");
  some = score_one (sp_test_group (.windows = { WEEK }), sp_test_harvest (.running = TRUE, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 3, .is_listed = TRUE), sp_test_activity (.id = 4, .efforts = { { 7, 9 } }) }) }), AFTER);
  assert_row (some, SP_ROW_TIMED, SP_ROW_INCOMPLETE, "may get faster");
}

static void
test_default_when_missing (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.rules = { .default_when_missing = TRUE },
                         .runners = { sp_test_runner (.id = 1), sp_test_runner (.key = "nia", .name = "Nia") },
                         .groups = { sp_test_group (.windows = { WEEK }, .default_time_s = 1200) });
  g_autoptr (SpHarvest) harvest =
    sp_test_harvest (.blocks = { sp_test_block (.id = 1, .list = SP_LIST_FAILED,
                                                .error_code = SP_FETCH_ERROR_OFFLINE) });
  g_autoptr (SpBoard) board = score (competition, harvest, AFTER);
  g_autoptr (SpBoard) open = score (competition, harvest, INSIDE);
  g_autoptr (SpBoard) never = score (competition, NULL, AFTER);

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (row_at (board, i)->state, ==, SP_ROW_DEFAULT);
      g_assert_cmpint (row_at (board, i)->flags, ==, SP_ROW_DEFAULT_UNPROVEN);
      g_assert_cmpint (row_at (board, i)->rank, ==, 1);
      g_assert_cmpint (row_at (open, i)->state, ==, SP_ROW_NO_DATA);
      g_assert_cmpint (row_at (never, i)->state, ==, SP_ROW_NO_DATA);
    }
  g_assert_cmpstr (row_at (board, 0)->reason, ==, "no account yet");
  g_assert_cmpstr (row_at (board, 1)->reason, ==, "source not reached");
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpuint (sp_board_get_values (board)->n_no_data, ==, 2);
}

static void
test_closed (void)
{
  g_autoptr (SpBoard) board =
    score_one (sp_test_group (.windows = { WEEK }, .closed = TRUE),
               one_block (fresh (sp_test_activity (.id = 3, .efforts = { { 7, 300 } }))), AFTER);

  assert_row (board, SP_ROW_TIMED, SP_ROW_PLAIN, NULL);
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_CLOSED);
}

/* A closed board is not asked for any more, so what was skipped for that proves nothing. */
static void
test_closed_and_skipped (void)
{
  g_autoptr (SpBoard) board =
    score_one (sp_test_group (.windows = { WEEK }, .default_time_s = 9, .closed = TRUE),
               one_block (fresh (sp_test_activity (.id = 3, .is_listed = TRUE))), AFTER);

  assert_row (board, SP_ROW_NO_DATA, SP_ROW_PLAIN, "refresh needed");
}

static void
test_who_is_on_it (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1, .team = ""),
                                      sp_test_runner (.id = 2, .name = "Huw", .team = "Reds"),
                                      sp_test_runner (.id = 3, .name = "Huw", .team = "Blues") },
                         .groups = { sp_test_group (.windows = { WEEK }) });
  g_autoptr (SpHarvest) harvest =
    sp_test_harvest (.blocks = { sp_test_block (.id = 2, .list = SP_LIST_FRESH, .activities = {
                                   sp_test_activity (.id = 1, .efforts = { { 7, 400 } }) }),
                                 sp_test_block (.id = 3, .list = SP_LIST_FRESH, .activities = {
                                   sp_test_activity (.id = 2, .efforts = { { 7, 300 } }) }) });
  g_autoptr (SpBoard) board = score (competition, harvest, AFTER);

  g_assert_cmpuint (g_list_model_get_n_items (sp_board_get_values (board)->rows), ==, 2);
  g_assert_cmpint (sp_runner_get_values (row_at (board, 0)->runner)->id, ==, 3);
  g_assert_cmpint (row_at (board, 1)->rank, ==, 2);
  g_assert_cmpint (row_at (board, 1)->team_rank, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/scorer/timed", test_timed);
  g_test_add_func ("/engine/scorer/none-and-default", test_none_and_default);
  g_test_add_func ("/engine/scorer/upcoming", test_upcoming);
  g_test_add_func ("/engine/scorer/TestFindEffortsFromCache/handles-missing-runner", test_handles_missing_runner);
  g_test_add_func ("/engine/scorer/no-data", test_no_data);
  g_test_add_func ("/engine/scorer/no-account", test_no_account);
  g_test_add_func ("/engine/scorer/unknown-detail", test_unknown_detail);
  g_test_add_func ("/engine/scorer/unknown-that-does-not-matter", test_unknown_that_does_not_matter);
  g_test_add_func ("/engine/scorer/stale", test_stale);
  g_test_add_func ("/engine/scorer/marks", test_marks);
  g_test_add_func ("/engine/scorer/snapshot", test_snapshot);
  g_test_add_func ("/engine/scorer/default-when-missing", test_default_when_missing);
  g_test_add_func ("/engine/scorer/closed", test_closed);
  g_test_add_func ("/engine/scorer/closed-and-skipped", test_closed_and_skipped);
  g_test_add_func ("/engine/scorer/who-is-on-it", test_who_is_on_it);

  return g_test_run ();
}
