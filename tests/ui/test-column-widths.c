/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-column-widths.h"

#include "model/sp-competition-builder.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"
#include "ui/sp-board-columns.h"
#include "ui/sp-board-page.h"
#include "ui/sp-main-window.h"
#include "widgets.h"

#define N_RUNNERS 12

/* A process has one. */
static AdwApplication *application;

typedef struct
{
  SpSession    *session;
  SpMainWindow *window;
} Fixture;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  SpTestClock *clock = user_data;
  g_autoptr (SpFetcherContext) context = NULL;
  g_autoptr (SpTableFetcher) source = sp_test_series_source (clock, N_RUNNERS, 2);

  context = sp_fetcher_context_new (SP_CLOCK (clock), "test", "/nonexistent", NULL, run_started_s);
  sp_fetcher_set_context (SP_FETCHER (source), context);

  return SP_FETCHER (g_steal_pointer (&source));
}

/* The series with windows in which distance counts. */
static SpCompetition *
make_competition (void)
{
  g_autoptr (SpCompetition) series = sp_test_series_competition (N_RUNNERS, 2);
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (series);
  static const char * const days[][2] = {
    { "2026-01-05T00:00:00", "2026-01-11T23:59:59" }, { "2026-01-12T00:00:00", "2026-01-18T23:59:59" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SpSeriesWindow) window = sp_series_window_new (&(SpSeriesWindowValues) {
        .key = days[i][0], .start_local_s = sp_test_time (days[i][0]), .end_local_s = sp_test_time (days[i][1]),
        .end_is_date = TRUE, .threshold_m = 5000,
      });

      sp_competition_builder_put_series_window (builder, window);
    }

  return sp_competition_builder_end (builder);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = make_competition ();
  g_autoptr (SpTestClock) clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  g_autoptr (SpOpenCompetition) open = NULL;

  fixture->session = sp_session_new (SP_CLOCK (clock), NULL);
  sp_session_set_source (fixture->session, "table", open_cb, g_object_ref (clock), g_object_unref);
  sp_session_set_competition (fixture->session, competition);
  fixture->window = sp_main_window_new (GTK_APPLICATION (application));
  open = sp_open_competition_new (fixture->session, NULL, "Table", NULL);
  sp_main_window_set_open (fixture->window, open);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  while (sp_session_is_running (fixture->session))
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sp_test_settle ();
  g_clear_object (&fixture->session);
  sp_test_settle ();
}

/* A window is as large as it is told before it is shown. */
static void
present (Fixture *fixture,
         int      width,
         int      height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();
}

static GListModel *
get_columns (Fixture *fixture)
{
  return gtk_column_view_get_columns (find_widget (fixture->window, GTK_TYPE_COLUMN_VIEW, 0));
}

static gboolean
has_column (Fixture    *fixture,
            const char *title)
{
  GListModel *columns = get_columns (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return TRUE;
    }

  return FALSE;
}

/* Attempts and then Date make way where there is too little room, and come back. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  AdwFlap *flap;

  sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, "501");
  present (fixture, 480, 480);
  flap = find_widget (fixture->window, ADW_TYPE_FLAP, 0);
  g_assert_true (adw_flap_get_folded (flap));
  g_assert_false (has_column (fixture, "Attempts"));
  g_assert_true (has_column (fixture, "Time"));
  g_assert_true (has_column (fixture, "Notes"));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 480);
  while (!has_column (fixture, "Attempts"))
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();
  g_assert_true (has_column (fixture, "Date"));
  g_assert_cmpuint (g_list_model_get_n_items (get_columns (fixture)), ==, SP_BOARD_N_COLUMNS);
}

/* A figure's column ends where the word above it ends. */
static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *header, *title;
  guint i = 0;

  sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, "501");
  present (fixture, 1100, 720);
  header = gtk_widget_get_first_child (find_widget (fixture->window, GTK_TYPE_COLUMN_VIEW, 0));
  for (title = gtk_widget_get_first_child (header); title != NULL; title = gtk_widget_get_next_sibling (title), i++)
    {
      GtkAlign align = gtk_widget_get_halign (gtk_widget_get_first_child (title));

      if (i >= SP_BOARD_COLUMN_TIME && i <= SP_BOARD_COLUMN_DATE)
        g_assert_cmpint (align, ==, GTK_ALIGN_END);
      else
        g_assert_cmpint (align, !=, GTK_ALIGN_END);
    }
  g_assert_cmpuint (i, ==, SP_BOARD_N_COLUMNS);
}

/* With the line that tells of a refresh there is room in a low window too. */
static void
test_low (Fixture       *fixture,
          gconstpointer  data)
{
  int least = 0;

  sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, "501");
  present (fixture, 720, 480);
  gtk_revealer_set_reveal_child (find_widget (fixture->window, GTK_TYPE_REVEALER,
                                              count_widgets (fixture->window, GTK_TYPE_REVEALER) - 1), TRUE);
  sp_test_settle ();
  gtk_widget_measure (GTK_WIDGET (fixture->window), GTK_ORIENTATION_VERTICAL, 720, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
}

/* What may be shortened: the second lines at the side, and what a refresh says after what must be read. */
static gboolean
may_be_short (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, g_type_from_name ("SpSidebar")) != NULL
         || gtk_widget_get_ancestor (label, g_type_from_name ("SpRefreshBar")) != NULL;
}

/* An inscription does not tell. */
static gboolean
is_cut (GtkWidget *inscription)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  layout = gtk_widget_create_pango_layout (inscription, gtk_inscription_get_text (GTK_INSCRIPTION (inscription)));
  pango_layout_set_attributes (layout, gtk_inscription_get_attributes (GTK_INSCRIPTION (inscription)));
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width > gtk_widget_get_width (inscription);
}

static const char *
find_cut (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && !may_be_short (widget)
      && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget) && is_cut (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *cut = find_cut (child);

      if (cut != NULL)
        return cut;
    }

  return NULL;
}

static void
wait_for_frames (GtkWidget *window,
                 gint64     n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 last = gdk_frame_clock_get_frame_counter (clock) + n;

  while (gdk_frame_clock_get_frame_counter (clock) < last)
    {
      gtk_widget_queue_resize (window);
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* What was just shown has its place after a few frames. */
static void
assert_whole (GtkWidget *window)
{
  const char *cut = NULL;

  for (guint i = 0; i < 10; i++)
    {
      wait_for_frames (window, 3);
      cut = find_cut (window);
      if (cut == NULL)
        return;
    }
  g_error ("“%s” is cut off", cut);
}

/* How the window is, for the test that nothing is cut off. */
enum
{
  NARROW = 1 << 0,
  RTL = 1 << 1,
  LARGE = 1 << 2,
};

/* Nothing is cut off, on no page, at no size of the window or the text, in no direction. */
static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    SpPageKind  kind;
    const char *key;
  } pages[] = {
    { SP_PAGE_OVERVIEW, "" }, { SP_PAGE_BOARD, "501" }, { SP_PAGE_BOARD, "502" }, { SP_PAGE_RUNNERS, "" },
    { SP_PAGE_QUALITY, "" }, { SP_PAGE_DISTANCE, "0" }, { SP_PAGE_DISTANCE, "2" },
  };
  gboolean narrow = GPOINTER_TO_INT (data) & NARROW;
  GtkSettings *settings = gtk_settings_get_default ();
  GtkToggleButton *teams;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (GPOINTER_TO_INT (data) & LARGE)
    g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  gtk_widget_set_default_direction (GPOINTER_TO_INT (data) & RTL ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  present (fixture, narrow ? 720 : 1100, narrow ? 480 : 720);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (sp_main_window_show_page (fixture->window, pages[i].kind, pages[i].key));
      if (pages[i].kind == SP_PAGE_BOARD)
        g_assert_true (sp_board_page_show_why (find_widget (fixture->window, SP_TYPE_BOARD_PAGE, 0), 0));
      sp_test_settle ();
      assert_whole (GTK_WIDGET (fixture->window));
      if (pages[i].kind != SP_PAGE_BOARD)
        continue;
      /* Runners, then teams. */
      teams = find_widget (find_widget (fixture->window, SP_TYPE_BOARD_PAGE, 0), GTK_TYPE_TOGGLE_BUTTON, 1);
      gtk_toggle_button_set_active (teams, TRUE);
      sp_test_settle ();
      assert_whole (GTK_WIDGET (fixture->window));
      gtk_toggle_button_set_active (find_widget (find_widget (fixture->window, SP_TYPE_BOARD_PAGE, 0),
                                                 GTK_TYPE_TOGGLE_BUTTON, 0), TRUE);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add ("/ui/column-widths/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/ui/column-widths/low", Fixture, NULL, set_up, test_low, tear_down);
  g_test_add ("/ui/column-widths/titles", Fixture, NULL, set_up, test_titles, tear_down);
  g_test_add ("/ui/column-widths/whole/wide", Fixture, GINT_TO_POINTER (0), set_up, test_whole, tear_down);
  g_test_add ("/ui/column-widths/whole/narrow", Fixture, GINT_TO_POINTER (NARROW), set_up, test_whole, tear_down);
  g_test_add ("/ui/column-widths/whole/wide-rtl", Fixture, GINT_TO_POINTER (RTL), set_up, test_whole, tear_down);
  g_test_add ("/ui/column-widths/whole/narrow-rtl", Fixture, GINT_TO_POINTER (NARROW | RTL), set_up, test_whole,
              tear_down);
  g_test_add ("/ui/column-widths/whole/wide-large", Fixture, GINT_TO_POINTER (LARGE), set_up, test_whole, tear_down);
  g_test_add ("/ui/column-widths/whole/narrow-large", Fixture, GINT_TO_POINTER (NARROW | LARGE), set_up, test_whole,
              tear_down);
  g_test_add ("/ui/column-widths/whole/narrow-large-rtl", Fixture, GINT_TO_POINTER (NARROW | LARGE | RTL), set_up,
              test_whole, tear_down);

  return g_test_run ();
}
