/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runner-pane.h"

#include "engine/sp-local-time.h"
#include "model/sp-words.h"
#include "ui/sp-runner-form.h"

#include <glib/gi18n-lib.h>

/**
 * SpRunnerPane:
 *
 * One runner: what is the matter, the step that mends it, and what can be edited.
 */
struct _SpRunnerPane
{
  GtkBox parent_instance;

  SpRunner  *runner;   /* (owned) (nullable) */

  GtkWidget *content;
  GtkWidget *title;
  GtkWidget *state;
  GtkWidget *consent;
  GtkWidget *fetched;
  GtkWidget *mend;
  GtkWidget *refresh;
  GtkWidget *form;
  GtkWidget *disconnect;
  GtkWidget *forget;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (SpRunnerPane, sp_runner_pane, GTK_TYPE_BOX)

static void
sp_runner_pane_dispose (GObject *object)
{
  g_clear_object (&SP_RUNNER_PANE (object)->runner);

  G_OBJECT_CLASS (sp_runner_pane_parent_class)->dispose (object);
}

static void
sp_runner_pane_class_init (SpRunnerPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_runner_pane_dispose;
}

static GtkWidget *
add_fact (GtkWidget  *list,
          const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return label;
}

static GtkWidget *
add_action (GtkWidget  *list,
            const char *title,
            const char *subtitle,
            const char *action)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

static GtkWidget *
add_list (GtkWidget *box)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);

  return list;
}

static void
add_header (SpRunnerPane *self,
            GtkWidget    *box)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_tooltip_text (close, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "runners.close");
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), close);
  gtk_box_append (GTK_BOX (box), header);
}

static void
fill (SpRunnerPane *self,
      GtkWidget    *box)
{
  GtkWidget *list;

  add_header (self, box);
  list = add_list (box);
  self->state = adw_action_row_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), self->state);
  /* Translators: heading: that a runner agreed to be shown */
  self->consent = add_fact (list, _("Consent"));
  self->fetched = add_fact (list, _("Last fetched"));
  self->mend = gtk_button_new ();
  gtk_widget_add_css_class (self->mend, "suggested-action");
  gtk_box_append (GTK_BOX (box), self->mend);
  self->refresh = gtk_button_new_with_label (_("Refresh This Runner"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->refresh), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->refresh), "win.refresh-runner");
  gtk_box_append (GTK_BOX (box), self->refresh);
  self->form = sp_runner_form_new ();
  gtk_box_append (GTK_BOX (box), self->form);
  list = add_list (box);
  self->disconnect = add_action (list, _("Disconnect…"), _("Forgets the permission, keeps the results"),
                                 "win.disconnect-runner");
  self->forget = add_action (list, _("Forget…"), _("Also deletes what was fetched"), "win.forget-runner");
  self->remove = add_action (list, _("Remove"), _("Takes the runner out of this competition; can be undone"),
                             "win.remove-runner");
}

static void
sp_runner_pane_init (SpRunnerPane *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  fill (self, box);
  self->content = box;
  gtk_widget_set_visible (box, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scrolled), 310);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
}

/**
 * sp_runner_pane_new:
 *
 * Returns: a pane that shows nobody yet
 */
GtkWidget *
sp_runner_pane_new (void)
{
  return g_object_new (SP_TYPE_RUNNER_PANE, NULL);
}

/* The step that mends it. Who was never asked is connected first, where the source connects runners; they may be asked
 * all the same, for a permission may have come with a workbook. */
static void
show_step (SpRunnerPane *self,
           SpRunnerItem *item,
           gboolean      connects)
{
  const char *key = sp_runner_get_values (self->runner)->key;
  SpRunnerState state = sp_runner_item_get_state (item);
  gboolean connect_first = state == SP_RUNNER_UNASKED && connects;
  gboolean refresh = state == SP_RUNNER_FAILED || (state == SP_RUNNER_UNASKED && !connects);

  gtk_button_set_label (GTK_BUTTON (self->mend), state == SP_RUNNER_FAILED ? _("Try Again")
                                                 : refresh ? _("Refresh This Runner")
                                                 : state == SP_RUNNER_WAITING ? _("Send Again…")
                                                 : connect_first || state == SP_RUNNER_NO_ACCOUNT
                                                   || state == SP_RUNNER_UNCONNECTED
                                                 ? _("Connect…") : _("Reconnect…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mend), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mend), refresh ? "win.refresh-runner" : "win.connect-runner");
  gtk_widget_set_visible (self->mend, state != SP_RUNNER_CONNECTED);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->refresh), "s", key);
  gtk_widget_set_visible (self->refresh, connect_first);
}

static void
show_state (SpRunnerPane *self,
            SpRunnerItem *item)
{
  const SpRunnerValues *runner = sp_runner_get_values (self->runner);
  const SpQualityRowValues *quality = sp_runner_item_get_quality (item);
  g_autofree char *words = sp_runner_item_to_words (item);
  g_autofree char *consent = NULL;
  g_autofree char *fetched = NULL;

  if (runner->consent_s != SP_TIME_UNKNOWN)
    consent = sp_words_day (sp_local_time_from_utc (runner->consent_s));
  if (quality != NULL && quality->fetched_at_s != SP_TIME_UNKNOWN)
    fetched = sp_words_moment (sp_local_time_from_utc (quality->fetched_at_s));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->state),
                               quality != NULL && quality->reason != NULL ? quality->reason : "");
  gtk_label_set_text (GTK_LABEL (self->consent), consent != NULL ? consent : _("not given here"));
  /* Translators: when a runner was last fetched */
  gtk_label_set_text (GTK_LABEL (self->fetched), fetched != NULL ? fetched : _("never"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->disconnect), "s", runner->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->forget), "s", runner->key);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", runner->key);
}

/**
 * sp_runner_pane_show:
 * @self: a pane
 * @competition: the runner's competition
 * @item: a runner
 * @connects: whether the source asks for a permission that a runner has to give
 *
 * Shows a runner. What is being typed stays, where it is about the same one.
 */
void
sp_runner_pane_show (SpRunnerPane  *self,
                     SpCompetition *competition,
                     SpRunnerItem  *item,
                     gboolean       connects)
{
  g_return_if_fail (SP_IS_RUNNER_PANE (self) && SP_IS_COMPETITION (competition) && SP_IS_RUNNER_ITEM (item));

  g_set_object (&self->runner, sp_runner_item_get_runner (item));
  gtk_label_set_text (GTK_LABEL (self->title), sp_runner_get_values (self->runner)->name);
  sp_runner_form_show (SP_RUNNER_FORM (self->form), competition, self->runner);
  show_state (self, item);
  show_step (self, item, connects);
  gtk_widget_set_visible (self->content, TRUE);
}

/**
 * sp_runner_pane_get_form:
 * @self: a pane
 *
 * Returns: (transfer none): the part that can be edited
 */
GtkWidget *
sp_runner_pane_get_form (SpRunnerPane *self)
{
  g_return_val_if_fail (SP_IS_RUNNER_PANE (self), NULL);

  return self->form;
}
