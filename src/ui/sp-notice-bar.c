/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-notice-bar.h"

#include "ui/sp-api-keys.h"

#include <glib/gi18n-lib.h>

/* The source that needs an application of the organiser's own. */
#define GUIDED_SOURCE "strava"

/**
 * SpNoticeBar:
 *
 * What is missing before the open competition can be refreshed, one thing at a time, with the step that helps. What is
 * shown below it stays usable.
 */
struct _SpNoticeBar
{
  GtkBox parent_instance;

  SpOpenCompetition *open;        /* (owned) (nullable) */
  GCancellable      *cancellable; /* (owned) (nullable): of the look that is under way */
  GtkWidget         *revealer;
  GtkWidget         *label;
  GtkWidget         *button;
};

G_DEFINE_FINAL_TYPE (SpNoticeBar, sp_notice_bar, GTK_TYPE_BOX)

static void
stop_looking (SpNoticeBar *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
sp_notice_bar_dispose (GObject *object)
{
  SpNoticeBar *self = SP_NOTICE_BAR (object);

  stop_looking (self);
  g_clear_object (&self->open);

  G_OBJECT_CLASS (sp_notice_bar_parent_class)->dispose (object);
}

static void
sp_notice_bar_unroot (GtkWidget *widget)
{
  stop_looking (SP_NOTICE_BAR (widget));

  GTK_WIDGET_CLASS (sp_notice_bar_parent_class)->unroot (widget);
}

static void
sp_notice_bar_class_init (SpNoticeBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_notice_bar_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = sp_notice_bar_unroot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
sp_notice_bar_init (SpNoticeBar *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->revealer = gtk_revealer_new ();
  self->label = gtk_label_new (NULL);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (icon, "warning");
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (line, 6);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_widget_set_margin_start (line, 18);
  gtk_widget_set_margin_end (line, 12);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (outer), line);
  gtk_box_append (GTK_BOX (outer), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), outer);
  gtk_box_append (GTK_BOX (self), self->revealer);
  gtk_widget_set_hexpand (self->revealer, TRUE);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed", G_CALLBACK (sp_notice_bar_look), self,
                           G_CONNECT_SWAPPED);
}

static void
show_notice (SpNoticeBar *self,
             const char  *text,
             const char  *label,
             const char  *action)
{
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (self->button, action != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
}

static void
show_network (SpNoticeBar *self)
{
  if (g_network_monitor_get_network_available (g_network_monitor_get_default ()))
    show_notice (self, NULL, NULL, NULL);
  else
    show_notice (self, _("There is no network. What was fetched before is shown; refresh when it is back."),
                 _("Try Again"), "win.refresh");
}

static void
keys_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SpNoticeBar) self = user_data;
  g_autofree char *client_id = NULL;
  g_autoptr (GError) error = NULL;
  SpApiKeysPlace place;

  if (!sp_api_keys_load_finish (result, &place, &client_id, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_notice (self, _("Permissions can not be reached, so nobody can be asked: the desktop’s keyring does not "
                             "answer. Unlock it, or keep permissions in a file."), _("Preferences"),
                     "app.preferences");
      return;
    }
  if (self->open == NULL)
    return;
  if (place == SP_API_KEYS_NOWHERE &&
      g_str_equal (sp_source_get_id (sp_open_competition_get_source (self->open)), GUIDED_SOURCE))
    show_notice (self, _("Strava answers only through an API application of your own."), _("Set Up…"), "app.strava");
  else
    show_network (self);
}

/**
 * sp_notice_bar_look:
 * @self: a bar
 *
 * Looks again for what is missing.
 */
void
sp_notice_bar_look (SpNoticeBar *self)
{
  SpSource *source;
  SpSecretStore *secrets;
  g_autoptr (SpFetcher) fetcher = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SP_IS_NOTICE_BAR (self));

  stop_looking (self);
  source = self->open != NULL ? sp_open_competition_get_source (self->open) : NULL;
  if (source == NULL)
    {
      show_notice (self, NULL, NULL, NULL);
      return;
    }
  fetcher = sp_source_open_plain (source, 0, &error);
  if (g_error_matches (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN))
    {
      /* Translators: %s is the id of a plugin */
      text = g_strdup_printf (_("The source of this competition, “%s”, is not installed. What was saved is shown, but "
                                "can not be refreshed."), sp_source_get_id (source));
      show_notice (self, text, _("Preferences"), "app.preferences");
    }
  else if (fetcher == NULL)
    show_notice (self, error->message, _("Preferences"), "app.preferences");
  else if (!(sp_fetcher_get_features (fetcher) & SP_FETCHER_CONNECTS))
    show_notice (self, NULL, NULL, NULL);
  else
    {
      secrets = sp_fetcher_context_get_secrets (sp_fetcher_get_context (fetcher));
      self->cancellable = g_cancellable_new ();
      sp_api_keys_load_async (secrets, self->cancellable, keys_cb, g_object_ref (self));
    }
}

/**
 * sp_notice_bar_set_open:
 * @self: a bar
 * @open: (nullable): the competition that is shown
 *
 * Looks for what is missing to refresh it.
 */
void
sp_notice_bar_set_open (SpNoticeBar       *self,
                        SpOpenCompetition *open)
{
  g_return_if_fail (SP_IS_NOTICE_BAR (self));

  g_set_object (&self->open, open);
  sp_notice_bar_look (self);
}

/**
 * sp_notice_bar_get_text:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): what it says; %NULL where nothing is missing
 */
const char *
sp_notice_bar_get_text (SpNoticeBar *self)
{
  g_return_val_if_fail (SP_IS_NOTICE_BAR (self), NULL);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)) ? gtk_label_get_text (GTK_LABEL (self->label))
                                                                       : NULL;
}
