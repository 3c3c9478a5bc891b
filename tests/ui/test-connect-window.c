/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-connect-window.h"

#include <libsoup/soup.h>
#include <string.h>

#include "../plugins/strava/sp-strava-rig.h"
#include "widgets.h"

#define ALL "read,activity:read,activity:read_all"
#define LOOPBACK "http://127.0.0.1:"

typedef struct
{
  SpStravaRig       rig;
  SpConnectWindow  *window;
  char             *visited;    /* (nullable): what the browser was to open */
  gint64            agreed_s;
  SpConnection     *connection; /* (nullable) */
} Fixture;

static void
visit_cb (Fixture    *f,
          const char *uri)
{
  g_free (f->visited);
  f->visited = g_strdup (uri);
}

static void
agreed_cb (Fixture *f,
           gint64   consent_s)
{
  f->agreed_s = consent_s;
}

static void
signed_in_cb (Fixture      *f,
              SpConnection *connection)
{
  g_assert_null (f->connection);
  f->connection = sp_connection_ref (connection);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  SpRunnerValues values = { .key = "ben", .id = BEN, .name = "Ben Roe", .consent_s = SP_TIME_UNKNOWN };
  g_autoptr (SpRunner) runner = sp_runner_new (&values);

  sp_strava_rig_set_up (&f->rig, NULL);
  f->agreed_s = SP_TIME_UNKNOWN;
  f->window = SP_CONNECT_WINDOW (sp_connect_window_new (f->rig.fetcher, runner));
  g_signal_connect_swapped (f->window, "visit", G_CALLBACK (visit_cb), f);
  g_signal_connect_swapped (f->window, "agreed", G_CALLBACK (agreed_cb), f);
  g_signal_connect_swapped (f->window, "signed-in", G_CALLBACK (signed_in_cb), f);
  gtk_window_present (GTK_WINDOW (f->window));
  g_assert_cmpstr (sp_connect_window_get_runner_key (f->window), ==, "ben");
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  sp_test_settle ();
  g_clear_pointer (&f->visited, g_free);
  g_clear_pointer (&f->connection, sp_connection_unref);
  sp_strava_rig_tear_down (&f->rig, NULL);
}

static GtkWidget *
find_button (Fixture    *f,
             const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = find_widget (f->window, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;

  return NULL;
}

static void
click (Fixture    *f,
       const char *label)
{
  GtkWidget *button = find_button (f, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
agree (Fixture *f)
{
  gtk_check_button_set_active (find_widget (f->window, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
}

/* The address that the browser ends at when @who signed in at @uri and ticked the boxes of @scope. */
static char *
sign_in (Fixture    *f,
         const char *uri,
         gint64      who,
         const char *scope)
{
  g_autoptr (GHashTable) query = soup_form_decode (strchr (uri, '?') + 1);
  g_autofree char *code = sp_fake_strava_make_code (f->rig.server, who, scope);
  g_autofree char *answer = soup_form_encode ("state", g_hash_table_lookup (query, "state"), "code", code,
                                              "scope", scope, NULL);

  return g_strdup_printf ("%s?%s", (const char *) g_hash_table_lookup (query, "redirect_uri"), answer);
}

static const char *
get_words (Fixture *f)
{
  GtkWidget *label;

  for (guint i = 0; (label = find_widget (f->window, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_has_css_class (label, "heading") && gtk_widget_get_visible (label)
        && gtk_widget_get_ancestor (label, ADW_TYPE_PREFERENCES_GROUP) == NULL
        && gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) == NULL
        && gtk_label_get_wrap (GTK_LABEL (label)))
      return gtk_label_get_text (GTK_LABEL (label));

  return NULL;
}

static void
visit_until_heard (Fixture    *f,
                   const char *address)
{
  g_autoptr (SoupSession) browser = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new ("GET", address);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) page = NULL;

  soup_session_send_and_read_async (browser, message, G_PRIORITY_DEFAULT, NULL, sp_test_store_result, &result);
  page = soup_session_send_and_read_finish (browser, sp_test_await (&result), NULL);
  g_assert_nonnull (page);
  g_assert_cmpuint (soup_message_get_status (message), ==, SOUP_STATUS_OK);
}

/* Nothing can be done before the runner agrees. Then the browser opens, and what comes back is used. */
static void
test_beside (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autofree char *grant = NULL;

  g_assert_false (gtk_widget_is_sensitive (find_button (f, "Open _Browser")));
  g_assert_false (gtk_widget_is_sensitive (find_button (f, "Copy _Link")));
  agree (f);
  click (f, "Open _Browser");
  g_assert_cmpint (f->agreed_s, !=, SP_TIME_UNKNOWN);
  while (f->visited == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (find_button (f, "Stop _Waiting"));
  address = sign_in (f, f->visited, BEN, ALL);
  g_assert_true (g_str_has_prefix (address, LOOPBACK));
  visit_until_heard (f, address);
  while (f->connection == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sp_connection_get_athlete_id (f->connection), ==, BEN);
  g_assert_cmpint (sp_connect_window_get_consent_s (f->window), ==, f->agreed_s);
  grant = sp_strava_rig_get_grant (&f->rig, BEN);
  g_assert_nonnull (grant);
}

/* Who signs in as somebody else is told both names, and nothing is stored. */
static void
test_wrong_account (Fixture      *f,
                    gconstpointer data)
{
  g_autofree char *address = NULL;
  g_autofree char *ben = NULL;

  agree (f);
  click (f, "Open _Browser");
  while (f->visited == NULL)
    g_main_context_iteration (NULL, TRUE);
  address = sign_in (f, f->visited, ANNA, ALL);
  visit_until_heard (f, address);
  while (get_words (f) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("%s", get_words (f));
  g_assert_nonnull (strstr (get_words (f), "Anna Berg"));
  g_assert_nonnull (strstr (get_words (f), "Ben Roe"));
  g_assert_null (f->connection);
  ben = sp_strava_rig_get_grant (&f->rig, BEN);
  g_assert_null (ben);
  g_assert_nonnull (find_button (f, "Open _Browser"));
}

/* Waiting can be ended, and begun again. */
static void
test_stop (Fixture      *f,
           gconstpointer data)
{
  agree (f);
  click (f, "Open _Browser");
  while (f->visited == NULL)
    g_main_context_iteration (NULL, TRUE);
  click (f, "Stop _Waiting");
  while (find_button (f, "Open _Browser") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (get_words (f));
  g_clear_pointer (&f->visited, g_free);
  click (f, "Open _Browser");
  while (f->visited == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (f->visited);
}

static char *
get_link (Fixture *f)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sp_fetcher_get_connect_uri_async (f->rig.fetcher, f->rig.ben, "http://localhost/answer", NULL, sp_test_store_result,
                                    &result);

  return sp_fetcher_get_connect_uri_finish (f->rig.fetcher, sp_test_await (&result), &error);
}

static void
send_back (Fixture    *f,
           const char *address)
{
  GtkWidget *entry = find_row (f->window, "Address that Ben copied back");

  gtk_editable_set_text (GTK_EDITABLE (entry), address);
  g_signal_emit_by_name (entry, "apply");
}

/* A link that was sent; what came back is refused where it is nonsense, and what was not allowed is named. */
static void
test_elsewhere (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autofree char *address = NULL;

  agree (f);
  click (f, "Copy _Link");
  while (get_words (f) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (get_words (f), "copied"));
  send_back (f, "http://localhost/answer?nonsense");
  while (get_words (f) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (f->connection);
  link = get_link (f);
  address = sign_in (f, link, BEN, "read,activity:read");
  send_back (f, address);
  while (f->connection == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (sp_connection_get_refused (f->connection)[0]);
  g_assert_nonnull (strstr (adw_status_page_get_description (find_widget (f->window, ADW_TYPE_STATUS_PAGE, 0)),
                            sp_connection_get_refused (f->connection)[0]));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/connect-window/beside", Fixture, NULL, set_up, test_beside, tear_down);
  g_test_add ("/ui/connect-window/wrong-account", Fixture, NULL, set_up, test_wrong_account, tear_down);
  g_test_add ("/ui/connect-window/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/ui/connect-window/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);

  return g_test_run ();
}
