/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-recent.h"

#include "platform/sp-settings.h"

#include <glib/gstdio.h>

static GFile *
make_file (const char *folder,
           guint       n)
{
  g_autofree char *name = g_strdup_printf ("club_%u.podium", n);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));

  return g_file_new_for_path (path);
}

/* The latest first, each once, the oldest dropped, and what is gone left out for as long as it is. */
static void
test_list (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autoptr (GSettings) settings = sp_settings_open ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;
  g_auto (GStrv) uris = NULL;
  g_auto (GStrv) fewer = NULL;

  g_settings_reset (settings, "recent");
  sp_recent_follow_menu (menu);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 1);
  for (guint i = 0; i < 10; i++)
    {
      g_ptr_array_add (files, make_file (folder, i));
      sp_recent_add (files->pdata[i]);
    }
  sp_recent_add (files->pdata[7]);
  uris = sp_recent_list ();
  g_assert_cmpuint (g_strv_length (uris), ==, 8);
  for (guint i = 0; i < 8; i++)
    {
      const guint order[] = { 7, 9, 8, 6, 5, 4, 3, 2 };
      g_autofree char *uri = g_file_get_uri (files->pdata[order[i]]);

      g_assert_cmpstr (uris[i], ==, uri);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 8);
  g_menu_model_get_item_attribute (G_MENU_MODEL (menu), 0, "label", "s", &label);
  g_assert_cmpstr (label, ==, "club__7.podium");

  for (guint i = 0; i < files->len; i++)
    g_assert_true (g_file_delete (files->pdata[i], NULL, NULL));
  fewer = sp_recent_list ();
  g_assert_cmpuint (g_strv_length (fewer), ==, 0);
  g_settings_reset (settings, "recent");
  g_rmdir (folder);
}

/* The next window has the size that the last one had; one that is open does not follow. */
static void
test_size (void)
{
  GtkWidget *first = gtk_window_new ();
  GtkWidget *second = gtk_window_new ();
  GtkWidget *third = NULL;
  int width, height;

  sp_recent_follow_size (GTK_WINDOW (first));
  sp_recent_follow_size (GTK_WINDOW (second));
  gtk_window_set_default_size (GTK_WINDOW (first), 800, 600);
  gtk_window_get_default_size (GTK_WINDOW (second), &width, &height);
  g_assert_cmpint (width, ==, 1100);
  third = gtk_window_new ();
  sp_recent_follow_size (GTK_WINDOW (third));
  gtk_window_get_default_size (GTK_WINDOW (third), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 600);
  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_destroy (GTK_WINDOW (second));
  gtk_window_destroy (GTK_WINDOW (third));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/recent/list", test_list);
  g_test_add_func ("/ui/recent/size", test_size);

  return g_test_run ();
}
