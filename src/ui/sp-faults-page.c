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
  guint       n_faults;
};

G_DEFINE_FINAL_TYPE (SpFaultsPage, sp_faults_page, SP_TYPE_LIST_PAGE)

enum
{
  CHECK_AGAIN,
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sp_faults_page_finalize (GObject *object)
{
  SpFaultsPage *self = SP_FAULTS_PAGE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->faults);

  G_OBJECT_CLASS (sp_faults_page_parent_class)->finalize (object);
}

static void
check_again (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[CHECK_AGAIN], 0);
}

static void
dismiss (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[DISMISSED], 0);
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
  gtk_widget_class_install_action (widget_class, "faults.dismiss", NULL, dismiss);

  /**
   * SpFaultsPage::check-again:
   * @self: a page
   *
   * The workbook is to be read once more, the way it was.
   */
  signals[CHECK_AGAIN] = g_signal_new ("check-again", SP_TYPE_FAULTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  /**
   * SpFaultsPage::dismissed:
   * @self: a page
   *
   * The faults need not be seen any more.
   */
  signals[DISMISSED] = g_signal_new ("dismissed", SP_TYPE_FAULTS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
sp_faults_page_init (SpFaultsPage *self)
{
  sp_list_page_set_width (SP_LIST_PAGE (self), 720);
}

static GtkWidget *
new_dismiss_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  /* Translators: to let the list of a workbook's faults go */
  gtk_widget_set_tooltip_text (button, _("Dismiss"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dismiss"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "faults.dismiss");

  return button;
}

static void
add_buttons (SpFaultsPage *self,
             gboolean      may_dismiss)
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
  if (may_dismiss)
    gtk_box_append (GTK_BOX (box), new_dismiss_button ());
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

static const char *
title_of (SpWorkbookFault *fault)
{
  const char *sheet = sp_workbook_fault_get_sheet (fault);

  if (sp_workbook_fault_get_severity (fault) == SP_FAULT_WARNING)
    return _("Would Load Anyway");

  return sheet != NULL ? sheet : _("Workbook");
}

/* Of those from one on that are as severe, how many stand together. */
static guint
count_together (GListModel      *faults,
                guint            from,
                SpFaultSeverity  severity)
{
  g_autoptr (SpWorkbookFault) first = g_list_model_get_item (faults, from);
  guint n = 0;

  for (guint i = from; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (faults, i);

      if (sp_workbook_fault_get_severity (fault) != severity)
        continue;
      if (!g_str_equal (title_of (fault), title_of (first)))
        break;
      n++;
    }

  return n;
}

/* One list for each sheet, in the workbook's order; what would load anyway stands together below. */
static void
add_faults (SpFaultsPage    *self,
            SpFaultSeverity  severity)
{
  GtkWidget *list = NULL;
  guint n_left = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (self->faults, i);

      if (sp_workbook_fault_get_severity (fault) != severity)
        continue;
      if (n_left == 0)
        {
          n_left = count_together (self->faults, i, severity);
          list = sp_list_page_add_counted_list (SP_LIST_PAGE (self), title_of (fault), n_left);
        }
      add_fault (list, fault);
      n_left--;
    }
}

static void
say_what_it_is (SpFaultsPage *self,
                const char   *beside)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *sentence = NULL;
  g_autofree char *more = NULL;

  /* Translators: how many, then the name of a file */
  sentence = g_strdup_printf (ngettext ("%u fault in %s", "%u faults in %s", self->n_faults), self->n_faults, name);
  if (beside != NULL)
    /* Translators: the name of the competition that is open */
    more = g_strdup_printf (_("Nothing was taken from it; %s is as it was. Put these right in the workbook, save it, "
                              "then check again."), beside);
  else
    more = g_strdup (_("Nothing was taken from it. Put these right in the workbook, save it, then check again."));
  sp_list_page_begin (SP_LIST_PAGE (self), sentence, more);
}

/**
 * sp_faults_page_new:
 * @file: a workbook
 * @faults: (element-type SpWorkbookFault): what is wrong with it
 * @beside: (nullable): the name of the competition that it stands beside
 *
 * Returns: a page that shows it. Beside a competition it can be dismissed.
 */
GtkWidget *
sp_faults_page_new (GFile      *file,
                    GListModel *faults,
                    const char *beside)
{
  SpFaultsPage *self;

  g_return_val_if_fail (G_IS_FILE (file) && G_IS_LIST_MODEL (faults), NULL);

  self = g_object_new (SP_TYPE_FAULTS_PAGE, NULL);
  self->file = g_object_ref (file);
  self->faults = g_object_ref (faults);
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (faults, i);

      self->n_faults += sp_workbook_fault_get_severity (fault) == SP_FAULT_ERROR;
    }
  say_what_it_is (self, beside);
  add_buttons (self, beside != NULL);
  add_faults (self, SP_FAULT_ERROR);
  add_faults (self, SP_FAULT_WARNING);

  return GTK_WIDGET (self);
}

/**
 * sp_faults_page_get_file:
 * @self: a page
 *
 * Returns: (transfer none): the workbook
 */
GFile *
sp_faults_page_get_file (SpFaultsPage *self)
{
  g_return_val_if_fail (SP_IS_FAULTS_PAGE (self), NULL);

  return self->file;
}

/**
 * sp_faults_page_get_n_faults:
 * @self: a page
 *
 * Returns: how many faults there are, without what would load anyway
 */
guint
sp_faults_page_get_n_faults (SpFaultsPage *self)
{
  g_return_val_if_fail (SP_IS_FAULTS_PAGE (self), 0);

  return self->n_faults;
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
