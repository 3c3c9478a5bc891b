/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-application-private.h"

#include "ui/sp-help-window.h"

#include <glib/gi18n-lib.h>

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (user_data); l != NULL && window == NULL; l = l->next)
    if (SP_IS_HELP_WINDOW (l->data))
      window = l->data;
  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  window = sp_help_window_new ();
  gtk_window_set_transient_for (window, gtk_application_get_active_window (user_data));
  gtk_window_set_application (window, user_data);
  gtk_window_present (window);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char * const libraries[] = {
    "GTK https://gtk.org", "libadwaita https://gnome.pages.gitlab.gnome.org/libadwaita",
    "libsoup https://libsoup.org", "JSON-GLib https://gitlab.gnome.org/GNOME/json-glib",
    "libsecret https://gnome.pages.gitlab.gnome.org/libsecret", "SQLite https://sqlite.org",
    "libxlsxwriter https://libxlsxwriter.github.io", "libarchive https://libarchive.org",
    "Expat https://libexpat.github.io", NULL,
  };
  GtkWidget *about = adw_about_window_new ();
  AdwAboutWindow *window = ADW_ABOUT_WINDOW (about);

  g_object_set (about,
                "application-name", _("Segment Podium"),
                "application-icon", SP_APP_ID,
                "version", SP_VERSION,
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Leaderboards that are complete, fair and explained. Everything is worked out on this "
                              "computer; this program is not made, checked or approved by Strava."),
                "developer-name", _("The Segment Podium developers"),
                /* Translators: put your names here, one a line */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_about_window_add_link (window, _("Strava’s API Agreement"), "https://www.strava.com/legal/api");
  adw_about_window_add_link (window, _("Getting Started with Strava’s API"),
                             "https://developers.strava.com/docs/getting-started/");
  adw_about_window_add_credit_section (window, _("Made with"), (const char **) libraries);
  gtk_window_set_transient_for (GTK_WINDOW (about), gtk_application_get_active_window (user_data));
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * sp_application_help_install:
 * @application: the application
 *
 * Gives it what explains the program: help and about. The shortcuts come of themselves, by the name of their resource.
 */
void
sp_application_help_install (GtkApplication *application)
{
  static const GActionEntry actions[] = { { "help", help_action }, { "about", about_action } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  gtk_application_set_accels_for_action (application, "app.help", (const char *[]) { "F1", NULL });
}
