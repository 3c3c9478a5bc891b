/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-data-page.h"

#include "files/sp-demo-reader.h"
#include "platform/sp-directories.h"
#include "support/sp-test-sync.h"
#include "ui/sp-kept-group.h"
#include "ui/sp-preferences-window.h"
#include "ui/sp-token-group.h"
#include "widgets.h"

typedef struct
{
  SpOpener      *opener;
  SpPreferences *preferences;
  GtkWindow     *window;
  GtkWidget     *kept;
  GtkWidget     *tokens;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer without)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *path = NULL;
  const char * const all[] = { "mock", "disk-cache" };

  for (guint i = 0; i < (without != NULL ? 1 : 2); i++)
    {
      g_autofree char *dir = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", all[i], NULL);

      g_strv_builder_add (builder, dir);
    }
  parts = g_strv_builder_end (builder);
  path = g_strjoinv (":", parts);
  g_setenv ("SEGMENT_PODIUM_PLUGIN_PATH", path, TRUE);
  f->opener = sp_opener_new ();
  f->preferences = sp_opener_get_preferences (f->opener);
  sp_preferences_set_source (f->preferences, "mock");
}

static void
open_window (Fixture *f)
{
  f->window = sp_preferences_window_new (f->opener);
  gtk_window_present (f->window);
  f->kept = find_widget (f->window, SP_TYPE_KEPT_GROUP, 0);
  f->tokens = find_widget (f->window, SP_TYPE_TOKEN_GROUP, 0);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  static const char * const keys[] = { "source", "cache-mode", "plugin-options", "token-file" };

  gtk_window_destroy (f->window);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (sp_preferences_get_settings (f->preferences), keys[i]);
  sp_test_assert_finalize_late (f->opener);
}

/* Turns the main loop until a row says something else than that it is looked at. */
static const char *
wait_for (GtkWidget  *group,
          const char *title,
          const char *until)
{
  AdwActionRow *row = find_row (group, title);

  g_assert_nonnull (row);
  while (strstr (adw_action_row_get_subtitle (row), until) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return adw_action_row_get_subtitle (row);
}

/* Has one list kept. */
static void
keep_something (Fixture *f)
{
  g_autoptr (SpSource) source = sp_opener_make_source (f->opener, "mock", NULL);
  g_autoptr (SpFetcher) fetcher = sp_source_open (source, 0, NULL);
  g_autoptr (SpFetcher) plain = sp_source_open_plain (source, 0, NULL);
  g_autoptr (SpCompetition) club = NULL;
  g_autoptr (SpAthlete) athlete = NULL;
  g_autofree char *json = NULL;
  const SpRunnerValues *runner;
  g_autoptr (SpActivityPage) page = NULL;
  g_autoptr (GError) error = NULL;
  SpPeriod period = { 0, G_MAXINT32 };

  g_object_get (plain, "competition", &json, NULL);
  club = sp_demo_reader_read (json, NULL);
  runner = sp_runner_get_values (sp_competition_get_runner (club, 0));
  athlete = sp_athlete_new (runner->id, runner->name);
  page = sp_test_list (fetcher, athlete, &period, NULL, SP_POLICY_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (page);
}

static void
answer_dialog (const char *response)
{
  AdwMessageDialog *dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_delete (Fixture      *f,
             gconstpointer data)
{
  GtkWidget *row, *button;

  keep_something (f);
  open_window (f);
  g_assert_nonnull (strstr (wait_for (f->kept, "Kept now", "oldest"), "1 list and "));
  row = find_row (f->kept, "Kept now");
  button = find_widget (row, GTK_TYPE_BUTTON, 0);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  answer_dialog ("cancel");
  sp_test_settle ();
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  answer_dialog ("delete");
  wait_for (f->kept, "Kept now", "Nothing");
  g_assert_false (gtk_widget_get_sensitive (button));
}

static void
test_choices (Fixture      *f,
              gconstpointer data)
{
  AdwComboRow *mode, *days;
  g_autofree char *three = NULL;

  sp_preferences_set_option (f->preferences, SP_SOURCE_CACHE, "retention-days", "11");
  open_window (f);
  mode = find_row (f->kept, "Answers");
  days = find_row (f->kept, "Kept for");
  g_assert_cmpuint (adw_combo_row_get_selected (mode), ==, SP_CACHE_ON);
  adw_combo_row_set_selected (mode, SP_CACHE_OFFLINE);
  g_assert_cmpint (sp_preferences_get_cache_mode (f->preferences), ==, SP_CACHE_OFFLINE);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (mode)), "asks nothing"));
  /* A number of days of the organiser's own stays among the choices. */
  g_assert_cmpuint (adw_combo_row_get_selected (days), ==, 7);
  adw_combo_row_set_selected (days, 2);
  three = sp_preferences_get_option (f->preferences, SP_SOURCE_CACHE, "retention-days");
  g_assert_cmpstr (three, ==, "3");
  adw_combo_row_set_selected (days, 0);
  g_assert_null (sp_preferences_get_option (f->preferences, SP_SOURCE_CACHE, "retention-days"));
}

static void
test_no_cache (Fixture      *f,
               gconstpointer data)
{
  open_window (f);
  g_assert_nonnull (strstr (wait_for (f->kept, "Kept now", "Nothing"), "plugin that keeps answers is missing"));
  g_assert_false (gtk_widget_get_sensitive (find_row (f->kept, "Answers")));
}

/* On this bus there is no keyring, or an empty one; a file works in either case. */
static void
test_tokens (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *expected = sp_directories_get_data ("tokens");
  g_autofree char *kept = NULL;
  GtkSwitch *in_file;

  open_window (f);
  g_assert_nonnull (find_row (f->tokens, "Keyring"));
  wait_for (f->tokens, "Keyring", "answer");
  in_file = find_widget (f->tokens, GTK_TYPE_SWITCH, 0);
  gtk_switch_set_active (in_file, TRUE);
  kept = sp_preferences_get_token_file (f->preferences);
  g_assert_cmpstr (kept, ==, expected);
  g_assert_nonnull (wait_for (f->tokens, "File", expected));
  gtk_switch_set_active (in_file, FALSE);
  g_assert_null (sp_preferences_get_token_file (f->preferences));
  g_assert_nonnull (find_row (f->tokens, "Keyring"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  expect_questions ();
  g_test_add ("/ui/data-page/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/ui/data-page/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/ui/data-page/no-cache", Fixture, "without", set_up, test_no_cache, tear_down);
  g_test_add ("/ui/data-page/tokens", Fixture, NULL, set_up, test_tokens, tear_down);

  return g_test_run ();
}
