/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-competition-builder.h"

#include "model/sp-competition-private.h"

/**
 * SpCompetitionBuilder:
 *
 * Puts a competition together, or makes an edited one from one that is there.
 */
struct _SpCompetitionBuilder
{
  GObject parent_instance;

  SpCompetition *next; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpCompetitionBuilder, sp_competition_builder, G_TYPE_OBJECT)

static void
sp_competition_builder_finalize (GObject *object)
{
  SpCompetitionBuilder *self = SP_COMPETITION_BUILDER (object);

  g_clear_object (&self->next);

  G_OBJECT_CLASS (sp_competition_builder_parent_class)->finalize (object);
}

static void
sp_competition_builder_class_init (SpCompetitionBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_competition_builder_finalize;
}

static void
sp_competition_builder_init (SpCompetitionBuilder *self)
{
  self->next = g_object_new (SP_TYPE_COMPETITION, NULL);
}

/**
 * sp_competition_builder_new:
 *
 * Returns: (transfer full): a builder of a competition with nothing in it
 */
SpCompetitionBuilder *
sp_competition_builder_new (void)
{
  return g_object_new (SP_TYPE_COMPETITION_BUILDER, NULL);
}

/**
 * sp_competition_builder_new_from:
 * @competition: a competition
 *
 * Returns: (transfer full): a builder that begins with what @competition has
 */
SpCompetitionBuilder *
sp_competition_builder_new_from (SpCompetition *competition)
{
  SpCompetitionBuilder *self;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  self = sp_competition_builder_new ();
  sp_competition_builder_set_name (self, competition->name);
  sp_competition_builder_set_rules (self, &competition->rules);
  sp_competition_builder_set_series_sports (self, (const char * const *) competition->series_sports);
  sp_keyed_list_put_all (self->next->runners, competition->runners);
  sp_keyed_list_put_all (self->next->groups, competition->groups);
  sp_keyed_list_put_all (self->next->series_windows, competition->series_windows);

  return self;
}

/**
 * sp_competition_builder_set_name:
 * @self: a builder
 * @name: the name for people, may be empty
 *
 * Sets the name.
 */
void
sp_competition_builder_set_name (SpCompetitionBuilder *self,
                                 const char           *name)
{
  g_return_if_fail (SP_IS_COMPETITION_BUILDER (self));
  g_return_if_fail (name != NULL);

  g_free (self->next->name);
  self->next->name = g_strdup (name);
}

/**
 * sp_competition_builder_set_rules:
 * @self: a builder
 * @rules: the rules of every board
 *
 * Sets the rules.
 */
void
sp_competition_builder_set_rules (SpCompetitionBuilder *self,
                                  const SpRules        *rules)
{
  g_return_if_fail (SP_IS_COMPETITION_BUILDER (self));
  g_return_if_fail (rules != NULL);

  self->next->rules = *rules;
}

/**
 * sp_competition_builder_set_series_sports:
 * @self: a builder
 * @sports: (nullable) (array zero-terminated=1): the sports of the distance series, %NULL for runs
 *
 * Sets what counts in the distance series.
 */
void
sp_competition_builder_set_series_sports (SpCompetitionBuilder *self,
                                          const char * const   *sports)
{
  g_return_if_fail (SP_IS_COMPETITION_BUILDER (self));

  g_clear_pointer (&self->next->series_sports, g_strfreev);
  self->next->series_sports = g_strdupv ((char **) sports);
}

/**
 * sp_competition_builder_put_runner:
 * @self: a builder
 * @runner: a runner
 *
 * Puts it in the place of the one with the same key, or at the end.
 *
 * Returns: whether it is new
 */
gboolean
sp_competition_builder_put_runner (SpCompetitionBuilder *self,
                                   SpRunner             *runner)
{
  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), FALSE);
  g_return_val_if_fail (SP_IS_RUNNER (runner), FALSE);

  return sp_keyed_list_put (self->next->runners, runner);
}

/**
 * sp_competition_builder_remove_runner:
 * @self: a builder
 * @key: the key of a runner
 *
 * Takes it out.
 *
 * Returns: whether there was one
 */
gboolean
sp_competition_builder_remove_runner (SpCompetitionBuilder *self,
                                      const char           *key)
{
  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return sp_keyed_list_remove (self->next->runners, key);
}

/**
 * sp_competition_builder_put_group:
 * @self: a builder
 * @group: a segment group
 *
 * Puts it in the place of the one with the same key, or at the end.
 *
 * Returns: whether it is new
 */
gboolean
sp_competition_builder_put_group (SpCompetitionBuilder *self,
                                  SpGroup              *group)
{
  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), FALSE);
  g_return_val_if_fail (SP_IS_GROUP (group), FALSE);

  return sp_keyed_list_put (self->next->groups, group);
}

/**
 * sp_competition_builder_remove_group:
 * @self: a builder
 * @key: the key of a segment group
 *
 * Takes it out.
 *
 * Returns: whether there was one
 */
gboolean
sp_competition_builder_remove_group (SpCompetitionBuilder *self,
                                     const char           *key)
{
  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return sp_keyed_list_remove (self->next->groups, key);
}

/**
 * sp_competition_builder_put_series_window:
 * @self: a builder
 * @window: a window of the distance series
 *
 * Puts it in the place of the one with the same key, or at the end.
 *
 * Returns: whether it is new
 */
gboolean
sp_competition_builder_put_series_window (SpCompetitionBuilder *self,
                                          SpSeriesWindow       *window)
{
  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), FALSE);
  g_return_val_if_fail (SP_IS_SERIES_WINDOW (window), FALSE);

  return sp_keyed_list_put (self->next->series_windows, window);
}

/**
 * sp_competition_builder_remove_series_window:
 * @self: a builder
 * @key: the key of a window of the distance series
 *
 * Takes it out.
 *
 * Returns: whether there was one
 */
gboolean
sp_competition_builder_remove_series_window (SpCompetitionBuilder *self,
                                             const char           *key)
{
  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  return sp_keyed_list_remove (self->next->series_windows, key);
}

/**
 * sp_competition_builder_end:
 * @self: a builder
 *
 * Hands the competition out. The builder begins anew, with nothing in it.
 *
 * Returns: (transfer full): the competition
 */
SpCompetition *
sp_competition_builder_end (SpCompetitionBuilder *self)
{
  SpCompetition *competition;

  g_return_val_if_fail (SP_IS_COMPETITION_BUILDER (self), NULL);

  competition = self->next;
  self->next = g_object_new (SP_TYPE_COMPETITION, NULL);

  return competition;
}
