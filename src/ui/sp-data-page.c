/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-data-page.h"

#include "platform/sp-directories.h"
#include "ui/sp-folder-button.h"
#include "ui/sp-kept-group.h"
#include "ui/sp-token-group.h"

#include <glib/gi18n-lib.h>

static void
add_folder (AdwPreferencesGroup *group,
            const char          *title,
            const char          *path)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sp_folder_button_new (_("Show Folder"), path));
  adw_preferences_group_add (group, row);
}

/**
 * sp_data_page_new:
 * @opener: makes sources, and has the preferences
 *
 * Makes the page of the preferences about what is kept, where, and how to be rid of it.
 *
 * Returns: (transfer floating): an #AdwPreferencesPage
 */
GtkWidget *
sp_data_page_new (SpOpener *opener)
{
  AdwPreferencesPage *page;
  AdwPreferencesGroup *folders;
  g_autofree char *answers = sp_directories_get_cache (NULL);
  g_autofree char *own = sp_directories_get_data (NULL);

  g_return_val_if_fail (SP_IS_OPENER (opener), NULL);

  page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_preferences_page_set_title (page, _("Data"));
  adw_preferences_page_set_icon_name (page, "drive-harddisk-symbolic");
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (sp_kept_group_new (opener)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (sp_token_group_new (opener)));
  folders = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (folders, _("Where it is"));
  adw_preferences_group_set_description (folders, _("Competitions are where you saved them, and nowhere else."));
  add_folder (folders, _("Answers: can be fetched again"), answers);
  add_folder (folders, _("Unsaved work, and plugins of your own"), own);
  adw_preferences_page_add (page, folders);

  return GTK_WIDGET (page);
}
