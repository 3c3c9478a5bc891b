/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-split.h"

#include "model/sp-competition-builder.h"

#include <glib/gi18n-lib.h>

static SpGroup *
make_group (SpGroup *group,
            guint    index)
{
  SpGroupValues values = *sp_group_get_values (group);
  SpWindow *window = sp_group_get_window (group, index);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *key = g_strdup_printf ("%s/%u", values.key, index + 1);
  g_autofree char *title = sp_window_to_title (window);
  /* Translators: a board of one window: the segment's name, then the window's */
  g_autofree char *name = g_strdup_printf (_("%s - %s"), values.name, title);

  g_ptr_array_add (windows, g_object_ref (window));
  values.key = key;
  values.name = name;
  values.windows = windows;

  return sp_group_new (&values);
}

/**
 * sp_split_windows:
 * @competition: a competition
 *
 * Makes each window a board of its own, named "NAME - LABEL", or "NAME - START to END" where the window has no label.
 * Runners, rules and the distance series stay as they are.
 *
 * Returns: (transfer full): another competition
 */
SpCompetition *
sp_split_windows (SpCompetition *competition)
{
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  guint n_groups;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  builder = sp_competition_builder_new_from (competition);
  n_groups = sp_competition_get_n_groups (competition);
  for (guint i = 0; i < n_groups; i++)
    sp_competition_builder_remove_group (builder,
                                         sp_group_get_values (sp_competition_get_group (competition, i))->key);
  for (guint i = 0; i < n_groups; i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);

      for (guint j = 0; j < sp_group_get_values (group)->windows->len; j++)
        {
          g_autoptr (SpGroup) part = make_group (group, j);

          sp_competition_builder_put_group (builder, part);
        }
    }

  return sp_competition_builder_end (builder);
}
