/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-teams-view.h"

#include "model/sp-words.h"
#include "ui/sp-team-dot.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* So many runners of a team are named who are missing, in lines of so many characters. */
#define MAX_NAMES 5
#define MAX_LINE 44

/**
 * SpTeamsView:
 *
 * The teams of one board, in a grid with as many lines as there are teams.
 */
struct _SpTeamsView
{
  GtkBox parent_instance;

  GtkWidget *scrolled;
  GtkWidget *grid;
  guint      idle_id;
};

/* The columns, in their order. */
enum
{
  COLUMN_PLACE,
  COLUMN_TEAM,
  COLUMN_RANK_SUM,
  COLUMN_TOTAL,
  COLUMN_GAP,
  COLUMN_MEAN,
  COLUMN_MEDIAN,
  COLUMN_ATTEMPTS,
  N_COLUMNS
};

G_DEFINE_FINAL_TYPE (SpTeamsView, sp_teams_view, GTK_TYPE_BOX)

static void
show_column (SpTeamsView *self,
             int          column,
             gboolean     visible)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int x, y, width, height;

      gtk_grid_query_child (GTK_GRID (self->grid), child, &x, &y, &width, &height);
      if (x == column && width == 1)
        gtk_widget_set_visible (child, visible);
    }
}

/* Where there is too little room Attempts goes, then Median, then Mean. */
static gboolean
fit_cb (gpointer user_data)
{
  static const int first_to_go[] = { COLUMN_ATTEMPTS, COLUMN_MEDIAN, COLUMN_MEAN };
  SpTeamsView *self = user_data;
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  int room = (int) gtk_adjustment_get_page_size (sideways);
  int wanted = 0;

  self->idle_id = 0;
  for (guint i = 0; i < G_N_ELEMENTS (first_to_go); i++)
    show_column (self, first_to_go[i], TRUE);
  for (guint i = 0; room > 0 && i < G_N_ELEMENTS (first_to_go); i++)
    {
      gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
      if (wanted > room)
        show_column (self, first_to_go[i], FALSE);
    }

  return G_SOURCE_REMOVE;
}

/* Never at once: there is more or less room while sizes are being given out. */
static void
fit_soon (SpTeamsView *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add (fit_cb, self);
}

static void
sp_teams_view_dispose (GObject *object)
{
  g_clear_handle_id (&SP_TEAMS_VIEW (object)->idle_id, g_source_remove);

  G_OBJECT_CLASS (sp_teams_view_parent_class)->dispose (object);
}

static void
sp_teams_view_class_init (SpTeamsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_teams_view_dispose;
}

static void
sp_teams_view_init (SpTeamsView *self)
{
  GtkWidget *scrolled = self->scrolled = gtk_scrolled_window_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_margin_start (self->grid, 18);
  gtk_widget_set_margin_end (self->grid, 18);
  gtk_widget_set_margin_top (self->grid, 12);
  gtk_widget_set_margin_bottom (self->grid, 24);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_box_append (GTK_BOX (self), scrolled);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled)), "notify::page-size",
                           G_CALLBACK (fit_soon), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
put (SpTeamsView *self,
     int          x,
     int          y,
     const char  *text,
     float        xalign,
     const char  *css_class)
{
  g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", text);
  GtkWidget *label = gtk_label_new (*text != '\0' && xalign > 0 && y > 0 ? isolated : text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (xalign > 0)
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, x, y, 1, 1);

  return label;
}

/* Names that fit into a line or two: a team of hundreds would take seconds to be laid out, and nobody would read it. */
static char *
name_some (const char * const *names)
{
  guint n = g_strv_length ((char **) names);
  const char *some[MAX_NAMES + 1] = { NULL };
  g_autofree char *joined = NULL;

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    some[i] = names[i];
  joined = g_strjoinv (_(", "), (char **) some);
  if (n <= MAX_NAMES)
    return g_steal_pointer (&joined);

  /* Translators: some names, then how many more there are */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - MAX_NAMES), joined, n - MAX_NAMES);
}

static char *
second_line (const SpTeamRowValues *team)
{
  g_autofree char *missing = NULL;
  g_autofree char *fastest = NULL;
  g_autofree char *size = NULL;

  if (team->missing != NULL && team->missing[0] != NULL)
    {
      missing = name_some (team->missing);
      /* Translators: names of runners of a team whose results are not known */
      return g_strdup_printf (_("Missing: %s"), missing);
    }
  size = g_strdup_printf (ngettext ("%u runner", "%u runners", team->n_members), team->n_members);
  if (team->fastest == NULL)
    return g_steal_pointer (&size);
  fastest = sp_words_duration (sp_row_get_values (team->fastest)->time_s);

  /* Translators: the size of a team, the name of its fastest runner, a time */
  return g_strdup_printf (_("%s, fastest %s %s"), size,
                          sp_runner_get_values (sp_row_get_values (team->fastest)->runner)->name, fastest);
}

static void
put_name (SpTeamsView           *self,
          int                    y,
          const SpTeamRowValues *team)
{
  g_autofree char *second = second_line (team);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *dot = sp_team_dot_new ();
  GtkWidget *name = gtk_label_new (team->name);
  GtkWidget *more = gtk_label_new (second);

  sp_team_dot_set_team (SP_TEAM_DOT (dot), team->name);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (more), 0);
  gtk_label_set_wrap (GTK_LABEL (more), TRUE);
  if (team->missing != NULL && team->missing[0] != NULL)
    gtk_label_set_max_width_chars (GTK_LABEL (more), MAX_LINE);
  if (team->place == 1)
    gtk_widget_add_css_class (name, "leader");
  gtk_widget_add_css_class (more, "caption");
  gtk_widget_add_css_class (more, "dim-label");
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), more);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), box, COLUMN_TEAM, y, 1, 1);
}

static void
put_team (SpTeamsView           *self,
          int                    y,
          const SpTeamRowValues *team)
{
  g_autofree char *place = team->place > 0 ? g_strdup_printf ("%u", team->place) : g_strdup ("–");
  g_autofree char *rank_sum = g_strdup_printf ("%u", team->rank_sum);
  g_autofree char *total = sp_words_duration (team->total_s);
  g_autofree char *gap = sp_words_gap (team->gap_s);
  g_autofree char *mean = isnan (team->mean_s) ? g_strdup ("") : sp_words_duration ((int) lround (team->mean_s));
  g_autofree char *median = isnan (team->median_s) ? g_strdup ("") : sp_words_duration ((int) lround (team->median_s));
  g_autofree char *attempts = g_strdup_printf ("%u", team->attempts);
  GtkWidget *rank = put (self, COLUMN_PLACE, y, place, 0.5, "rank");

  gtk_widget_set_halign (rank, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (rank, GTK_ALIGN_CENTER);
  if (team->place >= 1 && team->place <= 3)
    gtk_widget_add_css_class (rank, team->place == 1 ? "first" : team->place == 2 ? "second" : "third");
  put_name (self, y, team);
  put (self, COLUMN_RANK_SUM, y, rank_sum, 1, NULL);
  put (self, COLUMN_TOTAL, y, total, 1, NULL);
  put (self, COLUMN_GAP, y, team->place > 1 ? gap : "", 1, "dim-label");
  put (self, COLUMN_MEAN, y, mean, 1, NULL);
  put (self, COLUMN_MEDIAN, y, median, 1, NULL);
  put (self, COLUMN_ATTEMPTS, y, attempts, 1, NULL);
}

/**
 * sp_teams_view_set_board:
 * @self: a view
 * @board: a board
 *
 * Shows its teams.
 */
void
sp_teams_view_set_board (SpTeamsView *self,
                         SpBoard     *board)
{
  const char * const titles[N_COLUMNS] = {
    C_("rank", "#"), _("Team"), _("Rank sum"), _("Total"), _("Gap"), _("Mean"), _("Median"), _("Attempts"),
  };
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  GListModel *teams;
  GtkWidget *child;

  g_return_if_fail (SP_IS_TEAMS_VIEW (self) && SP_IS_BOARD (board));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *title = put (self, i, 0, titles[i], i == 0 ? 0.5f : i == 1 ? 0 : 1, "caption-heading");

      gtk_widget_add_css_class (title, "dim-label");
    }
  gtk_grid_attach (GTK_GRID (self->grid), line, 0, 1, N_COLUMNS, 1);
  teams = sp_board_get_values (board)->teams;
  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (SpTeamRow) team = g_list_model_get_item (teams, i);

      put_team (self, (int) i + 2, sp_team_row_get_values (team));
    }
  fit_soon (self);
}
