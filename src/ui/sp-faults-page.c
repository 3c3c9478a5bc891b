/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-faults-page.h"

#include "files/sp-workbook-fault.h"

#include <glib/gi18n-lib.h>

/**
 * SpFaultsPage:
 *
 * All that is wrong with a workbook, with where it is and what to write instead.
 */
struct _SpFaultsPage
{
  SpListPage parent_instance;

  GFile      *file;   /* (owned) */
  GListModel *faults; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpFaultsPage, sp_faults_page, SP_TYPE_LIST_PAGE)

static void
sp_faults_page_finalize (GObject *object)
{
  SpFaultsPage *self = SP_FAULTS_PAGE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->faults);

  G_OBJECT_CLASS (sp_faults_page_parent_class)->finalize (object);
}

/* Opening it again shows what is left, or the competition. */
static void
check_again (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_application_open (g_application_get_default (), &SP_FAULTS_PAGE (widget)->file, 1, "");
}

static void
open_workbook (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autofree char *uri = g_file_get_uri (SP_FAULTS_PAGE (widget)->file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

static void
copy_list (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_autofree char *text = sp_faults_page_to_text (SP_FAULTS_PAGE (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
sp_faults_page_class_init (SpFaultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sp_faults_page_finalize;
  gtk_widget_class_install_action (widget_class, "faults.check", NULL, check_again);
  gtk_widget_class_install_action (widget_class, "faults.open", NULL, open_workbook);
  gtk_widget_class_install_action (widget_class, "faults.copy", NULL, copy_list);
}

static void
sp_faults_page_init (SpFaultsPage *self)
{
  sp_list_page_set_width (SP_LIST_PAGE (self), 720);
}

static void
add_buttons (SpFaultsPage *self)
{
  static const struct
  {
    const char *action;
    const char *label;
  } buttons[] = {
    { "faults.check", N_("_Check Again") },
    { "faults.open", N_("_Open Workbook") },
    { "faults.copy", N_("Copy _List") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_margin_top (box, 18);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_(buttons[i].label));

      if (i == 0)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  sp_list_page_add_widget (SP_LIST_PAGE (self), box);
}

static void
add_fault (GtkWidget       *list,
           SpWorkbookFault *fault)
{
  const char *place = sp_workbook_fault_get_place (fault);
  GtkWidget *row = sp_list_page_add_row (list, NULL, sp_workbook_fault_get_message (fault),
                                         sp_workbook_fault_get_remedy (fault), NULL, NULL);
  GtkWidget *cell = gtk_label_new (place != NULL ? place : "");

  gtk_label_set_width_chars (GTK_LABEL (cell), 6);
  gtk_widget_add_css_class (cell, "cell-ref");
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), cell);
}

/* One list for each sheet, in the workbook's order; what would load anyway stands together below. */
static void
add_faults (SpFaultsPage    *self,
            SpFaultSeverity  severity)
{
  g_autofree char *last = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (self->faults, i);
      const char *sheet = sp_workbook_fault_get_sheet (fault);
      const char *title = severity == SP_FAULT_WARNING ? _("Would Load Anyway") : sheet != NULL ? sheet : _("Workbook");

      if (sp_workbook_fault_get_severity (fault) != severity)
        continue;
      if (g_strcmp0 (last, title) != 0)
        {
          list = sp_list_page_add_list (SP_LIST_PAGE (self), title);
          g_free (last);
          last = g_strdup (title);
        }
      add_fault (list, fault);
    }
}

/**
 * sp_faults_page_new:
 * @file: a workbook
 * @faults: (element-type SpWorkbookFault): what is wrong with it
 *
 * Returns: a page that shows it
 */
GtkWidget *
sp_faults_page_new (GFile      *file,
                    GListModel *faults)
{
  SpFaultsPage *self;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  guint n_errors = 0;

  g_return_val_if_fail (G_IS_FILE (file) && G_IS_LIST_MODEL (faults), NULL);

  self = g_object_new (SP_TYPE_FAULTS_PAGE, NULL);
  self->file = g_object_ref (file);
  self->faults = g_object_ref (faults);
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (faults, i);

      n_errors += sp_workbook_fault_get_severity (fault) == SP_FAULT_ERROR;
    }
  name = g_file_get_basename (file);
  /* Translators: how many, then the name of a file */
  sentence = g_strdup_printf (ngettext ("%u fault in %s", "%u faults in %s", n_errors), n_errors, name);
  sp_list_page_begin (SP_LIST_PAGE (self), sentence,
                      _("Nothing was taken from it. Put these right in the workbook, save it, then check again."));
  add_buttons (self);
  add_faults (self, SP_FAULT_ERROR);
  add_faults (self, SP_FAULT_WARNING);

  return GTK_WIDGET (self);
}

/**
 * sp_faults_page_to_text:
 * @self: a page
 *
 * Returns: (transfer full): what it shows, a line for each fault, to be sent to whoever keeps the workbook
 */
char *
sp_faults_page_to_text (SpFaultsPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (SP_IS_FAULTS_PAGE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (self->faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (self->faults, i);
      g_autofree char *line = sp_workbook_fault_to_line (fault);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
