/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-mend-button.h"

#include "api/sp-error.h"

#include <adwaita.h>

/* What is the matter, and the step that mends it. */
static const struct
{
  gint64             id;
  gint64             consent_s;
  SpQualityRowValues row;
  const char        *label;
  const char        *action;
} cases[] = {
  { 1, 5, { .state = SP_QUALITY_FRESH, .fetched_at_s = 9 }, NULL, NULL },
  { 1, 5, { .state = SP_QUALITY_FRESH, .fetched_at_s = 9, .n_unknown = 1 }, "Try Again", "win.refresh-runner" },
  { 1, 5, { .state = SP_QUALITY_FRESH, .fetched_at_s = 9, .hides_private = TRUE }, "Reconnect…", "win.connect-runner" },
  { 0, 5, { .state = SP_QUALITY_FAILED, .fetched_at_s = SP_TIME_UNKNOWN }, "Connect…", "win.connect-runner" },
  { 1, 5, { .state = SP_QUALITY_STALE, .fetched_at_s = 9, .reason = "Dead.",
            .error_code = SP_FETCH_ERROR_UNAUTHORIZED }, "Reconnect…", "win.connect-runner" },
  { 1, 5, { .state = SP_QUALITY_FAILED, .fetched_at_s = SP_TIME_UNKNOWN, .reason = "None.",
            .error_code = SP_FETCH_ERROR_UNAUTHORIZED }, "Send Again…", "win.connect-runner" },
  { 1, SP_TIME_UNKNOWN, { .state = SP_QUALITY_FAILED, .fetched_at_s = SP_TIME_UNKNOWN, .reason = "None.",
            .error_code = SP_FETCH_ERROR_UNAUTHORIZED }, "Connect…", "win.connect-runner" },
  { 1, 5, { .state = SP_QUALITY_FAILED, .fetched_at_s = SP_TIME_UNKNOWN, .reason = "No answer.",
            .error_code = SP_FETCH_ERROR_OFFLINE }, "Try Again", "win.refresh-runner" },
  { 1, 5, { .state = SP_QUALITY_CANCELLED, .fetched_at_s = SP_TIME_UNKNOWN }, "Refresh", "win.refresh-runner" },
  { 1, 5, { .state = SP_QUALITY_PENDING, .fetched_at_s = 9 }, "Refresh", "win.refresh-runner" },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpRunnerValues values = { .key = "a", .name = "Anna", .id = cases[i].id, .consent_s = cases[i].consent_s };
      g_autoptr (SpRunner) runner = sp_runner_new (&values);
      g_autoptr (SpQualityRow) row = NULL;
      SpQualityRowValues quality = cases[i].row;
      GtkWidget *button;

      quality.runner = runner;
      row = sp_quality_row_new (&quality);
      button = sp_mend_button_new (row);
      g_test_message ("%u", i);
      if (cases[i].label == NULL)
        {
          g_assert_null (button);
          continue;
        }
      g_object_ref_sink (button);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, cases[i].label);
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, cases[i].action);
      g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL),
                       ==, "a");
      g_object_unref (button);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/mend-button/steps", test_steps);

  return g_test_run ();
}
