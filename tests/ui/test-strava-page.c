/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-strava-page.h"

#include <glib/gstdio.h>

#include "support/sp-test-sync.h"
#include "ui/sp-preferences-window.h"
#include "ui/sp-source-maker.h"
#include "ui/sp-source-row.h"
#include "widgets.h"

typedef struct
{
  char          *dir;
  SpOpener      *opener;
  SpPreferences *preferences;
  GtkWindow     *window;
} Fixture;

/* Secrets are kept in a file: this bus has no keyring. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *plugins = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", NULL);
  g_autofree char *path = NULL;

  g_setenv ("SEGMENT_PODIUM_PLUGIN_PATH", plugins, TRUE);
  g_unsetenv ("STRAVA_CLIENT_ID");
  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  path = g_build_filename (f->dir, "tokens", NULL);
  f->opener = sp_opener_new ();
  f->preferences = sp_opener_get_preferences (f->opener);
  sp_preferences_set_token_file (f->preferences, path);
  f->window = sp_preferences_window_new (f->opener);
  gtk_window_present (f->window);
  sp_test_settle ();
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  gtk_window_destroy (f->window);
  g_settings_reset (sp_preferences_get_settings (f->preferences), "token-file");
  sp_test_assert_finalize_late (f->opener);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->dir);
  g_free (f->dir);
}

static void
wait_for (gpointer    within,
          const char *until)
{
  AdwActionRow *row = find_row (within, "API application");

  while (adw_action_row_get_subtitle (row) == NULL || strstr (adw_action_row_get_subtitle (row), until) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
click (gpointer    page,
       const char *label)
{
  GtkButton *button;

  for (guint i = 0; (button = find_widget (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
  g_assert_not_reached ();
}

/* From the row of the source to its page, the keys entered, saved where the source looks for them, and removed. */
static void
test_enter (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *strava = find_row (f->window, "Strava");
  g_autoptr (SpSecretStore) secrets = sp_source_maker_open_secrets (f->preferences, "strava");
  g_autofree char *id = NULL;
  g_autofree char *secret = NULL;
  GtkWidget *page, *save, *number, *password;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (strava), TRUE);
  wait_for (strava, "None yet");
  g_assert_true (gtk_widget_activate_action (strava, "preferences.strava", NULL));
  page = find_widget (f->window, SP_TYPE_STRAVA_PAGE, 0);
  g_assert_nonnull (page);
  wait_for (page, "None yet");

  number = find_row (page, "Client ID, a number");
  password = find_widget (page, ADW_TYPE_PASSWORD_ENTRY_ROW, 0);
  save = find_widget (page, GTK_TYPE_BUTTON, 0);
  for (guint i = 0; !gtk_widget_has_css_class (save, "suggested-action"); i++)
    save = find_widget (page, GTK_TYPE_BUTTON, i);
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (number), "12a");
  gtk_editable_set_text (GTK_EDITABLE (password), "sesame");
  g_assert_true (gtk_widget_has_css_class (number, "error"));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (number), " 112233 ");
  g_assert_false (gtk_widget_has_css_class (number, "error"));
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  wait_for (page, "Client ID 112233");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (password)), ==, "");
  id = sp_test_lookup_secret (secrets, "client-id", NULL, NULL);
  secret = sp_test_lookup_secret (secrets, "client-secret", NULL, NULL);
  g_assert_cmpstr (id, ==, "112233");
  g_assert_cmpstr (secret, ==, "sesame");

  click (page, "_Remove");
  wait_for (page, "None yet");
  g_assert_null (sp_test_lookup_secret (secrets, "client-id", NULL, NULL));
  g_assert_true (gtk_widget_activate_action (page, "preferences.back", NULL));
  sp_test_settle ();
}

static void
test_copy (Fixture      *f,
           gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->window));
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "preferences.strava", NULL);
  click (find_widget (f->window, SP_TYPE_STRAVA_PAGE, 0), "_Copy");
  content = gdk_clipboard_get_content (clipboard);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, "localhost");
}

/* A place that can not be written is said, and what was typed stays. */
static void
test_unwritable (Fixture      *f,
                 gconstpointer data)
{
  GtkWidget *page, *number;

  sp_preferences_set_token_file (f->preferences, "/proc/no-such/tokens");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "preferences.strava", NULL);
  page = find_widget (f->window, SP_TYPE_STRAVA_PAGE, 0);
  number = find_row (page, "Client ID, a number");
  gtk_editable_set_text (GTK_EDITABLE (number), "112233");
  gtk_editable_set_text (find_widget (page, ADW_TYPE_PASSWORD_ENTRY_ROW, 0), "sesame");
  click (page, "_Save");
  wait_for (page, "/proc/no-such");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "112233");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/strava-page/enter", Fixture, NULL, set_up, test_enter, tear_down);
  g_test_add ("/ui/strava-page/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/ui/strava-page/unwritable", Fixture, NULL, set_up, test_unwritable, tear_down);

  return g_test_run ();
}
