/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-workbook-reader.h"

#include <glib/gstdio.h>

#include "api/sp-time.h"
#include "files/make-workbook.h"
#include "files/sp-file-error.h"

#define TWO_RUNNERS RUNNERS "Ann|#101|tok-a|Reds||15-Mar\nBen|102|tok-b|Blues|Blues|~31121\n"
#define ONE_SEGMENT SEGMENTS "#7|Hill|2026-01-05|2026-01-11||||\n"

static SpWorkbook *
load (const char *runners,
      const char *segments,
      const char *series)
{
  g_autoptr(GBytes) bytes = make_sheets ("Runners", runners, "Segment Series", segments,
                                         series != NULL ? "Distance Series" : NULL, series, NULL);
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  SpWorkbook *self = sp_workbook_reader_read_bytes (bytes, "Winter", &faults, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (faults == sp_workbook_get_warnings (self));

  return self;
}

static const SpWindowValues *
window_of (SpWorkbook *self,
           guint       group,
           guint       window)
{
  SpCompetition *competition = sp_workbook_get_competition (self);

  return sp_window_get_values (sp_group_get_window (sp_competition_get_group (competition, group), window));
}

static void
test_runners (void)
{
  g_autoptr(SpWorkbook) self = load (RUNNERS "\n Ann \u00a0|#101| tok-a |Reds| |15-Mar\n\n   ||||\n"
                                     "Ben|0102|tok-b|#1|Blues|~31121\nAnn||||Blues|29 february\nAnn||x||Blues|~60\n",
                                     ONE_SEGMENT, NULL);
  SpCompetition *competition = sp_workbook_get_competition (self);
  const SpRunnerValues *ann = sp_runner_get_values (sp_competition_get_runner (competition, 0));
  const SpRunnerValues *ben = sp_runner_get_values (sp_competition_get_runner (competition, 1));
  const SpRunnerValues *other = sp_runner_get_values (sp_competition_get_runner (competition, 2));
  const SpRunnerValues *third = sp_runner_get_values (sp_competition_get_runner (competition, 3));

  g_assert_cmpstr (sp_competition_get_name (competition), ==, "Winter");
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 4);
  g_assert_cmpstr (ann->name, ==, "Ann");
  g_assert_cmpint (ann->id, ==, 101);
  g_assert_cmpstr (ann->segment_team, ==, "Reds");
  g_assert_null (ann->distance_team);
  g_assert_cmpint (ann->birth_month * 100 + ann->birth_day, ==, 315);
  g_assert_cmpint (ben->id, ==, 102);
  g_assert_cmpstr (ben->segment_team, ==, "1");
  g_assert_cmpint (ben->birth_month * 100 + ben->birth_day, ==, 315);
  g_assert_cmpint (other->id, ==, 0);
  g_assert_cmpint (other->birth_month * 100 + other->birth_day, ==, 229);
  g_assert_cmpint (third->birth_month * 100 + third->birth_day, ==, 229);
  g_assert_cmpstr (other->key, !=, third->key);

  /* Tokens stay apart from the competition. */
  g_assert_cmpstr (sp_workbook_get_token (self, ann->key), ==, "tok-a");
  g_assert_cmpstr (sp_workbook_get_token (self, ben->key), ==, "tok-b");
  g_assert_null (sp_workbook_get_token (self, other->key));
}

static void
test_segments (void)
{
  g_autoptr(SpWorkbook) self = NULL;
  const SpGroupValues *hill;
  const SpGroupValues *lane;

  self = load (TWO_RUNNERS, SEGMENTS
               "#7|Hill|2026-01-05T00:00:00Z|2026-01-11T23:59:59Z|%0.0125|#3500|#30|Week 1|#10\n"
               "8|Lane|~46027|~46033|1:05:00||%0.00034722222|| -0:20 \n"
               "#7||2026-01-12|2026-01-18|18:00|3500||Week 2|\n"
               "#7|Hill|^46041.75|^46047.5|#1080|||Week 3|-15\n", NULL);
  g_assert_cmpuint (sp_competition_get_n_groups (sp_workbook_get_competition (self)), ==, 2);
  hill = sp_group_get_values (sp_competition_get_group (sp_workbook_get_competition (self), 0));
  lane = sp_group_get_values (sp_competition_get_group (sp_workbook_get_competition (self), 1));

  g_assert_cmpint (hill->segment_id, ==, 7);
  g_assert_cmpstr (hill->name, ==, "Hill");
  g_assert_cmpuint (hill->windows->len, ==, 3);
  g_assert_cmpint (hill->default_time_s, ==, 1080);
  g_assert_cmpfloat (hill->min_distance_m, ==, 3500);
  g_assert_null (hill->sports);
  g_assert_false (hill->closed);
  g_assert_cmpint (lane->default_time_s, ==, 3900);
  g_assert_cmpfloat (lane->min_distance_m, ==, 0);

  g_assert_cmpint (window_of (self, 0, 0)->start_local_s, ==, sp_time_new (2026, 1, 5, 0, 0, 0));
  g_assert_cmpint (window_of (self, 0, 0)->end_local_s, ==, sp_time_new (2026, 1, 11, 23, 59, 59));
  g_assert_false (window_of (self, 0, 0)->end_is_date);
  g_assert_cmpstr (window_of (self, 0, 0)->label, ==, "Week 1");
  g_assert_cmpint (window_of (self, 0, 0)->birthday_bonus_s, ==, 30);
  g_assert_cmpint (window_of (self, 0, 0)->time_bonus_s, ==, 10);

  /* A date alone is that whole day, as a cell and as text. */
  g_assert_cmpint (window_of (self, 1, 0)->end_local_s, ==, sp_time_new (2026, 1, 11, 23, 59, 59));
  g_assert_true (window_of (self, 1, 0)->end_is_date);
  g_assert_null (window_of (self, 1, 0)->label);
  g_assert_cmpint (window_of (self, 1, 0)->birthday_bonus_s, ==, 30);
  g_assert_cmpint (window_of (self, 1, 0)->time_bonus_s, ==, -20);
  g_assert_cmpint (window_of (self, 0, 1)->end_local_s, ==, sp_time_new (2026, 1, 18, 23, 59, 59));
  g_assert_true (window_of (self, 0, 1)->end_is_date);
  g_assert_cmpint (window_of (self, 0, 2)->start_local_s, ==, sp_time_new (2026, 1, 19, 18, 0, 0));
  g_assert_cmpint (window_of (self, 0, 2)->end_local_s, ==, sp_time_new (2026, 1, 25, 12, 0, 0));
  g_assert_false (window_of (self, 0, 2)->end_is_date);
  g_assert_cmpint (window_of (self, 0, 2)->time_bonus_s, ==, -15);
  g_assert_cmpuint (g_list_model_get_n_items (sp_workbook_get_warnings (self)), ==, 0);
}

static void
test_series (void)
{
  g_autoptr(SpWorkbook) self = load (TWO_RUNNERS, SEGMENTS, SERIES "2026-01-01|2026-01-31|#7.5\n"
                                     "2026-02-01|2026-02-28T12:00|\n");
  SpCompetition *competition = sp_workbook_get_competition (self);
  const SpSeriesWindowValues *first = sp_series_window_get_values (sp_competition_get_series_window (competition, 0));
  const SpSeriesWindowValues *second = sp_series_window_get_values (sp_competition_get_series_window (competition, 1));

  g_assert_cmpuint (sp_competition_get_n_series_windows (competition), ==, 2);
  g_assert_cmpint (first->start_local_s, ==, sp_time_new (2026, 1, 1, 0, 0, 0));
  g_assert_cmpint (first->end_local_s, ==, sp_time_new (2026, 1, 31, 23, 59, 59));
  g_assert_true (first->end_is_date);
  g_assert_cmpfloat (first->threshold_m, ==, 7500);
  g_assert_cmpint (second->end_local_s, ==, sp_time_new (2026, 2, 28, 12, 0, 0));
  g_assert_cmpfloat (second->threshold_m, ==, 0);
  g_assert_cmpstr (first->key, !=, second->key);
}

static void
test_headers (void)
{
  g_autoptr(GBytes) bytes = make_sheets (
    "notes", "nothing|here", " RUNNERS ", "Our club\n\nEmail|BIRTHDAY|distance series team|Segmentseriesteam|"
    "refresh token|STRAVAID|name\na@b|15-Mar||Reds|tok|#5|Ann\nonly@mail||||||\n",
    "segment series", "Note|End  Date|Start Date|Segment Name|Segment ID|Default time|minimum distance|"
    "birthday bonus\n=A1|2026-01-11|2026-01-05|Hill|#7||#100|\n", NULL);
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SpWorkbook) self = sp_workbook_reader_read_bytes (bytes, "Winter", &faults, NULL, &error);
  SpCompetition *competition;

  g_assert_no_error (error);
  competition = sp_workbook_get_competition (self);
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 1);
  g_assert_cmpint (sp_runner_get_values (sp_competition_get_runner (competition, 0))->birth_day, ==, 15);
  g_assert_cmpfloat (sp_group_get_values (sp_competition_get_group (competition, 0))->min_distance_m, ==, 100);
  g_assert_cmpuint (g_list_model_get_n_items (faults), ==, 0);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
read_and_wait (GFile        *file,
               GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  sp_workbook_reader_read_async (file, cancellable, on_read, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Winter Series.v2.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = make_sheets ("Runners", TWO_RUNNERS, "Segment Series", ONE_SEGMENT, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) missing = read_and_wait (file, NULL);
  g_autoptr(GAsyncResult) good = NULL;
  g_autoptr(GAsyncResult) cancelled = NULL;
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  SpWorkbook *self;

  g_assert_null (sp_workbook_reader_read_finish (missing, &faults, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
  g_assert_null (faults);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  good = read_and_wait (file, NULL);
  self = sp_workbook_reader_read_finish (good, &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sp_competition_get_name (sp_workbook_get_competition (self)), ==, "Winter Series.v2");
  g_clear_object (&good);
  g_assert_finalize_object (self);
  g_clear_object (&faults);

  g_cancellable_cancel (cancellable);
  cancelled = read_and_wait (file, cancellable);
  g_assert_null (sp_workbook_reader_read_finish (cancelled, &faults, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (faults);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/workbook-reader/runners", test_runners);
  g_test_add_func ("/files/workbook-reader/segments", test_segments);
  g_test_add_func ("/files/workbook-reader/series", test_series);
  g_test_add_func ("/files/workbook-reader/headers", test_headers);
  g_test_add_func ("/files/workbook-reader/file", test_file);

  return g_test_run ();
}
