/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-quality.h"

/**
 * SpQuality:
 *
 * How well the data of a whole run are known. Immutable.
 */
struct _SpQuality
{
  GObject parent_instance;

  SpQualityValues values;
};

G_DEFINE_FINAL_TYPE (SpQuality, sp_quality, G_TYPE_OBJECT)

static void
sp_quality_finalize (GObject *object)
{
  SpQuality *self = SP_QUALITY (object);

  g_clear_object (&self->values.rows);

  G_OBJECT_CLASS (sp_quality_parent_class)->finalize (object);
}

static void
sp_quality_class_init (SpQualityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_quality_finalize;
}

static void
sp_quality_init (SpQuality *self)
{
}

/**
 * sp_quality_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a report.
 *
 * Returns: (transfer full): a new quality
 */
SpQuality *
sp_quality_new (const SpQualityValues *values)
{
  SpQuality *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->rows != NULL, NULL);

  self = g_object_new (SP_TYPE_QUALITY, NULL);
  self->values = *values;
  self->values.rows = values->rows != NULL ? g_object_ref (values->rows) : NULL;

  return self;
}

/**
 * sp_quality_get_values:
 * @self: a quality
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpQualityValues *
sp_quality_get_values (SpQuality *self)
{
  g_return_val_if_fail (SP_IS_QUALITY (self), NULL);

  return &self->values;
}
