/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-token-group.h"

#include "platform/sp-directories.h"
#include "platform/sp-file-secret-store.h"
#include "ui/sp-source-maker.h"

#include <glib/gi18n-lib.h>

#define FILE_NAME "tokens"
/* A key that no source uses: whether the store answers is all that is asked. */
#define TRIAL_SCOPE "preferences"
#define TRIAL_KEY "trial"

/**
 * SpTokenGroup:
 *
 * Where permissions are kept, whether that place works, and another one for desktops without a keyring.
 */
struct _SpTokenGroup
{
  AdwPreferencesGroup parent_instance;

  SpOpener     *opener;      /* (unowned) (nullable) */
  GCancellable *cancellable; /* (owned): of the trial under way */
  GtkWidget    *place;
  GtkWidget    *icon;
  GtkWidget    *in_file;
};

G_DEFINE_FINAL_TYPE (SpTokenGroup, sp_token_group, ADW_TYPE_PREFERENCES_GROUP)

static void
sp_token_group_dispose (GObject *object)
{
  SpTokenGroup *self = SP_TOKEN_GROUP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->opener);

  G_OBJECT_CLASS (sp_token_group_parent_class)->dispose (object);
}

/* libadwaita 1.2 keeps groups when their window of preferences goes. */
static void
sp_token_group_unroot (GtkWidget *widget)
{
  SpTokenGroup *self = SP_TOKEN_GROUP (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  GTK_WIDGET_CLASS (sp_token_group_parent_class)->unroot (widget);
}

static void
sp_token_group_class_init (SpTokenGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_token_group_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = sp_token_group_unroot;
}

static void
show_place (SpTokenGroup *self,
            const char   *text,
            gboolean      good)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), good ? "sp-complete-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (self->icon, good ? "warning" : "success");
  gtk_widget_add_css_class (self->icon, good ? "success" : "warning");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->place), text);
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SpTokenGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *nothing = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  if (nothing != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->opener == NULL)
    return;
  path = sp_preferences_get_token_file (sp_opener_get_preferences (self->opener));
  if (error == NULL)
    show_place (self, path != NULL ? path : _("It answers. The desktop locks it when you sign out."), TRUE);
  else if (path != NULL)
    show_place (self, error->message, FALSE);
  else
    show_place (self, _("It does not answer, so no runner can be connected and none can be asked. Unlock or start it "
                        "(GNOME Keyring or KWallet), or keep permissions in a file below."), FALSE);
}

static void
try_place (SpTokenGroup *self)
{
  SpPreferences *preferences = sp_opener_get_preferences (self->opener);
  g_autoptr (SpSecretStore) store = sp_source_maker_open_secrets (preferences, TRIAL_SCOPE);
  g_autofree char *path = sp_preferences_get_token_file (preferences);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Translators: where permissions are kept */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place), path != NULL ? _("File") : _("Keyring"));
  show_place (self, _("Looking …"), TRUE);
  sp_secret_store_lookup_async (store, TRIAL_KEY, self->cancellable, tried_cb, g_object_ref (self));
}

/* The file is tried before it is preferred. */
static void
switched_cb (SpTokenGroup *self)
{
  SpPreferences *preferences = sp_opener_get_preferences (self->opener);
  g_autofree char *path = sp_directories_get_data (FILE_NAME);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (SpFileSecretStore) file = sp_file_secret_store_new (path);
  g_autoptr (GError) error = NULL;
  gboolean wanted = gtk_switch_get_active (GTK_SWITCH (self->in_file));

  if (wanted && (!sp_directories_make (folder, &error) || !sp_file_secret_store_check (file, &error)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "preferences.say", "s", error->message);
      gtk_switch_set_active (GTK_SWITCH (self->in_file), FALSE);
      return;
    }
  sp_preferences_set_token_file (preferences, wanted ? path : NULL);
  try_place (self);
}

static void
sp_token_group_init (SpTokenGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_group_set_title (group, _("Permissions"));
  adw_preferences_group_set_description (group,
                                         _("What lets this program ask for a runner. Never part of a competition’s "
                                           "file, a workbook or a log."));
  self->place = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->place), FALSE);
  self->icon = gtk_image_new ();
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->place), self->icon);
  adw_preferences_group_add (group, self->place);

  self->in_file = gtk_switch_new ();
  gtk_widget_set_valign (self->in_file, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Keep them in a file"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("For desktops without a keyring. Only you can read it, but it is not encrypted; "
                                 "runners connected before have to connect again."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->in_file), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keep them in a file"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->in_file);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->in_file);
  adw_preferences_group_add (group, row);
}

/**
 * sp_token_group_new:
 * @opener: has the preferences
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
sp_token_group_new (SpOpener *opener)
{
  SpTokenGroup *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (SP_IS_OPENER (opener), NULL);

  self = g_object_new (SP_TYPE_TOKEN_GROUP, NULL);
  g_set_weak_pointer (&self->opener, opener);
  path = sp_preferences_get_token_file (sp_opener_get_preferences (opener));
  gtk_switch_set_active (GTK_SWITCH (self->in_file), path != NULL);
  g_signal_connect_swapped (self->in_file, "notify::active", G_CALLBACK (switched_cb), self);
  try_place (self);

  return GTK_WIDGET (self);
}
