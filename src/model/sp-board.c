/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-board.h"

/**
 * SpBoard:
 *
 * The leaderboard of one segment group, as of a time. Immutable.
 */
struct _SpBoard
{
  GObject parent_instance;

  SpBoardValues values;
};

G_DEFINE_FINAL_TYPE (SpBoard, sp_board, G_TYPE_OBJECT)

static void
sp_board_finalize (GObject *object)
{
  SpBoard *self = SP_BOARD (object);

  g_clear_object (&self->values.group);
  g_clear_object (&self->values.rows);
  g_clear_object (&self->values.teams);
  g_clear_pointer ((char ***) &self->values.warnings, g_strfreev);

  G_OBJECT_CLASS (sp_board_parent_class)->finalize (object);
}

static void
sp_board_class_init (SpBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_board_finalize;
}

static void
sp_board_init (SpBoard *self)
{
}

/**
 * sp_board_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a board.
 *
 * Returns: (transfer full): a new board
 */
SpBoard *
sp_board_new (const SpBoardValues *values)
{
  SpBoard *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (SP_IS_GROUP (values->group) && values->rows != NULL && values->teams != NULL, NULL);

  self = g_object_new (SP_TYPE_BOARD, NULL);
  self->values = *values;
  self->values.group = values->group != NULL ? g_object_ref (values->group) : NULL;
  self->values.rows = values->rows != NULL ? g_object_ref (values->rows) : NULL;
  self->values.teams = values->teams != NULL ? g_object_ref (values->teams) : NULL;
  self->values.warnings = (const char * const *) g_strdupv ((char **) values->warnings);

  return self;
}

/**
 * sp_board_get_values:
 * @self: a board
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpBoardValues *
sp_board_get_values (SpBoard *self)
{
  g_return_val_if_fail (SP_IS_BOARD (self), NULL);

  return &self->values;
}
