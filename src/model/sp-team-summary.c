/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-team-summary.h"

/**
 * SpTeamSummary:
 *
 * How one team stands over all boards. Immutable.
 */
struct _SpTeamSummary
{
  GObject parent_instance;

  SpTeamSummaryValues values;
};

G_DEFINE_FINAL_TYPE (SpTeamSummary, sp_team_summary, G_TYPE_OBJECT)

static void
sp_team_summary_finalize (GObject *object)
{
  SpTeamSummary *self = SP_TEAM_SUMMARY (object);

  g_clear_pointer ((char **) &self->values.name, g_free);

  G_OBJECT_CLASS (sp_team_summary_parent_class)->finalize (object);
}

static void
sp_team_summary_class_init (SpTeamSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_team_summary_finalize;
}

static void
sp_team_summary_init (SpTeamSummary *self)
{
}

/**
 * sp_team_summary_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a row.
 *
 * Returns: (transfer full): a new team summary
 */
SpTeamSummary *
sp_team_summary_new (const SpTeamSummaryValues *values)
{
  SpTeamSummary *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->name != NULL, NULL);

  self = g_object_new (SP_TYPE_TEAM_SUMMARY, NULL);
  self->values = *values;
  self->values.name = g_strdup (values->name);

  return self;
}

/**
 * sp_team_summary_get_values:
 * @self: a team summary
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpTeamSummaryValues *
sp_team_summary_get_values (SpTeamSummary *self)
{
  g_return_val_if_fail (SP_IS_TEAM_SUMMARY (self), NULL);

  return &self->values;
}
