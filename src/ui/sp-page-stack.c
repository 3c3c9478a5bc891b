/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-page-stack.h"

#include "model/sp-board-words.h"
#include "ui/sp-board-page.h"
#include "ui/sp-distance-page.h"
#include "ui/sp-overview-page.h"
#include "ui/sp-quality-page.h"
#include "ui/sp-runners-page.h"

#include <glib/gi18n-lib.h>

/**
 * SpPageStack:
 *
 * The pages of a competition, one of each kind, of which one is seen; and of a workbook with faults what is wrong.
 */
struct _SpPageStack
{
  GtkBox parent_instance;

  SpPageItem *shown; /* (owned) (nullable) */
  guint       n_skipped;
  GtkWidget  *stack;
  GtkWidget  *page[SP_PAGE_FAULTS + 1];
};

G_DEFINE_FINAL_TYPE (SpPageStack, sp_page_stack, GTK_TYPE_BOX)

/* While a refresh runs, a page that is made anew each time changes only after so many times, so that it can be read. */
#define MAX_SKIPPED 8

static gboolean
may_skip (SpPageStack *self,
          SpSession   *session,
          SpPageItem  *item)
{
  gboolean same = self->shown != NULL && sp_page_item_is_same (self->shown, item);

  if (!same || !sp_session_is_running (session) || sp_page_item_get_kind (item) == SP_PAGE_BOARD
      || sp_page_item_get_kind (item) == SP_PAGE_FAULTS || self->n_skipped >= MAX_SKIPPED)
    {
      self->n_skipped = 0;
      g_set_object (&self->shown, item);
      return FALSE;
    }
  self->n_skipped++;

  return TRUE;
}

static void
sp_page_stack_dispose (GObject *object)
{
  g_clear_object (&SP_PAGE_STACK (object)->shown);

  G_OBJECT_CLASS (sp_page_stack_parent_class)->dispose (object);
}

static void
sp_page_stack_class_init (SpPageStackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_page_stack_dispose;
}

static void
sp_page_stack_init (SpPageStack *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_box_append (GTK_BOX (self), self->stack);
  self->page[SP_PAGE_OVERVIEW] = sp_overview_page_new ();
  self->page[SP_PAGE_BOARD] = sp_board_page_new ();
  self->page[SP_PAGE_DISTANCE] = sp_distance_page_new ();
  self->page[SP_PAGE_RUNNERS] = sp_runners_page_new ();
  self->page[SP_PAGE_QUALITY] = sp_quality_page_new ();
  for (guint i = 0; i < SP_PAGE_FAULTS; i++)
    gtk_stack_add_child (GTK_STACK (self->stack), self->page[i]);
}

/**
 * sp_page_stack_show:
 * @self: a stack
 * @session: a session with results
 * @item: what to show
 *
 * Shows a page, or brings the one that is shown up to date.
 *
 * Returns: (transfer full) (nullable): what stands below its title
 */
char *
sp_page_stack_show (SpPageStack *self,
                    SpSession   *session,
                    SpPageItem  *item)
{
  SpPageKind kind = sp_page_item_get_kind (item);
  SpResults *results = sp_session_get_results (session);
  char *subtitle = NULL;

  g_return_val_if_fail (SP_IS_PAGE_STACK (self), NULL);

  if (may_skip (self, session, item))
    return kind == SP_PAGE_RUNNERS ? sp_runners_page_to_summary (SP_RUNNERS_PAGE (self->page[kind])) : NULL;
  switch (kind)
    {
    case SP_PAGE_OVERVIEW:
      sp_overview_page_set_results (SP_OVERVIEW_PAGE (self->page[kind]), results);
      break;
    case SP_PAGE_BOARD:
      sp_board_page_set_results (SP_BOARD_PAGE (self->page[kind]), session, sp_page_item_get_key (item));
      if (sp_board_page_get_board (SP_BOARD_PAGE (self->page[kind])) != NULL)
        subtitle = sp_board_words_windows (sp_board_page_get_board (SP_BOARD_PAGE (self->page[kind])));
      break;
    case SP_PAGE_DISTANCE:
      sp_distance_page_set_results (SP_DISTANCE_PAGE (self->page[kind]), results, sp_page_item_get_key (item));
      break;
    case SP_PAGE_RUNNERS:
      sp_runners_page_set_results (SP_RUNNERS_PAGE (self->page[kind]), sp_session_get_competition (session), results);
      subtitle = sp_runners_page_to_summary (SP_RUNNERS_PAGE (self->page[kind]));
      break;
    case SP_PAGE_QUALITY:
      sp_quality_page_set_results (SP_QUALITY_PAGE (self->page[kind]), results);
      break;
    case SP_PAGE_FAULTS:
      g_return_val_if_fail (self->page[kind] != NULL, NULL);
      subtitle = g_strdup (_("cannot be opened yet"));
      break;
    default:
      g_assert_not_reached ();
    }
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->page[kind]);

  return subtitle;
}

/**
 * sp_page_stack_set_faults:
 * @self: a stack that does not show faults
 * @page: (nullable): what is wrong with a workbook
 *
 * Sets the page of faults, in place of the one there was.
 */
void
sp_page_stack_set_faults (SpPageStack *self,
                          GtkWidget   *page)
{
  g_return_if_fail (SP_IS_PAGE_STACK (self));

  if (self->page[SP_PAGE_FAULTS] != NULL)
    gtk_stack_remove (GTK_STACK (self->stack), self->page[SP_PAGE_FAULTS]);
  self->page[SP_PAGE_FAULTS] = page;
  if (page != NULL)
    gtk_stack_add_child (GTK_STACK (self->stack), page);
}

/**
 * sp_page_stack_get_page:
 * @self: a stack
 * @kind: what the page shows
 *
 * Returns: (transfer none) (nullable): the page, %NULL where there are no faults to be shown
 */
GtkWidget *
sp_page_stack_get_page (SpPageStack *self,
                        SpPageKind   kind)
{
  g_return_val_if_fail (SP_IS_PAGE_STACK (self), NULL);

  return self->page[kind];
}

/**
 * sp_page_stack_is_shown:
 * @self: a stack
 * @kind: what a page shows
 *
 * Returns: whether it is that page that is seen
 */
gboolean
sp_page_stack_is_shown (SpPageStack *self,
                        SpPageKind   kind)
{
  g_return_val_if_fail (SP_IS_PAGE_STACK (self), FALSE);

  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->page[kind];
}
