/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-preferences-window.h"

#include "ui/sp-data-page.h"
#include "ui/sp-sources-page.h"
#include "ui/sp-strava-page.h"

#include <glib/gi18n-lib.h>

/**
 * SpPreferencesWindow:
 *
 * The preferences, a page for each matter. Pages speak through the action `preferences.say`.
 */
struct _SpPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  SpOpener *opener; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpPreferencesWindow, sp_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
sp_preferences_window_dispose (GObject *object)
{
  g_clear_object (&SP_PREFERENCES_WINDOW (object)->opener);

  G_OBJECT_CLASS (sp_preferences_window_parent_class)->dispose (object);
}

static void
say (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  g_autofree char *title = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (widget), adw_toast_new (title));
}

static void
show_strava (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SpPreferencesWindow *self = SP_PREFERENCES_WINDOW (widget);

  adw_preferences_window_present_subpage (ADW_PREFERENCES_WINDOW (self),
                                          sp_strava_page_new (sp_opener_get_preferences (self->opener)));
}

static void
back (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  adw_preferences_window_close_subpage (ADW_PREFERENCES_WINDOW (widget));
}

static void
uri_shown_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree char *uri = user_data;
  g_autofree char *text = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    return;
  text = g_strdup_printf (_("No browser was found. The address is %s"), uri);
  gtk_widget_activate_action (GTK_WIDGET (source), "preferences.say", "s", text);
}

static void
open_uri (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  const char *uri = g_variant_get_string (parameter, NULL);

  gtk_show_uri_full (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME, NULL, uri_shown_cb, g_strdup (uri));
}

static void
sp_preferences_window_class_init (SpPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_preferences_window_dispose;
  gtk_widget_class_install_action (widget_class, "preferences.say", "s", say);
  gtk_widget_class_install_action (widget_class, "preferences.strava", NULL, show_strava);
  gtk_widget_class_install_action (widget_class, "preferences.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "preferences.open-uri", "s", open_uri);
}

static void
sp_preferences_window_init (SpPreferencesWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/**
 * sp_preferences_window_new:
 * @opener: has the preferences, and the plugins they are about
 *
 * Returns: (transfer none): a new window
 */
GtkWindow *
sp_preferences_window_new (SpOpener *opener)
{
  SpPreferencesWindow *self;

  g_return_val_if_fail (SP_IS_OPENER (opener), NULL);

  self = g_object_new (SP_TYPE_PREFERENCES_WINDOW, NULL);
  self->opener = g_object_ref (opener);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (sp_sources_page_new (opener)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (self), ADW_PREFERENCES_PAGE (sp_data_page_new (opener)));

  return GTK_WINDOW (self);
}
