/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-team-row.h"

/**
 * SpTeamRow:
 *
 * How one team stands on one board. Immutable.
 */
struct _SpTeamRow
{
  GObject parent_instance;

  SpTeamRowValues values;
};

G_DEFINE_FINAL_TYPE (SpTeamRow, sp_team_row, G_TYPE_OBJECT)

static void
sp_team_row_finalize (GObject *object)
{
  SpTeamRow *self = SP_TEAM_ROW (object);

  g_clear_pointer ((char **) &self->values.name, g_free);
  g_clear_object (&self->values.fastest);
  g_clear_pointer ((char ***) &self->values.missing, g_strfreev);

  G_OBJECT_CLASS (sp_team_row_parent_class)->finalize (object);
}

static void
sp_team_row_class_init (SpTeamRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_team_row_finalize;
}

static void
sp_team_row_init (SpTeamRow *self)
{
}

/**
 * sp_team_row_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a row.
 *
 * Returns: (transfer full): a new team row
 */
SpTeamRow *
sp_team_row_new (const SpTeamRowValues *values)
{
  SpTeamRow *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->name != NULL, NULL);

  self = g_object_new (SP_TYPE_TEAM_ROW, NULL);
  self->values = *values;
  self->values.name = g_strdup (values->name);
  self->values.fastest = values->fastest != NULL ? g_object_ref (values->fastest) : NULL;
  self->values.missing = (const char * const *) g_strdupv ((char **) values->missing);

  return self;
}

/**
 * sp_team_row_get_values:
 * @self: a team row
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpTeamRowValues *
sp_team_row_get_values (SpTeamRow *self)
{
  g_return_val_if_fail (SP_IS_TEAM_ROW (self), NULL);

  return &self->values;
}
