/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-series-window.h"

#include "api/sp-time.h"

static void
test_values (void)
{
  char key[] = "january";
  SpSeriesWindow *window = sp_series_window_new (&(SpSeriesWindowValues) {
    .key = key, .start_local_s = 10, .end_local_s = 20, .end_is_date = TRUE, .threshold_m = 5000 });
  const SpSeriesWindowValues *values = sp_series_window_get_values (window);

  key[0] = 'X';
  g_assert_cmpstr (values->key, ==, "january");
  g_assert_cmpint (values->start_local_s, ==, 10);
  g_assert_cmpint (values->end_local_s, ==, 20);
  g_assert_true (values->end_is_date);
  g_assert_cmpfloat (values->threshold_m, ==, 5000);
  g_assert_false (sp_series_window_is_inverted (window));
  g_assert_finalize_object (window);
}

static void
test_inverted (void)
{
  g_autoptr (SpSeriesWindow) window =
    sp_series_window_new (&(SpSeriesWindowValues) { .key = "a", .start_local_s = 20, .end_local_s = 19 });

  g_assert_true (sp_series_window_is_inverted (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/series-window/values", test_values);
  g_test_add_func ("/model/series-window/inverted", test_inverted);

  return g_test_run ();
}
