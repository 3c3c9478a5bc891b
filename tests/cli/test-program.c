/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says to bad input. */
#include "cli/program.h"

#define ONE_RUNNER RUNNERS "Huw|#11||Reds||15-Mar\n"
#define ONE_SEGMENT SEGMENTS "#7|Canal|2026-01-05|2026-01-11\n"

static void
test_information (Fixture       *fixture,
                  gconstpointer  data)
{
  run (fixture, "--version", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "Segment Podium "));
  run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "segment-podium run COMPETITION"));
  run (fixture, "run", "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "--max-wait"));
  run (fixture, "plugins", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_bad_usage (Fixture       *fixture,
                gconstpointer  data)
{
  run (fixture, "run", NULL);
  assert_refused (fixture, "No competition");
  run (fixture, "run", "--frobnicate", "a.xlsx", NULL);
  assert_refused (fixture, "--frobnicate");
  run (fixture, "run", "--max-wait=soon", "a.xlsx", NULL);
  assert_refused (fixture, "--max-wait");
  run (fixture, "plugins", "all", NULL);
  assert_refused (fixture, "all");
}

/* What was fetched is kept, told, deleted for one runner and for all. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  run (fixture, "cache", "--source=mock", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Nothing is kept"));
  run (fixture, "run", "demo:", "--quiet", "--source-option=runners=9", NULL);
  run (fixture, "cache", "--source=mock", NULL);
  g_assert_nonnull (strstr (fixture->out, "9 lists"));
  run (fixture, "forget", "1001", "--source=mock", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "1001"));
  run (fixture, "cache", "--source=mock", NULL);
  g_assert_nonnull (strstr (fixture->out, "8 lists"));
  run (fixture, "cache", "--source=mock", "--purge", NULL);
  g_assert_nonnull (strstr (fixture->out, "Nothing is kept"));
  run (fixture, "cache", "all", NULL);
  assert_refused (fixture, "cache");
  run (fixture, "forget", "Huw", NULL);
  assert_refused (fixture, "Huw");
}

/* What is damaged is set aside with a sentence, also where little is said, and is told of until it is gone. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "segment-podium", "answers", "answers.db", NULL);
  g_autofree char *boards = NULL;

  run (fixture, "run", "demo:", "--quiet", "--source-option=runners=9", NULL);
  boards = g_strdup (strchr (fixture->out, '\n'));
  g_assert_true (g_file_set_contents (path, "This is no database, and longer than what tells one.", -1, NULL));
  run (fixture, "run", "demo:", "--quiet", "--source-option=runners=9", NULL);
  g_assert_nonnull (strstr (fixture->err, "set aside as"));
  g_assert_cmpstr (strchr (fixture->out, '\n'), ==, boards);
  run (fixture, "cache", "--source=mock", NULL);
  g_assert_nonnull (strstr (fixture->out, "answers.db.corrupt-1"));
  g_assert_nonnull (strstr (fixture->out, "9 lists"));
  run (fixture, "cache", "--source=mock", "--purge", NULL);
  g_assert_null (strstr (fixture->out, "corrupt"));
}

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.xlsx", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "text.xlsx", NULL);

  run (fixture, "run", missing, NULL);
  assert_refused (fixture, "missing.xlsx");
  g_assert_true (g_file_set_contents (text, "no workbook", -1, NULL));
  run (fixture, "run", text, NULL);
  assert_refused (fixture, "workbook");
  run (fixture, "run", fixture->folder, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

/* All faults of a workbook at once, with their cells. */
static void
test_bad_workbook (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, RUNNERS "|#11||Reds||\nHuw|x||Reds||\n",
                                      SEGMENTS "#7|Canal|2026-01-15|2026-01-11\n");

  run (fixture, "run", path, NULL);
  assert_refused (fixture, "A2");
  g_assert_nonnull (strstr (fixture->err, "B3"));
  g_assert_nonnull (strstr (fixture->err, "D2"));
}

/* A window that can not be opened leads to what works without one. */
static void
test_no_display (Fixture       *fixture,
                 gconstpointer  data)
{
  run (fixture, "club.podium", NULL);
  assert_refused (fixture, "segment-podium run");
  run (fixture, "rnu", "club.xlsx", NULL);
  assert_refused (fixture, "--help");
}

static void
test_no_team (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, RUNNERS "Huw|#11||||\n", ONE_SEGMENT);

  run (fixture, "run", path, NULL);
  assert_refused (fixture, "team");
}

static void
test_bad_source (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, ONE_RUNNER, ONE_SEGMENT);

  run (fixture, "run", "--source=nowhere", path, NULL);
  assert_refused (fixture, "nowhere");
}

/* What can not be written is refused before anything is asked for. */
static void
test_bad_output (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, ONE_RUNNER, ONE_SEGMENT);
  g_autofree char *ending = g_build_filename (fixture->folder, "out.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "out.csv", NULL);

  run (fixture, "run", "--output", ending, path, NULL);
  assert_refused (fixture, ".csv");
  run (fixture, "run", "--output", nowhere, path, NULL);
  assert_refused (fixture, "no folder");
  g_assert_false (g_file_test (ending, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/cli/program/information", test_information);
  add ("/cli/program/bad-usage", test_bad_usage);
  add ("/cli/program/kept", test_kept);
  add ("/cli/program/damaged", test_damaged);
  add ("/cli/program/bad-files", test_bad_files);
  add ("/cli/program/bad-workbook", test_bad_workbook);
  add ("/cli/program/no-display", test_no_display);
  add ("/cli/program/no-team", test_no_team);
  add ("/cli/program/bad-source", test_bad_source);
  add ("/cli/program/bad-output", test_bad_output);

  return g_test_run ();
}
