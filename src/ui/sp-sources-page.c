/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-sources-page.h"

#include "platform/sp-directories.h"
#include "ui/sp-refused-row.h"
#include "ui/sp-source-row.h"

#include <glib/gi18n-lib.h>

/**
 * SpSourcesPage:
 *
 * Where runs come from: the sources that loaded, and those that did not with what to do about them.
 */
struct _SpSourcesPage
{
  AdwPreferencesPage parent_instance;

  SpOpener             *opener;  /* (owned) */
  AdwPreferencesGroup  *sources;
  AdwPreferencesGroup  *between;
  AdwPreferencesGroup  *refused;
  GPtrArray            *rows;    /* (owned) (element-type GtkWidget) */
};

G_DEFINE_FINAL_TYPE (SpSourcesPage, sp_sources_page, ADW_TYPE_PREFERENCES_PAGE)

static void
sp_sources_page_dispose (GObject *object)
{
  SpSourcesPage *self = SP_SOURCES_PAGE (object);

  if (self->opener != NULL)
    g_signal_handlers_disconnect_by_data (sp_opener_get_plugins (self->opener), self);
  g_clear_object (&self->opener);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sp_sources_page_parent_class)->dispose (object);
}

static void
sp_sources_page_class_init (SpSourcesPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_sources_page_dispose;
}

static void
add_row (SpSourcesPage       *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (SpSourcesPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (g_object_get_data (self->rows->pdata[i], "group"), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
keep_cb (GtkSwitch  *keep,
         GParamSpec *pspec,
         SpOpener   *opener)
{
  SpPreferences *preferences = sp_opener_get_preferences (opener);
  gboolean keeps = sp_preferences_get_cache_mode (preferences) != SP_CACHE_OFF;

  if (gtk_switch_get_active (keep) != keeps)
    sp_preferences_set_cache_mode (preferences, keeps ? SP_CACHE_OFF : SP_CACHE_ON);
}

static void
preferred_cb (GtkSwitch     *keep,
              SpPreferences *preferences)
{
  gtk_switch_set_active (keep, sp_preferences_get_cache_mode (preferences) != SP_CACHE_OFF);
}

/* What stands between a source and the competition; what keeps answers can be switched off here as well. */
static GtkWidget *
make_between_row (SpSourcesPage *self,
                  SpPlugin      *plugin)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = _(sp_plugin_get_name (plugin));
  GtkWidget *keep;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(sp_plugin_get_description (plugin)));
  if (!g_str_equal (sp_plugin_get_id (plugin), SP_SOURCE_CACHE))
    return row;
  keep = gtk_switch_new ();
  gtk_widget_set_valign (keep, GTK_ALIGN_CENTER);
  preferred_cb (GTK_SWITCH (keep), sp_opener_get_preferences (self->opener));
  g_signal_connect_object (sp_opener_get_preferences (self->opener), "changed", G_CALLBACK (preferred_cb), keep,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (keep), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (keep, "notify::active", G_CALLBACK (keep_cb), self->opener, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keep);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), keep);

  return row;
}

static GtkWidget *
make_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No source was found"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Install Segment Podium again, or name the folder of its plugins in "
                                 "SEGMENT_PODIUM_PLUGIN_PATH. Saved results can be opened all the same."));

  return row;
}

static void
show_plugins (SpSourcesPage *self)
{
  GListModel *plugins = G_LIST_MODEL (sp_opener_get_plugins (self->opener));
  SpSourceRow *first = NULL;
  gboolean any_refused = FALSE, any_between = FALSE;

  clear_rows (self);
  for (guint i = 0; i < g_list_model_get_n_items (plugins); i++)
    {
      g_autoptr (SpPlugin) plugin = g_list_model_get_item (plugins, i);
      GtkWidget *row;

      if (sp_plugin_get_error (plugin) != NULL)
        {
          add_row (self, self->refused, sp_refused_row_new (plugin));
          any_refused = TRUE;
        }
      else if (sp_plugin_get_kind (plugin) == SP_PLUGIN_SOURCE)
        {
          row = sp_source_row_new (self->opener, plugin, first);
          first = first != NULL ? first : SP_SOURCE_ROW (row);
          add_row (self, self->sources, row);
        }
      else
        {
          add_row (self, self->between, make_between_row (self, plugin));
          any_between = TRUE;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->between), any_between);
  if (first == NULL)
    add_row (self, self->sources, make_empty_row ());
  adw_preferences_group_set_description (self->refused, any_refused
                                         ? _("The rest of Segment Podium works without it.")
                                         : _("Every plugin that was found is in use."));
}

static void
look_again_cb (SpSourcesPage *self)
{
  g_auto (GStrv) dirs = sp_directories_list_plugins ();

  sp_plugin_loader_look_again (sp_opener_get_plugins (self->opener), (const char * const *) dirs);
}

static void
sp_sources_page_init (SpSourcesPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Look _Again"));

  self->rows = g_ptr_array_new ();
  adw_preferences_page_set_title (page, _("Sources"));
  adw_preferences_page_set_icon_name (page, "network-server-symbolic");
  self->sources = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->sources, _("Sources"));
  adw_preferences_group_set_description (self->sources,
                                         _("Where runs come from. A competition remembers its own."));
  adw_preferences_page_add (page, self->sources);
  self->between = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->between, _("Between the source and you"));
  adw_preferences_page_add (page, self->between);
  self->refused = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->refused, _("Not loaded"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (look_again_cb), self);
  adw_preferences_group_set_header_suffix (self->refused, button);
  adw_preferences_page_add (page, self->refused);
}

/**
 * sp_sources_page_new:
 * @opener: makes sources
 *
 * Returns: (transfer floating): a page of the preferences
 */
SpSourcesPage *
sp_sources_page_new (SpOpener *opener)
{
  SpSourcesPage *self;

  g_return_val_if_fail (SP_IS_OPENER (opener), NULL);

  self = g_object_new (SP_TYPE_SOURCES_PAGE, NULL);
  self->opener = g_object_ref (opener);
  g_signal_connect_swapped (sp_opener_get_plugins (opener), "items-changed", G_CALLBACK (show_plugins), self);
  show_plugins (self);

  return self;
}
