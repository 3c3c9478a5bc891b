/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-rule-edits.h"

#include "api/sp-time.h"
#include "model/sp-competition-builder.h"

/**
 * sp_rule_edits_set_rules:
 * @competition: a competition
 * @rules: rules that hold on every board
 *
 * Returns: (transfer full): the competition with those rules
 */
SpCompetition *
sp_rule_edits_set_rules (SpCompetition *competition,
                         const SpRules *rules)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);

  sp_competition_builder_set_rules (builder, rules);

  return sp_competition_builder_end (builder);
}

/**
 * sp_rule_edits_set_series_sports:
 * @competition: a competition
 * @sports: (nullable) (array zero-terminated=1): what counts on the distance boards, %NULL for every kind of run
 *
 * Returns: (transfer full): the competition with those sports
 */
SpCompetition *
sp_rule_edits_set_series_sports (SpCompetition      *competition,
                                 const char * const *sports)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);

  sp_competition_builder_set_series_sports (builder, sports);

  return sp_competition_builder_end (builder);
}

static SpCompetition *
put_group (SpCompetition       *competition,
           const SpGroupValues *values)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);
  g_autoptr (SpGroup) group = sp_group_new (values);

  sp_competition_builder_put_group (builder, group);

  return sp_competition_builder_end (builder);
}

/**
 * sp_rule_edits_set_sports:
 * @competition: a competition
 * @key: the key of one of its groups
 * @sports: (nullable) (array zero-terminated=1): what counts on its board, %NULL for what the segment is for
 *
 * Returns: (transfer full): the competition with those sports
 */
SpCompetition *
sp_rule_edits_set_sports (SpCompetition      *competition,
                          const char         *key,
                          const char * const *sports)
{
  SpGroup *group = sp_competition_find_group (competition, key);
  SpGroupValues values;

  g_return_val_if_fail (group != NULL, NULL);

  values = *sp_group_get_values (group);
  values.sports = sports;

  return put_group (competition, &values);
}

/**
 * sp_rule_edits_set_closed:
 * @competition: a competition
 * @key: the key of one of its groups
 * @closed_local_s: when its board was closed, naive local; %SP_TIME_UNKNOWN to open it again
 *
 * Returns: (transfer full): the competition with that board closed or open
 */
SpCompetition *
sp_rule_edits_set_closed (SpCompetition *competition,
                          const char    *key,
                          gint64         closed_local_s)
{
  SpGroup *group = sp_competition_find_group (competition, key);
  SpGroupValues values;

  g_return_val_if_fail (group != NULL, NULL);

  values = *sp_group_get_values (group);
  values.closed = closed_local_s != SP_TIME_UNKNOWN;
  values.closed_local_s = closed_local_s;

  return put_group (competition, &values);
}

/**
 * sp_rule_edits_parse_sports:
 * @text: sports as they are typed, with commas between, for example “Run, TrailRun”
 * @sports: (out) (transfer full) (nullable) (array zero-terminated=1): each once, %NULL where none is named
 *
 * Returns: %FALSE where something in it can not be a sport
 */
gboolean
sp_rule_edits_parse_sports (const char   *text,
                            char       ***sports)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (text != NULL && sports != NULL, FALSE);

  *sports = NULL;
  words = g_strsplit_set (text, ",;", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);

      for (const char *c = word; *c != '\0'; c++)
        if (!g_ascii_isalpha (*c))
          return FALSE;
      if (*word != '\0' && !g_ptr_array_find_with_equal_func (found, word, g_str_equal, NULL))
        g_ptr_array_add (found, g_strdup (word));
    }
  if (found->len == 0)
    return TRUE;
  g_ptr_array_add (found, NULL);
  *sports = (char **) g_ptr_array_steal (found, NULL);

  return TRUE;
}
