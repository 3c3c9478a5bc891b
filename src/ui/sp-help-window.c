/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-help-window.h"

/**
 * SpHelpWindow:
 *
 * The five things an organiser does, in their order. It is part of the program, so that it is there without a network.
 */
struct _SpHelpWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SpHelpWindow, sp_help_window, ADW_TYPE_WINDOW)

static void
sp_help_window_class_init (SpHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-help-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sp_help_window_init (SpHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_help_window_new:
 *
 * Returns: (transfer none): a new window
 */
GtkWindow *
sp_help_window_new (void)
{
  return g_object_new (SP_TYPE_HELP_WINDOW, NULL);
}
