/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

static void
show_page (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  static const struct
  {
    const char *action;
    SpPageKind  kind;
  } pages[] = {
    { "win.overview", SP_PAGE_OVERVIEW }, { "win.runners", SP_PAGE_RUNNERS }, { "win.quality", SP_PAGE_QUALITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (name, pages[i].action))
      sp_main_window_show_page (SP_MAIN_WINDOW (widget), pages[i].kind, "");
}

/* One of the distance boards, counted from 0. */
static void
show_distance (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  sp_main_window_show_page (SP_MAIN_WINDOW (widget), SP_PAGE_DISTANCE, g_variant_get_string (parameter, NULL));
}

/**
 * sp_window_pages_install:
 * @widget_class: the class of the window
 *
 * Gives the window an action for each page that is there once, and for the distance boards.
 */
void
sp_window_pages_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.overview", NULL, show_page);
  gtk_widget_class_install_action (widget_class, "win.runners", NULL, show_page);
  gtk_widget_class_install_action (widget_class, "win.quality", NULL, show_page);
  gtk_widget_class_install_action (widget_class, "win.distance", "s", show_distance);
}
