/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-runner.h"

/**
 * SpRunner:
 *
 * Who runs: a member of the competition. Immutable.
 */
struct _SpRunner
{
  GObject parent_instance;

  SpRunnerValues values;
};

G_DEFINE_FINAL_TYPE (SpRunner, sp_runner, G_TYPE_OBJECT)

static void
sp_runner_finalize (GObject *object)
{
  SpRunner *self = SP_RUNNER (object);

  g_clear_pointer ((char **) &self->values.key, g_free);
  g_clear_pointer ((char **) &self->values.name, g_free);
  g_clear_pointer ((char **) &self->values.segment_team, g_free);
  g_clear_pointer ((char **) &self->values.distance_team, g_free);

  G_OBJECT_CLASS (sp_runner_parent_class)->finalize (object);
}

static void
sp_runner_class_init (SpRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_runner_finalize;
}

static void
sp_runner_init (SpRunner *self)
{
}

/**
 * sp_runner_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a runner.
 *
 * Returns: (transfer full): a new runner
 */
SpRunner *
sp_runner_new (const SpRunnerValues *values)
{
  SpRunner *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->key != NULL && values->name != NULL, NULL);
  g_return_val_if_fail (values->id >= 0, NULL);
  g_return_val_if_fail (values->birth_month >= 0 && values->birth_month <= 12, NULL);
  g_return_val_if_fail (values->birth_day >= 0 && values->birth_day <= 31, NULL);

  self = g_object_new (SP_TYPE_RUNNER, NULL);
  self->values = *values;
  self->values.key = g_strdup (values->key);
  self->values.name = g_strdup (values->name);
  self->values.segment_team = g_strdup (values->segment_team);
  self->values.distance_team = g_strdup (values->distance_team);

  return self;
}

/**
 * sp_runner_get_values:
 * @self: a runner
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpRunnerValues *
sp_runner_get_values (SpRunner *self)
{
  g_return_val_if_fail (SP_IS_RUNNER (self), NULL);

  return &self->values;
}

/**
 * sp_runner_has_birthday:
 * @self: a runner
 * @local_s: a naive local time
 *
 * Tells by month and day. Who was born on 29 February has it on the 28th in a common year.
 *
 * Returns: whether that day is the runner's birthday; %FALSE where it is not known
 */
gboolean
sp_runner_has_birthday (SpRunner *self,
                        gint64    local_s)
{
  int year, month, day, birth_day;

  g_return_val_if_fail (SP_IS_RUNNER (self), FALSE);

  if (self->values.birth_month == 0 || self->values.birth_day == 0)
    return FALSE;

  sp_time_get_date (local_s, &year, &month, &day);
  birth_day = self->values.birth_day;
  if (self->values.birth_month == 2 && birth_day == 29 && !g_date_is_leap_year ((GDateYear) year))
    birth_day = 28;

  return month == self->values.birth_month && day == birth_day;
}
