/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-plain-names.h"

/* The toolkit names a button after its text with the mark of the mnemonic in it, and after the label that shows it. */
static void
name_plainly (GtkButton *button)
{
  if (gtk_button_get_use_underline (button) && gtk_button_get_label (button) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
map_cb (GSignalInvocationHint *hint,
        guint                  n_values,
        const GValue          *values,
        gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, name_plainly, NULL);
      g_signal_connect (widget, "notify::label", G_CALLBACK (name_plainly), NULL);
      name_plainly (GTK_BUTTON (widget));
    }

  return G_SOURCE_CONTINUE;
}

/**
 * sp_plain_names_install:
 *
 * Lets a screen reader say of each button what it shows, once and without an underscore. To be called once in a
 * process.
 */
void
sp_plain_names_install (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
}
