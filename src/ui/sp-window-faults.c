/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-window-faults.h"

#include "ui/sp-faults-page.h"

#include <glib/gi18n-lib.h>

#define PAGE "faults"

static GtkStack *
get_root (SpMainWindow *window)
{
  return GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (window), SP_TYPE_MAIN_WINDOW, "root"));
}

/* Back to what the window showed before. */
static void
go_back (SpMainWindow *window)
{
  gtk_stack_set_visible_child_name (get_root (window),
                                    sp_main_window_get_open (window) != NULL ? "main" : "welcome");
}

static GtkWidget *
new_header (SpMainWindow *window,
            GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (go_back), window, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (name, _("cannot be opened yet")));
  gtk_widget_add_css_class (header, "flat");

  return header;
}

/**
 * sp_window_faults_show:
 * @window: a window
 * @file: a workbook
 * @faults: (element-type SpWorkbookFault): what is wrong with it
 *
 * Shows it in place of what the window shows, until the organiser goes back or the workbook opens.
 */
void
sp_window_faults_show (SpMainWindow *window,
                       GFile        *file,
                       GListModel   *faults)
{
  GtkStack *root;
  GtkWidget *box, *before;

  g_return_if_fail (SP_IS_MAIN_WINDOW (window) && G_IS_FILE (file) && G_IS_LIST_MODEL (faults));

  root = get_root (window);
  before = gtk_stack_get_child_by_name (root, PAGE);
  if (before != NULL)
    {
      go_back (window);
      gtk_stack_remove (root, before);
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), new_header (window, file));
  gtk_box_append (GTK_BOX (box), sp_faults_page_new (file, faults));
  gtk_stack_add_named (root, box, PAGE);
  gtk_stack_set_visible_child (root, box);
}
