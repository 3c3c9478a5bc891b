/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-mend-button.h"

#include "ui/sp-runner-item.h"

#include <glib/gi18n-lib.h>

/**
 * sp_mend_button_new:
 * @row: how well a runner's data are known
 *
 * Makes the button that mends what is the matter with a runner's data; its verb says what happens.
 *
 * Returns: (nullable): the button, %NULL where nothing is the matter
 */
GtkWidget *
sp_mend_button_new (SpQualityRow *row)
{
  static const struct
  {
    const char *label;
    const char *action;
  } steps[] = {
    [SP_RUNNER_RECONNECT] = { N_("Reconnect…"), "win.connect-runner" },
    [SP_RUNNER_FAILED] = { N_("Try Again"), "win.refresh-runner" },
    [SP_RUNNER_PARTLY] = { N_("Reconnect…"), "win.connect-runner" },
    [SP_RUNNER_WAITING] = { N_("Send Again…"), "win.connect-runner" },
    [SP_RUNNER_UNCONNECTED] = { N_("Connect…"), "win.connect-runner" },
    [SP_RUNNER_NO_ACCOUNT] = { N_("Connect…"), "win.connect-runner" },
    [SP_RUNNER_UNASKED] = { N_("Refresh"), "win.refresh-runner" },
    [SP_RUNNER_CONNECTED] = { N_("Try Again"), "win.refresh-runner" },
  };
  const SpQualityRowValues *values = sp_quality_row_get_values (row);
  g_autoptr (SpRunnerItem) item = sp_runner_item_new (values->runner, row);
  SpRunnerState state = sp_runner_item_get_state (item);
  GtkWidget *button;

  if (state == SP_RUNNER_CONNECTED && values->state == SP_QUALITY_FRESH && values->n_unknown == 0)
    return NULL;
  if (values->state == SP_QUALITY_PENDING
      || (values->state == SP_QUALITY_CANCELLED && sp_runner_get_values (values->runner)->id != 0))
    state = SP_RUNNER_UNASKED;
  button = gtk_button_new_with_label (_(steps[state].label));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sp_runner_get_values (values->runner)->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), steps[state].action);

  return button;
}
