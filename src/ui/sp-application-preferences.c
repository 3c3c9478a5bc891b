/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "ui/sp-preferences-window.h"

static GtkWindow *
open_preferences (SpOpener *opener)
{
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWindow *window = sp_preferences_window_new (opener);

  gtk_window_set_transient_for (window, gtk_application_get_active_window (application));
  gtk_window_set_application (window, application);
  gtk_window_present (window);

  return window;
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  open_preferences (user_data);
}

static void
strava_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (open_preferences (user_data)), "preferences.strava", NULL);
}

static void
add (GtkApplication *application,
     const char     *name,
     GCallback       callback,
     SpOpener       *opener)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", callback, opener, 0);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (action));
}

/**
 * sp_application_preferences_install:
 * @application: the application
 * @opener: has the preferences
 *
 * Gives it the preferences.
 */
void
sp_application_preferences_install (GtkApplication *application,
                                    SpOpener       *opener)
{
  add (application, "preferences", G_CALLBACK (preferences_cb), opener);
  add (application, "strava", G_CALLBACK (strava_cb), opener);
  gtk_application_set_accels_for_action (application, "app.preferences", (const char *[]) { "<Control>comma", NULL });
}
