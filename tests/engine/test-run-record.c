/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-run-record.h"

#include "support/sp-test-folder.h"

#define NOW 1000000

typedef struct
{
  char *directory;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->directory = g_dir_make_tmp ("sp-run-record-XXXXXX", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  sp_test_remove_folder (fixture->directory);
  g_free (fixture->directory);
}

/* Gone on with for six hours, each run by itself, until it is finished. */
static void
test_begin (Fixture       *fixture,
            gconstpointer  data)
{
  const char *directory = fixture->directory;

  g_assert_cmpint (sp_run_record_begin (directory, "one", NOW), ==, NOW);
  g_assert_cmpint (sp_run_record_begin (directory, "two", NOW + 5), ==, NOW + 5);
  g_assert_cmpint (sp_run_record_begin (directory, "one", NOW + 10), ==, NOW);
  g_assert_cmpint (sp_run_record_begin (directory, "one", NOW + SP_RUN_RECORD_MAX_AGE_S - 1), ==, NOW);
  g_assert_cmpint (sp_run_record_begin (directory, "one", NOW + SP_RUN_RECORD_MAX_AGE_S), ==,
                   NOW + SP_RUN_RECORD_MAX_AGE_S);
  g_assert_cmpint (sp_run_record_begin (directory, "two", NOW + 20), ==, NOW + 5);
  sp_run_record_end (directory, "two");
  g_assert_cmpint (sp_run_record_begin (directory, "two", NOW + 20), ==, NOW + 20);
}

/* A run that began later than now began by a clock that has been set back since. */
static void
test_clock_set_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_cmpint (sp_run_record_begin (fixture->directory, "one", NOW), ==, NOW);
  g_assert_cmpint (sp_run_record_begin (fixture->directory, "one", NOW - 1), ==, NOW - 1);
}

/* Whatever is in the file, and wherever it cannot be: the run begins. */
static void
test_of_no_use (Fixture       *fixture,
                gconstpointer  data)
{
  static const char * const texts[] = { "", "x", "-5", "99999999999999999999", "1 2", "\n" };
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *below = NULL;

  sp_run_record_begin (fixture->directory, "one", NOW);
  dir = g_dir_open (fixture->directory, 0, NULL);
  path = g_build_filename (fixture->directory, g_dir_read_name (dir), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_cmpint (sp_run_record_begin (fixture->directory, "one", NOW + 1), ==, NOW + 1);
      g_assert_cmpint (sp_run_record_begin (fixture->directory, "one", NOW + 2), ==, NOW + 1);
    }
  below = g_build_filename (path, "below", NULL);
  g_assert_cmpint (sp_run_record_begin (below, "one", NOW), ==, NOW);
  g_assert_cmpint (sp_run_record_begin (below, "one", NOW + 1), ==, NOW + 1);
  sp_run_record_end (below, "one");
  g_assert_cmpint (sp_run_record_begin (NULL, "one", NOW), ==, NOW);
  sp_run_record_end (NULL, "one");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/engine/run-record/begin", Fixture, NULL, set_up, test_begin, tear_down);
  g_test_add ("/engine/run-record/clock-set-back", Fixture, NULL, set_up, test_clock_set_back, tear_down);
  g_test_add ("/engine/run-record/of-no-use", Fixture, NULL, set_up, test_of_no_use, tear_down);

  return g_test_run ();
}
