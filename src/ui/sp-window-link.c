/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "ui/sp-link-label.h"

static char *
link_effort (SpOpenCompetition *open,
             gint64             activity_id,
             gint64             effort_id)
{
  SpSource *source = sp_open_competition_get_source (open);
  g_autoptr (SpFetcher) fetcher = source != NULL ? sp_source_open_plain (source, 0, NULL) : NULL;
  g_autoptr (SpSourceInfo) info = fetcher != NULL ? sp_fetcher_describe (fetcher) : NULL;

  return info != NULL ? sp_source_info_link_effort (info, activity_id, effort_id) : NULL;
}

static void
view_effort (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (widget));
  gint64 activity_id, effort_id;
  g_autofree char *link = NULL;

  g_variant_get (parameter, "(xx)", &activity_id, &effort_id);
  link = open != NULL ? link_effort (open, activity_id, effort_id) : NULL;
  if (link != NULL)
    gtk_show_uri (GTK_WINDOW (widget), link, GDK_CURRENT_TIME);
}

/**
 * sp_window_link_update:
 * @window: a window
 *
 * Lets efforts be looked at where the source of what is open has a place for that.
 */
void
sp_window_link_update (GtkWidget *window)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (window));
  g_autofree char *link = open != NULL ? link_effort (open, 1, 1) : NULL;

  gtk_widget_action_set_enabled (window, "win.view-effort", link != NULL);
  sp_link_label_set (window, link != NULL ? sp_open_competition_get_source_name (open) : NULL);
}

/**
 * sp_window_link_install:
 * @widget_class: the class of the window
 *
 * Gives the window the action that shows an effort at the source.
 */
void
sp_window_link_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.view-effort", "(xx)", view_effort);
}
