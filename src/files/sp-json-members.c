/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-members.h"

/* Keys point into the competition's members, which live as long as it. */
struct _SpJsonMembers
{
  SpCompetition *competition; /* (owned) */
  GHashTable    *runners;     /* (owned) (element-type utf8 SpRunner) */
  GHashTable    *groups;      /* (owned) (element-type utf8 SpGroup) */
  GHashTable    *windows;     /* (owned) (element-type utf8 SpSeriesWindow) */
};

/**
 * sp_json_members_new:
 * @competition: a competition
 *
 * Makes the members of a competition quick to find by their keys.
 *
 * Returns: (transfer full): the members
 */
SpJsonMembers *
sp_json_members_new (SpCompetition *competition)
{
  SpJsonMembers *self;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  self = g_new0 (SpJsonMembers, 1);
  self->competition = g_object_ref (competition);
  self->runners = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->windows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    {
      SpRunner *runner = sp_competition_get_runner (competition, i);

      g_hash_table_insert (self->runners, (gpointer) sp_runner_get_values (runner)->key, runner);
    }
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);

      g_hash_table_insert (self->groups, (gpointer) sp_group_get_values (group)->key, group);
    }
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    {
      SpSeriesWindow *window = sp_competition_get_series_window (competition, i);

      g_hash_table_insert (self->windows, (gpointer) sp_series_window_get_values (window)->key, window);
    }

  return self;
}

/**
 * sp_json_members_free:
 * @self: (transfer full): members
 *
 * Frees @self.
 */
void
sp_json_members_free (SpJsonMembers *self)
{
  g_hash_table_unref (self->runners);
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->windows);
  g_object_unref (self->competition);
  g_free (self);
}

/**
 * sp_json_members_get_runner:
 * @self: members
 * @key: (nullable): the key of a runner
 *
 * Returns: (transfer none) (nullable): the runner, %NULL where there is none
 */
SpRunner *
sp_json_members_get_runner (SpJsonMembers *self,
                            const char    *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return key != NULL ? g_hash_table_lookup (self->runners, key) : NULL;
}

/**
 * sp_json_members_get_group:
 * @self: members
 * @key: (nullable): the key of a segment group
 *
 * Returns: (transfer none) (nullable): the group, %NULL where there is none
 */
SpGroup *
sp_json_members_get_group (SpJsonMembers *self,
                           const char    *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return key != NULL ? g_hash_table_lookup (self->groups, key) : NULL;
}

/**
 * sp_json_members_get_series_window:
 * @self: members
 * @key: (nullable): the key of a window of the distance series
 *
 * Returns: (transfer none) (nullable): the window, %NULL where there is none
 */
SpSeriesWindow *
sp_json_members_get_series_window (SpJsonMembers *self,
                                   const char    *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return key != NULL ? g_hash_table_lookup (self->windows, key) : NULL;
}
