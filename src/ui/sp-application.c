/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "ui/sp-main-window.h"
#include "ui/sp-opener.h"

#include <glib/gi18n-lib.h>

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

static SpMainWindow *
new_window (SpApplication *self)
{
  SpMainWindow *window = sp_main_window_new (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* The window that still shows the ways in, or a new one. */
static SpMainWindow *
free_window (SpApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (SP_IS_MAIN_WINDOW (active) && sp_main_window_get_open (SP_MAIN_WINDOW (active)) == NULL)
    return SP_MAIN_WINDOW (active);

  return new_window (self);
}

static void
open_path (SpApplication *self,
           const char    *path)
{
  SpMainWindow *window = free_window (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpOpenCompetition) open = NULL;

  open = sp_opener_open (self->opener, path, &error);
  if (open != NULL)
    sp_main_window_set_open (window, open);
  else
    sp_main_window_say (window, error->message);
}

static void
sp_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    gtk_window_present (active);
  else
    new_window (SP_APPLICATION (application));
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

      open_path (SP_APPLICATION (application), path != NULL ? path : uri);
    }
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           SpApplication   *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      open_path (self, path);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose (SpApplication *self,
        const char    *title,
        const char    *kind,
        const char    *pattern)
{
  GtkFileChooserNative *dialog;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  dialog = gtk_file_chooser_native_new (title, gtk_application_get_active_window (GTK_APPLICATION (self)),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  choose (user_data, _("Open a Competition"), _("Competitions"), "*.podium");
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  choose (user_data, _("New from a Workbook"), _("Workbooks"), "*.xlsx");
}

static void
demo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  open_path (user_data, SP_OPENER_DEMO);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_application_quit (user_data);
}

static void
sp_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "open", open_action }, { "import", import_action }, { "demo", demo_action }, { "quit", quit_action },
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
    { "win.close-why", { "Escape" } }, { "window.close", { "<Control>w" } },
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
  sp_application_help_install (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (SP_APP_ID);
  SP_APPLICATION (application)->opener = sp_opener_new ();
  sp_application_preferences_install (GTK_APPLICATION (application), SP_APPLICATION (application)->opener);
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
