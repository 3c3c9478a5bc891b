/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-distance-page.h"

#include "model/sp-words.h"

#include "model/sp-board-words.h"

#include <glib/gi18n-lib.h>

/**
 * SpDistancePage:
 *
 * Who ran how far.
 */
struct _SpDistancePage
{
  SpListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpDistancePage, sp_distance_page, SP_TYPE_LIST_PAGE)

static void
sp_distance_page_class_init (SpDistancePageClass *klass)
{
}

static void
sp_distance_page_init (SpDistancePage *self)
{
}

/**
 * sp_distance_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_distance_page_new (void)
{
  return g_object_new (SP_TYPE_DISTANCE_PAGE, NULL);
}

static void
add_row (GtkWidget     *list,
         SpDistanceRow *row,
         double         threshold_m)
{
  const SpDistanceRowValues *values = sp_distance_row_get_values (row);
  g_autofree char *title = NULL;
  g_autofree char *runs = NULL;
  g_autofree char *distance = NULL;
  g_autofree char *climb = NULL;
  g_autofree char *over = NULL;

  if (!values->known)
    {
      sp_list_page_add_row (list, "sp-no-data-symbolic", sp_runner_get_values (values->runner)->name,
                            values->reason, _("no data"), NULL);
      return;
    }
  title = g_strdup_printf ("%u.  %s", values->place, sp_runner_get_values (values->runner)->name);
  runs = g_strdup_printf (ngettext ("%u run", "%u runs", values->n_runs), values->n_runs);
  distance = g_strdup_printf (_("%.2f km"), values->distance_m / 1000);
  climb = g_strdup_printf (_("%.0f m climbed"), values->climb_m);
  if (threshold_m > 0)
    /* Translators: "12 runs", how many of them, how long at least */
    over = g_strdup_printf (_("%s, %u of at least %.0f km"), runs, values->n_over, threshold_m / 1000);
  sp_list_page_add_row (list, (values->flags & SP_ROW_STALE) != 0 ? "sp-old-symbolic" : NULL, title,
                        over != NULL ? over : runs, distance, climb);
}

/**
 * sp_distance_page_set_results:
 * @self: a page
 * @results: what there is to show
 * @key: which of the distance boards, counted from 0
 *
 * Shows it.
 */
void
sp_distance_page_set_results (SpDistancePage *self,
                              SpResults      *results,
                              const char     *key)
{
  g_autoptr (SpDistanceBoard) board = NULL;
  const SpDistanceBoardValues *values;
  g_autofree char *title = NULL;
  g_autofree char *state = NULL;
  double threshold_m = 0;
  GtkWidget *list;

  g_return_if_fail (SP_IS_DISTANCE_PAGE (self) && SP_IS_RESULTS (results));

  board = g_list_model_get_item (sp_results_get_values (results)->distance_boards,
                                 (guint) g_ascii_strtoull (key, NULL, 10));
  if (board == NULL)
    return;
  values = sp_distance_board_get_values (board);
  title = sp_distance_board_to_title (board);
  state = sp_board_words_distance (board);
  if (values->window != NULL)
    threshold_m = sp_series_window_get_values (values->window)->threshold_m;
  sp_list_page_begin (SP_LIST_PAGE (self), title, state);
  list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Runners"));
  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr (SpDistanceRow) row = g_list_model_get_item (values->rows, i);

      add_row (list, row, threshold_m);
    }
}
