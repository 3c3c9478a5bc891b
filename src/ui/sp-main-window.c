/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "ui/sp-notice-bar.h"
#include "ui/sp-refresh-bar.h"
#include "ui/sp-sidebar.h"
#include "ui/sp-team-dot.h"
#include "ui/sp-welcome-page.h"

#include <glib/gi18n-lib.h>

/* How often boards fill in while a refresh runs. */
#define TICK_MS 250

/**
 * SpMainWindow:
 *
 * The window: the competition's pages at the side, one of them beside, and how far a refresh is below.
 */
struct _SpMainWindow
{
  AdwApplicationWindow parent_instance;

  SpOpenCompetition *open;    /* (owned) (nullable) */
  SpSession         *session; /* (owned) (nullable): its session */
  guint              tick_id;

  GtkWidget         *toasts;
  GtkWidget         *root;
  GtkWidget         *flap;
  GtkWidget         *side_title;
  GtkWidget         *side_button;
  GtkWidget         *sidebar;
  GtkWidget         *page_title;
  GtkWidget         *search_button;
  GtkWidget         *notice;
  GtkWidget         *pages;
  GtkWidget         *refresh_button;
  GtkWidget         *refresh_revealer;
  GtkWidget         *refresh_bar;
};

G_DEFINE_FINAL_TYPE (SpMainWindow, sp_main_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_current (SpMainWindow *self)
{
  SpPageItem *current = sp_sidebar_get_current (SP_SIDEBAR (self->sidebar));
  g_autofree char *subtitle = NULL;

  if (self->session == NULL || sp_session_get_results (self->session) == NULL || current == NULL)
    return;
  subtitle = sp_page_stack_show (SP_PAGE_STACK (self->pages), self->session, current);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->page_title), sp_page_item_get_title (current));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->page_title), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->search_button, sp_page_item_get_kind (current) == SP_PAGE_BOARD);
  sp_window_rules_update (GTK_WIDGET (self));
}

static void
on_chosen (SpMainWindow *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->search_button), FALSE);
  if (adw_flap_get_folded (ADW_FLAP (self->flap)))
    adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  show_current (self);
}

static void
show_side_title (SpMainWindow *self)
{
  SpCompetition *competition = sp_session_get_competition (self->session);
  const char *name = sp_competition_get_name (competition);
  g_autofree char *dates = sp_competition_to_dates (competition);
  SpOpenFile *document = sp_open_competition_get_document (self->open);
  gboolean unsaved = document != NULL && sp_open_file_is_unsaved (document);
  g_autofree char *title = g_strconcat (unsaved ? "• " : "", *name != '\0' ? name : _("Competition"), NULL);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->side_title), title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->side_title), dates);
}

static void
results_cb (SpMainWindow *self)
{
  if (sp_session_get_results (self->session) == NULL)
    return;
  sp_team_dot_assign (sp_session_get_competition (self->session));
  show_side_title (self);
  sp_sidebar_set_results (SP_SIDEBAR (self->sidebar), sp_session_get_results (self->session));
  show_current (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  SpMainWindow *self = user_data;

  if (!sp_session_is_running (self->session))
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }
  sp_refresh_bar_show_progress (SP_REFRESH_BAR (self->refresh_bar), sp_session_get_progress (self->session),
                                sp_open_competition_get_source_name (self->open));
  sp_session_score_soon (self->session);

  return G_SOURCE_CONTINUE;
}

static void
running_cb (SpMainWindow *self)
{
  gboolean running = sp_session_is_running (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", running);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->refresh_revealer), running);
  if (running && self->tick_id == 0)
    {
      sp_refresh_bar_show_progress (SP_REFRESH_BAR (self->refresh_bar), sp_session_get_progress (self->session),
                                    sp_open_competition_get_source_name (self->open));
      self->tick_id = g_timeout_add (TICK_MS, tick_cb, self);
    }
  else if (!running)
    show_current (self);
}

/* What was missing may have been set up in another window. */
static void
active_cb (SpMainWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && sp_notice_bar_get_text (SP_NOTICE_BAR (self->notice)) != NULL)
    sp_notice_bar_look (SP_NOTICE_BAR (self->notice));
}

/* The n-th board, for Alt+1 to Alt+9. */
static void
board_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  sp_sidebar_show_board (SP_SIDEBAR (SP_MAIN_WINDOW (widget)->sidebar), g_variant_get_int32 (parameter));
}

static void
forget_document (SpMainWindow *self)
{
  SpOpenFile *document = sp_open_competition_get_document (self->open);

  if (document != NULL)
    g_signal_handlers_disconnect_by_data (document, self);
}

static gboolean
sp_main_window_close_request (GtkWindow *window)
{
  if (sp_window_files_ask_before_closing (SP_MAIN_WINDOW (window)))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (sp_main_window_parent_class)->close_request (window);
}

static void
sp_main_window_dispose (GObject *object)
{
  SpMainWindow *self = SP_MAIN_WINDOW (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  if (self->open != NULL)
    {
      forget_document (self);
      g_signal_handlers_disconnect_by_data (self->open, self);
      sp_open_competition_cancel (self->open);
    }
  g_clear_object (&self->open);

  G_OBJECT_CLASS (sp_main_window_parent_class)->dispose (object);
}

static void
sp_main_window_class_init (SpMainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_main_window_dispose;
  g_type_ensure (SP_TYPE_NOTICE_BAR);
  GTK_WINDOW_CLASS (klass)->close_request = sp_main_window_close_request;
  g_type_ensure (SP_TYPE_WELCOME_PAGE);
  g_type_ensure (SP_TYPE_REFRESH_BAR);
  g_type_ensure (SP_TYPE_PAGE_STACK);
  g_type_ensure (SP_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-main-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, root);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, side_title);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, side_button);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, refresh_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpMainWindow, refresh_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  sp_window_actions_install (widget_class);
  sp_window_pages_install (widget_class);
  sp_window_files_install (widget_class);
  sp_window_link_install (widget_class);
  sp_window_refresh_install (widget_class);
  sp_window_rules_install (widget_class);
  sp_window_runners_install (widget_class);
  gtk_widget_class_install_action (widget_class, "win.board", "i", board_action);
}

static void
sp_main_window_init (SpMainWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->search_button, "active",
                          sp_page_stack_get_page (SP_PAGE_STACK (self->pages), SP_PAGE_BOARD), "searching",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.refresh", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", FALSE);
  sp_window_rules_update (GTK_WIDGET (self));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

/**
 * sp_main_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a new window that shows the three ways in
 */
SpMainWindow *
sp_main_window_new (GtkApplication *application)
{
  return g_object_new (SP_TYPE_MAIN_WINDOW, "application", application, NULL);
}

static void
edited_cb (SpMainWindow *self,
           const char   *what)
{
  g_autofree char *title = what != NULL ? g_markup_escape_text (what, -1) : NULL;
  AdwToast *toast;

  show_side_title (self);
  show_current (self);
  if (what == NULL)
    return;
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/**
 * sp_main_window_set_open:
 * @self: a window
 * @open: an open competition
 *
 * Shows a competition, in place of the one that was shown.
 */
void
sp_main_window_set_open (SpMainWindow      *self,
                         SpOpenCompetition *open)
{
  g_return_if_fail (SP_IS_MAIN_WINDOW (self));
  g_return_if_fail (SP_IS_OPEN_COMPETITION (open));

  if (self->open != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      forget_document (self);
      g_signal_handlers_disconnect_by_data (self->open, self);
    }
  g_set_object (&self->open, open);
  sp_window_link_update (GTK_WIDGET (self));
  if (sp_open_competition_get_document (open) != NULL)
    {
      g_signal_connect_swapped (sp_open_competition_get_document (open), "notify::unsaved",
                                G_CALLBACK (show_side_title), self);
      g_signal_connect_swapped (sp_open_competition_get_document (open), "keep-failed",
                                G_CALLBACK (sp_main_window_say), self);
    }
  g_set_object (&self->session, sp_open_competition_get_session (open));
  g_signal_connect_swapped (open, "refreshed", G_CALLBACK (sp_window_background_tell), self);
  g_signal_connect_swapped (open, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->session, "notify::results", G_CALLBACK (results_cb), self);
  g_signal_connect_swapped (self->session, "notify::running", G_CALLBACK (running_cb), self);
  sp_window_runners_update (self);
  if (sp_session_get_results (self->session) == NULL)
    sp_session_score (self->session);
  else
    results_cb (self);
  running_cb (self);
  sp_notice_bar_set_open (SP_NOTICE_BAR (self->notice), open);
  gtk_stack_set_visible_child_name (GTK_STACK (self->root), "main");
}

/**
 * sp_main_window_get_open:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the competition it shows
 */
SpOpenCompetition *
sp_main_window_get_open (SpMainWindow *self)
{
  g_return_val_if_fail (SP_IS_MAIN_WINDOW (self), NULL);

  return self->open;
}

/**
 * sp_main_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the session it shows
 */
SpSession *
sp_main_window_get_session (SpMainWindow *self)
{
  g_return_val_if_fail (SP_IS_MAIN_WINDOW (self), NULL);

  return self->session;
}

/**
 * sp_main_window_get_pages:
 * @self: a window
 *
 * Returns: (transfer none): its pages
 */
SpPageStack *
sp_main_window_get_pages (SpMainWindow *self)
{
  g_return_val_if_fail (SP_IS_MAIN_WINDOW (self), NULL);

  return SP_PAGE_STACK (self->pages);
}

/**
 * sp_main_window_show_page:
 * @self: a window with a session
 * @kind: what the page shows
 * @key: which one of that kind
 *
 * Shows a page.
 *
 * Returns: whether there is such a page
 */
gboolean
sp_main_window_show_page (SpMainWindow *self,
                          SpPageKind    kind,
                          const char   *key)
{
  g_return_val_if_fail (SP_IS_MAIN_WINDOW (self), FALSE);

  return sp_sidebar_show_page (SP_SIDEBAR (self->sidebar), kind, key);
}

/**
 * sp_main_window_say:
 * @self: a window
 * @text: one sentence
 *
 * Shows it for a moment.
 */
void
sp_main_window_say (SpMainWindow *self,
                    const char   *text)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SP_IS_MAIN_WINDOW (self));

  title = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (title));
}
