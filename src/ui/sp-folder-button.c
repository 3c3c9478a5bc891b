/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-folder-button.h"

#include <glib/gi18n-lib.h>

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) button = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) || gtk_widget_get_root (button) == NULL)
    return;
  /* Translators: %s is a file or folder */
  text = g_strdup_printf (_("No program here shows folders. Look for %s"),
                          (char *) g_object_get_data (G_OBJECT (button), "path"));
  gtk_widget_activate_action (button, "preferences.say", "s", text);
}

static void
clicked_cb (GtkWidget *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
  g_autofree char *folder = is_folder ? g_strdup (path) : g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (button)), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                       g_object_ref (button));
}

/**
 * sp_folder_button_new:
 * @label: what it says, with a mnemonic
 * @path: (type filename): a file or folder
 *
 * Makes a button that shows a folder, or that of a file, in the desktop's program for that; where there is none it says
 * where to look, by the action `preferences.say`.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
sp_folder_button_new (const char *label,
                      const char *path)
{
  GtkWidget *button;

  g_return_val_if_fail (label != NULL && path != NULL, NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);

  return button;
}
