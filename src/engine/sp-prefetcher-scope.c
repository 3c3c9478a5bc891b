/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "engine/sp-run-log.h"
#include "engine/sp-union.h"

static gboolean
is_asked (SpPrefetcher *self,
          SpRunner     *runner,
          gboolean      has_boards,
          gboolean      has_series)
{
  const SpRunnerValues *values = sp_runner_get_values (runner);

  if (values->id == 0)
    return FALSE;
  if (self->options.only != NULL
      && !g_ptr_array_find_with_equal_func (self->options.only, values->key, g_str_equal, NULL))
    return FALSE;

  return (has_boards && values->segment_team != NULL) || (has_series && values->distance_team != NULL);
}

static void
gather_runners (SpPrefetcher *self)
{
  guint n_groups = sp_competition_get_n_groups (self->competition);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sp_competition_get_n_runners (self->competition); i++)
    {
      SpRunner *runner = sp_competition_get_runner (self->competition, i);
      const SpRunnerValues *values = sp_runner_get_values (runner);
      g_autoptr (SpAthlete) athlete = NULL;

      if (!is_asked (self, runner, n_groups > 0, sp_competition_get_n_series_windows (self->competition) > 0)
          || !g_hash_table_add (seen, (gpointer) &values->id))
        continue;
      athlete = sp_athlete_new (values->id, values->name);
      g_ptr_array_add (self->works, sp_work_new (athlete, n_groups));
    }
}

/* What begins later is not asked for yet. */
static void
add_pass (SpPrefetcher *self,
          guint         group,
          gint64        start_local_s,
          gint64        end_local_s)
{
  SpPass pass = { .local = { start_local_s, end_local_s }, .group = group };

  if (end_local_s < start_local_s || start_local_s > self->options.now_local_s)
    return;
  sp_union_to_utc (&pass.local, self->options.now_local_s, &pass.utc);
  g_array_append_val (self->passes, pass);
}

/* One pass over the union, or one for each window that is to be asked. */
static gboolean
gather_passes (SpPrefetcher  *self,
               GError       **error)
{
  g_autoptr (GPtrArray) skipped = NULL;
  SpPeriod local;

  if (!sp_union_local (self->competition, self->options.now_local_s, &local, &skipped, error))
    return FALSE;
  for (guint i = 0; i < skipped->len; i++)
    sp_run_log_inverted (skipped->pdata[i]);
  if (self->options.strategy == SP_STRATEGY_UNION || sp_competition_get_n_groups (self->competition) == 0)
    {
      add_pass (self, G_MAXUINT, local.start_s, local.end_s);
      return TRUE;
    }

  for (guint i = 0; i < sp_competition_get_n_groups (self->competition); i++)
    {
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (self->competition, i));

      for (guint j = 0; j < group->windows->len && !group->closed; j++)
        {
          const SpWindowValues *window = sp_window_get_values (group->windows->pdata[j]);

          add_pass (self, i, window->start_local_s, window->end_local_s);
        }
    }
  for (guint i = 0; i < sp_competition_get_n_series_windows (self->competition); i++)
    {
      const SpSeriesWindowValues *window =
        sp_series_window_get_values (sp_competition_get_series_window (self->competition, i));

      add_pass (self, sp_competition_get_n_groups (self->competition), window->start_local_s, window->end_local_s);
    }

  return TRUE;
}

/* What the run is about: the sweeps that it makes, and whom it asks. */
gboolean
sp_prefetcher_gather (SpPrefetcher  *self,
                      GError       **error)
{
  if (!gather_passes (self, error))
    return FALSE;
  gather_runners (self);

  return TRUE;
}
