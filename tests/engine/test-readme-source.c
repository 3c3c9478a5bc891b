/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source that plugins/README.md teaches: taken from the text as it stands, built apart, loaded, asked. */
#include <glib/gstdio.h>

#include "engine/sp-fetcher-options.h"
#include "engine/sp-plugin-loader.h"
#include "engine/sp-session.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-club.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

/* The text between a line that opens a block of @language and the next fence. */
static char *
take_block (const char *language)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "plugins", "README.md", NULL);
  g_autofree char *fence = g_strdup_printf ("\n```%s\n", language);
  g_autofree char *text = NULL;
  const char *start, *end;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  start = strstr (text, fence);
  g_assert_nonnull (start);
  start += strlen (fence);
  end = strstr (start, "\n```\n");
  g_assert_nonnull (end);

  return g_strndup (start, (gsize) (end + 1 - start));
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';

  return n;
}

static void
put (const char *dir,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
has_program (const char *name)
{
  g_autofree char *path = g_find_program_in_path (name);

  return path != NULL;
}

static void
run_shell (const char *dir,
           const char *script)
{
  const char * const argv[] = { "sh", "-ec", script, NULL };
  g_autofree char *out = NULL, *err = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  g_spawn_sync (dir, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s%s", script, error->message, out, err);
}

/* Builds the source against the build folder as it is, or against what an installation leaves in another root. */
static void
build (const char *dir,
       gboolean    is_installed)
{
  const char *root = g_getenv ("SP_TEST_BUILD");
  g_autofree char *code = take_block ("c");
  g_autofree char *commands = take_block ("sh");
  g_autoptr(GString) script = g_string_new (NULL);

  g_assert_cmpuint (count_lines (code), <, 100);
  g_assert_true (g_str_has_prefix (commands, "cc -shared "));
  *strchr (commands, '\n') = '\0';
  put (dir, "folder.c", code);
  if (is_installed)
    g_string_append_printf (script,
                            "meson install -C '%s' --no-rebuild --quiet --destdir '%s/root' >/dev/null\n"
                            "pc=$(find '%s/root' -name segment-podium-1.pc)\n"
                            "sed -i 's|^prefix=|prefix=%s/root|' \"$pc\"\n"
                            "export PKG_CONFIG_PATH=$(dirname \"$pc\")\n", root, dir, dir, dir);
  else
    g_string_append_printf (script, "export PKG_CONFIG_PATH='%s/meson-uninstalled'\n", root);
  g_string_append_printf (script, "%s -Wall -Werror\n", commands);
  run_shell (dir, script->str);
}

static SpFetcher *
load (const char     *dir,
      SpPluginLoader *loader,
      SpTestClock    *clock)
{
  g_autofree char *option = g_strconcat ("folder=", dir, NULL);
  const char * const options[] = { option, NULL }, * const dirs[] = { dir, NULL };
  g_autoptr(SpFetcherContext) context = sp_fetcher_context_new (SP_CLOCK (clock), "test", NULL, NULL, 0);
  g_autoptr(SpPlugin) plugin = NULL;
  g_autoptr(GPtrArray) known = NULL;
  g_autoptr(GError) error = NULL;
  SpFetcher *fetcher;

  sp_plugin_loader_scan (loader, dirs);
  plugin = g_list_model_get_item (G_LIST_MODEL (loader), 0);
  g_assert_no_error (sp_plugin_get_error (plugin));
  g_assert_cmpstr (sp_plugin_get_name (plugin), ==, "Folder");
  known = sp_fetcher_options_list (sp_plugin_get_fetcher_type (plugin));
  g_assert_cmpuint (known->len, ==, 1);
  fetcher = sp_plugin_loader_create_fetcher (loader, "folder", options, NULL, context, &error);
  g_assert_no_error (error);

  return fetcher;
}

static void
assert_failure (SpFetcher  *fetcher,
                gint64      athlete_id,
                gint64      activity_id,
                int         code)
{
  g_autoptr(SpAthlete) athlete = sp_athlete_new (athlete_id, "Ann");
  const SpPeriod always = { 0, G_MAXINT64 };
  g_autoptr(SpActivityPage) page = NULL;
  g_autoptr(SpActivity) activity = NULL;
  g_autoptr(GError) error = NULL;

  if (activity_id == 0)
    page = sp_test_list (fetcher, athlete, &always, NULL, SP_POLICY_DEFAULT, NULL, &error);
  else
    activity = sp_test_get_activity (fetcher, athlete, activity_id, SP_POLICY_DEFAULT, NULL, &error);
  if (page != NULL || activity != NULL)
    g_error ("athlete %d, activity %d: there is an answer", (int) athlete_id, (int) activity_id);
  g_assert_error (error, SP_FETCH_ERROR, code);
}

static void
check_answers (SpFetcher *fetcher)
{
  g_autoptr(SpAthlete) ann = sp_athlete_new (1, "Ann");
  const SpPeriod monday = { sp_test_time ("2026-01-05"), sp_test_time ("2026-01-05T23:59:59") };
  const SpPeriod always = { 0, G_MAXINT64 };
  g_autoptr(SpActivityPage) some = sp_test_list (fetcher, ann, &monday, NULL, SP_POLICY_DEFAULT, NULL, NULL);
  g_autoptr(SpActivityPage) all = sp_test_list (fetcher, ann, &always, NULL, SP_POLICY_REFRESH, NULL, NULL);
  g_autoptr(SpActivity) activity = sp_test_get_activity (fetcher, ann, 10, SP_POLICY_DEFAULT, NULL, NULL);
  g_autoptr(SpActivity) empty = sp_test_get_activity (fetcher, ann, 11, SP_POLICY_DEFAULT, NULL, NULL);
  const SpEffort *efforts;
  guint n_efforts;

  g_assert_cmpuint (sp_activity_page_get_n (some), ==, 1);
  g_assert_cmpuint (sp_activity_page_get_n (all), ==, 2);
  g_assert_false (sp_activity_has_efforts (sp_activity_page_get (all, 0)));
  g_assert_cmpstr (sp_activity_get_sport (sp_activity_page_get (all, 1)), ==, "TrailRun");
  efforts = sp_activity_get_efforts (activity, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 1);
  g_assert_cmpint (efforts[0].segment_id, ==, 7);
  g_assert_cmpint (efforts[0].elapsed_s, ==, 300);
  g_assert_cmpint (efforts[0].start_local_s, ==, sp_test_time ("2026-01-05T18:05:00"));
  g_assert_cmpint (sp_activity_get_start_utc_s (activity), ==, sp_test_time ("2026-01-05T17:00:00"));
  g_assert_cmpint (sp_activity_get_origin (activity)->fetched_at_s, ==, sp_test_time ("2026-02-01"));
  g_assert_true (sp_activity_has_efforts (empty));
  g_assert_cmpuint (sp_activity_get_fingerprint (activity), ==,
                    sp_activity_get_fingerprint (sp_activity_page_get (all, 0)));
}

/* A file that is missing or wrong is never an empty list. */
static void
check_failures (SpFetcher  *fetcher,
                const char *dir)
{
  const char * const bad[] = {
    "", "[", "{}", "[[10]]", "[[\"ten\", \"2026-01-05\", \"2026-01-05\", \"Run\", 1, 1, []]]",
    "[[0, \"2026-01-05\", \"2026-01-05\", \"Run\", 1, 1, []]]", "[[10, \"Monday\", \"2026-01-05\", \"Run\", 1, 1, []]]",
  };
  const char *bad_effort = "[[10, \"2026-01-05\", \"2026-01-05\", \"Run\", 1, 1, [[1, 7, \"?\", 1, 1]]]]";

  assert_failure (fetcher, 2, 0, SP_FETCH_ERROR_NOT_FOUND);
  assert_failure (fetcher, 2, 10, SP_FETCH_ERROR_NOT_FOUND);
  assert_failure (fetcher, 1, 12, SP_FETCH_ERROR_NOT_FOUND);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      put (dir, "3.json", bad[i]);
      assert_failure (fetcher, 3, 0, SP_FETCH_ERROR_PROTOCOL);
      assert_failure (fetcher, 3, 10, SP_FETCH_ERROR_PROTOCOL);
    }
  put (dir, "3.json", bad_effort);
  assert_failure (fetcher, 3, 10, SP_FETCH_ERROR_PROTOCOL);
}

static SpFetcher *
open_source (gint64     run_started_s,
             gpointer   user_data,
             GError   **error)
{
  return g_object_ref (user_data);
}

/* A competition of one board and two runners, of whom the second has no file: known is known, and missing is
 * missing. */
static void
check_competition (SpFetcher   *fetcher,
                   SpTestClock *clock)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  SpSession *session = sp_session_new (SP_CLOCK (clock), NULL);
  g_autoptr(SpCompetition) competition = sp_test_competition (
    .runners = { sp_test_runner (.id = 1, .name = "Ann"), sp_test_runner (.id = 2, .name = "Bob") },
    .groups = { sp_test_group (.segment_id = 7, .default_time_s = 900,
                               .windows = { { "2026-01-01", "2026-01-31" } }) });
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GString) rows = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  GListModel *boards, *list;

  sp_session_set_source (session, "folder", open_source, fetcher, NULL);
  sp_session_set_competition (session, competition);
  sp_session_refresh_async (session, &options, NULL, sp_test_store_result, &result);
  sp_session_refresh_finish (session, sp_test_await (&result), &error);
  g_assert_no_error (error);
  boards = sp_results_get_values (sp_session_get_results (session))->boards;
  g_assert_cmpuint (g_list_model_get_n_items (boards), ==, 1);
  {
    g_autoptr(SpBoard) board = g_list_model_get_item (boards, 0);

    list = sp_board_get_values (board)->rows;
    for (guint i = 0; i < g_list_model_get_n_items (list); i++)
      {
        g_autoptr(SpRow) row = g_list_model_get_item (list, i);
        const SpRowValues *values = sp_row_get_values (row);

        g_string_append_printf (rows, "%s %s %d; ", sp_runner_get_values (values->runner)->name,
                                values->state == SP_ROW_TIMED ? "timed"
                                : values->state == SP_ROW_NO_DATA ? "no data" : "other", (int) values->time_s);
      }
  }
  g_assert_cmpstr (rows->str, ==, "Ann timed 300; Bob no data -1; ");
  g_clear_object (&result);
  sp_test_assert_finalize_late (session);
}

static void
check_source (gboolean is_installed)
{
  g_autofree char *dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -rf '%s'", dir);
  g_autofree char *example = take_block ("json");
  g_autoptr(SpPluginProbe) probe = sp_plugin_probe_new (g_getenv ("SP_TEST_PROBE"), NULL, 20000);
  g_autoptr(SpPluginLoader) loader = sp_plugin_loader_new (probe);
  g_autoptr(SpTestClock) clock = sp_test_clock_new ("2026-02-01");
  SpFetcher *fetcher;

  build (dir, is_installed);
  put (dir, "1.json", example);
  fetcher = load (dir, loader, clock);
  check_answers (fetcher);
  check_failures (fetcher, dir);
  check_competition (fetcher, clock);
  sp_test_assert_finalize_late (fetcher);
  run_shell (NULL, remove);
}

/* In a process of its own, as the same types are registered each time. */
static void
test_source (gconstpointer data)
{
  if (g_test_subprocess ())
    {
      check_source (GPOINTER_TO_INT (data));
      return;
    }
  if (!has_program ("cc") || !has_program ("pkg-config") || !has_program ("meson"))
    {
      g_test_skip ("cc, pkg-config or meson is not installed");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/readme-source/uninstalled", GINT_TO_POINTER (FALSE), test_source);
  g_test_add_data_func ("/readme-source/installed", GINT_TO_POINTER (TRUE), test_source);

  return g_test_run ();
}
