/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-preferences-window.h"

#include "ui/sp-data-page.h"
#include "ui/sp-sources-page.h"

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
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (widget), toast);
}

static void
sp_preferences_window_class_init (SpPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_preferences_window_dispose;
  gtk_widget_class_install_action (widget_class, "preferences.say", "s", say);
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
