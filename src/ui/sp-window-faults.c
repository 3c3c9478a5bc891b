/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-window-faults.h"

#include "ui/sp-faults-page.h"
#include "ui/sp-sidebar.h"

#include <glib/gi18n-lib.h>

#define PAGE "faults"

static GtkStack *
get_root (SpMainWindow *window)
{
  return GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (window), SP_TYPE_MAIN_WINDOW, "root"));
}

/* Back to what the window showed before. */
static void
go_back (SpMainWindow *window)
{
  gtk_stack_set_visible_child_name (get_root (window),
                                    sp_main_window_get_open (window) != NULL ? "main" : "welcome");
}

static GtkWidget *
new_header (SpMainWindow *window,
            GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (go_back), window, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (name, _("cannot be opened yet")));
  gtk_widget_add_css_class (header, "flat");

  return header;
}

static SpSidebar *
get_sidebar (SpMainWindow *window)
{
  return SP_SIDEBAR (gtk_widget_get_template_child (GTK_WIDGET (window), SP_TYPE_MAIN_WINDOW, "sidebar"));
}

/* Without a competition it takes the whole window. */
static void
show_alone (SpMainWindow *window,
            SpFaultsPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_header (window, sp_faults_page_get_file (page)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page));
  gtk_stack_add_named (get_root (window), box, PAGE);
  gtk_stack_set_visible_child (get_root (window), box);
}

static void
show_beside (SpMainWindow *window,
             SpFaultsPage *page)
{
  g_autofree char *name = g_file_get_basename (sp_faults_page_get_file (page));
  g_autoptr (SpPageItem) item = sp_page_item_new (SP_PAGE_FAULTS, "", name);
  guint n_faults = sp_faults_page_get_n_faults (page);
  g_autofree char *subtitle = NULL;

  /* Translators: in the list of pages, below the name of a workbook that has faults */
  subtitle = g_strdup_printf (ngettext ("%u fault, nothing taken", "%u faults, nothing taken", n_faults), n_faults);
  sp_page_item_set_state (item, "sp-no-data-symbolic", subtitle, 0);
  sp_page_stack_set_faults (sp_main_window_get_pages (window), GTK_WIDGET (page));
  sp_sidebar_set_faults (get_sidebar (window), item);
  sp_main_window_show_page (window, SP_PAGE_FAULTS, "");
}

static void
dismissed_cb (SpFaultsPage *page,
              SpMainWindow *window)
{
  sp_window_faults_dismiss (window, NULL);
}

/**
 * sp_window_faults_show:
 * @window: a window
 * @file: a workbook
 * @faults: (element-type SpWorkbookFault): what is wrong with it
 *
 * Shows it as a page beside the competition, or alone where the window shows none, until the organiser lets it go or
 * the workbook is in order. What it showed of a workbook before goes.
 *
 * Returns: (transfer none): the page
 */
SpFaultsPage *
sp_window_faults_show (SpMainWindow *window,
                       GFile        *file,
                       GListModel   *faults)
{
  SpSession *session;
  const char *beside = NULL;
  SpFaultsPage *page;

  g_return_val_if_fail (SP_IS_MAIN_WINDOW (window) && G_IS_FILE (file) && G_IS_LIST_MODEL (faults), NULL);

  session = sp_main_window_get_session (window);
  if (session != NULL)
    beside = sp_competition_get_name (sp_session_get_competition (session));
  if (beside != NULL && *beside == '\0')
    beside = _("Competition");
  sp_window_faults_dismiss (window, NULL);
  page = SP_FAULTS_PAGE (sp_faults_page_new (file, faults, beside));
  g_signal_connect_object (page, "dismissed", G_CALLBACK (dismissed_cb), window, 0);
  if (beside != NULL)
    show_beside (window, page);
  else
    show_alone (window, page);

  return page;
}

/**
 * sp_window_faults_dismiss:
 * @window: a window
 * @file: (nullable): a workbook, %NULL for any
 *
 * Takes away what the window shows of its faults.
 */
void
sp_window_faults_dismiss (SpMainWindow *window,
                          GFile        *file)
{
  SpPageStack *pages;
  GtkWidget *page, *alone;
  SpPageItem *current;

  g_return_if_fail (SP_IS_MAIN_WINDOW (window));

  alone = gtk_stack_get_child_by_name (get_root (window), PAGE);
  if (alone != NULL)
    {
      go_back (window);
      gtk_stack_remove (get_root (window), alone);
    }
  pages = sp_main_window_get_pages (window);
  page = sp_page_stack_get_page (pages, SP_PAGE_FAULTS);
  if (page == NULL || (file != NULL && !g_file_equal (file, sp_faults_page_get_file (SP_FAULTS_PAGE (page)))))
    return;
  current = sp_sidebar_get_current (get_sidebar (window));
  if (current != NULL && sp_page_item_get_kind (current) == SP_PAGE_FAULTS)
    sp_main_window_show_page (window, SP_PAGE_OVERVIEW, "");
  sp_sidebar_set_faults (get_sidebar (window), NULL);
  sp_page_stack_set_faults (pages, NULL);
}
