/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-workbook.h"

/**
 * SpWorkbook:
 *
 * What came out of a workbook without errors: a competition; beside it warnings, and refresh tokens, which belong in a
 * store of secrets and nowhere else. Immutable.
 */
struct _SpWorkbook
{
  GObject parent_instance;

  SpCompetition *competition; /* (owned) */
  GListModel    *warnings;    /* (owned) */
  GHashTable    *tokens;      /* (owned) (element-type utf8 utf8) */
};

G_DEFINE_FINAL_TYPE (SpWorkbook, sp_workbook, G_TYPE_OBJECT)

static void
sp_workbook_finalize (GObject *object)
{
  SpWorkbook *self = SP_WORKBOOK (object);

  g_object_unref (self->competition);
  g_object_unref (self->warnings);
  g_hash_table_unref (self->tokens);

  G_OBJECT_CLASS (sp_workbook_parent_class)->finalize (object);
}

static void
sp_workbook_class_init (SpWorkbookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_workbook_finalize;
}

static void
sp_workbook_init (SpWorkbook *self)
{
}

/**
 * sp_workbook_new:
 * @competition: the competition
 * @warnings: a list of #SpWorkbookFault
 * @tokens: (element-type utf8 utf8): refresh tokens by key of runner; not to be changed afterwards
 *
 * Returns: (transfer full): the contents of a workbook
 */
SpWorkbook *
sp_workbook_new (SpCompetition *competition,
                 GListModel    *warnings,
                 GHashTable    *tokens)
{
  SpWorkbook *self;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (warnings), NULL);
  g_return_val_if_fail (tokens != NULL, NULL);

  self = g_object_new (SP_TYPE_WORKBOOK, NULL);
  self->competition = g_object_ref (competition);
  self->warnings = g_object_ref (warnings);
  self->tokens = g_hash_table_ref (tokens);

  return self;
}

/**
 * sp_workbook_get_competition:
 * @self: the contents of a workbook
 *
 * Returns: (transfer none): the competition
 */
SpCompetition *
sp_workbook_get_competition (SpWorkbook *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK (self), NULL);

  return self->competition;
}

/**
 * sp_workbook_get_warnings:
 * @self: the contents of a workbook
 *
 * Returns: (transfer none): a list of #SpWorkbookFault, none of them an error
 */
GListModel *
sp_workbook_get_warnings (SpWorkbook *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK (self), NULL);

  return self->warnings;
}

/**
 * sp_workbook_get_token:
 * @self: the contents of a workbook
 * @runner_key: the key of a runner
 *
 * Returns: (transfer none) (nullable): the refresh token beside that runner; not to be shown, logged or written
 */
const char *
sp_workbook_get_token (SpWorkbook *self,
                       const char *runner_key)
{
  g_return_val_if_fail (SP_IS_WORKBOOK (self), NULL);
  g_return_val_if_fail (runner_key != NULL, NULL);

  return g_hash_table_lookup (self->tokens, runner_key);
}
