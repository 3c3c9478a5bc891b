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

  SpCompetition *next;
  GHashTable    *runners;        /* (owned) key to index + 1; so are these two */
  GHashTable    *groups;
  GHashTable    *series_windows;
};

G_DEFINE_FINAL_TYPE (SpCompetitionBuilder, sp_competition_builder, G_TYPE_OBJECT)

static void
sp_competition_builder_finalize (GObject *object)
{
  SpCompetitionBuilder *self = SP_COMPETITION_BUILDER (object);

  g_clear_object (&self->next);
  g_clear_pointer (&self->runners, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->series_windows, g_hash_table_unref);

  G_OBJECT_CLASS (sp_competition_builder_parent_class)->finalize (object);
}

static void
sp_competition_builder_class_init (SpCompetitionBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_competition_builder_finalize;
}

static void
begin (SpCompetitionBuilder *self)
{
  self->next = g_object_new (SP_TYPE_COMPETITION, NULL);
  self->next->name = g_strdup ("");
  self->next->runners = g_ptr_array_new_with_free_func (g_object_unref);
  self->next->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->next->series_windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_remove_all (self->runners);
  g_hash_table_remove_all (self->groups);
  g_hash_table_remove_all (self->series_windows);
}

static void
sp_competition_builder_init (SpCompetitionBuilder *self)
{
  self->runners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->series_windows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  begin (self);
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
enter (GHashTable *places,
       const char *key,
       guint       index)
{
  g_hash_table_insert (places, g_strdup (key), GUINT_TO_POINTER (index + 1));
}

static gboolean
find (GHashTable *places,
      const char *key,
      guint      *index)
{
  *index = GPOINTER_TO_UINT (g_hash_table_lookup (places, key)) - 1;

  return *index != G_MAXUINT;
}

static gboolean
put (GPtrArray  *items,
     GHashTable *places,
     const char *key,
     gpointer    item)
{
  guint index;

  if (find (places, key, &index))
    {
      g_object_unref (items->pdata[index]);
      items->pdata[index] = g_object_ref (item);
      return FALSE;
    }
  enter (places, key, items->len);
  g_ptr_array_add (items, g_object_ref (item));

  return TRUE;
}

/* Those after it move up. */
static gboolean
take_out (GPtrArray    *items,
          GHashTable   *places,
          const char *(*get_key) (gpointer item),
          const char   *key)
{
  guint index;

  if (!find (places, key, &index))
    return FALSE;
  g_hash_table_remove (places, key);
  g_ptr_array_remove_index (items, index);
  for (guint i = index; i < items->len; i++)
    enter (places, get_key (items->pdata[i]), i);

  return TRUE;
}

static void
take_over (GPtrArray    *items,
           GHashTable   *places,
           const char *(*get_key) (gpointer item),
           GPtrArray    *from)
{
  for (guint i = 0; i < from->len; i++)
    put (items, places, get_key (from->pdata[i]), from->pdata[i]);
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
  take_over (self->next->runners, self->runners, runner_key, competition->runners);
  take_over (self->next->groups, self->groups, group_key, competition->groups);
  take_over (self->next->series_windows, self->series_windows, series_window_key, competition->series_windows);

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

  return put (self->next->runners, self->runners, runner_key (runner), runner);
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

  return take_out (self->next->runners, self->runners, runner_key, key);
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

  return put (self->next->groups, self->groups, group_key (group), group);
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

  return take_out (self->next->groups, self->groups, group_key, key);
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

  return put (self->next->series_windows, self->series_windows, series_window_key (window), window);
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

  return take_out (self->next->series_windows, self->series_windows, series_window_key, key);
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

  competition = g_steal_pointer (&self->next);
  begin (self);

  return competition;
}
