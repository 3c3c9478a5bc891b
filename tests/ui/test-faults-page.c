/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-faults-page.h"

#include "files/make-workbook.h"
#include "files/sp-workbook-reader.h"
#include "support/sp-test-sync.h"
#include "ui/sp-window-faults.h"
#include "widgets.h"

static AdwApplication *application;

/* What is wrong with a workbook that has much wrong with it. */
static GListModel *
read_faults (const char *runners)
{
  g_autoptr (GBytes) book = make_sheets ("Runners", runners, "Segment Series",
                                         SEGMENTS "seven|Canal|2026-01-12|2026-01-11\n", NULL);
  GListModel *faults = NULL;

  g_assert_null (sp_workbook_reader_read_bytes (book, "bad.xlsx", &faults, NULL, NULL));
  g_assert_nonnull (faults);

  return faults;
}

static void
test_shows_all (void)
{
  g_autoptr (GListModel) faults = read_faults (RUNNERS "|#11||Reds||\nHuw|eleven||Reds||31-Feb\n");
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/bad.xlsx");
  g_autoptr (GtkWidget) page = g_object_ref_sink (sp_faults_page_new (file, faults, NULL));
  g_autofree char *text = sp_faults_page_to_text (SP_FAULTS_PAGE (page));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (count_widgets (page, ADW_TYPE_ACTION_ROW), ==, g_list_model_get_n_items (faults));
  g_assert_cmpuint (g_strv_length (lines) - 1, ==, g_list_model_get_n_items (faults));
  g_assert_nonnull (strstr (text, "A2"));
  g_assert_nonnull (strstr (text, "B3"));
  g_assert_cmpuint (count_widgets (page, GTK_TYPE_LIST_BOX), >=, 2);
}

/* Each sheet says how many faults it has, and all together make up what the page says. */
static void
test_counts (void)
{
  g_autoptr (GListModel) faults = read_faults (RUNNERS "|#11||Reds||\nHuw|eleven||Reds||31-Feb\n");
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/bad.xlsx");
  g_autoptr (GtkWidget) page = g_object_ref_sink (sp_faults_page_new (file, faults, "Winter"));
  guint n_lists = count_widgets (page, GTK_TYPE_LIST_BOX), n_faults = 0;

  g_assert_nonnull (find_label (page, "Nothing was taken from it; Winter is as it was. "
                                      "Put these right in the workbook, save it, then check again."));
  for (guint i = 0; i < n_lists; i++)
    {
      GtkWidget *list = find_widget (page, GTK_TYPE_LIST_BOX, i);
      GtkWidget *count = gtk_widget_get_last_child (gtk_widget_get_prev_sibling (list));
      guint n_rows = count_widgets (list, ADW_TYPE_ACTION_ROW);
      g_autofree char *text = g_strdup_printf ("%u", n_rows);

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, text);
      n_faults += n_rows;
    }
  g_assert_cmpuint (n_lists, ==, 3);
  g_assert_nonnull (find_label (page, "Would Load Anyway"));
  g_assert_cmpuint (n_faults, ==, g_list_model_get_n_items (faults));
  g_assert_cmpuint (sp_faults_page_get_n_faults (SP_FAULTS_PAGE (page)), <, n_faults);
}

/* The page takes the window until the organiser goes back, and a newer one takes its place. */
static void
test_in_window (void)
{
  g_autoptr (GListModel) many = read_faults (RUNNERS "|#11||Reds||\nHuw|eleven||Reds||31-Feb\n");
  g_autoptr (GListModel) fewer = read_faults (RUNNERS "Huw|#11||Reds||\n");
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/bad.xlsx");
  SpMainWindow *window = sp_main_window_new (GTK_APPLICATION (application));
  GtkWidget *page;

  gtk_window_present (GTK_WINDOW (window));
  sp_window_faults_show (window, file, many);
  sp_window_faults_show (window, file, fewer);
  sp_test_settle ();
  page = find_widget (window, SP_TYPE_FAULTS_PAGE, 0);
  g_assert_cmpuint (count_widgets (window, SP_TYPE_FAULTS_PAGE), ==, 1);
  g_assert_cmpuint (count_widgets (page, ADW_TYPE_ACTION_ROW), ==, g_list_model_get_n_items (fewer));
  g_assert_true (gtk_widget_get_mapped (page));
  gtk_widget_activate_action (page, "faults.copy", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  g_test_add_func ("/ui/faults-page/shows-all", test_shows_all);
  g_test_add_func ("/ui/faults-page/counts", test_counts);
  g_test_add_func ("/ui/faults-page/in-window", test_in_window);

  return g_test_run ();
}
