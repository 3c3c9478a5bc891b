/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-quality-page.h"

#include "engine/sp-session.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "widgets.h"

#define N_RUNNERS 5

typedef struct
{
  SpTestClock    *clock;
  SpTableFetcher *source;
  SpSession      *session;
} Fixture;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  Fixture *fixture = user_data;

  sp_test_begin_run (SP_FETCHER (fixture->source), fixture->clock);

  return g_object_ref (SP_FETCHER (fixture->source));
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sp_session_refresh_finish (SP_SESSION (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* One runner has to connect again. */
static SpResults *
refresh (Fixture *fixture)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, 1);
  g_autoptr (GError) dead = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED, "Connect again.");
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  gboolean done = FALSE;

  fixture->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  fixture->source = sp_test_series_source (fixture->clock, N_RUNNERS, 1);
  fixture->session = sp_session_new (SP_CLOCK (fixture->clock), NULL);
  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST, 1001, G_MAXUINT, dead);
  sp_session_set_source (fixture->session, "table", open_cb, fixture, NULL);
  sp_session_set_competition (fixture->session, competition);
  sp_session_score (fixture->session);
  sp_session_refresh_async (fixture->session, &options, NULL, refreshed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  return sp_session_get_results (fixture->session);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->source);
  g_clear_object (&fixture->clock);
}

static GtkWidget *
find_button (GtkWidget  *page,
             const char *action)
{
  GtkWidget *button;

  for (guint i = 0; (button = find_widget (page, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      return button;

  return NULL;
}

/* Who is the matter stands first, with the button; what is many is behind a row that opens. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = g_object_ref_sink (sp_quality_page_new ());
  AdwExpanderRow *fresh;

  sp_quality_page_set_results (SP_QUALITY_PAGE (page), refresh (fixture));
  g_assert_nonnull (find_row (page, "Runner 1"));
  g_assert_nonnull (find_button (page, "win.connect-runner"));
  g_assert_null (find_row (page, "Runner 2"));
  fresh = find_row (page, "All Is Known");
  g_assert_nonnull (fresh);
  adw_expander_row_set_expanded (fresh, TRUE);
  for (guint i = 2; i <= N_RUNNERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Runner %u", i);

      g_assert_nonnull (find_row (page, name));
    }
  g_assert_finalize_object (page);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *page = g_object_ref_sink (sp_quality_page_new ());
  g_autofree char *empty = sp_quality_page_to_text (SP_QUALITY_PAGE (page));
  g_autofree char *text = NULL;

  g_assert_cmpstr (empty, ==, "");
  sp_quality_page_set_results (SP_QUALITY_PAGE (page), refresh (fixture));
  text = sp_quality_page_to_text (SP_QUALITY_PAGE (page));
  g_assert_true (g_str_has_prefix (text, "5 runners: 1 without data, 4 fresh."));
  g_assert_nonnull (strstr (text, "Runner 1 (No Data): Connect again."));
  g_assert_finalize_object (page);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/quality-page/groups", Fixture, NULL, NULL, test_groups, tear_down);
  g_test_add ("/ui/quality-page/text", Fixture, NULL, NULL, test_text, tear_down);

  return g_test_run ();
}
