/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-quality-row.h"

/**
 * SpQualityRow:
 *
 * How well one runner's data are known after a run. Immutable.
 */
struct _SpQualityRow
{
  GObject parent_instance;

  SpQualityRowValues values;
};

G_DEFINE_FINAL_TYPE (SpQualityRow, sp_quality_row, G_TYPE_OBJECT)

static void
sp_quality_row_finalize (GObject *object)
{
  SpQualityRow *self = SP_QUALITY_ROW (object);

  g_clear_object (&self->values.runner);
  g_clear_pointer ((char **) &self->values.reason, g_free);

  G_OBJECT_CLASS (sp_quality_row_parent_class)->finalize (object);
}

static void
sp_quality_row_class_init (SpQualityRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_quality_row_finalize;
}

static void
sp_quality_row_init (SpQualityRow *self)
{
}

/**
 * sp_quality_row_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a row.
 *
 * Returns: (transfer full): a new quality row
 */
SpQualityRow *
sp_quality_row_new (const SpQualityRowValues *values)
{
  SpQualityRow *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (SP_IS_RUNNER (values->runner), NULL);

  self = g_object_new (SP_TYPE_QUALITY_ROW, NULL);
  self->values = *values;
  self->values.runner = values->runner != NULL ? g_object_ref (values->runner) : NULL;
  self->values.reason = g_strdup (values->reason);

  return self;
}

/**
 * sp_quality_row_get_values:
 * @self: a quality row
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpQualityRowValues *
sp_quality_row_get_values (SpQualityRow *self)
{
  g_return_val_if_fail (SP_IS_QUALITY_ROW (self), NULL);

  return &self->values;
}
