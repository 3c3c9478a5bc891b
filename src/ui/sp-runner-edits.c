/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runner-edits.h"

#include "model/sp-competition-builder.h"

#include <glib/gi18n-lib.h>

/**
 * sp_runner_edits_put:
 * @competition: a competition
 * @values: a runner
 *
 * Returns: (transfer full): the competition with that runner in place of the one with its key, or as a new one
 */
SpCompetition *
sp_runner_edits_put (SpCompetition        *competition,
                     const SpRunnerValues *values)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);
  g_autoptr (SpRunner) runner = sp_runner_new (values);

  sp_competition_builder_put_runner (builder, runner);

  return sp_competition_builder_end (builder);
}

/**
 * sp_runner_edits_remove:
 * @competition: a competition
 * @key: the key of a runner
 *
 * Returns: (transfer full): the competition without that runner
 */
SpCompetition *
sp_runner_edits_remove (SpCompetition *competition,
                        const char    *key)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);

  sp_competition_builder_remove_runner (builder, key);

  return sp_competition_builder_end (builder);
}

/**
 * sp_runner_edits_withdraw:
 * @competition: a competition
 * @key: the key of a runner of it
 *
 * Returns: (transfer full): the competition where nothing tells any more who that runner was
 */
SpCompetition *
sp_runner_edits_withdraw (SpCompetition *competition,
                          const char    *key)
{
  SpRunner *runner = sp_competition_find_runner (competition, key);
  SpRunnerValues values;

  g_return_val_if_fail (runner != NULL, NULL);

  values = *sp_runner_get_values (runner);
  values.name = _("Withdrawn runner");
  values.id = 0;
  values.birth_month = 0;
  values.birth_day = 0;
  values.consent_s = SP_TIME_UNKNOWN;

  return sp_runner_edits_put (competition, &values);
}

/**
 * sp_runner_edits_new_key:
 * @competition: a competition
 *
 * Returns: (transfer full): a key that no runner of it has
 */
char *
sp_runner_edits_new_key (SpCompetition *competition)
{
  guint n = sp_competition_get_n_runners (competition) + 1;
  char *key = g_strdup_printf ("runner-%u", n);

  while (sp_competition_find_runner (competition, key) != NULL)
    {
      g_free (key);
      key = g_strdup_printf ("runner-%u", ++n);
    }

  return key;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/**
 * sp_runner_edits_list_teams:
 * @competition: a competition
 * @distance: whether of the distance boards
 *
 * Returns: (transfer full) (element-type utf8): the names of its teams, each once, as people sort them
 */
GPtrArray *
sp_runner_edits_list_teams (SpCompetition *competition,
                            gboolean       distance)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    {
      const SpRunnerValues *runner = sp_runner_get_values (sp_competition_get_runner (competition, i));
      const char *team = distance ? runner->distance_team : runner->segment_team;

      if (team != NULL && g_hash_table_add (seen, (gpointer) team))
        g_ptr_array_add (names, g_strdup (team));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}
