/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-recent.h"

#include "platform/sp-settings.h"

#include <glib/gi18n-lib.h>

#define KEY "recent"
#define MAX_RECENT 8

/* What was kept: all of it, whether it is still there or not. */
static char **
read_all (GSettings *settings)
{
  return settings != NULL ? g_settings_get_strv (settings, KEY) : g_new0 (char *, 1);
}

/**
 * sp_recent_add:
 * @file: a document that was opened or saved
 *
 * Remembers it as the latest, for the next start. Where the program's schema is not installed nothing is remembered.
 */
void
sp_recent_add (GFile *file)
{
  g_autoptr (GSettings) settings = sp_settings_open ();
  g_auto (GStrv) before = read_all (settings);
  g_autoptr (GPtrArray) uris = g_ptr_array_new ();
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  g_ptr_array_add (uris, uri);
  for (guint i = 0; before[i] != NULL && uris->len < MAX_RECENT; i++)
    if (!g_str_equal (before[i], uri))
      g_ptr_array_add (uris, before[i]);
  g_ptr_array_add (uris, NULL);
  if (settings != NULL)
    g_settings_set_strv (settings, KEY, (const char * const *) uris->pdata);
}

/**
 * sp_recent_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the addresses of the documents that were open last and are still
 *   there, the latest first
 */
char **
sp_recent_list (void)
{
  g_autoptr (GSettings) settings = sp_settings_open ();
  g_auto (GStrv) all = read_all (settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (all[i]);

      if (g_file_is_native (file) && g_file_query_exists (file, NULL))
        g_strv_builder_add (builder, all[i]);
    }

  return g_strv_builder_end (builder);
}

static void
fill_menu (GMenu *menu)
{
  g_auto (GStrv) uris = sp_recent_list ();

  g_menu_remove_all (menu);
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autofree char *name = g_file_get_basename (file);
      g_auto (GStrv) parts = g_strsplit (name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", uris[i]);
      g_menu_append_item (menu, item);
    }
  if (uris[0] == NULL)
    g_menu_append (menu, _("None yet"), "app.no-recent");
}

/**
 * sp_recent_follow_menu:
 * @menu: a menu
 *
 * Lists there what was open last, now and whenever that changes.
 */
void
sp_recent_follow_menu (GMenu *menu)
{
  GSettings *settings = sp_settings_open ();

  g_return_if_fail (G_IS_MENU (menu));

  fill_menu (menu);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (fill_menu), menu, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (menu), KEY, settings, g_object_unref);
}

/**
 * sp_recent_follow_size:
 * @window: a window that is not shown yet
 *
 * Gives it the size that the last one had, and remembers its own for the next.
 */
void
sp_recent_follow_size (GtkWindow *window)
{
  static const struct
  {
    const char *key;
    const char *property;
  } sizes[] = {
    { "window-width", "default-width" }, { "window-height", "default-height" }, { "window-maximized", "maximized" },
  };
  g_autoptr (GSettings) settings = sp_settings_open ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  /* Windows that are open do not follow each other. */
  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (sizes); i++)
    g_settings_bind (settings, sizes[i].key, window, sizes[i].property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}
