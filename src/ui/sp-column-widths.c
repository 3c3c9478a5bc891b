/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-column-widths.h"

#include "ui/sp-board-columns.h"

/* Where the view keeps its #Widths. */
#define WIDTHS_KEY "sp-column-widths"
/* Space beside a cell's text, in pixels: the cell's own; at the view's edge; a team's dot; a sort arrow and its gap. */
#define PAD 18
#define EDGE 10
#define DOT 18
#define ARROW 20
/* Longer names are cut, in characters; so many of the longest are measured. */
#define MAX_NAME 28
#define N_MEASURED 8

typedef struct
{
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[SP_BOARD_N_COLUMNS]; /* (owned): also those that are not in the view now */
  GtkWidget           *flap;                        /* (nullable): above it */
  gulong               folded_id;
  guint                idle_id;
  int                  name_px; /* the widest name of a runner */
  int                  team_px; /* the widest name of a team */
} Widths;

static int
measure (GtkColumnView *view,
         const char    *text,
         gboolean       bold)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  int width;

  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      /* As the theme has headings. */
      pango_attr_list_insert (attributes, pango_attr_scale_new (1.1));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static int
column_width (Widths *widths,
              guint   position)
{
  static const char * const samples[SP_BOARD_N_COLUMNS] = {
    [SP_BOARD_COLUMN_RANK] = "8888", [SP_BOARD_COLUMN_TIME] = "88:88:88", [SP_BOARD_COLUMN_GAP] = "+8:88:88",
    [SP_BOARD_COLUMN_ATTEMPTS] = "888", [SP_BOARD_COLUMN_DATE] = "88 MMM", [SP_BOARD_COLUMN_NOTES] = "birthday −0:30",
  };
  int title = measure (widths->view, gtk_column_view_column_get_title (widths->columns[position]), TRUE) + ARROW;
  int text = 0;

  if (samples[position] != NULL)
    text = measure (widths->view, samples[position], position == SP_BOARD_COLUMN_TIME);
  if (position == SP_BOARD_COLUMN_RUNNER)
    text = widths->name_px;
  if (position == SP_BOARD_COLUMN_TEAM)
    text = widths->team_px + DOT;
  if (position == SP_BOARD_COLUMN_RANK || position == SP_BOARD_COLUMN_NOTES)
    text += EDGE;

  return MAX (title, text) + PAD;
}

/* Figures and the word above them share an edge; the arrow of a sort comes before the word. The view has no way to ask
 * for it, so its parts are looked for, and left alone where they are others. */
static void
align_titles (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && gtk_widget_get_next_sibling (title) != NULL;
       i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (!GTK_IS_BOX (box) || i == SP_BOARD_COLUMN_RUNNER || i == SP_BOARD_COLUMN_TEAM)
        continue;
      gtk_widget_set_halign (box, i == SP_BOARD_COLUMN_RANK ? GTK_ALIGN_CENTER : GTK_ALIGN_END);
      if (i != SP_BOARD_COLUMN_RANK && GTK_IS_LABEL (gtk_widget_get_first_child (box)))
        gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
    }
}

static gboolean
has_column (Widths *widths,
            guint   position)
{
  GListModel *columns = gtk_column_view_get_columns (widths->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column == widths->columns[position])
        return TRUE;
    }

  return FALSE;
}

/* Not hidden, but out of the view: in GTK 4.8 what is hidden still takes room from the last column. */
static void
show_column (Widths  *widths,
             guint    position,
             gboolean visible)
{
  guint before = 0;

  if (has_column (widths, position) == visible)
    return;
  if (!visible)
    {
      gtk_column_view_remove_column (widths->view, widths->columns[position]);
      return;
    }
  for (guint i = 0; i < position; i++)
    before += has_column (widths, i);
  gtk_column_view_insert_column (widths->view, before, widths->columns[position]);
}

/* Where there is too little room Attempts goes, then Date. */
static void
apply (Widths *widths)
{
  static const guint first_to_go[] = { SP_BOARD_COLUMN_ATTEMPTS, SP_BOARD_COLUMN_DATE };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (widths->view));
  gboolean folded = widths->flap != NULL && adw_flap_get_folded (ADW_FLAP (widths->flap));
  int room = folded && root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : G_MAXINT;
  int all = 0;
  int width[SP_BOARD_N_COLUMNS];

  for (guint i = 0; i < SP_BOARD_N_COLUMNS; i++)
    {
      width[i] = column_width (widths, i);
      all += width[i];
      if (i != SP_BOARD_COLUMN_NOTES)
        gtk_column_view_column_set_fixed_width (widths->columns[i], width[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (first_to_go); i++)
    {
      show_column (widths, first_to_go[i], all <= room);
      if (all > room)
        all -= width[first_to_go[i]];
    }
  align_titles (widths->view);
}

static gboolean
apply_cb (gpointer user_data)
{
  Widths *widths = user_data;

  widths->idle_id = 0;
  apply (widths);

  return G_SOURCE_REMOVE;
}

/* Never at once: the flap folds while sizes are being given out. */
static void
apply_soon (Widths *widths)
{
  if (widths->idle_id == 0)
    widths->idle_id = g_idle_add (apply_cb, widths);
}

static void
font_cb (GtkColumnView *view)
{
  apply_soon (g_object_get_data (G_OBJECT (view), WIDTHS_KEY));
}

static void
map_cb (Widths *widths)
{
  GtkWidget *flap = gtk_widget_get_ancestor (GTK_WIDGET (widths->view), ADW_TYPE_FLAP);

  if (widths->flap == NULL && flap != NULL)
    {
      g_set_weak_pointer (&widths->flap, flap);
      widths->folded_id = g_signal_connect_swapped (flap, "notify::folded", G_CALLBACK (apply_soon), widths);
    }
  apply_soon (widths);
}

/* Whoever sorts wants to see who is first. */
static void
sorted_cb (GtkColumnView *view)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);
}

static void
widths_free (gpointer data)
{
  Widths *widths = data;

  if (widths->flap != NULL)
    g_clear_signal_handler (&widths->folded_id, widths->flap);
  g_clear_weak_pointer (&widths->flap);
  for (guint i = 0; i < SP_BOARD_N_COLUMNS; i++)
    g_clear_object (&widths->columns[i]);
  g_clear_handle_id (&widths->idle_id, g_source_remove);
  g_free (widths);
}

/**
 * sp_column_widths_follow:
 * @view: a view with the columns of a leaderboard
 *
 * Gives columns the room that their texts need in the font as it is, hides Attempts and then Date where the flap around
 * the view is folded and there is too little of it, and lets figures and the words above them share an edge.
 */
void
sp_column_widths_follow (GtkColumnView *view)
{
  Widths *widths = g_new0 (Widths, 1);
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (view));

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  widths->view = view;
  for (guint i = 0; i < SP_BOARD_N_COLUMNS; i++)
    widths->columns[i] = g_list_model_get_item (gtk_column_view_get_columns (view), i);
  g_object_set_data_full (G_OBJECT (view), WIDTHS_KEY, widths, widths_free);
  g_signal_connect_swapped (view, "map", G_CALLBACK (map_cb), widths);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (font_cb), view, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorted_cb), view,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  apply (widths);
}

static void
keep_longest (const char **longest,
              const char  *text)
{
  for (guint i = 0; i < N_MEASURED; i++)
    {
      const char *next = longest[i];

      if (next != NULL && g_utf8_strlen (next, -1) >= g_utf8_strlen (text, -1))
        continue;
      longest[i] = text;
      if (next == NULL)
        return;
      text = next;
    }
}

static int
measure_longest (GtkColumnView *view,
                 const char   **longest,
                 gboolean       bold)
{
  int width = 0;

  for (guint i = 0; i < N_MEASURED && longest[i] != NULL; i++)
    {
      g_autofree char *text = g_utf8_substring (longest[i], 0, MIN (g_utf8_strlen (longest[i], -1), MAX_NAME));

      width = MAX (width, measure (view, text, bold));
    }

  return width;
}

/**
 * sp_column_widths_set_board:
 * @view: a view that follows
 * @board: the board it shows
 *
 * Measures the names of its runners and teams.
 */
void
sp_column_widths_set_board (GtkColumnView *view,
                            SpBoard       *board)
{
  Widths *widths = g_object_get_data (G_OBJECT (view), WIDTHS_KEY);
  GListModel *rows;
  const char *names[N_MEASURED] = { NULL }, *teams[N_MEASURED] = { NULL }, *leader[N_MEASURED] = { NULL };

  g_return_if_fail (widths != NULL && SP_IS_BOARD (board));

  rows = sp_board_get_values (board)->rows;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const SpRunnerValues *runner = sp_runner_get_values (sp_row_get_values (row)->runner);

      keep_longest (names, runner->name);
      keep_longest (teams, runner->segment_team);
      if (sp_row_get_values (row)->rank == 1)
        keep_longest (leader, runner->name);
    }
  widths->name_px = MAX (measure_longest (view, names, FALSE), measure_longest (view, leader, TRUE));
  widths->team_px = measure_longest (view, teams, FALSE);
  apply (widths);
}
