/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-workbook-fault.h"

#include <glib/gi18n-lib.h>

/**
 * SpWorkbookFault:
 *
 * Something in a workbook that cannot be right: where it is, what it is, and what to do. Immutable.
 */
struct _SpWorkbookFault
{
  GObject parent_instance;

  SpFaultSeverity  severity;
  char            *sheet;   /* (owned) */
  char            *place;   /* (owned) */
  char            *message; /* (owned) */
  char            *remedy;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpWorkbookFault, sp_workbook_fault, G_TYPE_OBJECT)

static void
sp_workbook_fault_finalize (GObject *object)
{
  SpWorkbookFault *self = SP_WORKBOOK_FAULT (object);

  g_free (self->sheet);
  g_free (self->place);
  g_free (self->message);
  g_free (self->remedy);

  G_OBJECT_CLASS (sp_workbook_fault_parent_class)->finalize (object);
}

static void
sp_workbook_fault_class_init (SpWorkbookFaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_workbook_fault_finalize;
}

static void
sp_workbook_fault_init (SpWorkbookFault *self)
{
}

/**
 * sp_workbook_fault_new:
 * @severity: how bad it is
 * @sheet: the sheet's name
 * @place: a cell such as "B7", a row such as "row 1", or "" for the whole sheet
 * @message: what is wrong, with the value found, as a sentence without its full stop
 * @remedy: what to do, as an order without its full stop
 *
 * Makes a fault.
 *
 * Returns: (transfer full): a new fault
 */
SpWorkbookFault *
sp_workbook_fault_new (SpFaultSeverity  severity,
                       const char      *sheet,
                       const char      *place,
                       const char      *message,
                       const char      *remedy)
{
  SpWorkbookFault *self;

  g_return_val_if_fail (sheet != NULL && place != NULL, NULL);
  g_return_val_if_fail (message != NULL && remedy != NULL, NULL);

  self = g_object_new (SP_TYPE_WORKBOOK_FAULT, NULL);
  self->severity = severity;
  self->sheet = g_strdup (sheet);
  self->place = g_strdup (place);
  self->message = g_strdup (message);
  self->remedy = g_strdup (remedy);

  return self;
}

/**
 * sp_workbook_fault_get_severity:
 * @self: a fault
 *
 * Returns: how bad it is
 */
SpFaultSeverity
sp_workbook_fault_get_severity (SpWorkbookFault *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK_FAULT (self), SP_FAULT_ERROR);

  return self->severity;
}

/**
 * sp_workbook_fault_get_sheet:
 * @self: a fault
 *
 * Returns: (transfer none): the name of its sheet
 */
const char *
sp_workbook_fault_get_sheet (SpWorkbookFault *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK_FAULT (self), NULL);

  return self->sheet;
}

/**
 * sp_workbook_fault_get_place:
 * @self: a fault
 *
 * Returns: (transfer none): the cell or row, "" for the whole sheet
 */
const char *
sp_workbook_fault_get_place (SpWorkbookFault *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK_FAULT (self), NULL);

  return self->place;
}

/**
 * sp_workbook_fault_get_message:
 * @self: a fault
 *
 * Returns: (transfer none): what is wrong
 */
const char *
sp_workbook_fault_get_message (SpWorkbookFault *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK_FAULT (self), NULL);

  return self->message;
}

/**
 * sp_workbook_fault_get_remedy:
 * @self: a fault
 *
 * Returns: (transfer none): what to do about it
 */
const char *
sp_workbook_fault_get_remedy (SpWorkbookFault *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK_FAULT (self), NULL);

  return self->remedy;
}

/**
 * sp_workbook_fault_to_line:
 * @self: a fault
 *
 * Writes the fault as one line, for a terminal or a message to somebody.
 *
 * Returns: (transfer full): such as "Runners A9: The name is blank. Write the runner's name, or delete row 9."
 */
char *
sp_workbook_fault_to_line (SpWorkbookFault *self)
{
  g_return_val_if_fail (SP_IS_WORKBOOK_FAULT (self), NULL);

  if (*self->place == '\0')
    /* Translators: sheet, what is wrong, what to do. */
    return g_strdup_printf (_("%s: %s. %s."), self->sheet, self->message, self->remedy);

  /* Translators: sheet, cell, what is wrong, what to do. */
  return g_strdup_printf (_("%s %s: %s. %s."), self->sheet, self->place, self->message, self->remedy);
}
