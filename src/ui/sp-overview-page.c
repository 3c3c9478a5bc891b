/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-overview-page.h"

#include "model/sp-board-words.h"
#include "model/sp-words.h"
#include "ui/sp-mend-button.h"
#include "ui/sp-page-item.h"
#include "ui/sp-team-dot.h"

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

/* At most so many people are named; the rest is in Data Quality. */
#define MAX_TO_DO 6

static void
add_leaders (SpOverviewPage        *self,
             const SpResultsValues *results)
{
  /* Translators: heading of a list: who leads each board */
  GtkWidget *list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Leaders"));

  for (guint i = 0; i < g_list_model_get_n_items (results->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (results->boards, i);
      g_autoptr (SpRow) leader = sp_board_words_leader (board);
      const SpBoardValues *values = sp_board_get_values (board);
      g_autofree char *state = sp_board_words_headline (board);
      g_autofree char *time = leader != NULL ? sp_words_duration (sp_row_get_values (leader)->time_s) : NULL;
      GtkWidget *row;

      row = sp_list_page_add_row (list, sp_page_item_state_icon (values->state),
                                  sp_group_get_values (values->group)->name, state,
                                  leader != NULL ? sp_runner_get_values (sp_row_get_values (leader)->runner)->name
                                                 : NULL, time);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", (int) i + 1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.board");
    }
}

static void
add_teams (SpOverviewPage        *self,
           const SpResultsValues *results)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (results->team_summaries); i++)
    {
      g_autoptr (SpTeamSummary) team = g_list_model_get_item (results->team_summaries, i);
      const SpTeamSummaryValues *values = sp_team_summary_get_values (team);
      g_autofree char *rank_sum = g_strdup_printf ("%u", values->rank_sum);
      g_autofree char *place = NULL;
      GtkWidget *row;
      GtkWidget *dot = sp_team_dot_new ();

      if (list == NULL)
        list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Teams"));
      place = values->place > 0 ? g_strdup_printf (_("Place %u"), values->place) : g_strdup (_("Not ranked yet"));
      row = sp_list_page_add_row (list, NULL, values->name, place, rank_sum, _("rank sum"));
      sp_team_dot_set_team (SP_TEAM_DOT (dot), values->name);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), dot);
    }
}

static void
add_to_do (SpOverviewPage        *self,
           const SpResultsValues *results)
{
  GListModel *rows = sp_quality_get_values (results->quality)->rows;
  GtkWidget *list = sp_list_page_add_list (SP_LIST_PAGE (self), _("To Do"));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);
      const SpQualityRowValues *values = sp_quality_row_get_values (row);
      GtkWidget *line, *button;

      if (values->state == SP_QUALITY_FRESH || values->state == SP_QUALITY_PENDING || n++ >= MAX_TO_DO)
        continue;
      line = sp_list_page_add_row (list, values->state == SP_QUALITY_STALE ? "sp-old-symbolic" : "sp-no-data-symbolic",
                                   sp_runner_get_values (values->runner)->name,
                                   values->reason != NULL ? values->reason : _("Was not asked"), NULL, NULL);
      button = sp_mend_button_new (row);
      if (button != NULL)
        adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
    }
  if (n == 0)
    sp_list_page_add_row (list, "sp-complete-symbolic", _("Nothing to do"), NULL, NULL, NULL);
  if (n > MAX_TO_DO)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more in Data Quality", "%u more in Data Quality",
                                                         n - MAX_TO_DO), n - MAX_TO_DO);

      sp_list_page_add_row (list, NULL, more, NULL, NULL, NULL);
    }
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
  const SpQualityValues *quality;
  const char *name;
  g_autofree char *sentence = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *more = NULL;
  guint n_known, n_all;

  g_return_if_fail (SP_IS_OVERVIEW_PAGE (self) && SP_IS_RESULTS (results));

  values = sp_results_get_values (results);
  quality = sp_quality_get_values (values->quality);
  name = sp_competition_get_name (values->competition);
  if (*name == '\0')
    name = _("The competition");
  n_known = quality->n_fresh + quality->n_stale;
  n_all = g_list_model_get_n_items (quality->rows);
  if (values->finished_at_s == SP_TIME_UNKNOWN)
    sentence = g_strdup (_("Not refreshed yet."));
  else if (sp_results_all_known (results))
    /* Translators: a competition */
    sentence = g_strdup_printf (_("%s is complete as far as it has come."), name);
  else
    /* Translators: a competition, how many runners of how many */
    sentence = g_strdup_printf (ngettext ("%s is provisional: %u of %u runner is in.",
                                          "%s is provisional: %u of %u runners are in.", n_all), name, n_known, n_all);
  moment = sp_words_moment (values->as_of_local_s);
  /* Translators: then a day and a time of day */
  more = g_strdup_printf (_("As of %s."), moment);
  sp_list_page_begin (SP_LIST_PAGE (self), sentence,
                      values->finished_at_s == SP_TIME_UNKNOWN ? _("Press Refresh to ask what the runners recorded.")
                                                               : more);
  if (g_list_model_get_n_items (values->boards) + g_list_model_get_n_items (values->distance_boards) == 0)
    {
      show_no_boards (self);
      return;
    }
  add_leaders (self, values);
  add_teams (self, values);
  if (values->finished_at_s != SP_TIME_UNKNOWN)
    add_to_do (self, values);
}
