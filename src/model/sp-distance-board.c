/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-distance-board.h"

#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/**
 * SpDistanceBoard:
 *
 * Who ran how far in one window of the distance series, or in all together. Immutable.
 */
struct _SpDistanceBoard
{
  GObject parent_instance;

  SpDistanceBoardValues values;
};

G_DEFINE_FINAL_TYPE (SpDistanceBoard, sp_distance_board, G_TYPE_OBJECT)

static void
sp_distance_board_finalize (GObject *object)
{
  SpDistanceBoard *self = SP_DISTANCE_BOARD (object);

  g_clear_object (&self->values.window);
  g_clear_object (&self->values.rows);

  G_OBJECT_CLASS (sp_distance_board_parent_class)->finalize (object);
}

static void
sp_distance_board_class_init (SpDistanceBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_distance_board_finalize;
}

static void
sp_distance_board_init (SpDistanceBoard *self)
{
}

/**
 * sp_distance_board_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a board.
 *
 * Returns: (transfer full): a new distance board
 */
SpDistanceBoard *
sp_distance_board_new (const SpDistanceBoardValues *values)
{
  SpDistanceBoard *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->rows != NULL, NULL);

  self = g_object_new (SP_TYPE_DISTANCE_BOARD, NULL);
  self->values = *values;
  self->values.window = values->window != NULL ? g_object_ref (values->window) : NULL;
  self->values.rows = values->rows != NULL ? g_object_ref (values->rows) : NULL;

  return self;
}

/**
 * sp_distance_board_get_values:
 * @self: a distance board
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpDistanceBoardValues *
sp_distance_board_get_values (SpDistanceBoard *self)
{
  g_return_val_if_fail (SP_IS_DISTANCE_BOARD (self), NULL);

  return &self->values;
}

/**
 * sp_distance_board_to_title:
 * @self: a distance board
 *
 * Names the board for people: by its first and last day, or as the whole series.
 *
 * Returns: (transfer full): the name
 */
char *
sp_distance_board_to_title (SpDistanceBoard *self)
{
  const SpSeriesWindowValues *window;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (SP_IS_DISTANCE_BOARD (self), NULL);

  if (self->values.window == NULL)
    return g_strdup (_("Whole Series"));
  window = sp_series_window_get_values (self->values.window);
  first = sp_words_day (window->start_local_s);
  last = sp_words_day (window->end_local_s);

  /* Translators: first and last day of a distance window */
  return g_strdup_printf (_("%s – %s"), first, last);
}
