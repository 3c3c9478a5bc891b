/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How soon the window stands, how a board of 10,000 rows opens, scrolls and is searched, and for how long a refresh of
 * 1,000 runners keeps the main loop from everything else. SP_BENCH_DEMO is a number of runners, to measure only a demo
 * club of so many. */
#include "ui/sp-main-window.h"

#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "ui/sp-board-page.h"
#include "ui/sp-opener.h"
#include "widgets.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define N_FRAMES 120

/* A process has one. */
static AdwApplication *application;

typedef struct
{
  SpTestClock    *clock;
  SpTableFetcher *source;
} Origin;

/* Between two turns of the main loop: by the clock, where other processes count, and of the processor's time. */
typedef struct
{
  gint64 last_us;
  gint64 longest_us;
  gint64 last_work_us;
  gint64 longest_work_us;
  guint  n_late; /* turns that took more work than a frame of 16 ms */
} Probe;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  Origin *origin = user_data;
  g_autoptr (SpFetcherContext) context = NULL;

  context = sp_fetcher_context_new (SP_CLOCK (origin->clock), "test", "/nonexistent", NULL, run_started_s);
  sp_fetcher_set_context (SP_FETCHER (origin->source), context);

  return g_object_ref (SP_FETCHER (origin->source));
}

static double
memory_mib (void)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  return (double) g_ascii_strtoull (strchr (text, ' '), NULL, 10) * (double) sysconf (_SC_PAGESIZE) / (1 << 20);
}

static double
ms_since (gint64 start_us)
{
  return (double) (g_get_monotonic_time () - start_us) / 1000;
}

static void
wait_for_frame (gpointer window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  gtk_widget_queue_draw (window);
  while (gdk_frame_clock_get_frame_counter (clock) <= frame)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
get_work_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
probe_cb (gpointer user_data)
{
  Probe *probe = user_data;
  gint64 now_us = g_get_monotonic_time ();
  gint64 work_us = get_work_us ();

  probe->longest_us = MAX (probe->longest_us, now_us - probe->last_us);
  probe->longest_work_us = MAX (probe->longest_work_us, work_us - probe->last_work_us);
  probe->n_late += work_us - probe->last_work_us > 16 * 1000;
  probe->last_us = now_us;
  probe->last_work_us = work_us;

  return G_SOURCE_CONTINUE;
}

static SpSession *
make_session (Origin *origin,
              guint   n_runners,
              guint   n_groups)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (n_runners, n_groups);
  SpSession *session;

  origin->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  origin->source = sp_test_series_source (origin->clock, n_runners, n_groups);
  session = sp_session_new (SP_CLOCK (origin->clock), NULL);
  sp_session_set_source (session, "table", open_cb, origin, NULL);
  sp_session_set_competition (session, competition);

  return session;
}

static SpMainWindow *
open_window (SpOpenCompetition *open)
{
  SpMainWindow *window = sp_main_window_new (GTK_APPLICATION (application));

  sp_main_window_set_open (window, open);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);

  return window;
}

static void
close_window (SpMainWindow *window,
              SpSession    *session,
              Origin       *origin)
{
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
  g_object_unref (session);
  sp_test_settle ();
  g_clear_object (&origin->source);
  g_clear_object (&origin->clock);
}

/* A refresh with a board in sight; how long anything else had to wait meanwhile. */
static void
refresh (SpMainWindow *window,
         SpSession    *session,
         guint         n_runners)
{
  Probe probe = { .last_us = g_get_monotonic_time (), .last_work_us = get_work_us () };
  guint id = g_timeout_add_full (G_PRIORITY_HIGH, 1, probe_cb, &probe, NULL);
  gint64 start_us = g_get_monotonic_time ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.refresh", NULL);
  while (sp_session_is_running (session))
    g_main_context_iteration (NULL, TRUE);
  printf ("refresh of %u runners: %.0f ms, longest block of the main loop %.1f ms, longest work in it %.1f ms, "
          "%u times more than a frame\n",
          n_runners, ms_since (start_us), (double) probe.longest_us / 1000, (double) probe.longest_work_us / 1000,
          probe.n_late);
  g_source_remove (id);
  start_us = g_get_monotonic_time ();
  sp_session_score (session);
  printf ("  its boards anew, and the page brought up to date: %.1f ms\n", ms_since (start_us));
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static void
scroll (SpMainWindow *window,
        GtkWidget    *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double step = (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)) / N_FRAMES;
  double frames[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      gint64 start_us = g_get_monotonic_time ();

      gtk_adjustment_set_value (adjustment, (i + 1) * step);
      wait_for_frame (window);
      frames[i] = ms_since (start_us);
    }
  qsort (frames, N_FRAMES, sizeof (double), compare_doubles);
  printf ("  scrolled from end to end in %d frames: median %.1f ms, 95 %% %.1f ms, worst %.1f ms\n", N_FRAMES,
          frames[N_FRAMES / 2], frames[N_FRAMES * 95 / 100], frames[N_FRAMES - 1]);
}

static void
type (SpMainWindow *window,
      GtkWidget    *entry)
{
  static const char * const texts[] = { "r", "ru", "run", "runner 7", "runner 77", "runner 777", "" };
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 start_us = g_get_monotonic_time ();

      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      g_signal_emit_by_name (entry, "search-changed");
      wait_for_frame (window);
      worst = MAX (worst, ms_since (start_us));
    }
  printf ("  searched while typing: worst %.1f ms from key to frame\n", worst);
}

static void
bench (guint n_runners,
       guint n_groups)
{
  Origin origin = { NULL, NULL };
  gint64 start_us;
  g_autoptr (SpSession) session = make_session (&origin, n_runners, n_groups);
  g_autoptr (SpOpenCompetition) open = sp_open_competition_new (session, NULL, "Table", NULL);
  SpMainWindow *window;

  start_us = g_get_monotonic_time ();
  window = open_window (open);
  printf ("window on %u runners, %u boards: first frame after %.0f ms, %.0f MiB\n", n_runners, n_groups,
          ms_since (start_us), memory_mib ());
  start_us = g_get_monotonic_time ();
  sp_main_window_show_page (window, SP_PAGE_BOARD, "501");
  wait_for_frame (window);
  printf ("  a board of %u rows opened in %.1f ms\n", n_runners, ms_since (start_us));
  refresh (window, session, n_runners);
  wait_for_frame (window);
  scroll (window, find_widget (window, GTK_TYPE_COLUMN_VIEW, 0));
  type (window, find_widget (find_widget (window, SP_TYPE_BOARD_PAGE, 0), GTK_TYPE_SEARCH_ENTRY, 0));
  printf ("  %.0f MiB\n", memory_mib ());
  fflush (stdout);
  close_window (window, g_steal_pointer (&session), &origin);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SpOpenCompetition **open = user_data;
  g_autoptr (GError) error = NULL;

  *open = sp_opener_open_finish (SP_OPENER (source), result, NULL, NULL, &error);
  if (*open == NULL)
    g_error ("%s", error->message);
}

/* The demo club, with all that is between it and the window in earnest: the plugin, what keeps its answers, workers. */
static void
bench_demo (const char *n_runners)
{
  g_autoptr (SpOpener) opener = sp_opener_new ();
  SpPreferences *preferences = sp_opener_get_preferences (opener);
  g_autoptr (SpOpenCompetition) open = NULL;
  gint64 start_us = g_get_monotonic_time ();
  SpMainWindow *window;
  SpSession *session;

  sp_preferences_set_option (preferences, "mock", "runners", n_runners);
  sp_preferences_set_option (preferences, "mock", "latency", "0");
  sp_preferences_set_option (preferences, "mock", "quota", "1000000/900");
  sp_opener_open_async (opener, SP_OPENER_DEMO, NULL, opened_cb, &open);
  while (open == NULL)
    g_main_context_iteration (NULL, TRUE);
  window = open_window (open);
  session = sp_open_competition_get_session (open);
  printf ("window on a demo club of %s, from its plugin: %.0f ms\n", n_runners, ms_since (start_us));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.board", "i", 1);
  wait_for_frame (window);
  refresh (window, session, (guint) g_ascii_strtoull (n_runners, NULL, 10));
  fflush (stdout);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  const char *only = g_getenv ("SP_BENCH_DEMO");

  gtk_init ();
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  if (only != NULL)
    {
      bench_demo (only);
      return 0;
    }
  bench_demo ("34");
  bench_demo ("1000");
  bench (34, 4);
  bench (1000, 4);
  bench (10000, 1);

  return 0;
}
