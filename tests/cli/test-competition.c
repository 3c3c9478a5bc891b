/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-competition.h"

#include <glib/gstdio.h>

#include "cli/sp-cli-status.h"
#include "files/make-workbook.h"
#include "files/sp-document-file.h"
#include "files/sp-file-error.h"
#include "support/sp-test-club.h"

static char *folder;

static char *
write_book (const char *runners,
            const char *segments)
{
  g_autoptr (GBytes) book = make_sheets ("Runners", runners, "Segment Series", segments, NULL);
  char *path = g_build_filename (folder, "book.xlsx", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));

  return path;
}

static void
test_workbook (void)
{
  g_autofree char *path = write_book (RUNNERS "Huw|#11||Reds||15-Mar\n", SEGMENTS "#7|Canal|2026-01-05|2026-01-11\n");
  g_autoptr (GError) error = NULL;
  g_auto (SpCliGiven) given = { NULL };

  g_assert_true (sp_cli_competition_read (path, &given, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sp_competition_get_n_runners (given.competition), ==, 1);
  g_assert_null (given.source);
  g_assert_cmpuint (g_list_model_get_n_items (sp_workbook_get_warnings (given.workbook)), >, 0);
  g_assert_true (sp_cli_competition_check (given.competition, &error));
}

/* Every fault is named, each on a line of its own. */
static void
test_faults (void)
{
  g_autofree char *path = write_book (RUNNERS "|#11||Reds||\nHuw|x||Reds||\n",
                                      SEGMENTS "#7|Canal|2026-01-15|2026-01-11\n");
  g_autoptr (GError) error = NULL;
  g_auto (SpCliGiven) given = { NULL };
  g_auto (GStrv) lines = NULL;

  g_assert_false (sp_cli_competition_read (path, &given, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID);
  g_assert_null (given.competition);
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
}

static void
test_missing (void)
{
  static const char * const names[] = { "nothing.xlsx", "nothing.podium" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      g_auto (SpCliGiven) given = { NULL };

      g_assert_false (sp_cli_competition_read (path, &given, &error));
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
    }
}

/* A document says also where to ask. */
static void
test_document (void)
{
  g_autofree char *path = g_build_filename (folder, "club.podium", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                         .groups = { sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } }) });
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  SpDocumentValues values = { .competition = competition, .source_id = "mock", .source_options = options };
  g_autoptr (SpDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (SpCliGiven) given = { NULL };

  g_hash_table_insert (options, (char *) "seed", (char *) "3");
  document = sp_document_new (&values, NULL);
  g_assert_true (sp_document_file_save (document, file, NULL, TRUE, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sp_cli_competition_read (path, &given, &error));
  g_assert_cmpstr (given.source, ==, "mock");
  g_assert_cmpstr (given.source_options[0], ==, "seed=3");
  g_assert_null (given.source_options[1]);
  g_assert_cmpuint (sp_competition_get_n_groups (given.competition), ==, 1);
}

static void
assert_refused (SpCompetition *its_competition,
                const char    *word)
{
  g_autoptr (SpCompetition) competition = its_competition;
  g_autoptr (GError) error = NULL;

  g_assert_false (sp_cli_competition_check (competition, &error));
  g_assert_error (error, SP_CLI_ERROR, SP_CLI_USAGE);
  g_assert_nonnull (strstr (error->message, word));
}

/* What would leave every board empty is refused. */
static void
test_check (void)
{
  g_autoptr (SpCompetition) series =
    sp_test_competition (.runners = { sp_test_runner (.id = 1, .team = "", .distance_team = "Long") },
                         .series = { { "2026-01-05", "2026-01-11" } });

  g_assert_true (sp_cli_competition_check (series, NULL));
  assert_refused (sp_test_competition (.runners = { sp_test_runner (.id = 1) }), "no segments");
  assert_refused (sp_test_competition (.runners = { sp_test_runner (.id = 1, .team = "", .distance_team = "Long") },
                                       .groups = { sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } }) }),
                  "has a team");
  assert_refused (sp_test_competition (.groups = { sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } }) }),
                  "has a team");
}

/* All runners of that name are meant; a name that nobody has brings those like it. */
static void
test_find (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1, .name = "Huw Rees"),
                                      sp_test_runner (.id = 2, .name = "Zoë"),
                                      sp_test_runner (.id = 3, .name = "HUW REES") });
  g_autoptr (SpCompetition) empty = sp_test_competition (.rules = { FALSE, FALSE });
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nobody = NULL;

  keys = sp_cli_competition_find (competition, (const char *[]) { "huw rees", "Zoë", NULL }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 3);
  g_assert_cmpstr (keys->pdata[0], ==, "r1");
  g_assert_cmpstr (keys->pdata[1], ==, "r3");
  g_assert_cmpstr (keys->pdata[2], ==, "r2");
  g_assert_null (sp_cli_competition_find (competition, (const char *[]) { "Hew", NULL }, &error));
  g_assert_error (error, SP_CLI_ERROR, SP_CLI_USAGE);
  g_assert_nonnull (strstr (error->message, "Huw Rees"));
  g_assert_null (sp_cli_competition_find (empty, (const char *[]) { "Huw", NULL }, &nobody));
  g_assert_error (nobody, SP_CLI_ERROR, SP_CLI_USAGE);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sp-cli-competition-XXXXXX", NULL);

  g_test_add_func ("/cli/competition/workbook", test_workbook);
  g_test_add_func ("/cli/competition/faults", test_faults);
  g_test_add_func ("/cli/competition/missing", test_missing);
  g_test_add_func ("/cli/competition/document", test_document);
  g_test_add_func ("/cli/competition/check", test_check);
  g_test_add_func ("/cli/competition/find", test_find);
  status = g_test_run ();

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, i == 0 ? "book.xlsx" : "club.podium", NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);

  return status;
}
