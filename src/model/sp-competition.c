/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-competition-private.h"

#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/**
 * SpCompetition:
 *
 * What is run for: runners, the groups of the segment boards, the windows of the distance series, and the rules.
 * Immutable: a run, a board and a trace hold the one that they were made from, and an edit makes another, with a
 * [class@CompetitionBuilder].
 */
G_DEFINE_FINAL_TYPE (SpCompetition, sp_competition, G_TYPE_OBJECT)

static void
sp_competition_finalize (GObject *object)
{
  SpCompetition *self = SP_COMPETITION (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->series_sports, g_strfreev);
  g_clear_pointer (&self->runners, sp_keyed_list_free);
  g_clear_pointer (&self->groups, sp_keyed_list_free);
  g_clear_pointer (&self->series_windows, sp_keyed_list_free);

  G_OBJECT_CLASS (sp_competition_parent_class)->finalize (object);
}

static void
sp_competition_class_init (SpCompetitionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_competition_finalize;
}

static const char *
runner_key (gpointer item)
{
  return sp_runner_get_values (item)->key;
}

static const char *
group_key (gpointer item)
{
  return sp_group_get_values (item)->key;
}

static const char *
series_window_key (gpointer item)
{
  return sp_series_window_get_values (item)->key;
}

static void
sp_competition_init (SpCompetition *self)
{
  self->name = g_strdup ("");
  self->runners = sp_keyed_list_new (runner_key);
  self->groups = sp_keyed_list_new (group_key);
  self->series_windows = sp_keyed_list_new (series_window_key);
}

/**
 * sp_competition_get_name:
 * @self: a competition
 *
 * Returns: (transfer none): its name for people, may be empty
 */
const char *
sp_competition_get_name (SpCompetition *self)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  return self->name;
}

/**
 * sp_competition_get_rules:
 * @self: a competition
 *
 * Returns: (transfer none): the rules of every board
 */
const SpRules *
sp_competition_get_rules (SpCompetition *self)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  return &self->rules;
}

/**
 * sp_competition_get_series_sports:
 * @self: a competition
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the sports of the distance series, %NULL for runs
 */
const char * const *
sp_competition_get_series_sports (SpCompetition *self)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  return (const char * const *) self->series_sports;
}

/**
 * sp_competition_get_n_runners:
 * @self: a competition
 *
 * Returns: how many there are
 */
guint
sp_competition_get_n_runners (SpCompetition *self)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), 0);

  return self->runners->items->len;
}

/**
 * sp_competition_get_runner:
 * @self: a competition
 * @index: below their number
 *
 * Returns: (transfer none): the runner at that place, in the order of the document
 */
SpRunner *
sp_competition_get_runner (SpCompetition *self,
                           guint          index)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);
  g_return_val_if_fail (index < self->runners->items->len, NULL);

  return self->runners->items->pdata[index];
}

/**
 * sp_competition_find_runner:
 * @self: a competition
 * @key: (nullable): the key of a runner
 *
 * Returns: (transfer none) (nullable): it, %NULL where there is none
 */
SpRunner *
sp_competition_find_runner (SpCompetition *self,
                            const char    *key)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  return sp_keyed_list_find (self->runners, key);
}

/**
 * sp_competition_find_runner_by_id:
 * @self: a competition
 * @id: the source's id of a runner
 *
 * Returns: (transfer none) (nullable): the first runner with that id; nobody has 0
 */
SpRunner *
sp_competition_find_runner_by_id (SpCompetition *self,
                                  gint64         id)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  for (guint i = 0; id != 0 && i < self->runners->items->len; i++)
    if (sp_runner_get_values (self->runners->items->pdata[i])->id == id)
      return self->runners->items->pdata[i];

  return NULL;
}

/**
 * sp_competition_get_n_groups:
 * @self: a competition
 *
 * Returns: how many there are
 */
guint
sp_competition_get_n_groups (SpCompetition *self)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), 0);

  return self->groups->items->len;
}

/**
 * sp_competition_get_group:
 * @self: a competition
 * @index: below their number
 *
 * Returns: (transfer none): the group at that place, in the order of the document
 */
SpGroup *
sp_competition_get_group (SpCompetition *self,
                          guint          index)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);
  g_return_val_if_fail (index < self->groups->items->len, NULL);

  return self->groups->items->pdata[index];
}

/**
 * sp_competition_find_group:
 * @self: a competition
 * @key: (nullable): the key of a segment group
 *
 * Returns: (transfer none) (nullable): it, %NULL where there is none
 */
SpGroup *
sp_competition_find_group (SpCompetition *self,
                           const char    *key)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  return sp_keyed_list_find (self->groups, key);
}

/**
 * sp_competition_get_n_series_windows:
 * @self: a competition
 *
 * Returns: how many there are
 */
guint
sp_competition_get_n_series_windows (SpCompetition *self)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), 0);

  return self->series_windows->items->len;
}

/**
 * sp_competition_get_series_window:
 * @self: a competition
 * @index: below their number
 *
 * Returns: (transfer none): the window of the distance series at that place, in the order of the document
 */
SpSeriesWindow *
sp_competition_get_series_window (SpCompetition *self,
                                  guint          index)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);
  g_return_val_if_fail (index < self->series_windows->items->len, NULL);

  return self->series_windows->items->pdata[index];
}

/**
 * sp_competition_find_series_window:
 * @self: a competition
 * @key: (nullable): the key of a window of the distance series
 *
 * Returns: (transfer none) (nullable): it, %NULL where there is none
 */
SpSeriesWindow *
sp_competition_find_series_window (SpCompetition *self,
                                   const char    *key)
{
  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  return sp_keyed_list_find (self->series_windows, key);
}

/**
 * sp_competition_to_dates:
 * @self: a competition
 *
 * Returns: (transfer full): the first and last day of its segment boards, for people; empty without a board
 */
char *
sp_competition_to_dates (SpCompetition *self)
{
  SpPeriod all = { G_MAXINT64, G_MININT64 };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (SP_IS_COMPETITION (self), NULL);

  for (guint i = 0; i < self->groups->items->len; i++)
    {
      SpPeriod local;

      sp_group_get_period (self->groups->items->pdata[i], &local);
      all.start_s = MIN (all.start_s, local.start_s);
      all.end_s = MAX (all.end_s, local.end_s);
    }
  if (all.start_s > all.end_s)
    return g_strdup ("");
  from = sp_words_day (all.start_s);
  to = sp_words_day (all.end_s);

  /* Translators: the first and the last day of a competition */
  return g_strdup_printf (_("%s – %s"), from, to);
}
