/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-rules-window.h"

#include "model/sp-words.h"
#include "ui/sp-rule-edits.h"

#include <glib/gi18n-lib.h>

/**
 * SpRulesWindow:
 *
 * What counts in the open competition: the rules of every board, the sports of each, and which boards are closed.
 */
struct _SpRulesWindow
{
  AdwWindow parent_instance;

  SpOpenCompetition *open;    /* (owned) */
  gboolean           showing; /* rows are being filled, not edited */
  GPtrArray         *rows;    /* (owned) (element-type GtkWidget): of the boards */

  GtkWidget         *flagged;
  GtkWidget         *missing;
  GtkWidget         *series_group;
  GtkWidget         *series_sports;
  GtkWidget         *boards;
};

G_DEFINE_FINAL_TYPE (SpRulesWindow, sp_rules_window, ADW_TYPE_WINDOW)

static SpCompetition *
get_competition (SpRulesWindow *self)
{
  return sp_session_get_competition (sp_open_competition_get_session (self->open));
}

/* Without what a refresh brought nothing can be scored anew. */
static void
edit (SpRulesWindow *self,
      SpCompetition *next,
      const char    *what)
{
  gboolean scored = sp_session_get_harvest (sp_open_competition_get_session (self->open)) != NULL;
  /* Translators: what was changed, a sentence */
  g_autofree char *later = g_strdup_printf (_("%s Refresh to see what it does."), what);

  sp_open_competition_edit (self->open, next, scored ? what : later);
}

static void
on_rules_changed (SpRulesWindow *self)
{
  g_autoptr (SpCompetition) next = NULL;
  SpRules rules = {
    .leave_flagged_out = gtk_switch_get_active (GTK_SWITCH (self->flagged)),
    .default_when_missing = gtk_switch_get_active (GTK_SWITCH (self->missing)),
  };

  if (self->showing)
    return;
  next = sp_rule_edits_set_rules (get_competition (self), &rules);
  edit (self, next, _("The rules were changed."));
}

static char *
words_of (const char * const *sports)
{
  return sports != NULL ? g_strjoinv (", ", (char **) sports) : g_strdup ("");
}

static gboolean
read_sports (GtkWidget   *row,
             char      ***sports)
{
  gboolean good = sp_rule_edits_parse_sports (gtk_editable_get_text (GTK_EDITABLE (row)), sports);

  if (good)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, good ? NULL : _("Write sports as Strava names them, with commas between: "
                                                    "Run, TrailRun"));

  return good;
}

static void
on_series_sports (SpRulesWindow *self)
{
  g_auto (GStrv) sports = NULL;
  g_autoptr (SpCompetition) next = NULL;

  if (!read_sports (self->series_sports, &sports))
    return;
  next = sp_rule_edits_set_series_sports (get_competition (self), (const char * const *) sports);
  edit (self, next, _("The sports of the distance boards were changed."));
}

static const char *
get_key (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

static void
sports_cb (SpRulesWindow *self,
           GtkWidget     *row)
{
  SpGroup *group = sp_competition_find_group (get_competition (self), get_key (row));
  g_auto (GStrv) sports = NULL;
  g_autofree char *what = NULL;
  g_autoptr (SpCompetition) next = NULL;

  if (group == NULL || !read_sports (row, &sports))
    return;
  next = sp_rule_edits_set_sports (get_competition (self), get_key (row), (const char * const *) sports);
  /* Translators: %s is a board */
  what = g_strdup_printf (_("The sports of %s were changed."), sp_group_get_values (group)->name);
  edit (self, next, what);
}

static void
closing_cb (SpRulesWindow *self,
            GtkWidget     *button)
{
  SpGroup *group = sp_competition_find_group (get_competition (self), get_key (button));
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (group != NULL && window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), sp_group_get_values (group)->closed ? "win.reopen-board"
                                                                                         : "win.close-board",
                                "s", get_key (button));
}

static GtkWidget *
make_sports_row (SpRulesWindow       *self,
                 const SpGroupValues *group)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *sports = words_of (group->sports);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Sports; empty for what the segment is for"));
  gtk_editable_set_text (GTK_EDITABLE (row), sports);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (group->key), g_free);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (sports_cb), self);

  return row;
}

static GtkWidget *
make_closing_row (SpRulesWindow       *self,
                  const SpGroupValues *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (group->closed ? _("_Open Again") : _("_Close"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), group->closed ? _("Closed") : _("Close this board"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               group->closed ? _("It stands as it was then; nothing more is asked for it.")
                                             : _("It then stands as it is; nothing more is asked for it."));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (group->key), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (closing_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
make_board_row (SpRulesWindow *self,
                SpGroup       *group)
{
  const SpGroupValues *values = sp_group_get_values (group);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *dates = NULL;
  SpPeriod local;

  sp_group_get_period (group, &local);
  from = sp_words_day (local.start_s);
  to = sp_words_day (local.end_s);
  dates = g_strdup_printf ("%s – %s", from, to);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), values->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, values->name, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), values->closed ? _("Closed") : dates);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_sports_row (self, values));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_closing_row (self, values));
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (values->key), g_free);

  return row;
}

static gboolean
is_expanded (SpRulesWindow *self,
             const char    *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (get_key (self->rows->pdata[i]), key))
      return adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->rows->pdata[i]));

  return FALSE;
}

static void
show_boards (SpRulesWindow *self)
{
  SpCompetition *competition = get_competition (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);
      GtkWidget *row = make_board_row (self, group);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), is_expanded (self, sp_group_get_values (group)->key));
      g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->boards), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->boards), rows->pdata[i]);
      g_ptr_array_add (self->rows, rows->pdata[i]);
    }
}

static void
show_competition (SpRulesWindow *self)
{
  SpCompetition *competition = get_competition (self);
  const SpRules *rules = sp_competition_get_rules (competition);
  g_autofree char *sports = words_of (sp_competition_get_series_sports (competition));

  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->flagged), rules->leave_flagged_out);
  gtk_switch_set_active (GTK_SWITCH (self->missing), rules->default_when_missing);
  self->showing = FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->series_sports), sports);
  gtk_widget_set_visible (self->series_group, sp_competition_get_n_series_windows (competition) > 0);
  gtk_widget_set_visible (self->boards, sp_competition_get_n_groups (competition) > 0);
  show_boards (self);
}

static void
sp_rules_window_dispose (GObject *object)
{
  SpRulesWindow *self = SP_RULES_WINDOW (object);

  if (self->open != NULL)
    g_signal_handlers_disconnect_by_data (self->open, self);
  g_clear_object (&self->open);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sp_rules_window_parent_class)->dispose (object);
}

static void
sp_rules_window_class_init (SpRulesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_rules_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-rules-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpRulesWindow, flagged);
  gtk_widget_class_bind_template_child (widget_class, SpRulesWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, SpRulesWindow, series_group);
  gtk_widget_class_bind_template_child (widget_class, SpRulesWindow, series_sports);
  gtk_widget_class_bind_template_child (widget_class, SpRulesWindow, boards);
  gtk_widget_class_bind_template_callback (widget_class, on_rules_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_series_sports);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sp_rules_window_init (SpRulesWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_rules_window_new:
 * @open: an open competition
 *
 * Returns: (transfer none): a new window
 */
GtkWindow *
sp_rules_window_new (SpOpenCompetition *open)
{
  SpRulesWindow *self;

  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (open), NULL);

  self = g_object_new (SP_TYPE_RULES_WINDOW, NULL);
  self->open = g_object_ref (open);
  g_signal_connect_swapped (open, "edited", G_CALLBACK (show_competition), self);
  show_competition (self);

  return GTK_WINDOW (self);
}
