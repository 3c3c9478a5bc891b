/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-row.h"

/**
 * SpRow:
 *
 * How one runner stands on one board. Immutable.
 */
struct _SpRow
{
  GObject parent_instance;

  SpRowValues values;
};

G_DEFINE_FINAL_TYPE (SpRow, sp_row, G_TYPE_OBJECT)

static void
sp_row_finalize (GObject *object)
{
  SpRow *self = SP_ROW (object);

  g_clear_object (&self->values.runner);
  g_clear_object (&self->values.group);
  g_clear_pointer ((char **) &self->values.reason, g_free);
  g_clear_object (&self->values.trace);

  G_OBJECT_CLASS (sp_row_parent_class)->finalize (object);
}

static void
sp_row_class_init (SpRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_row_finalize;
}

static void
sp_row_init (SpRow *self)
{
}

/**
 * sp_row_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a row.
 *
 * Returns: (transfer full): a new row
 */
SpRow *
sp_row_new (const SpRowValues *values)
{
  SpRow *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (SP_IS_RUNNER (values->runner) && SP_IS_GROUP (values->group), NULL);

  self = g_object_new (SP_TYPE_ROW, NULL);
  self->values = *values;
  self->values.runner = values->runner != NULL ? g_object_ref (values->runner) : NULL;
  self->values.group = values->group != NULL ? g_object_ref (values->group) : NULL;
  self->values.reason = g_strdup (values->reason);
  self->values.trace = values->trace != NULL ? g_object_ref (values->trace) : NULL;

  return self;
}

/**
 * sp_row_get_values:
 * @self: a row
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpRowValues *
sp_row_get_values (SpRow *self)
{
  g_return_val_if_fail (SP_IS_ROW (self), NULL);

  return &self->values;
}

/**
 * sp_row_is_ranked:
 * @self: a row
 *
 * Returns: whether it has a place: it is timed, or a default time was given
 */
gboolean
sp_row_is_ranked (SpRow *self)
{
  g_return_val_if_fail (SP_IS_ROW (self), FALSE);

  return self->values.rank > 0;
}
