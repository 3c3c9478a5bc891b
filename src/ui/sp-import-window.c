/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-import-window.h"

#include <glib/gi18n-lib.h>

/**
 * SpImportWindow:
 *
 * What a workbook would change in the open competition, before it does: by runner and by board.
 */
struct _SpImportWindow
{
  AdwWindow parent_instance;

  SpOpenCompetition *open;   /* (owned) */
  SpImport          *import; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpImportWindow, sp_import_window, ADW_TYPE_WINDOW)

enum
{
  APPLIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
apply (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  SpImportWindow *self = SP_IMPORT_WINDOW (widget);
  guint n = g_list_model_get_n_items (sp_import_get_changes (self->import));
  g_autofree char *what = NULL;

  what = g_strdup_printf (ngettext ("%u change was taken from the workbook.",
                                    "%u changes were taken from the workbook.", n), n);
  sp_open_competition_edit (self->open, sp_import_get_competition (self->import), what);
  g_signal_emit (self, signals[APPLIED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sp_import_window_dispose (GObject *object)
{
  SpImportWindow *self = SP_IMPORT_WINDOW (object);

  g_clear_object (&self->open);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (sp_import_window_parent_class)->dispose (object);
}

static void
sp_import_window_class_init (SpImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_import_window_dispose;
  /**
   * SpImportWindow::applied:
   *
   * The changes were made.
   */
  signals[APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sp_import_window_init (SpImportWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Changes from the Workbook"));
}

static GtkWidget *
new_row (SpImportChange *change)
{
  g_autofree char *title = g_markup_escape_text (sp_import_change_get_title (change), -1);
  g_autofree char *detail = g_markup_escape_text (sp_import_change_get_detail (change), -1);
  SpImportChangeKind kind = sp_import_change_get_kind (change);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *word;

  /* Translators: what a workbook does to a runner or a board: it is new, gone, or different */
  word = gtk_label_new (kind == SP_IMPORT_ADDED ? _("Added") : kind == SP_IMPORT_REMOVED ? _("Removed") : _("Changed"));
  gtk_widget_add_css_class (word, kind == SP_IMPORT_REMOVED ? "error" : "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);

  return row;
}

/* Parts of which nothing changes are left out. */
static void
add_part (AdwPreferencesPage *page,
          GListModel         *changes,
          SpImportPart        part,
          const char         *title)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (SpImportChange) change = g_list_model_get_item (changes, i);

      if (sp_import_change_get_part (change) != part)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
          adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (change));
    }
}

static GtkWidget *
new_header (gboolean can_apply)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (can_apply ? _("_Cancel") : _("_Close"));
  GtkWidget *button;

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  if (can_apply)
    {
      button = gtk_button_new_with_mnemonic (_("_Apply"));
      gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.apply");
      adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
    }

  return header;
}

static GtkWidget *
new_list (GListModel *changes)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *lead = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (lead),
                                         _("Nothing is changed until you apply it, and it can be undone. Rules, frozen "
                                           "boards and what you wrote about runners stay."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (lead));
  add_part (ADW_PREFERENCES_PAGE (page), changes, SP_IMPORT_RUNNER, _("Runners"));
  add_part (ADW_PREFERENCES_PAGE (page), changes, SP_IMPORT_SEGMENT, _("Boards"));
  add_part (ADW_PREFERENCES_PAGE (page), changes, SP_IMPORT_SERIES_WINDOW, _("Distance"));

  return page;
}

/**
 * sp_import_window_new:
 * @open: the open competition
 * @import: what a workbook changes in it
 *
 * Returns: (transfer none): a window that shows the changes and makes them where they are wanted
 */
GtkWindow *
sp_import_window_new (SpOpenCompetition *open,
                      SpImport          *import)
{
  SpImportWindow *self;
  GListModel *changes;
  GtkWidget *box;
  GtkWidget *body;
  gboolean any;

  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (open) && SP_IS_IMPORT (import), NULL);

  self = g_object_new (SP_TYPE_IMPORT_WINDOW, NULL);
  self->open = g_object_ref (open);
  self->import = g_object_ref (import);
  changes = sp_import_get_changes (import);
  any = g_list_model_get_n_items (changes) > 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", any);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), new_header (any));
  body = any ? new_list (changes) : adw_status_page_new ();
  if (!any)
    {
      adw_status_page_set_title (ADW_STATUS_PAGE (body), _("Nothing Changes"));
      adw_status_page_set_description (ADW_STATUS_PAGE (body),
                                       _("The workbook says what the competition says already."));
    }
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);

  return GTK_WINDOW (self);
}
