/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-refused-row.h"

#include "ui/sp-folder-button.h"

#include <glib/gi18n-lib.h>

/* What the organiser can do about it, by why it was refused. */
static const char * const remedies[] = {
  [SP_PLUGIN_ERROR_UNREADABLE] = N_("Allow this file to be read, or remove it."),
  [SP_PLUGIN_ERROR_NO_MODULE] = N_("Remove the file, or install the plugin again."),
  [SP_PLUGIN_ERROR_CUT_OFF] = N_("Install the plugin again: it was not copied to its end."),
  [SP_PLUGIN_ERROR_CRASHES] = N_("Ask its author for a newer version, or remove the file."),
  [SP_PLUGIN_ERROR_UNLOADABLE] = N_("Ask its author for a build for this system, or install what it needs."),
  [SP_PLUGIN_ERROR_NO_ENTRY] = N_("Remove the file: it belongs to another program."),
  [SP_PLUGIN_ERROR_OTHER_API] =
    N_("Ask its author for a build for this version of Segment Podium, or remove the file."),
  [SP_PLUGIN_ERROR_BAD_ENTRY] = N_("Tell its author what stands above, or remove the file."),
  [SP_PLUGIN_ERROR_ID_TAKEN] = N_("Remove one of the two files."),
};

static const char *
get_remedy (const GError *error)
{
  const char *remedy = NULL;

  if (error->domain == SP_PLUGIN_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (remedies))
    remedy = remedies[error->code];

  return remedy != NULL ? _(remedy) : _("Remove the file, or ask its author for help.");
}

/**
 * sp_refused_row_new:
 * @plugin: a plugin that did not load
 *
 * Makes a row that says why, and inside what to do.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
sp_refused_row_new (SpPlugin *plugin)
{
  GtkWidget *row, *icon, *inside, *button;
  const GError *error;

  g_return_val_if_fail (SP_IS_PLUGIN (plugin), NULL);

  error = sp_plugin_get_error (plugin);
  g_return_val_if_fail (error != NULL, NULL);

  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sp_plugin_get_name (plugin));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sp_plugin_get_name (plugin), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), error->message);
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (icon, "warning");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);

  inside = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (inside), _("What to do"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (inside), get_remedy (error));
  button = sp_folder_button_new (_("_Show File"), sp_plugin_get_path (plugin));
  adw_action_row_add_suffix (ADW_ACTION_ROW (inside), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), inside);

  return row;
}
