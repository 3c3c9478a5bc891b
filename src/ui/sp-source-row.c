/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-source-row.h"

#include "engine/sp-fetcher-options.h"
#include "ui/sp-api-keys.h"
#include "ui/sp-option-row.h"
#include "ui/sp-source-maker.h"

#include <glib/gi18n-lib.h>

/* The source with a page of its own that leads to what it needs. */
#define GUIDED_SOURCE "strava"

/**
 * SpSourceRow:
 *
 * A source of data: whether it is the usual one, what it allows now, and inside, its options.
 */
struct _SpSourceRow
{
  AdwExpanderRow parent_instance;

  SpOpener  *opener; /* (unowned) (nullable): expander rows outlive their windows in older libadwaita */
  SpPlugin  *plugin; /* (owned) */
  GtkWidget *radio;
  GtkWidget *application; /* (nullable): what the guided source needs first */
};

G_DEFINE_FINAL_TYPE (SpSourceRow, sp_source_row, ADW_TYPE_EXPANDER_ROW)

static void
sp_source_row_dispose (GObject *object)
{
  SpSourceRow *self = SP_SOURCE_ROW (object);

  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->plugin);

  G_OBJECT_CLASS (sp_source_row_parent_class)->dispose (object);
}

static void
sp_source_row_class_init (SpSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_source_row_dispose;
}

static void
sp_source_row_init (SpSourceRow *self)
{
  self->radio = gtk_check_button_new ();
  gtk_widget_set_valign (self->radio, GTK_ALIGN_CENTER);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->radio);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/* The span with the least left is the one that matters; nothing used is nothing to tell. */
static char *
say_quota (SpQuota *quota)
{
  const SpQuotaSpan *spans, *tight = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *when = NULL;
  gsize n_spans;

  spans = sp_quota_get_spans (quota, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].limit > 0 && spans[i].resume_at_us != 0
        && (tight == NULL || (gint64) spans[i].limit - spans[i].used < (gint64) tight->limit - tight->used))
      tight = &spans[i];
  if (tight == NULL || tight->used == 0)
    return NULL;
  utc = g_date_time_new_from_unix_utc (tight->resume_at_us / G_USEC_PER_SEC);
  local = g_date_time_to_local (utc);
  when = g_date_time_format (local, "%R");

  /* Translators: how many requests a source still allows, of how many, until a time of day */
  return g_strdup_printf (ngettext ("%u of %u request left until %s", "%u of %u requests left until %s", tight->limit),
                          tight->limit - MIN (tight->used, tight->limit), tight->limit, when);
}

/* What it is, or better, what it allows now; or why it can not be asked. */
static void
show_state (SpSourceRow *self)
{
  g_autoptr (SpSource) source = sp_opener_make_source (self->opener, sp_plugin_get_id (self->plugin), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpFetcher) fetcher = sp_source_open_plain (source, 0, &error);
  g_autoptr (SpQuota) quota = fetcher != NULL ? sp_fetcher_get_quota (fetcher) : NULL;
  g_autofree char *left = quota != NULL ? say_quota (quota) : NULL;
  const char *text = left;

  if (fetcher == NULL)
    text = error->message;
  else if (left == NULL)
    text = _(sp_plugin_get_description (self->plugin));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

static void
toggled_cb (SpSourceRow *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->radio)))
    sp_preferences_set_source (sp_opener_get_preferences (self->opener), sp_plugin_get_id (self->plugin));
}

/* A source that has more to say against its options than their types do is asked by making it. */
static char *
find_fault (SpSourceRow *self,
            GParamSpec  *option,
            const char  *value)
{
  SpPreferences *preferences = sp_opener_get_preferences (self->opener);
  g_auto (GStrv) kept = sp_preferences_list_options (preferences, sp_plugin_get_id (self->plugin));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *prefix = g_strdup_printf ("%s=", option->name);
  g_autofree char *edited = g_strconcat (prefix, value, NULL);
  g_auto (GStrv) options = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; kept[i] != NULL; i++)
    if (!g_str_has_prefix (kept[i], prefix))
      g_strv_builder_add (builder, kept[i]);
  if (value != NULL)
    g_strv_builder_add (builder, edited);
  options = g_strv_builder_end (builder);
  fetcher = sp_fetcher_options_create (sp_plugin_get_fetcher_type (self->plugin), (const char * const *) options, NULL,
                                       &error);

  return fetcher == NULL ? g_strdup (error->message) : NULL;
}

static char *
edited_cb (GtkWidget  *row,
           GParamSpec *option,
           const char *value,
           gpointer    user_data)
{
  SpSourceRow *self = user_data;
  char *fault = find_fault (self, option, value);

  if (fault != NULL)
    gtk_widget_activate_action (row, "preferences.say", "s", fault);
  else
    sp_preferences_set_option (sp_opener_get_preferences (self->opener), sp_plugin_get_id (self->plugin), option->name,
                               value);

  return fault;
}

static void
keys_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SpSourceRow) self = user_data;
  g_autofree char *path = NULL;
  g_autofree char *client_id = NULL;
  g_autofree char *words = NULL;
  SpApiKeysPlace place;

  if (self->opener == NULL)
    return;
  if (!sp_api_keys_load_finish (result, &place, &client_id, NULL))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->application),
                                   _("Not known: the place where permissions are kept does not answer"));
      return;
    }
  path = sp_preferences_get_token_file (sp_opener_get_preferences (self->opener));
  words = sp_api_keys_to_words (place, client_id, path != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->application), words);
}

/* Whenever it comes to be seen: it may have been set up meanwhile. */
static void
look_for_keys (SpSourceRow *self)
{
  g_autoptr (SpSecretStore) secrets = NULL;

  if (self->opener == NULL)
    return;
  secrets = sp_source_maker_open_secrets (sp_opener_get_preferences (self->opener), sp_plugin_get_id (self->plugin));
  sp_api_keys_load_async (secrets, NULL, keys_cb, g_object_ref (self));
}

static void
add_application (SpSourceRow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Set _Up…"));

  self->application = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->application), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->application), _("API application"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "preferences.strava");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->application), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->application), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->application);
  g_signal_connect_swapped (self->application, "map", G_CALLBACK (look_for_keys), self);
}

static void
add_options (SpSourceRow *self)
{
  g_autoptr (GPtrArray) options = sp_fetcher_options_list (sp_plugin_get_fetcher_type (self->plugin));
  const char *id = sp_plugin_get_id (self->plugin);

  for (guint i = 0; i < options->len; i++)
    {
      GParamSpec *option = options->pdata[i];
      g_autofree char *value = sp_preferences_get_option (sp_opener_get_preferences (self->opener), id, option->name);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), sp_option_row_new (option, value, edited_cb, self));
    }
}

/**
 * sp_source_row_new:
 * @opener: makes sources
 * @plugin: a source that loaded
 * @group: (nullable): another row, of which one alone is chosen
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sp_source_row_new (SpOpener    *opener,
                   SpPlugin    *plugin,
                   SpSourceRow *group)
{
  SpSourceRow *self;
  const char *name;
  g_autofree char *usual = NULL;

  g_return_val_if_fail (SP_IS_OPENER (opener) && SP_IS_PLUGIN (plugin), NULL);

  self = g_object_new (SP_TYPE_SOURCE_ROW, NULL);
  g_set_weak_pointer (&self->opener, opener);
  self->plugin = g_object_ref (plugin);
  name = _(sp_plugin_get_name (plugin));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->radio), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (self->radio), GTK_CHECK_BUTTON (group->radio));
  usual = sp_preferences_get_source (sp_opener_get_preferences (opener));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->radio), g_strcmp0 (usual, sp_plugin_get_id (plugin)) == 0);
  g_signal_connect_swapped (self->radio, "toggled", G_CALLBACK (toggled_cb), self);
  show_state (self);
  if (g_str_equal (sp_plugin_get_id (plugin), GUIDED_SOURCE))
    add_application (self);
  add_options (self);

  return GTK_WIDGET (self);
}
