/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program between two pipes, as a script uses it. */
#include "cli/program.h"

#include "files/sp-document.h"
#include "files/make-results.h"

static void
pipe_through (Fixture    *fixture,
              const char *from,
              const char *options)
{
  g_autofree char *command = g_strdup_printf ("exec \"$SP_TEST_PROGRAM\" run --source=mock %s - < '%s'", options, from);
  const char * const arguments[] = { "sh", "-c", command, NULL };
  g_autoptr (GSubprocess) process = start (fixture, arguments);

  finish (fixture, process);
}

static char *
write_small (Fixture *fixture)
{
  return write_book (fixture, RUNNERS "Huw|#11|token|Reds||15-Mar\n", SEGMENTS "#7|Canal|2999-01-05|2999-01-11\n");
}

/* Only the results, so that the next program in the line understands them. */
static void
test_workbook (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = write_small (fixture);

  pipe_through (fixture, path, "--output=-");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "Board,") || g_str_has_prefix (fixture->out, "\xef\xbb\xbf" "Board,"));
  g_assert_nonnull (strstr (fixture->out, "Canal"));
  g_assert_null (strstr (fixture->out, "Opens"));
}

static void
test_document (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  SpDocumentValues values = { .competition = competition, .source_id = "mock" };
  g_autoptr (SpDocument) document = sp_document_new (&values, NULL);
  g_autoptr (GBytes) bytes = sp_document_to_bytes (document);
  g_autofree char *path = g_build_filename (fixture->folder, "club.podium", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  pipe_through (fixture, path, "-q --output=- --format=json");
  g_assert_cmpint (fixture->status, ==, 3);
  g_assert_cmpstr (fixture->err, ==, "");
  g_assert_true (g_str_has_prefix (fixture->out, "{"));
  g_assert_nonnull (strstr (fixture->out, "\"version\""));
}

static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad", NULL);

  pipe_through (fixture, "/dev/null", "--output=-");
  assert_refused (fixture, "");
  g_assert_true (g_file_set_contents (path, "PK nothing", -1, NULL));
  pipe_through (fixture, path, "--output=-");
  assert_refused (fixture, "");
}

/* Boards for people where only the competition comes through a pipe. */
static void
test_boards (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = write_small (fixture);

  pipe_through (fixture, path, "-q");
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "Opens"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/cli/pipe/workbook", test_workbook);
  add ("/cli/pipe/document", test_document);
  add ("/cli/pipe/bad", test_bad);
  add ("/cli/pipe/boards", test_boards);

  return g_test_run ();
}
