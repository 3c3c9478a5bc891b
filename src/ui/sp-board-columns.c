/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-board-columns.h"

#include "model/sp-words.h"
#include "ui/sp-row-menu.h"
#include "ui/sp-row-note.h"
#include "ui/sp-team-dot.h"

#include <glib/gi18n-lib.h>

/* Where the view keeps the leader's time, which the gaps are counted from. */
#define LEADER_KEY "sp-leader"

static const SpRowValues *
values_of (GtkListItem *item)
{
  return sp_row_get_values (gtk_list_item_get_item (item));
}

/* Figures and sums stay together and left to right, whatever the direction of the text around them. */
static void
set_figures (GtkWidget  *label,
             const char *text)
{
  g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", text);

  gtk_label_set_text (GTK_LABEL (label), *text != '\0' ? isolated : "");
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Nobody leads by a default time. */
static gboolean
is_leader (const SpRowValues *row)
{
  return row->rank == 1 && row->state == SP_ROW_TIMED;
}

static void
bind_rank (GtkWidget         *label,
           const SpRowValues *row)
{
  g_autofree char *text = row->rank > 0 ? g_strdup_printf ("%u", row->rank) : g_strdup ("–");

  gtk_label_set_text (GTK_LABEL (label), text);
  set_class (label, "first", row->rank == 1 && row->state == SP_ROW_TIMED);
  set_class (label, "second", row->rank == 2 && row->state == SP_ROW_TIMED);
  set_class (label, "third", row->rank == 3 && row->state == SP_ROW_TIMED);
  set_class (label, "dim-label", row->rank == 0);
}

static void
bind_time (GtkWidget         *label,
           const SpRowValues *row)
{
  g_autofree char *text = NULL;

  switch (row->state)
    {
    case SP_ROW_TIMED:
    case SP_ROW_DEFAULT:
      text = sp_words_duration (row->time_s);
      set_figures (label, text);
      break;
    case SP_ROW_NONE_YET:
      gtk_label_set_text (GTK_LABEL (label), _("none yet"));
      break;
    case SP_ROW_NONE:
      gtk_label_set_text (GTK_LABEL (label), _("none"));
      break;
    case SP_ROW_NO_DATA:
      gtk_label_set_text (GTK_LABEL (label), _("no data"));
      break;
    case SP_ROW_ASKED:
    case SP_ROW_TO_COME:
      gtk_label_set_text (GTK_LABEL (label), "–");
      break;
    default:
      g_assert_not_reached ();
    }
  set_class (label, "dim-label", row->state != SP_ROW_TIMED);
  set_class (label, "leader", is_leader (row));
}

static void
bind_gap (GtkWidget         *label,
          const SpRowValues *row,
          int                leader_s)
{
  g_autofree char *text = NULL;

  if (row->rank <= 1 || leader_s < 0)
    {
      gtk_label_set_text (GTK_LABEL (label), "");
      return;
    }
  text = sp_words_gap (row->time_s - leader_s);
  set_figures (label, text);
}

static void
bind_date (GtkWidget         *label,
           const SpRowValues *row)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (row->state != SP_ROW_TIMED || row->start_local_s == SP_TIME_UNKNOWN)
    {
      gtk_label_set_text (GTK_LABEL (label), "");
      return;
    }
  date = g_date_time_new_from_unix_utc (row->start_local_s);
  /* Translators: a day without weekday and year, as g_date_time_format() writes it */
  text = g_date_time_format (date, _("%-d %b"));
  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
bind_notes (GtkWidget   *box,
            GtkListItem *item)
{
  SpRow *row = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *spinner = gtk_widget_get_next_sibling (image);
  GtkWidget *label = gtk_widget_get_last_child (box);
  SpRowState state = values_of (item)->state;
  gboolean calm = state == SP_ROW_DEFAULT || state == SP_ROW_ASKED || state == SP_ROW_TO_COME;
  const char *icon_name;
  g_autofree char *text = sp_row_note (row, &icon_name);

  gtk_widget_set_visible (spinner, state == SP_ROW_ASKED);
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), state == SP_ROW_ASKED);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_name);
  gtk_widget_set_visible (image, icon_name != NULL);
  gtk_label_set_text (GTK_LABEL (label), text);
  set_class (label, "dim-label", icon_name == NULL || calm);
  set_class (image, "dim-label", calm || (values_of (item)->flags & SP_ROW_TIME_HIDDEN) != 0);
  set_class (image, "warning", !calm);
  gtk_widget_set_tooltip_text (box, values_of (item)->reason != NULL ? values_of (item)->reason : text);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  SpBoardColumn column = (SpBoardColumn) GPOINTER_TO_INT (user_data);
  GtkWidget *child;

  if (column == SP_BOARD_COLUMN_TEAM || column == SP_BOARD_COLUMN_NOTES)
    {
      GtkWidget *label = gtk_label_new (NULL);

      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      gtk_box_append (GTK_BOX (child), column == SP_BOARD_COLUMN_TEAM ? sp_team_dot_new () : gtk_image_new ());
      if (column == SP_BOARD_COLUMN_NOTES)
        gtk_box_append (GTK_BOX (child), gtk_spinner_new ());
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (column == SP_BOARD_COLUMN_NOTES)
        gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (child), label);
    }
  else
    {
      child = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (child), column == SP_BOARD_COLUMN_RUNNER ? 0 : 1);
      if (column == SP_BOARD_COLUMN_RUNNER)
        gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
      else
        gtk_widget_add_css_class (child, "numeric");
      if (column == SP_BOARD_COLUMN_GAP)
        gtk_widget_add_css_class (child, "dim-label");
    }
  if (column == SP_BOARD_COLUMN_RANK)
    {
      gtk_widget_add_css_class (child, "rank");
      gtk_label_set_xalign (GTK_LABEL (child), 0.5);
      gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
    }
  gtk_list_item_set_child (item, child);
  sp_row_menu_add_cell (item);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  SpBoardColumn column = (SpBoardColumn) GPOINTER_TO_INT (user_data);
  GtkWidget *child = gtk_list_item_get_child (item);
  const SpRowValues *row = values_of (item);
  const SpRunnerValues *runner = sp_runner_get_values (row->runner);
  g_autofree char *text = NULL;

  switch (column)
    {
    case SP_BOARD_COLUMN_RANK:
      bind_rank (child, row);
      break;
    case SP_BOARD_COLUMN_RUNNER:
      gtk_label_set_text (GTK_LABEL (child), runner->name);
      set_class (child, "leader", is_leader (row));
      break;
    case SP_BOARD_COLUMN_TEAM:
      sp_team_dot_set_team (SP_TEAM_DOT (gtk_widget_get_first_child (child)), runner->segment_team);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (child)), runner->segment_team);
      break;
    case SP_BOARD_COLUMN_TIME:
      bind_time (child, row);
      break;
    case SP_BOARD_COLUMN_GAP:
      bind_gap (child, row, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), LEADER_KEY)) - 1);
      break;
    case SP_BOARD_COLUMN_ATTEMPTS:
      text = g_strdup_printf ("%u", row->attempts);
      gtk_label_set_text (GTK_LABEL (child), sp_row_is_ranked (gtk_list_item_get_item (item)) ? text : "");
      break;
    case SP_BOARD_COLUMN_DATE:
      bind_date (child, row);
      break;
    case SP_BOARD_COLUMN_NOTES:
      bind_notes (child, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const SpRowValues *x = sp_row_get_values ((SpRow *) a);
  const SpRowValues *y = sp_row_get_values ((SpRow *) b);

  switch ((SpBoardColumn) GPOINTER_TO_INT (user_data))
    {
    case SP_BOARD_COLUMN_RANK:
    case SP_BOARD_COLUMN_TIME:
    case SP_BOARD_COLUMN_GAP:
      return (x->rank > y->rank) - (x->rank < y->rank);
    case SP_BOARD_COLUMN_RUNNER:
      return g_utf8_collate (sp_runner_get_values (x->runner)->name, sp_runner_get_values (y->runner)->name);
    case SP_BOARD_COLUMN_TEAM:
      return g_utf8_collate (sp_runner_get_values (x->runner)->segment_team,
                             sp_runner_get_values (y->runner)->segment_team);
    case SP_BOARD_COLUMN_ATTEMPTS:
      return (x->attempts > y->attempts) - (x->attempts < y->attempts);
    case SP_BOARD_COLUMN_DATE:
      return (x->start_local_s > y->start_local_s) - (x->start_local_s < y->start_local_s);
    case SP_BOARD_COLUMN_NOTES:
      return (x->flags > y->flags) - (x->flags < y->flags);
    default:
      g_assert_not_reached ();
    }
}

/* Those without a place stand below, however the others are sorted: asked, to come, none yet, none, no data. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  static const int order[] = {
    [SP_ROW_TIMED] = 0, [SP_ROW_DEFAULT] = 0, [SP_ROW_ASKED] = 1, [SP_ROW_TO_COME] = 2, [SP_ROW_NONE_YET] = 3,
    [SP_ROW_NONE] = 4, [SP_ROW_NO_DATA] = 5,
  };

  return order[sp_row_get_values ((SpRow *) a)->state] - order[sp_row_get_values ((SpRow *) b)->state];
}

/**
 * sp_board_columns_ranked:
 *
 * Returns: (transfer full): what keeps rows without a place below those with one
 */
GtkSorter *
sp_board_columns_ranked (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_ranked, NULL, NULL));
}

/**
 * sp_board_columns_leader_s:
 * @board: a board
 *
 * Returns: the leader's time in seconds, -1 where there is none
 */
int
sp_board_columns_leader_s (SpBoard *board)
{
  g_autoptr (SpRow) row = g_list_model_get_item (sp_board_get_values (board)->rows, 0);

  return row != NULL && sp_row_is_ranked (row) ? sp_row_get_values (row)->time_s : -1;
}

/**
 * sp_board_columns_set_leader:
 * @view: a view with its columns
 * @leader_s: the leader's time in seconds, -1 where there is none
 *
 * Tells what the gaps are counted from. Takes effect on rows that are bound afterwards.
 */
void
sp_board_columns_set_leader (GtkColumnView *view,
                             int            leader_s)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  column = g_list_model_get_item (gtk_column_view_get_columns (view), SP_BOARD_COLUMN_GAP);
  g_object_set_data (G_OBJECT (gtk_column_view_column_get_factory (column)), LEADER_KEY,
                     GINT_TO_POINTER (leader_s + 1));
}

/**
 * sp_board_columns_add:
 * @view: a view without columns
 *
 * Gives it the columns of a leaderboard.
 */
void
sp_board_columns_add (GtkColumnView *view)
{
  const struct
  {
    SpBoardColumn column;
    const char   *title;
  } columns[] = {
    /* Translators: the place on a leaderboard */
    { SP_BOARD_COLUMN_RANK, C_("rank", "#") },
    { SP_BOARD_COLUMN_RUNNER, _("Runner") },
    { SP_BOARD_COLUMN_TEAM, _("Team") },
    { SP_BOARD_COLUMN_TIME, _("Time") },
    { SP_BOARD_COLUMN_GAP, _("Gap") },
    { SP_BOARD_COLUMN_ATTEMPTS, _("Attempts") },
    { SP_BOARD_COLUMN_DATE, _("Date") },
    { SP_BOARD_COLUMN_NOTES, _("Notes") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (columns[i].column));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (columns[i].column));
      column = gtk_column_view_column_new (columns[i].title, factory);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (columns[i].column), NULL));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, columns[i].column == SP_BOARD_COLUMN_NOTES);
      gtk_column_view_append_column (view, column);
    }
}
