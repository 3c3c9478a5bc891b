/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-results.h"

/**
 * SpResults:
 *
 * All that a competition's data say, as of a time: boards, summaries and how well it is known. Immutable.
 */
struct _SpResults
{
  GObject parent_instance;

  SpResultsValues values;
};

G_DEFINE_FINAL_TYPE (SpResults, sp_results, G_TYPE_OBJECT)

static void
sp_results_finalize (GObject *object)
{
  SpResults *self = SP_RESULTS (object);

  g_clear_object (&self->values.competition);
  g_clear_pointer ((char **) &self->values.source_id, g_free);
  g_clear_object (&self->values.boards);
  g_clear_object (&self->values.distance_boards);
  g_clear_object (&self->values.team_summaries);
  g_clear_object (&self->values.runner_summaries);
  g_clear_object (&self->values.quality);
  g_clear_pointer ((char ***) &self->values.warnings, g_strfreev);

  G_OBJECT_CLASS (sp_results_parent_class)->finalize (object);
}

static void
sp_results_class_init (SpResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_results_finalize;
}

static void
sp_results_init (SpResults *self)
{
}

/**
 * sp_results_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes results.
 *
 * Returns: (transfer full): a new set of results
 */
SpResults *
sp_results_new (const SpResultsValues *values)
{
  SpResults *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (SP_IS_COMPETITION (values->competition) && SP_IS_QUALITY (values->quality), NULL);
  g_return_val_if_fail (values->boards != NULL && values->distance_boards != NULL, NULL);
  g_return_val_if_fail (values->team_summaries != NULL && values->runner_summaries != NULL, NULL);

  self = g_object_new (SP_TYPE_RESULTS, NULL);
  self->values = *values;
  self->values.competition = values->competition != NULL ? g_object_ref (values->competition) : NULL;
  self->values.source_id = g_strdup (values->source_id);
  self->values.boards = values->boards != NULL ? g_object_ref (values->boards) : NULL;
  self->values.distance_boards = values->distance_boards != NULL ? g_object_ref (values->distance_boards) : NULL;
  self->values.team_summaries = values->team_summaries != NULL ? g_object_ref (values->team_summaries) : NULL;
  self->values.runner_summaries = values->runner_summaries != NULL ? g_object_ref (values->runner_summaries) : NULL;
  self->values.quality = values->quality != NULL ? g_object_ref (values->quality) : NULL;
  self->values.warnings = (const char * const *) g_strdupv ((char **) values->warnings);

  return self;
}

/**
 * sp_results_get_values:
 * @self: a set of results
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpResultsValues *
sp_results_get_values (SpResults *self)
{
  g_return_val_if_fail (SP_IS_RESULTS (self), NULL);

  return &self->values;
}

/**
 * sp_results_find_board:
 * @self: a set of results
 * @key: the key of a group
 *
 * Returns: (transfer full) (nullable): its board
 */
SpBoard *
sp_results_find_board (SpResults  *self,
                       const char *key)
{
  g_return_val_if_fail (SP_IS_RESULTS (self) && key != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->values.boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (self->values.boards, i);

      if (g_str_equal (sp_group_get_values (sp_board_get_values (board)->group)->key, key))
        return g_steal_pointer (&board);
    }

  return NULL;
}

/**
 * sp_results_find_quality:
 * @self: a set of results
 * @runner: a runner
 *
 * Returns: (transfer full) (nullable): how well the runner's data are known
 */
SpQualityRow *
sp_results_find_quality (SpResults *self,
                         SpRunner  *runner)
{
  GListModel *rows;

  g_return_val_if_fail (SP_IS_RESULTS (self) && SP_IS_RUNNER (runner), NULL);

  rows = sp_quality_get_values (self->values.quality)->rows;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);

      if (g_str_equal (sp_runner_get_values (sp_quality_row_get_values (row)->runner)->key,
                       sp_runner_get_values (runner)->key))
        return g_steal_pointer (&row);
    }

  return NULL;
}

/**
 * sp_results_all_known:
 * @self: a set of results
 *
 * Tells whether every row is known, so that nothing is left to ask: no row is old, incomplete or without data. Windows
 * that are still open do not matter.
 *
 * Returns: whether all is known
 */
gboolean
sp_results_all_known (SpResults *self)
{
  const SpQualityValues *quality;
  guint n_boards, n_distance;

  g_return_val_if_fail (SP_IS_RESULTS (self), FALSE);

  quality = sp_quality_get_values (self->values.quality);
  if (self->values.cancelled || quality->n_stale > 0 || quality->n_failed > 0 || quality->n_cancelled > 0
      || quality->n_unknown > 0)
    return FALSE;

  n_boards = g_list_model_get_n_items (self->values.boards);
  for (guint i = 0; i < n_boards; i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (self->values.boards, i);
      const SpBoardValues *values = sp_board_get_values (board);

      if (values->state != SP_BOARD_CLOSED && (values->n_no_data > 0 || values->n_stale > 0))
        return FALSE;
    }

  n_distance = g_list_model_get_n_items (self->values.distance_boards);
  for (guint i = 0; i < n_distance; i++)
    {
      g_autoptr (SpDistanceBoard) board = g_list_model_get_item (self->values.distance_boards, i);

      if (sp_distance_board_get_values (board)->state == SP_BOARD_PROVISIONAL)
        return FALSE;
    }

  return TRUE;
}
