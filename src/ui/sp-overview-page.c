/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-overview-page.h"

#include "engine/sp-local-time.h"
#include "model/sp-board-words.h"
#include "model/sp-words.h"
#include "ui/sp-page-item.h"
#include "ui/sp-team-dot.h"
#include "ui/sp-to-do-list.h"

#include <glib/gi18n-lib.h>

/**
 * SpOverviewPage:
 *
 * Everything at a glance: who leads, how the teams stand, what there is to do.
 */
struct _SpOverviewPage
{
  SpListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpOverviewPage, sp_overview_page, SP_TYPE_LIST_PAGE)

static void
sp_overview_page_class_init (SpOverviewPageClass *klass)
{
}

static void
sp_overview_page_init (SpOverviewPage *self)
{
}

/**
 * sp_overview_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_overview_page_new (void)
{
  return g_object_new (SP_TYPE_OVERVIEW_PAGE, NULL);
}

static GtkWidget *
make_state (SpBoardState state)
{
  static const char * const classes[] = {
    [SP_BOARD_UPCOMING] = "dim-label", [SP_BOARD_OPEN] = "accent", [SP_BOARD_PROVISIONAL] = "warning",
    [SP_BOARD_COMPLETE] = "success", [SP_BOARD_CLOSED] = "dim-label",
  };
  GtkWidget *image = gtk_image_new_from_icon_name (sp_page_item_state_icon (state));

  gtk_widget_add_css_class (image, classes[state]);

  return image;
}

static void
add_leader (GtkWidget *list,
            SpBoard   *board,
            int        n)
{
  g_autoptr (SpRow) leader = sp_board_words_leader (board);
  const SpBoardValues *values = sp_board_get_values (board);
  g_autofree char *state = values->state == SP_BOARD_PROVISIONAL ? g_strdup (_("Provisional"))
                                                                 : sp_board_words_headline (board);
  g_autofree char *time = leader != NULL ? sp_words_duration (sp_row_get_values (leader)->time_s) : NULL;
  const char *name = leader != NULL ? sp_runner_get_values (sp_row_get_values (leader)->runner)->name : NULL;
  GtkWidget *row = sp_list_page_add_row (list, NULL, sp_group_get_values (values->group)->name, state, name, time);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_state (values->state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", n);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.board");
}

static void
add_distance (GtkWidget       *list,
              SpDistanceBoard *board,
              guint            n)
{
  const SpDistanceBoardValues *values = sp_distance_board_get_values (board);
  g_autoptr (SpDistanceRow) leader = g_list_model_get_item (values->rows, 0);
  gboolean led = leader != NULL && sp_distance_row_get_values (leader)->place > 0;
  g_autofree char *title = sp_distance_board_to_title (board);
  g_autofree char *state = sp_board_words_distance (board);
  g_autofree char *key = g_strdup_printf ("%u", n);
  g_autofree char *distance = NULL;
  GtkWidget *row;

  if (led)
    distance = g_strdup_printf (_("%.2f km"), sp_distance_row_get_values (leader)->distance_m / 1000);
  row = sp_list_page_add_row (list, NULL, title, state,
                              led ? sp_runner_get_values (sp_distance_row_get_values (leader)->runner)->name : NULL,
                              distance);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_state (values->state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.distance");
}

static void
add_leaders (SpOverviewPage        *self,
             const SpResultsValues *results)
{
  GtkWidget *list;

  sp_list_page_add_column (SP_LIST_PAGE (self));
  list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Leaders"));
  for (guint i = 0; i < g_list_model_get_n_items (results->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (results->boards, i);

      add_leader (list, board, (int) i + 1);
    }
  for (guint i = 0; i < g_list_model_get_n_items (results->distance_boards); i++)
    {
      g_autoptr (SpDistanceBoard) board = g_list_model_get_item (results->distance_boards, i);

      add_distance (list, board, i);
    }
}

/* Of the first board on which one is missing, who it is. */
static char *
find_missing (const SpResultsValues *results,
              const char            *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (results->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (results->boards, i);
      GListModel *teams = sp_board_get_values (board)->teams;

      for (guint j = 0; j < g_list_model_get_n_items (teams); j++)
        {
          g_autoptr (SpTeamRow) team = g_list_model_get_item (teams, j);
          const SpTeamRowValues *values = sp_team_row_get_values (team);
          guint n = values->missing != NULL ? g_strv_length ((char **) values->missing) : 0;

          if (n == 0 || !g_str_equal (values->name, name))
            continue;
          if (n == 1)
            return g_strdup_printf (_("%s is missing"), values->missing[0]);
          return g_strdup_printf (ngettext ("%u runner is missing", "%u runners are missing", n), n);
        }
    }

  return NULL;
}

static GtkWidget *
make_place (guint place)
{
  static const char * const classes[] = { NULL, "first", "second", "third" };
  g_autofree char *text = place > 0 ? g_strdup_printf ("%u", place) : g_strdup ("–");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "rank");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  if (place < G_N_ELEMENTS (classes))
    gtk_widget_add_css_class (label, place > 0 ? classes[place] : "dim-label");

  return label;
}

static void
add_teams (SpOverviewPage        *self,
           const SpResultsValues *results)
{
  GtkWidget *list = NULL;
  guint leading = 0;

  for (guint i = 0; i < g_list_model_get_n_items (results->team_summaries); i++)
    {
      g_autoptr (SpTeamSummary) team = g_list_model_get_item (results->team_summaries, i);
      const SpTeamSummaryValues *values = sp_team_summary_get_values (team);
      gboolean refreshed = results->finished_at_s != SP_TIME_UNKNOWN;
      g_autofree char *missing = values->place == 0 && refreshed ? find_missing (results, values->name) : NULL;
      g_autofree char *rank_sum = g_strdup_printf ("%u", values->rank_sum);
      g_autofree char *behind = NULL;
      GtkWidget *row, *dot = sp_team_dot_new ();

      if (list == NULL)
        {
          sp_list_page_add_column (SP_LIST_PAGE (self));
          list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Teams"));
          leading = values->rank_sum;
        }
      if (values->place > 1)
        behind = g_strdup_printf ("\u2066+%u\u2069", values->rank_sum - leading);
      row = sp_list_page_add_row (list, NULL, values->name, missing, values->place > 0 ? rank_sum : NULL,
                                  values->place == 1 ? _("rank sum") : behind);
      if (values->place == 0)
        {
          GtkWidget *label = gtk_label_new (_("not ranked yet"));

          gtk_widget_add_css_class (label, "caption");
          gtk_widget_add_css_class (label, "dim-label");
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
        }
      sp_team_dot_set_team (SP_TEAM_DOT (dot), values->name);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), dot);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_place (values->place));
    }
  sp_list_page_end_columns (SP_LIST_PAGE (self));
}

static void
show_no_boards (SpOverviewPage *self)
{
  GtkWidget *list, *row;
  GtkWidget *button = gtk_button_new_with_mnemonic (_("New from a _Workbook…"));

  sp_list_page_begin (SP_LIST_PAGE (self), _("No boards yet."),
                      _("A board needs a segment and the dates in which it counts."));
  list = sp_list_page_add_list (SP_LIST_PAGE (self), _("To Do"));
  row = sp_list_page_add_row (list, "sp-upcoming-symbolic", _("Name the segments and their dates in a workbook"),
                              _("On its sheet “Segment Series”, or “Distance Series” for distances"), NULL, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.import");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* As of when, how complete, and what to do about it. */
static char *
say_first (SpResults *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  const SpQualityValues *quality = sp_quality_get_values (values->quality);
  const char *name = sp_competition_get_name (values->competition);
  guint n_all = g_list_model_get_n_items (quality->rows);
  guint n_known = quality->n_fresh + quality->n_stale;

  if (*name == '\0')
    name = _("The competition");
  if (values->finished_at_s == SP_TIME_UNKNOWN)
    return g_strdup (_("Not refreshed yet."));
  if (sp_results_all_known (results))
    return g_strdup_printf (_("%s is complete as far as it has come."), name);
  if (n_known < n_all)
    return g_strdup_printf (ngettext ("%s is provisional: %u of %u runner is in.",
                                      "%s is provisional: %u of %u runners are in.", n_all), name, n_known, n_all);
  if (quality->n_stale > 0)
    return g_strdup_printf (ngettext ("%s is provisional: %u runner is on old data.",
                                      "%s is provisional: %u runners are on old data.", quality->n_stale), name,
                            quality->n_stale);

  return g_strdup_printf (_("%s is provisional: something is not known yet."), name);
}

static char *
say_more (const SpResultsValues *values)
{
  guint n = sp_to_do_list_count (values);
  g_autofree char *moment = sp_words_when (values->as_of_local_s,
                                           sp_local_time_from_utc (g_get_real_time () / G_USEC_PER_SEC));

  if (values->finished_at_s == SP_TIME_UNKNOWN)
    return g_strdup (_("Press Refresh to ask what the runners recorded."));
  if (n == 0)
    /* Translators: then a day and a time of day */
    return g_strdup_printf (_("As of %s."), moment);

  /* Translators: a day and a time of day, then with how many runners something is the matter */
  return g_strdup_printf (ngettext ("As of %s. %u runner needs you.", "As of %s. %u runners need you.", n), moment, n);
}

/**
 * sp_overview_page_set_results:
 * @self: a page
 * @results: what there is to show
 *
 * Shows it.
 */
void
sp_overview_page_set_results (SpOverviewPage *self,
                              SpResults      *results)
{
  const SpResultsValues *values;
  g_autofree char *sentence = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (SP_IS_OVERVIEW_PAGE (self) && SP_IS_RESULTS (results));

  values = sp_results_get_values (results);
  sentence = say_first (results);
  more = say_more (values);
  sp_list_page_begin (SP_LIST_PAGE (self), sentence, more);
  if (g_list_model_get_n_items (values->boards) + g_list_model_get_n_items (values->distance_boards) == 0)
    {
      show_no_boards (self);
      return;
    }
  add_leaders (self, values);
  add_teams (self, values);
  sp_to_do_list_add (SP_LIST_PAGE (self), values);
}
