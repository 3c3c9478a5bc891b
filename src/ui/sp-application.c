/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "ui/sp-main-window-private.h"
#include "ui/sp-plain-names.h"

/**
 * SpApplication:
 *
 * The program with a window: one process, a window for each competition, and what holds for all of them.
 */
struct _SpApplication
{
  AdwApplication parent_instance;

  SpOpener *opener; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpApplication, sp_application, ADW_TYPE_APPLICATION)

static void
sp_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (sp_window_background_show_all (GTK_APPLICATION (application)))
    return;
  if (active != NULL)
    gtk_window_present (active);
  else
    sp_application_start (GTK_APPLICATION (application), SP_APPLICATION (application)->opener);
}

static void
sp_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      g_autofree char *uri = g_file_get_uri (files[i]);

      sp_application_open_path (GTK_APPLICATION (application), SP_APPLICATION (application)->opener,
                                path != NULL ? path : uri);
    }
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each may have something to ask; the program ends with its last window. */
  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
}

static void
sp_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_action },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.open", { "<Control>o" } }, { "app.import", { "<Control>n" } }, { "app.quit", { "<Control>q" } },
    { "win.refresh", { "<Control>r", "F5" } }, { "win.search", { "<Control>f" } },
    { "win.undo", { "<Control>z" } }, { "win.export", { "<Control>e" } }, { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } }, { "win.copy-board", { "<Control><Shift>c" } },
    { "window.close", { "<Control>w" } },
  };

  G_APPLICATION_CLASS (sp_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action, keys[i].keys);
  for (int i = 1; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.board(%d)", i);
      g_autofree char *key = g_strdup_printf ("<Alt>%d", i);

      gtk_application_set_accels_for_action (GTK_APPLICATION (application), action, (const char *[]) { key, NULL });
    }
  sp_window_background_install (GTK_APPLICATION (application));
  sp_application_help_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (SP_APP_ID);
  sp_plain_names_install ();
  SP_APPLICATION (application)->opener = sp_opener_new ();
  sp_application_open_install (GTK_APPLICATION (application), SP_APPLICATION (application)->opener);
  sp_application_import_install (GTK_APPLICATION (application), SP_APPLICATION (application)->opener);
  sp_application_preferences_install (GTK_APPLICATION (application), SP_APPLICATION (application)->opener);
  sp_application_kept_look (SP_APPLICATION (application)->opener);
}

static void
sp_application_finalize (GObject *object)
{
  SpApplication *self = SP_APPLICATION (object);

  g_clear_object (&self->opener);

  G_OBJECT_CLASS (sp_application_parent_class)->finalize (object);
}

static void
sp_application_class_init (SpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sp_application_finalize;
  application_class->activate = sp_application_activate;
  application_class->open = sp_application_open;
  application_class->startup = sp_application_startup;
}

static void
sp_application_init (SpApplication *self)
{
}

/**
 * sp_application_new:
 *
 * Returns: (transfer full): the application
 */
SpApplication *
sp_application_new (void)
{
  return g_object_new (SP_TYPE_APPLICATION,
                       "application-id", SP_APP_ID,
                       "resource-base-path", "/io/github/segmentpodium/SegmentPodium",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * sp_application_has_display:
 *
 * Returns: whether there is a display to open a window on
 */
gboolean
sp_application_has_display (void)
{
  return gtk_init_check ();
}
