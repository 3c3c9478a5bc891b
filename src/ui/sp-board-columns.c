/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-board-columns.h"

#include "model/sp-words.h"
#include "ui/sp-row-item.h"
#include "ui/sp-row-menu.h"
#include "ui/sp-row-note.h"
#include "ui/sp-team-dot.h"

#include <glib/gi18n-lib.h>

static SpRow *
row_of (GtkListItem *item)
{
  return sp_row_item_get_row (gtk_list_item_get_item (item));
}

/* Figures and sums stay together and left to right, whatever the direction of the text around them. */
static void
set_figures (GtkWidget  *label,
             const char *text)
{
  g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", text);

  gtk_inscription_set_text (GTK_INSCRIPTION (label), *text != '\0' ? isolated : "");
}

/* A name begins where lines do, in whatever letters it is written. */
static void
set_words (GtkWidget  *label,
           const char *text)
{
  g_autofree char *words = NULL;

  if (text != NULL && gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL)
    words = g_strdup_printf ("\u200f%s", text);
  gtk_inscription_set_text (GTK_INSCRIPTION (label), words != NULL ? words : text);
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

  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
  /* One more, as newer versions of the toolkit give a character somewhat less than a figure is wide. */
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), (guint) g_utf8_strlen (text, -1) + 1);
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
      gtk_inscription_set_text (GTK_INSCRIPTION (label), _("none yet"));
      break;
    case SP_ROW_NONE:
      gtk_inscription_set_text (GTK_INSCRIPTION (label), _("none"));
      break;
    case SP_ROW_NO_DATA:
      gtk_inscription_set_text (GTK_INSCRIPTION (label), _("no data"));
      break;
    case SP_ROW_ASKED:
    case SP_ROW_TO_COME:
      gtk_inscription_set_text (GTK_INSCRIPTION (label), "–");
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
      gtk_inscription_set_text (GTK_INSCRIPTION (label), "");
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
      gtk_inscription_set_text (GTK_INSCRIPTION (label), "");
      return;
    }
  date = g_date_time_new_from_unix_utc (row->start_local_s);
  /* Translators: a day without weekday and year, as g_date_time_format() writes it */
  text = g_date_time_format (date, _("%-d %b"));
  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
}

static void
bind_notes (GtkWidget *box,
            SpRow     *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *spinner = gtk_widget_get_next_sibling (image);
  GtkWidget *label = gtk_widget_get_last_child (box);
  SpRowState state = values->state;
  gboolean calm = state == SP_ROW_DEFAULT || state == SP_ROW_ASKED || state == SP_ROW_TO_COME;
  const char *icon_name;
  g_autofree char *text = sp_row_note (row, &icon_name);

  gtk_widget_set_visible (spinner, state == SP_ROW_ASKED);
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), state == SP_ROW_ASKED);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_name);
  gtk_widget_set_visible (image, icon_name != NULL);
  set_words (label, text);
  set_class (label, "dim-label", icon_name == NULL || calm);
  set_class (image, "dim-label", calm || (values->flags & SP_ROW_TIME_HIDDEN) != 0);
  set_class (image, "warning", !calm);
}

/* Made when it is asked for: told beforehand, the toolkit would look for the mouse at each line that changes. */
static gboolean
notes_tooltip_cb (GtkWidget   *box,
                  int          x,
                  int          y,
                  gboolean     by_keys,
                  GtkTooltip  *tooltip,
                  GtkListItem *item)
{
  g_autofree char *text = NULL;
  const char *icon_name, *whole;

  if (gtk_list_item_get_item (item) == NULL)
    return FALSE;
  text = sp_row_note (row_of (item), &icon_name);
  whole = sp_row_get_values (row_of (item))->reason;
  gtk_tooltip_set_text (tooltip, whole != NULL ? whole : text);

  return whole != NULL || *text != '\0';
}

/* Its room does not depend on its text: so of a line that changes nothing is measured, and one out of sight is not even
 * laid out. */
static GtkWidget *
new_text (float xalign)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), xalign);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);

  return text;
}

static GtkWidget *
new_pair (GtkWidget *sign)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = new_text (0);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), text);

  return box;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  SpBoardColumn column = (SpBoardColumn) GPOINTER_TO_INT (user_data);
  GtkWidget *child;

  if (column == SP_BOARD_COLUMN_TEAM)
    child = new_pair (sp_team_dot_new ());
  else if (column == SP_BOARD_COLUMN_NOTES)
    {
      child = new_pair (gtk_image_new ());
      gtk_box_insert_child_after (GTK_BOX (child), gtk_spinner_new (), gtk_widget_get_first_child (child));
      gtk_widget_add_css_class (gtk_widget_get_last_child (child), "caption");
      gtk_widget_set_has_tooltip (child, TRUE);
      g_signal_connect (child, "query-tooltip", G_CALLBACK (notes_tooltip_cb), item);
    }
  else
    {
      child = new_text (column == SP_BOARD_COLUMN_RUNNER ? 0 : 1);
      if (column != SP_BOARD_COLUMN_RUNNER)
        gtk_widget_add_css_class (child, "numeric");
      if (column == SP_BOARD_COLUMN_GAP)
        gtk_widget_add_css_class (child, "dim-label");
    }
  if (column == SP_BOARD_COLUMN_RANK)
    {
      gtk_widget_add_css_class (child, "rank");
      gtk_inscription_set_xalign (GTK_INSCRIPTION (child), 0.5);
      gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
    }
  gtk_list_item_set_child (item, child);
  sp_row_menu_add_cell (item);
}

/* One cell of a line, when it is bound and when the line changes. */
static void
show_cell (GtkListItem  *item,
           SpBoardColumn column)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  const SpRowValues *row = sp_row_get_values (row_of (item));
  const SpRunnerValues *runner = sp_runner_get_values (row->runner);
  g_autofree char *text = NULL;

  switch (column)
    {
    case SP_BOARD_COLUMN_RANK:
      bind_rank (child, row);
      break;
    case SP_BOARD_COLUMN_RUNNER:
      set_words (child, runner->name);
      set_class (child, "leader", is_leader (row));
      break;
    case SP_BOARD_COLUMN_TEAM:
      sp_team_dot_set_team (SP_TEAM_DOT (gtk_widget_get_first_child (child)), runner->segment_team);
      set_words (gtk_widget_get_last_child (child), runner->segment_team);
      break;
    case SP_BOARD_COLUMN_TIME:
      bind_time (child, row);
      break;
    case SP_BOARD_COLUMN_GAP:
      bind_gap (child, row, sp_row_item_get_leader_s (gtk_list_item_get_item (item)));
      break;
    case SP_BOARD_COLUMN_ATTEMPTS:
      text = g_strdup_printf ("%u", row->attempts);
      gtk_inscription_set_text (GTK_INSCRIPTION (child), sp_row_is_ranked (row_of (item)) ? text : "");
      break;
    case SP_BOARD_COLUMN_DATE:
      bind_date (child, row);
      break;
    case SP_BOARD_COLUMN_NOTES:
      bind_notes (child, row_of (item));
      break;
    default:
      g_assert_not_reached ();
    }
}

#define COLUMN_KEY "sp-column"

static void
changed_cb (GtkListItem *item)
{
  show_cell (item, (SpBoardColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), COLUMN_KEY)));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  g_object_set_data (G_OBJECT (item), COLUMN_KEY, user_data);
  g_signal_connect_swapped (gtk_list_item_get_item (item), "changed", G_CALLBACK (changed_cb), item);
  changed_cb (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), changed_cb, item);
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
      g_autoptr (GtkSorter) sorter = sp_board_order_of (columns[i].column);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (columns[i].column));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (columns[i].column));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
      column = gtk_column_view_column_new (columns[i].title, factory);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, columns[i].column == SP_BOARD_COLUMN_NOTES);
      gtk_column_view_append_column (view, column);
    }
}
