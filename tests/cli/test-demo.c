/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole runs of the program with the demo club. */
#include "cli/program.h"

#include <signal.h>

/* A few runners do for most. */
#define SMALL "--source-option=runners=10"

/* What was printed before the report of quality, which tells how it was come by. */
static char *
get_boards (Fixture *fixture)
{
  const char *end = strstr (fixture->out, "\nData quality\n");

  g_assert_nonnull (end);

  return g_strndup (fixture->out, (gsize) (end - fixture->out));
}

static void
assert_holds (const char *path,
              const char *text)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (size, >, 0);
  if (text != NULL)
    g_assert_nonnull (strstr (contents, text));
}

/* Boards and quality on stdout, progress on stderr as plain lines, no colour, status 0. */
static void
test_demo (Fixture       *fixture,
           gconstpointer  data)
{
  run (fixture, "demo", "--print", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Complete. Ended"));
  g_assert_nonnull (strstr (fixture->out, "Teams over all boards"));
  g_assert_nonnull (strstr (fixture->out, "\nDistance, "));
  g_assert_nonnull (strstr (fixture->out, "Runners: 34 up to date"));
  g_assert_nonnull (strstr (fixture->err, "34 of 34 runners"));
  g_assert_null (strchr (fixture->out, '\033'));
  g_assert_null (strchr (fixture->err, '\r'));
  run (fixture, "run", "demo:", "--quiet", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->err, ==, "");
}

static void
test_outputs (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const names[][2] = {
    { "out.csv", "Board,Team,Runner" }, { "out.json", "\"version\"" }, { "out.xlsx", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i][0], NULL);

      run (fixture, "demo", SMALL, "-o", path, NULL);
      g_assert_cmpint (fixture->status, ==, 0);
      g_assert_nonnull (strstr (fixture->err, path));
      assert_holds (path, names[i][1]);
    }
}

/* The old way and the new bring the same boards, by option and by environment. */
static void
test_strategies (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *by_union = NULL;
  g_autofree char *per_segment = NULL;
  g_autofree char *thorough = NULL;

  run (fixture, "demo", "-q", SMALL, NULL);
  by_union = get_boards (fixture);
  run (fixture, "demo", "-q", "--strategy=per-segment", SMALL, NULL);
  per_segment = get_boards (fixture);
  run (fixture, "demo", "-q", "--thorough", SMALL, NULL);
  thorough = get_boards (fixture);
  g_assert_cmpstr (by_union, ==, per_segment);
  g_assert_cmpstr (by_union, ==, thorough);
}

static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  run (fixture, "demo", "-q", "--boards=window", "--source-option=windows=8", SMALL, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, " - Round 1\n"));
  g_assert_nonnull (strstr (fixture->out, " - Round 2\n"));
}

/* What is not known is said, and the status tells scripts. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  run (fixture, "demo", "-q", "--source-option=faults=list:401@3", SMALL, NULL);
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_nonnull (strstr (fixture->out, "1 failed"));
  g_assert_nonnull (strstr (fixture->out, "permission"));
  g_assert_nonnull (strstr (fixture->out, "Provisional"));
}

static void
test_max_wait (Fixture       *fixture,
               gconstpointer  data)
{
  run (fixture, "demo", "-q", "--source-option=quota=20/900", "--max-wait=0", NULL);
  g_assert_cmpint (fixture->status, ==, 3);
}

/* Only these runners; the others' rows are not known. */
static void
test_runner (Fixture       *fixture,
             gconstpointer  data)
{
  run (fixture, "demo", "--runner=Nobody At All", NULL);
  assert_refused (fixture, "Nobody At All");
  g_assert_nonnull (strstr (fixture->err, "Did you mean"));
}

static void
test_bad_options (Fixture       *fixture,
                  gconstpointer  data)
{
  run (fixture, "demo", "--source-option=frobs=3", NULL);
  assert_refused (fixture, "frobs");
  run (fixture, "demo", "--source-option=latency=fast", NULL);
  assert_refused (fixture, "latency");
  run (fixture, "demo", "--source=nowhere", NULL);
  assert_refused (fixture, "mock");
}

/* Nothing is asked for a board that is still to open; it says when it does. */
static void
test_upcoming (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, RUNNERS "Huw|#11|token|Reds||15-Mar\n",
                                      SEGMENTS "#7|Canal|2999-01-05|2999-01-11\n");

  run (fixture, "run", "--source=mock", "--source-option=faults=429", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Opens Sat 5 Jan 00:00"));
}

/* Ctrl+C: what there is is printed, written and marked. */
static void
test_interrupt (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.csv", NULL);
  const char *arguments[] = { g_getenv ("SP_TEST_PROGRAM"), "demo", "--source-option=latency=60", "-o", path, NULL };
  g_autoptr (GSubprocess) process = start (fixture, arguments);
  char first;

  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stderr_pipe (process), &first, 1, NULL, NULL), ==, 1);
  g_subprocess_send_signal (process, SIGINT);
  finish (fixture, process);
  g_assert_cmpint (fixture->status, ==, 130);
  g_assert_nonnull (strstr (fixture->out, "Cancelled before the end"));
  assert_holds (path, "no data");
}

static void
test_verbose (Fixture       *fixture,
              gconstpointer  data)
{
  run (fixture, "demo", "--verbose", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->err, "34/34 successful"));
  run (fixture, "plugins", NULL);
  g_assert_nonnull (strstr (fixture->out, "mock"));
  g_assert_nonnull (strstr (fixture->out, "latency"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/cli/demo/demo", test_demo);
  add ("/cli/demo/outputs", test_outputs);
  add ("/cli/demo/strategies", test_strategies);
  add ("/cli/demo/split", test_split);
  add ("/cli/demo/faults", test_faults);
  add ("/cli/demo/max-wait", test_max_wait);
  add ("/cli/demo/runner", test_runner);
  add ("/cli/demo/bad-options", test_bad_options);
  add ("/cli/demo/upcoming", test_upcoming);
  add ("/cli/demo/interrupt", test_interrupt);
  add ("/cli/demo/verbose", test_verbose);

  return g_test_run ();
}
