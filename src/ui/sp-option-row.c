/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-option-row.h"

#include "engine/sp-fetcher-options.h"

#include <glib/gi18n-lib.h>

/* What a row needs to tell what was edited. */
typedef struct
{
  GParamSpec   *option; /* (owned) */
  SpOptionFunc  func;
  gpointer      user_data;
} Editing;

static void
editing_free (gpointer  data,
              GClosure *closure)
{
  Editing *editing = data;

  g_param_spec_unref (editing->option);
  g_free (editing);
}

static Editing *
editing_new (GParamSpec   *option,
             SpOptionFunc  func,
             gpointer      user_data)
{
  Editing *editing = g_new0 (Editing, 1);

  editing->option = g_param_spec_ref (option);
  editing->func = func;
  editing->user_data = user_data;

  return editing;
}

/* The usual value is not written down, so that it follows the plugin. */
static char *
tell (Editing    *editing,
      GtkWidget  *row,
      const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gboolean usual;
  char *fault;

  if (!sp_fetcher_options_parse (editing->option, text, &value, &error))
    fault = g_strdup (error->message);
  else
    {
      usual = g_param_value_defaults (editing->option, &value);
      fault = editing->func (row, editing->option, usual ? NULL : text, editing->user_data);
    }
  if (fault != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  return fault;
}

static void
tell_plain (Editing    *editing,
            GtkWidget  *row,
            const char *text)
{
  g_autofree char *fault = tell (editing, row, text);

  gtk_widget_set_tooltip_text (row, fault);
}

static GtkWidget *
get_row (gpointer editor)
{
  return gtk_widget_get_ancestor (editor, ADW_TYPE_PREFERENCES_ROW);
}

static void
switched_cb (GtkSwitch  *editor,
             GParamSpec *pspec,
             Editing    *editing)
{
  tell_plain (editing, get_row (editor), gtk_switch_get_active (editor) ? "yes" : "no");
}

static void
spun_cb (GtkSpinButton *editor,
         Editing       *editing)
{
  g_autofree char *text = g_strdup_printf ("%.0f", gtk_spin_button_get_value (editor));

  tell_plain (editing, get_row (editor), text);
}

static void
picked_cb (AdwComboRow *row,
           GParamSpec  *pspec,
           Editing     *editing)
{
  GEnumClass *klass = G_PARAM_SPEC_ENUM (editing->option)->enum_class;
  guint chosen = adw_combo_row_get_selected (row);

  if (chosen < klass->n_values)
    tell_plain (editing, GTK_WIDGET (row), klass->values[chosen].value_nick);
}

static void
entered_cb (AdwEntryRow *row,
            Editing     *editing)
{
  g_autofree char *fault = tell (editing, GTK_WIDGET (row), gtk_editable_get_text (GTK_EDITABLE (row)));

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), fault != NULL ? fault : _(g_param_spec_get_blurb (editing->option)));
}

static GtkWidget *
make_action_row (GtkWidget *editor,
                 Editing   *editing)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(g_param_spec_get_nick (editing->option)), -1);
  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), editor);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), editor);

  return row;
}

static GtkWidget *
make_switch (const GValue *value,
             Editing      *editing)
{
  GtkWidget *editor = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (editor), g_value_get_boolean (value));
  g_signal_connect_data (editor, "notify::active", G_CALLBACK (switched_cb), editing, editing_free, 0);

  return make_action_row (editor, editing);
}

static GtkWidget *
make_spin (GParamSpec   *option,
           const GValue *value,
           Editing      *editing)
{
  GtkWidget *editor;

  if (G_IS_PARAM_SPEC_INT (option))
    {
      editor = gtk_spin_button_new_with_range (G_PARAM_SPEC_INT (option)->minimum,
                                               G_PARAM_SPEC_INT (option)->maximum, 1);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (editor), g_value_get_int (value));
    }
  else
    {
      editor = gtk_spin_button_new_with_range (G_PARAM_SPEC_UINT (option)->minimum,
                                               G_PARAM_SPEC_UINT (option)->maximum, 1);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (editor), g_value_get_uint (value));
    }
  g_signal_connect_data (editor, "value-changed", G_CALLBACK (spun_cb), editing, editing_free, 0);

  return make_action_row (editor, editing);
}

static GtkWidget *
make_combo (GParamSpec   *option,
            const GValue *value,
            Editing      *editing)
{
  GEnumClass *klass = G_PARAM_SPEC_ENUM (option)->enum_class;
  g_autoptr (GtkStringList) nicks = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < klass->n_values; i++)
    gtk_string_list_append (nicks, klass->values[i].value_nick);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (nicks));
  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value == g_value_get_enum (value))
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect_data (row, "notify::selected", G_CALLBACK (picked_cb), editing, editing_free, 0);

  return row;
}

static char *
to_text (GParamSpec   *option,
         const GValue *value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  if (G_IS_PARAM_SPEC_DOUBLE (option))
    return g_strdup (g_ascii_dtostr (digits, sizeof digits, g_value_get_double (value)));
  if (G_IS_PARAM_SPEC_INT64 (option))
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (value));

  return g_strdup (G_IS_PARAM_SPEC_STRING (option) ? g_value_get_string (value) : NULL);
}

/* Text, and numbers that no spin button can hold. */
static GtkWidget *
make_entry (GParamSpec   *option,
            const GValue *value,
            Editing      *editing)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = to_text (option, value);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _(g_param_spec_get_blurb (option)));
  g_signal_connect_data (row, "apply", G_CALLBACK (entered_cb), editing, editing_free, 0);

  return row;
}

/* Reads what is kept; what the plugin no longer takes is as if it were not there. */
static void
read_value (GParamSpec *option,
            const char *text,
            GValue     *value)
{
  if (text != NULL && sp_fetcher_options_parse (option, text, value, NULL))
    return;
  g_value_init (value, option->value_type);
  g_value_copy (g_param_spec_get_default_value (option), value);
}

/**
 * sp_option_row_new:
 * @option: an option of a plugin: a property flagged %SP_PARAM_OPTION
 * @value: (nullable): its value in words, %NULL for the usual one
 * @func: (scope forever): told when it was edited
 * @user_data: data for @func, which has to live as long as the row
 *
 * Makes the row in which an option is edited: a switch, a number, a choice or text, after the property's type.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sp_option_row_new (GParamSpec   *option,
                   const char   *value,
                   SpOptionFunc  func,
                   gpointer      user_data)
{
  g_auto (GValue) now = G_VALUE_INIT;
  const char *blurb;
  Editing *editing;
  GtkWidget *row;

  g_return_val_if_fail (G_IS_PARAM_SPEC (option) && func != NULL, NULL);

  read_value (option, value, &now);
  editing = editing_new (option, func, user_data);
  if (G_IS_PARAM_SPEC_BOOLEAN (option))
    row = make_switch (&now, editing);
  else if (G_IS_PARAM_SPEC_INT (option) || G_IS_PARAM_SPEC_UINT (option))
    row = make_spin (option, &now, editing);
  else if (G_IS_PARAM_SPEC_ENUM (option))
    row = make_combo (option, &now, editing);
  else
    row = make_entry (option, &now, editing);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(g_param_spec_get_nick (option)));
  blurb = g_param_spec_get_blurb (option);
  if (ADW_IS_ACTION_ROW (row) && blurb != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(blurb));

  return row;
}
