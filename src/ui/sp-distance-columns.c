/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-distance-columns.h"

#include "model/sp-distance-row.h"
#include "ui/sp-column-titles.h"
#include "ui/sp-team-dot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  COLUMN_PLACE,
  COLUMN_RUNNER,
  COLUMN_TEAM,
  COLUMN_DISTANCE,
  COLUMN_CLIMB,
  COLUMN_RUNS,
  COLUMN_OVER,
  COLUMN_MEAN,
  COLUMN_NOTES,
  N_COLUMNS
} Column;

static const SpDistanceRowValues *
values_of (gconstpointer row)
{
  return sp_distance_row_get_values ((SpDistanceRow *) row);
}

static gboolean
is_figure (Column column)
{
  return column >= COLUMN_DISTANCE && column <= COLUMN_MEAN;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  if (column == COLUMN_TEAM)
    gtk_box_append (GTK_BOX (box), sp_team_dot_new ());
  if (column == COLUMN_NOTES)
    gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_label_set_xalign (GTK_LABEL (label), is_figure (column) ? 1 : column == COLUMN_PLACE ? 0.5f : 0);
  if (is_figure (column) || column == COLUMN_PLACE)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_add_css_class (label, "numeric");
    }
  if (column == COLUMN_PLACE)
    {
      gtk_widget_add_css_class (label, "rank");
      gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
    }
  if (column == COLUMN_NOTES)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  gtk_list_item_set_child (item, box);
}

/* Figures stay left to right, whatever the direction of the text around them. */
static char *
make_figure (const SpDistanceRowValues *row,
             Column                     column)
{
  switch (column)
    {
    case COLUMN_PLACE:
      return row->place > 0 ? g_strdup_printf ("%u", row->place) : g_strdup ("–");
    case COLUMN_DISTANCE:
      return row->known ? g_strdup_printf ("\u2066%.2f\u2069", row->distance_m / 1000) : g_strdup (_("no data"));
    case COLUMN_CLIMB:
      return row->known ? g_strdup_printf ("\u2066%.0f\u2069", row->climb_m) : g_strdup ("");
    case COLUMN_RUNS:
      return row->known ? g_strdup_printf ("%u", row->n_runs) : g_strdup ("");
    case COLUMN_OVER:
      return row->known ? g_strdup_printf ("%u", row->n_over) : g_strdup ("");
    case COLUMN_MEAN:
      return row->known && !isnan (row->mean_m) ? g_strdup_printf ("\u2066%.2f\u2069", row->mean_m / 1000)
                                                : g_strdup ("");
    case COLUMN_RUNNER:
    case COLUMN_TEAM:
    case COLUMN_NOTES:
    case N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

static void
bind_place (GtkWidget                 *label,
            const SpDistanceRowValues *row)
{
  const char *classes[] = { "rank", "numeric", NULL, NULL };

  classes[2] = row->place == 0 ? "dim-label" : row->place == 1 ? "first" : row->place == 2 ? "second" :
               row->place == 3 ? "third" : NULL;
  gtk_widget_set_css_classes (label, classes);
}

static void
bind_notes (GtkWidget                 *box,
            const SpDistanceRowValues *row)
{
  gboolean old = (row->flags & SP_ROW_STALE) != 0;
  const char *text = !row->known ? row->reason : old ? row->reason != NULL ? row->reason : _("old data") :
                     (row->flags & SP_ROW_PRIVATE_HIDDEN) != 0 ? _("private runs not seen") : NULL;
  GtkWidget *image = gtk_widget_get_first_child (box);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), !row->known ? "sp-no-data-symbolic" :
                                old ? "sp-old-symbolic" : "sp-unknown-symbolic");
  gtk_widget_add_css_class (image, "warning");
  gtk_widget_set_visible (image, text != NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (box, text);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  Column column = (Column) GPOINTER_TO_INT (user_data);
  const SpDistanceRowValues *row = values_of (gtk_list_item_get_item (item));
  const SpRunnerValues *runner = sp_runner_get_values (row->runner);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *leader[] = { "leader", NULL };
  const char *dim[] = { "numeric", "dim-label", NULL };
  g_autofree char *figure = make_figure (row, column);

  if (column == COLUMN_NOTES)
    {
      bind_notes (box, row);
      return;
    }
  if (column == COLUMN_TEAM)
    sp_team_dot_set_team (SP_TEAM_DOT (gtk_widget_get_first_child (box)), runner->distance_team);
  gtk_label_set_text (GTK_LABEL (label), column == COLUMN_RUNNER ? runner->name :
                                         column == COLUMN_TEAM ? runner->distance_team : figure);
  if (column == COLUMN_PLACE)
    bind_place (label, row);
  if (column == COLUMN_RUNNER)
    gtk_widget_set_css_classes (label, row->place == 1 ? leader : leader + 1);
  if (column == COLUMN_DISTANCE)
    gtk_widget_set_css_classes (label, row->place == 1 ? (const char *[]) { "numeric", "leader", NULL } :
                                       row->known ? (const char *[]) { "numeric", NULL } : dim);
}

static int
compare_doubles (double x,
                 double y)
{
  return (x > y) - (x < y);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const SpDistanceRowValues *x = values_of (a), *y = values_of (b);
  const SpRunnerValues *p = sp_runner_get_values (x->runner), *q = sp_runner_get_values (y->runner);

  switch ((Column) GPOINTER_TO_INT (user_data))
    {
    case COLUMN_PLACE:
      return (x->place > y->place) - (x->place < y->place);
    case COLUMN_RUNNER:
      return g_utf8_collate (p->name, q->name);
    case COLUMN_TEAM:
      return g_utf8_collate (p->distance_team, q->distance_team);
    case COLUMN_DISTANCE:
      return compare_doubles (x->distance_m, y->distance_m);
    case COLUMN_CLIMB:
      return compare_doubles (x->climb_m, y->climb_m);
    case COLUMN_RUNS:
      return (x->n_runs > y->n_runs) - (x->n_runs < y->n_runs);
    case COLUMN_OVER:
      return (x->n_over > y->n_over) - (x->n_over < y->n_over);
    case COLUMN_MEAN:
      return compare_doubles (isnan (x->mean_m) ? 0 : x->mean_m, isnan (y->mean_m) ? 0 : y->mean_m);
    case COLUMN_NOTES:
      return (x->flags > y->flags) - (x->flags < y->flags);
    case N_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

static int
compare_known (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const SpDistanceRowValues *x = values_of (a), *y = values_of (b);

  return (!x->known - !y->known) != 0 ? !x->known - !y->known : (x->place == 0) - (y->place == 0);
}

/**
 * sp_distance_columns_known:
 *
 * Returns: (transfer full): what keeps those without a place below the others, and those without data below all
 */
GtkSorter *
sp_distance_columns_known (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_known, NULL, NULL));
}

static GtkColumnViewColumn *
get_column (GtkColumnView *view,
            Column         column)
{
  return g_list_model_get_item (gtk_column_view_get_columns (view), column);
}

/**
 * sp_distance_columns_set_board:
 * @view: a view with its columns
 * @board: the board it shows
 *
 * Shows the columns that the board has: runs over the threshold where there is one, the mean in the summary.
 */
void
sp_distance_columns_set_board (GtkColumnView   *view,
                               SpDistanceBoard *board)
{
  const SpDistanceBoardValues *values = sp_distance_board_get_values (board);
  static const GtkAlign aligns[] = {
    GTK_ALIGN_CENTER, GTK_ALIGN_FILL, GTK_ALIGN_FILL, GTK_ALIGN_END, GTK_ALIGN_END, GTK_ALIGN_END, GTK_ALIGN_END,
    GTK_ALIGN_END,
  };
  double threshold_m = values->window != NULL ? sp_series_window_get_values (values->window)->threshold_m : 0;
  g_autoptr (GtkColumnViewColumn) over = get_column (view, COLUMN_OVER);
  g_autoptr (GtkColumnViewColumn) mean = get_column (view, COLUMN_MEAN);
  g_autofree char *title = NULL;

  /* Translators: a column: how many runs were at least so many kilometres long */
  title = g_strdup_printf (_("≥ %.0f km"), threshold_m / 1000);
  gtk_column_view_column_set_title (over, title);
  gtk_column_view_column_set_visible (over, threshold_m > 0);
  gtk_column_view_column_set_visible (mean, values->window == NULL);
  sp_column_titles_align (view, aligns, G_N_ELEMENTS (aligns));
}

/**
 * sp_distance_columns_add:
 * @view: a view without columns
 *
 * Gives it the columns of a distance board.
 */
void
sp_distance_columns_add (GtkColumnView *view)
{
  const char * const titles[N_COLUMNS] = {
    [COLUMN_PLACE] = C_("rank", "#"), [COLUMN_RUNNER] = _("Runner"), [COLUMN_TEAM] = _("Team"),
    [COLUMN_DISTANCE] = _("km"), [COLUMN_CLIMB] = _("Climb (m)"), [COLUMN_RUNS] = _("Runs"), [COLUMN_OVER] = "",
    /* Translators: a column: how many kilometres a run has in the mean */
    [COLUMN_MEAN] = _("Mean (km)"), [COLUMN_NOTES] = _("Notes"),
  };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GINT_TO_POINTER (i), NULL));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, i == COLUMN_NOTES);
      gtk_column_view_append_column (view, column);
    }
}
