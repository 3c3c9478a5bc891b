/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-fault-list.h"

#include <glib/gi18n-lib.h>

struct _SpFaultList
{
  GPtrArray *faults;   /* (owned) (element-type SpWorkbookFault): in the order they were found */
  guint      n_errors; /* also those that were only counted */
  guint      n_more;   /* faults that were only counted */
};

/**
 * sp_fault_list_new:
 *
 * Returns: (transfer full): a list to gather the faults of a workbook in
 */
SpFaultList *
sp_fault_list_new (void)
{
  SpFaultList *self = g_new0 (SpFaultList, 1);

  self->faults = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * sp_fault_list_free:
 * @self: (transfer full): a list
 *
 * Frees @self.
 */
void
sp_fault_list_free (SpFaultList *self)
{
  g_ptr_array_unref (self->faults);
  g_free (self);
}

/**
 * sp_fault_list_add:
 * @self: a list
 * @fault: (transfer full): a fault
 *
 * Adds a fault. From %SP_FAULT_LIST_MAX on they are only counted.
 */
void
sp_fault_list_add (SpFaultList     *self,
                   SpWorkbookFault *fault)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (SP_IS_WORKBOOK_FAULT (fault));

  if (sp_workbook_fault_get_severity (fault) == SP_FAULT_ERROR)
    self->n_errors++;

  if (self->faults->len < SP_FAULT_LIST_MAX)
    {
      g_ptr_array_add (self->faults, fault);
    }
  else
    {
      self->n_more++;
      g_object_unref (fault);
    }
}

/**
 * sp_fault_list_get_n_errors:
 * @self: a list
 *
 * Returns: how many of its faults are errors
 */
guint
sp_fault_list_get_n_errors (const SpFaultList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_errors;
}

static void
append (GListStore      *store,
        const GPtrArray *faults,
        SpFaultSeverity  severity)
{
  for (guint i = 0; i < faults->len; i++)
    if (sp_workbook_fault_get_severity (faults->pdata[i]) == severity)
      g_list_store_append (store, faults->pdata[i]);
}

/**
 * sp_fault_list_to_model:
 * @self: a list
 *
 * Lists the faults for showing: errors first, then warnings, each in the order of the workbook. Where there are more
 * than %SP_FAULT_LIST_MAX, the last says how many.
 *
 * Returns: (transfer full): a list of #SpWorkbookFault
 */
GListModel *
sp_fault_list_to_model (const SpFaultList *self)
{
  GListStore *store;

  g_return_val_if_fail (self != NULL, NULL);

  store = g_list_store_new (SP_TYPE_WORKBOOK_FAULT);
  append (store, self->faults, SP_FAULT_ERROR);
  append (store, self->faults, SP_FAULT_WARNING);

  if (self->n_more > 0)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("There is %u more fault", "There are %u more faults",
                                                            self->n_more), self->n_more);
      g_autoptr(SpWorkbookFault) more = sp_workbook_fault_new (SP_FAULT_WARNING, _("Workbook"), "", message,
                                                               _("Put those above right first, then check again"));

      g_list_store_append (store, more);
    }

  return G_LIST_MODEL (store);
}
