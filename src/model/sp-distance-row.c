/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-distance-row.h"

/**
 * SpDistanceRow:
 *
 * How one runner stands on one distance board. Immutable.
 */
struct _SpDistanceRow
{
  GObject parent_instance;

  SpDistanceRowValues values;
};

G_DEFINE_FINAL_TYPE (SpDistanceRow, sp_distance_row, G_TYPE_OBJECT)

static void
sp_distance_row_finalize (GObject *object)
{
  SpDistanceRow *self = SP_DISTANCE_ROW (object);

  g_clear_object (&self->values.runner);
  g_clear_pointer ((char **) &self->values.reason, g_free);

  G_OBJECT_CLASS (sp_distance_row_parent_class)->finalize (object);
}

static void
sp_distance_row_class_init (SpDistanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_distance_row_finalize;
}

static void
sp_distance_row_init (SpDistanceRow *self)
{
}

/**
 * sp_distance_row_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a row.
 *
 * Returns: (transfer full): a new distance row
 */
SpDistanceRow *
sp_distance_row_new (const SpDistanceRowValues *values)
{
  SpDistanceRow *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (SP_IS_RUNNER (values->runner), NULL);

  self = g_object_new (SP_TYPE_DISTANCE_ROW, NULL);
  self->values = *values;
  self->values.runner = values->runner != NULL ? g_object_ref (values->runner) : NULL;
  self->values.reason = g_strdup (values->reason);

  return self;
}

/**
 * sp_distance_row_get_values:
 * @self: a distance row
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpDistanceRowValues *
sp_distance_row_get_values (SpDistanceRow *self)
{
  g_return_val_if_fail (SP_IS_DISTANCE_ROW (self), NULL);

  return &self->values;
}
