/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-group.h"

/**
 * SpGroup:
 *
 * What one segment board is about: a segment, its windows and its rules. Immutable.
 */
struct _SpGroup
{
  GObject parent_instance;

  SpGroupValues values;
};

G_DEFINE_FINAL_TYPE (SpGroup, sp_group, G_TYPE_OBJECT)

static void
sp_group_finalize (GObject *object)
{
  SpGroup *self = SP_GROUP (object);

  g_clear_pointer ((char **) &self->values.key, g_free);
  g_clear_pointer ((char **) &self->values.name, g_free);
  g_clear_pointer ((char ***) &self->values.sports, g_strfreev);
  g_clear_pointer (&self->values.windows, g_ptr_array_unref);

  G_OBJECT_CLASS (sp_group_parent_class)->finalize (object);
}

static void
sp_group_class_init (SpGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_group_finalize;
}

static void
sp_group_init (SpGroup *self)
{
}

/**
 * sp_group_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a group.
 *
 * Returns: (transfer full): a new segment group
 */
SpGroup *
sp_group_new (const SpGroupValues *values)
{
  SpGroup *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->key != NULL && values->name != NULL, NULL);
  g_return_val_if_fail (values->windows != NULL && values->windows->len > 0, NULL);
  g_return_val_if_fail (values->default_time_s >= 0 && values->min_distance_m >= 0, NULL);

  self = g_object_new (SP_TYPE_GROUP, NULL);
  self->values = *values;
  self->values.key = g_strdup (values->key);
  self->values.name = g_strdup (values->name);
  self->values.sports = (const char * const *) g_strdupv ((char **) values->sports);
  self->values.windows = values->windows != NULL ? g_ptr_array_ref (values->windows) : NULL;

  return self;
}

/**
 * sp_group_get_values:
 * @self: a segment group
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpGroupValues *
sp_group_get_values (SpGroup *self)
{
  g_return_val_if_fail (SP_IS_GROUP (self), NULL);

  return &self->values;
}

/**
 * sp_group_get_window:
 * @self: a segment group
 * @index: below the number of its windows
 *
 * Returns: (transfer none): one of its windows, in the order of the document
 */
SpWindow *
sp_group_get_window (SpGroup *self,
                     guint    index)
{
  g_return_val_if_fail (SP_IS_GROUP (self), NULL);
  g_return_val_if_fail (index < self->values.windows->len, NULL);

  return self->values.windows->pdata[index];
}

/**
 * sp_group_get_period:
 * @self: a segment group
 * @local: (out caller-allocates): from its first window's start to its last window's end, naive local
 *
 * Tells when the board begins and ends. Windows that end before they start do not count; where all do, the period is
 * inverted too.
 */
void
sp_group_get_period (SpGroup  *self,
                     SpPeriod *local)
{
  g_return_if_fail (SP_IS_GROUP (self));
  g_return_if_fail (local != NULL);

  local->start_s = G_MAXINT64;
  local->end_s = G_MININT64;
  for (guint i = 0; i < self->values.windows->len; i++)
    {
      const SpWindowValues *window = sp_window_get_values (sp_group_get_window (self, i));

      if (window->end_local_s < window->start_local_s)
        continue;
      local->start_s = MIN (local->start_s, window->start_local_s);
      local->end_s = MAX (local->end_s, window->end_local_s);
    }
}
