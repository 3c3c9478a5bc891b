/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-strava-page.h"

#include "ui/sp-api-keys.h"
#include "ui/sp-source-maker.h"

#include <glib/gi18n-lib.h>

#define SOURCE "strava"
#define CALLBACK_DOMAIN "localhost"

/**
 * SpStravaPage:
 *
 * How an organiser comes to an API application of their own, where to enter it, and what Strava asks of them.
 */
struct _SpStravaPage
{
  GtkBox parent_instance;

  SpPreferences *preferences; /* (owned) */
  GCancellable  *cancellable; /* (owned) */
  GtkWidget     *state;
  GtkWidget     *state_icon;
  GtkWidget     *client_id;
  GtkWidget     *client_secret;
  GtkWidget     *save_button;
  GtkWidget     *remove_button;
};

G_DEFINE_FINAL_TYPE (SpStravaPage, sp_strava_page, GTK_TYPE_BOX)

static void
show_state (SpStravaPage *self,
            const char   *text,
            const char   *icon,
            const char   *colour)
{
  static const char * const colours[] = { "success", "warning", "dim-label" };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    gtk_widget_remove_css_class (self->state_icon, colours[i]);
  gtk_widget_add_css_class (self->state_icon, colour);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), icon);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->state), text);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SpStravaPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *client_id = NULL;
  g_autofree char *words = NULL;
  SpApiKeysPlace place;

  if (!sp_api_keys_load_finish (result, &place, &client_id, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_state (self, _("The keyring does not answer. Unlock or start it, or keep permissions in a file: "
                            "Preferences, Data."), "dialog-warning-symbolic", "warning");
      return;
    }
  path = sp_preferences_get_token_file (self->preferences);
  words = sp_api_keys_to_words (place, client_id, path != NULL);
  if (place == SP_API_KEYS_NOWHERE)
    show_state (self, words, "sp-upcoming-symbolic", "dim-label");
  else
    show_state (self, words, "sp-complete-symbolic", "success");
  gtk_widget_set_visible (self->remove_button, place == SP_API_KEYS_STORE);
}

static void
load (SpStravaPage *self)
{
  g_autoptr (SpSecretStore) secrets = sp_source_maker_open_secrets (self->preferences, SOURCE);

  sp_api_keys_load_async (secrets, self->cancellable, loaded_cb, g_object_ref (self));
}

static char *
get_text (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

static void
on_edited (SpStravaPage *self)
{
  g_autofree char *id = get_text (self->client_id);
  g_autofree char *secret = get_text (self->client_secret);
  gboolean good_id = is_number (id);

  if (*id != '\0' && !good_id)
    gtk_widget_add_css_class (self->client_id, "error");
  else
    gtk_widget_remove_css_class (self->client_id, "error");
  gtk_widget_set_sensitive (self->save_button, good_id && *secret != '\0');
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SpStravaPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sp_api_keys_save_finish (result, &error))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->client_id), "");
      gtk_editable_set_text (GTK_EDITABLE (self->client_secret), "");
      load (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_state (self, error->message, "dialog-warning-symbolic", "warning");
      on_edited (self);
    }
}

static void
on_save (SpStravaPage *self)
{
  g_autoptr (SpSecretStore) secrets = sp_source_maker_open_secrets (self->preferences, SOURCE);
  g_autofree char *id = get_text (self->client_id);
  g_autofree char *secret = get_text (self->client_secret);

  gtk_widget_set_sensitive (self->save_button, FALSE);
  sp_api_keys_save_async (secrets, id, secret, self->cancellable, saved_cb, g_object_ref (self));
}

static void
on_remove (SpStravaPage *self)
{
  g_autoptr (SpSecretStore) secrets = sp_source_maker_open_secrets (self->preferences, SOURCE);

  sp_api_keys_save_async (secrets, NULL, NULL, self->cancellable, saved_cb, g_object_ref (self));
}

static void
on_copy_domain (SpStravaPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), CALLBACK_DOMAIN);
  gtk_widget_activate_action (GTK_WIDGET (self), "preferences.say", "s", _("“localhost” was copied."));
}

static void
sp_strava_page_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (SP_STRAVA_PAGE (widget)->cancellable);

  GTK_WIDGET_CLASS (sp_strava_page_parent_class)->unroot (widget);
}

static void
sp_strava_page_dispose (GObject *object)
{
  SpStravaPage *self = SP_STRAVA_PAGE (object);

  g_clear_object (&self->preferences);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sp_strava_page_parent_class)->dispose (object);
}

static void
sp_strava_page_class_init (SpStravaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_strava_page_dispose;
  widget_class->unroot = sp_strava_page_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-strava-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpStravaPage, state);
  gtk_widget_class_bind_template_child (widget_class, SpStravaPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SpStravaPage, client_id);
  gtk_widget_class_bind_template_child (widget_class, SpStravaPage, client_secret);
  gtk_widget_class_bind_template_child (widget_class, SpStravaPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, SpStravaPage, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_domain);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
sp_strava_page_init (SpStravaPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  on_edited (self);
}

/**
 * sp_strava_page_new:
 * @preferences: what the organiser prefers, and with it where secrets are kept
 *
 * Returns: (transfer floating): a page to be shown over those of the preferences
 */
GtkWidget *
sp_strava_page_new (SpPreferences *preferences)
{
  SpStravaPage *self;

  g_return_val_if_fail (SP_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (SP_TYPE_STRAVA_PAGE, NULL);
  self->preferences = g_object_ref (preferences);
  load (self);

  return GTK_WIDGET (self);
}
