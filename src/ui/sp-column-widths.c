/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-column-widths.h"

#include "ui/sp-board-columns.h"
#include "ui/sp-column-titles.h"
#include "ui/sp-row-note.h"

#include <glib/gi18n-lib.h>

/* Where the view keeps its #Widths. */
#define WIDTHS_KEY "sp-column-widths"
/* Space beside a cell's text, in pixels: the cell's own; at the view's edge; a team's dot; a note's icon; a sort arrow
 * and its gap. */
#define PAD 18
#define EDGE 10
#define DOT 18
#define ICON 24
#define ARROW 20
/* Longer names are cut, in characters; so many of the longest are measured. */
#define MAX_NAME 28
#define N_MEASURED 8
/* As the theme has captions, and somewhat more. */
#define CAPTION_SCALE 0.85

typedef struct
{
  GtkColumnView       *view;
  GtkColumnViewColumn *columns[SP_BOARD_N_COLUMNS]; /* (owned): also those that are not in the view now */
  GtkAdjustment       *sideways;                    /* (owned) (nullable): tells how much room there is */
  guint                idle_id;
  int                  name_px;  /* the widest name of a runner */
  int                  team_px;  /* the widest name of a team */
  int                  notes_px; /* the widest note */
  int                  rank_px;  /* the last place */
} Widths;

/* How a text looks. */
typedef enum
{
  PLAIN,
  BOLD,
  CAPTION,
} Look;

static int
measure (GtkColumnView *view,
         const char    *text,
         Look           look)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  if (look == BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (look == CAPTION)
    pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* What stands where a time would, which in some languages is wider than one. */
static int
measure_no_time (GtkColumnView *view)
{
  const char *words[] = { _("none yet"), _("none"), _("no data") };
  int width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    width = MAX (width, measure (view, words[i], PLAIN));

  return width;
}

static int
column_width (Widths *widths,
              guint   position)
{
  static const char * const samples[SP_BOARD_N_COLUMNS] = {
    [SP_BOARD_COLUMN_TIME] = "88:88:88", [SP_BOARD_COLUMN_GAP] = "+88:88",
    [SP_BOARD_COLUMN_ATTEMPTS] = "888", [SP_BOARD_COLUMN_DATE] = "88 MMM",
  };
  int title = measure (widths->view, gtk_column_view_column_get_title (widths->columns[position]), CAPTION) + ARROW;
  int text = 0;

  if (samples[position] != NULL)
    text = measure (widths->view, samples[position], position == SP_BOARD_COLUMN_TIME ? BOLD : PLAIN);
  if (position == SP_BOARD_COLUMN_TIME)
    text = MAX (text, measure_no_time (widths->view));
  if (position == SP_BOARD_COLUMN_RUNNER)
    text = widths->name_px;
  if (position == SP_BOARD_COLUMN_TEAM)
    text = widths->team_px + DOT;
  if (position == SP_BOARD_COLUMN_NOTES)
    text = widths->notes_px;
  if (position == SP_BOARD_COLUMN_RANK)
    text = widths->rank_px;
  if (position == SP_BOARD_COLUMN_RANK || position == SP_BOARD_COLUMN_NOTES)
    text += EDGE;

  return MAX (title, text) + PAD;
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

static void
align_titles (Widths *widths)
{
  GtkAlign aligns[SP_BOARD_N_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < SP_BOARD_N_COLUMNS; i++)
    if (has_column (widths, i))
      aligns[n++] = i == SP_BOARD_COLUMN_RANK ? GTK_ALIGN_CENTER :
                    i >= SP_BOARD_COLUMN_TIME && i <= SP_BOARD_COLUMN_DATE ? GTK_ALIGN_END : GTK_ALIGN_FILL;
  sp_column_titles_align (widths->view, aligns, n);
}

/* Where there is too little room Attempts goes, then Date, then Gap, then Team. */
static void
apply (Widths *widths)
{
  static const guint first_to_go[] = {
    SP_BOARD_COLUMN_ATTEMPTS, SP_BOARD_COLUMN_DATE, SP_BOARD_COLUMN_GAP, SP_BOARD_COLUMN_TEAM,
  };
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widths->view));
  int room = sideways != NULL ? (int) gtk_adjustment_get_page_size (sideways) : 0;
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
      show_column (widths, first_to_go[i], room == 0 || all <= room);
      if (room > 0 && all > room)
        all -= width[first_to_go[i]];
    }
  align_titles (widths);
}

static gboolean
apply_cb (gpointer user_data)
{
  Widths *widths = user_data;

  widths->idle_id = 0;
  apply (widths);

  return G_SOURCE_REMOVE;
}

/* Never at once: there is more or less room while sizes are being given out. */
static void
apply_soon (Widths *widths)
{
  if (widths->idle_id == 0)
    widths->idle_id = g_idle_add (apply_cb, widths);
}

static void
changed_cb (GtkColumnView *view)
{
  apply_soon (g_object_get_data (G_OBJECT (view), WIDTHS_KEY));
}

static void
map_cb (Widths *widths)
{
  GtkAdjustment *sideways = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widths->view));

  if (sideways != NULL && g_set_object (&widths->sideways, sideways))
    g_signal_connect_object (sideways, "notify::page-size", G_CALLBACK (changed_cb), widths->view, G_CONNECT_SWAPPED);
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

  g_clear_object (&widths->sideways);
  for (guint i = 0; i < SP_BOARD_N_COLUMNS; i++)
    g_clear_object (&widths->columns[i]);
  g_clear_handle_id (&widths->idle_id, g_source_remove);
  g_free (widths);
}

/**
 * sp_column_widths_follow:
 * @view: a view with the columns of a leaderboard
 *
 * Gives columns the room that their texts need in the font as it is, hides Attempts, Date, Gap and Team, in this order,
 * where there is too little of it, and lets figures and the words above them share an edge.
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
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (changed_cb), view, G_CONNECT_SWAPPED);
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
                 Look           look)
{
  int width = 0;

  for (guint i = 0; i < N_MEASURED && longest[i] != NULL; i++)
    {
      g_autofree char *text = g_utf8_substring (longest[i], 0, MIN (g_utf8_strlen (longest[i], -1), MAX_NAME));

      width = MAX (width, measure (view, text, look));
    }

  return width;
}

/* Notes are of few kinds, so each is measured once. */
static int
measure_notes (GtkColumnView *view,
               GListModel    *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const char *icon_name;
      g_autofree char *note = sp_row_note (row, &icon_name);

      if (g_hash_table_contains (seen, note))
        continue;
      width = MAX (width, measure (view, note, CAPTION)
                          + (icon_name != NULL || sp_row_get_values (row)->state == SP_ROW_ASKED ? ICON : 0));
      g_hash_table_add (seen, g_steal_pointer (&note));
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
  g_autofree char *last = NULL;

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
  widths->name_px = MAX (measure_longest (view, names, PLAIN), measure_longest (view, leader, BOLD));
  widths->team_px = measure_longest (view, teams, PLAIN);
  widths->notes_px = measure_notes (view, rows);
  last = g_strdup_printf ("8%u", g_list_model_get_n_items (rows));
  widths->rank_px = measure (view, last, PLAIN);
  apply (widths);
}
