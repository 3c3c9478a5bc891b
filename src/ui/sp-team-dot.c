/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-team-dot.h"

#define SIZE 10

/**
 * SpTeamDot:
 *
 * A dot in a team's colour. It stands beside the team's name, never alone.
 */
struct _SpTeamDot
{
  GtkWidget parent_instance;

  GdkRGBA color;
};

G_DEFINE_FINAL_TYPE (SpTeamDot, sp_team_dot, GTK_TYPE_WIDGET)

static const char * const colors[] = {
  "#3584e4", "#e5a50a", "#2ec27e", "#9141ac", "#e01b24", "#ff7800", "#986a44", "#00b3b3", "#c061cb", "#77767b",
};

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
sp_team_dot_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
sp_team_dot_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  SpTeamDot *self = SP_TEAM_DOT (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (gtk_widget_get_height (widget) - SIZE) / 2.0f, SIZE, SIZE);
  GskRoundedRect outline;
  const float widths[] = { 1, 1, 1, 1 };
  GdkRGBA border;

  if (self->color.alpha <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &border);
  border.alpha *= 0.35f;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->color, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, (const GdkRGBA[]) { border, border, border, border });
}

static void
sp_team_dot_class_init (SpTeamDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sp_team_dot_measure;
  widget_class->snapshot = sp_team_dot_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sp_team_dot_init (SpTeamDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* Which team has which colour: those of the competition that was shown last, in the order of their names. */
static GHashTable *colors_of_teams;

/* Goes on with the colours after those that are given. */
static void
assign (GHashTable *teams)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, teams);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (colors_of_teams, name))
      g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (colors_of_teams, g_strdup (names->pdata[i]),
                         (gpointer) colors[g_hash_table_size (colors_of_teams) % G_N_ELEMENTS (colors)]);
}

/**
 * sp_team_dot_assign:
 * @competition: the competition that is shown
 *
 * Gives each of its teams a colour of its own, as long as there are enough.
 */
void
sp_team_dot_assign (SpCompetition *competition)
{
  g_autoptr (GHashTable) teams = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) distance_teams = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    {
      const SpRunnerValues *runner = sp_runner_get_values (sp_competition_get_runner (competition, i));

      if (runner->segment_team != NULL)
        g_hash_table_add (teams, (gpointer) runner->segment_team);
      if (runner->distance_team != NULL)
        g_hash_table_add (distance_teams, (gpointer) runner->distance_team);
    }

  g_clear_pointer (&colors_of_teams, g_hash_table_unref);
  colors_of_teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  assign (teams);
  assign (distance_teams);
}

/**
 * sp_team_dot_new:
 *
 * Returns: a dot that shows nothing yet
 */
GtkWidget *
sp_team_dot_new (void)
{
  return g_object_new (SP_TYPE_TEAM_DOT, NULL);
}

/**
 * sp_team_dot_set_team:
 * @self: a dot
 * @team: (nullable): the team, %NULL for none
 *
 * Gives it the team's colour, the same everywhere in a competition; none where the team has not been given one.
 */
void
sp_team_dot_set_team (SpTeamDot  *self,
                      const char *team)
{
  const char *color = NULL;

  g_return_if_fail (SP_IS_TEAM_DOT (self));

  if (team != NULL && colors_of_teams != NULL)
    color = g_hash_table_lookup (colors_of_teams, team);
  if (color == NULL || !gdk_rgba_parse (&self->color, color))
    self->color = (GdkRGBA) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
