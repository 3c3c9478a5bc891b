/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include <glib/gi18n-lib.h>

#define OWN_SERVICE "org.gtk.Notifications"
#define SERVICE "org.freedesktop.Notifications"

/* How to find what shows notifications, one after the other: what runs need not be what the bus could start. */
static const struct
{
  const char *method;
  const char *arguments;
} ways[] = {
  { "GetNameOwner", "('" OWN_SERVICE "',)" },
  { "GetNameOwner", "('" SERVICE "',)" },
  { "StartServiceByName", "('" SERVICE "', uint32 0)" },
};

/* What the organiser is told who does not look at the window. */
typedef struct
{
  SpMainWindow *window; /* (owned) */
  char         *title;
  char         *body;
  guint         way;
} News;

static void
news_free (News *news)
{
  g_object_unref (news->window);
  g_free (news->title);
  g_free (news->body);
  g_free (news);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (News, news_free)

/* A click leads back to the window. */
static void
notify (News *news)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (news->window));
  g_autoptr (GNotification) notification = g_notification_new (news->title);
  guint id = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (news->window));
  g_autofree char *own = g_strdup_printf ("refreshed-%u", id);

  if (application == NULL)
    return;
  g_notification_set_body (notification, news->body);
  g_notification_set_default_action_and_target (notification, "app.show-window", "u", id);
  g_application_send_notification (G_APPLICATION (application), own, notification);
}

/* Where nothing can be told a window that went on in the background comes back. */
static void
come_back (SpMainWindow *window)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
}

static void look_for_service (GDBusConnection *bus, News *news);

static void
service_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (News) news = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply != NULL)
    notify (news);
  else if (++news->way < G_N_ELEMENTS (ways))
    look_for_service (G_DBUS_CONNECTION (source), g_steal_pointer (&news));
  else
    come_back (news->window);
}

static void
look_for_service (GDBusConnection *bus,
                  News            *news)
{
  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          ways[news->way].method, g_variant_new_parsed (ways[news->way].arguments), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, service_cb, news);
}

/* A sandbox has a way of its own; elsewhere the desktop may have nothing that shows notifications. */
static void
tell (SpMainWindow *window,
      const char   *title,
      const char   *body)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autoptr (News) news = NULL;

  if (bus == NULL || g_application_get_application_id (application) == NULL)
    {
      come_back (window);
      return;
    }
  news = g_new0 (News, 1);
  news->window = g_object_ref (window);
  news->title = g_strdup (title);
  news->body = g_strdup (body);
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    notify (news);
  else
    look_for_service (bus, g_steal_pointer (&news));
}

/* A dialog of the program is looked at as well as its window. */
static gboolean
is_looked_at (SpMainWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));
  GtkWindow *active = application != NULL ? gtk_application_get_active_window (application) : NULL;

  return gtk_window_is_active (GTK_WINDOW (window))
         || (gtk_widget_get_visible (GTK_WIDGET (window)) && active != NULL && gtk_window_is_active (active));
}

/**
 * sp_window_background_tell:
 * @window: a window whose refresh ended
 * @done: whether it ran to its end
 * @message: (nullable): why it could not begin
 *
 * Tells the organiser how a refresh ended: in the window, and where they look at something else by the desktop. Where
 * that can not be done a window that went on in the background comes back.
 */
void
sp_window_background_tell (SpMainWindow *window,
                           gboolean      done,
                           const char   *message)
{
  SpCompetition *competition = sp_session_get_competition (sp_main_window_get_session (window));
  g_autofree char *body = NULL;

  if (message != NULL)
    sp_main_window_say (window, message);
  else if (!done)
    sp_main_window_say (window, _("Cancelled. What was fetched is kept."));
  if (is_looked_at (window) || (message == NULL && !done))
    return;
  /* Translators: the name of a competition */
  body = g_strdup_printf (_("The boards of “%s” are up to date, as far as they can be."),
                          sp_competition_get_name (competition));
  if (message != NULL)
    tell (window, _("The refresh did not work"), message);
  else
    tell (window, _("The refresh is done"), body);
}

static void
show_window_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       application)
{
  GtkWindow *window = gtk_application_get_window_by_id (application, g_variant_get_uint32 (parameter));

  if (window != NULL)
    gtk_window_present (window);
}

/**
 * sp_window_background_install:
 * @application: the application
 *
 * Gives the application the way back to a window.
 */
void
sp_window_background_install (GtkApplication *application)
{
  static const GActionEntry actions[] = { { "show-window", show_window_action, "u" } };

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
}

/**
 * sp_window_background_show_all:
 * @application: the application
 *
 * Shows the windows that go on in the background: whoever starts the program again looks for them.
 *
 * Returns: whether there was one
 */
gboolean
sp_window_background_show_all (GtkApplication *application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));
  gboolean any = FALSE;

  for (GList *each = windows; each != NULL; each = each->next)
    if (SP_IS_MAIN_WINDOW (each->data) && !gtk_widget_get_visible (each->data))
      {
        gtk_window_present (each->data);
        any = TRUE;
      }

  return any;
}
