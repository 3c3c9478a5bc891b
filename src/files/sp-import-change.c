/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-import-change.h"

/**
 * SpImportChange:
 *
 * What importing a workbook into an open competition would change in one place, to be shown before it is done.
 * Immutable.
 */
struct _SpImportChange
{
  GObject parent_instance;

  SpImportChangeKind  kind;
  SpImportPart        part;
  char               *title;  /* (owned) */
  char               *detail; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpImportChange, sp_import_change, G_TYPE_OBJECT)

static void
sp_import_change_finalize (GObject *object)
{
  SpImportChange *self = SP_IMPORT_CHANGE (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (sp_import_change_parent_class)->finalize (object);
}

static void
sp_import_change_class_init (SpImportChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_import_change_finalize;
}

static void
sp_import_change_init (SpImportChange *self)
{
}

/**
 * sp_import_change_new:
 * @kind: what is done
 * @part: to what kind of thing
 * @title: its name
 * @detail: for a change what was and what will be, else ""
 *
 * Returns: (transfer full): a new change
 */
SpImportChange *
sp_import_change_new (SpImportChangeKind  kind,
                      SpImportPart        part,
                      const char         *title,
                      const char         *detail)
{
  SpImportChange *self;

  g_return_val_if_fail (title != NULL && detail != NULL, NULL);

  self = g_object_new (SP_TYPE_IMPORT_CHANGE, NULL);
  self->kind = kind;
  self->part = part;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);

  return self;
}

/**
 * sp_import_change_get_kind:
 * @self: a change
 *
 * Returns: what is done
 */
SpImportChangeKind
sp_import_change_get_kind (SpImportChange *self)
{
  g_return_val_if_fail (SP_IS_IMPORT_CHANGE (self), SP_IMPORT_CHANGED);

  return self->kind;
}

/**
 * sp_import_change_get_part:
 * @self: a change
 *
 * Returns: to what kind of thing
 */
SpImportPart
sp_import_change_get_part (SpImportChange *self)
{
  g_return_val_if_fail (SP_IS_IMPORT_CHANGE (self), SP_IMPORT_RUNNER);

  return self->part;
}

/**
 * sp_import_change_get_title:
 * @self: a change
 *
 * Returns: (transfer none): the name of what is changed
 */
const char *
sp_import_change_get_title (SpImportChange *self)
{
  g_return_val_if_fail (SP_IS_IMPORT_CHANGE (self), NULL);

  return self->title;
}

/**
 * sp_import_change_get_detail:
 * @self: a change
 *
 * Returns: (transfer none): what was and what will be, one change to a line; "" where it is added or removed
 */
const char *
sp_import_change_get_detail (SpImportChange *self)
{
  g_return_val_if_fail (SP_IS_IMPORT_CHANGE (self), NULL);

  return self->detail;
}
