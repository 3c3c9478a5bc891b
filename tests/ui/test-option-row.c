/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-option-row.h"

#include "support/sp-test-sync.h"
#include "widgets.h"

typedef struct
{
  GString *log;     /* what was told, one word each */
  char    *refusal; /* (nullable): what the next value is answered with */
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->log = g_string_new (NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_string_free (f->log, TRUE);
  g_free (f->refusal);
}

static char *
edited_cb (GtkWidget  *row,
           GParamSpec *option,
           const char *value,
           gpointer    user_data)
{
  Fixture *f = user_data;

  g_string_append_printf (f->log, "%s=%s ", option->name, value != NULL ? value : "usual");

  return g_steal_pointer (&f->refusal);
}

static GtkWidget *
make (Fixture    *f,
      GParamSpec *option,
      const char *value)
{
  g_autoptr (GParamSpec) owned = g_param_spec_ref_sink (option);

  return g_object_ref_sink (sp_option_row_new (owned, value, edited_cb, f));
}

static void
test_boolean (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GtkWidget) row = make (f, g_param_spec_boolean ("b", "A <choice>", "Why & how", TRUE, G_PARAM_READWRITE),
                                    "no");
  GtkSwitch *editor = find_widget (row, GTK_TYPE_SWITCH, 0);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "A <choice>");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Why & how");
  g_assert_false (gtk_switch_get_active (editor));
  gtk_switch_set_active (editor, TRUE);
  gtk_switch_set_active (editor, FALSE);
  g_assert_cmpstr (f->log->str, ==, "b=usual b=no ");
}

static void
test_numbers (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GtkWidget) many = make (f, g_param_spec_uint ("u", "U", "", 1, 200, 30, G_PARAM_READWRITE), NULL);
  g_autoptr (GtkWidget) few = make (f, g_param_spec_int ("i", "I", "", -5, 5, 0, G_PARAM_READWRITE), "-4");
  GtkSpinButton *editor = find_widget (many, GTK_TYPE_SPIN_BUTTON, 0);
  double least, most;

  gtk_spin_button_get_range (editor, &least, &most);
  g_assert_cmpfloat (least, ==, 1);
  g_assert_cmpfloat (most, ==, 200);
  g_assert_cmpfloat (gtk_spin_button_get_value (editor), ==, 30);
  gtk_spin_button_set_value (editor, 31);
  gtk_spin_button_set_value (editor, 30);
  editor = find_widget (few, GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_cmpfloat (gtk_spin_button_get_value (editor), ==, -4);
  gtk_spin_button_set_value (editor, -3);
  g_assert_cmpstr (f->log->str, ==, "u=31 u=usual i=-3 ");
}

static void
test_enum (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GtkWidget) row = make (f, g_param_spec_enum ("e", "E", "", GTK_TYPE_ALIGN, GTK_ALIGN_START,
                                                          G_PARAM_READWRITE), "end");
  g_autoptr (GtkWidget) odd = make (f, g_param_spec_enum ("o", "O", "", GTK_TYPE_ALIGN, GTK_ALIGN_CENTER,
                                                          G_PARAM_READWRITE), "no longer there");

  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, GTK_ALIGN_END);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (odd)), ==, GTK_ALIGN_CENTER);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), GTK_ALIGN_CENTER);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), GTK_ALIGN_START);
  g_assert_cmpstr (f->log->str, ==, "e=center e=usual ");
}

/* What its type does not take is not told; what its owner does not take is marked, until it is mended. */
static void
test_text (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GtkWidget) text = make (f, g_param_spec_string ("s", "S", "Its use", "usual", G_PARAM_READWRITE), NULL);
  g_autoptr (GtkWidget) number = make (f, g_param_spec_double ("d", "D", "", 0, 1, 0.5, G_PARAM_READWRITE), NULL);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, "usual");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (text), ==, "Its use");
  gtk_editable_set_text (GTK_EDITABLE (text), "other");
  f->refusal = g_strdup ("Not so.");
  g_signal_emit_by_name (text, "apply");
  g_assert_true (gtk_widget_has_css_class (text, "error"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (text), ==, "Not so.");
  g_signal_emit_by_name (text, "apply");
  g_assert_false (gtk_widget_has_css_class (text, "error"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (text), ==, "Its use");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "0.5");
  gtk_editable_set_text (GTK_EDITABLE (number), "2");
  g_signal_emit_by_name (number, "apply");
  g_assert_true (gtk_widget_has_css_class (number, "error"));
  gtk_editable_set_text (GTK_EDITABLE (number), "0.25");
  g_signal_emit_by_name (number, "apply");
  g_assert_cmpstr (f->log->str, ==, "s=other s=other d=0.25 ");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/option-row/boolean", Fixture, NULL, set_up, test_boolean, tear_down);
  g_test_add ("/ui/option-row/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/ui/option-row/enum", Fixture, NULL, set_up, test_enum, tear_down);
  g_test_add ("/ui/option-row/text", Fixture, NULL, set_up, test_text, tear_down);

  return g_test_run ();
}
