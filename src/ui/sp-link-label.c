/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-link-label.h"

#include <glib/gi18n-lib.h>

#define LABEL_KEY "segment-podium-link-label"

/**
 * sp_link_label_set:
 * @window: a window
 * @source_name: (nullable): where the efforts that it shows can be looked at, %NULL for nowhere
 *
 * Sets what the way there is called.
 */
void
sp_link_label_set (GtkWidget  *window,
                   const char *source_name)
{
  g_return_if_fail (GTK_IS_WIDGET (window));

  /* Translators: keep these English words: Strava asks that its links say exactly “View on Strava” */
  g_object_set_data_full (G_OBJECT (window), LABEL_KEY,
                          source_name != NULL ? g_strdup_printf (_("View on %s"), source_name) : NULL, g_free);
}

/**
 * sp_link_label_get:
 * @widget: a widget in a window
 *
 * Returns: (transfer none) (nullable): what the way to an effort at the source is called, %NULL where there is none
 */
const char *
sp_link_label_get (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), LABEL_KEY) : NULL;
}
