/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-team-filter.h"

#include <glib/gi18n-lib.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/* Whether the drop-down has these names already: then it is left alone, maybe it is open. */
static gboolean
has_names (GListModel *model,
           GPtrArray  *names)
{
  if (model == NULL || g_list_model_get_n_items (model) != names->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names->pdata[i]) != 0)
      return FALSE;

  return TRUE;
}

/**
 * sp_team_filter_set_board:
 * @filter: a drop-down
 * @board: a board
 *
 * Lists the board's teams, after one entry for all of them. A team that was chosen stays so.
 */
void
sp_team_filter_set_board (GtkDropDown *filter,
                          SpBoard     *board)
{
  GListModel *teams = sp_board_get_values (board)->teams;
  g_autofree char *chosen = g_strdup (sp_team_filter_get (filter));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) list = NULL;
  guint selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (SpTeamRow) team = g_list_model_get_item (teams, i);

      g_ptr_array_add (names, g_strdup (sp_team_row_get_values (team)->name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_insert (names, 0, g_strdup (_("All teams")));
  if (has_names (gtk_drop_down_get_model (filter), names))
    return;

  list = gtk_string_list_new (NULL);
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (list, names->pdata[i]);
      if (i > 0 && g_strcmp0 (names->pdata[i], chosen) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (filter, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (filter, selected);
}

/**
 * sp_team_filter_get:
 * @filter: a drop-down
 *
 * Returns: (transfer none) (nullable): the chosen team, %NULL for all
 */
const char *
sp_team_filter_get (GtkDropDown *filter)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (filter);

  return item != NULL && gtk_drop_down_get_selected (filter) > 0 ? gtk_string_object_get_string (item) : NULL;
}
