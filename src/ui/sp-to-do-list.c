/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-to-do-list.h"

#include "model/sp-board-copy.h"
#include "model/sp-words.h"
#include "ui/sp-mend-button.h"

#include <glib/gi18n-lib.h>

/* At most so many people are named; the rest is in Data Quality. */
#define MAX_PEOPLE 6

static gboolean
needs_organiser (const SpQualityRowValues *row)
{
  return row->state != SP_QUALITY_PENDING && (row->state != SP_QUALITY_FRESH || row->n_unknown > 0);
}

/**
 * sp_to_do_list_count:
 * @results: what is known
 *
 * Returns: with how many runners something is the matter
 */
guint
sp_to_do_list_count (const SpResultsValues *results)
{
  GListModel *rows = sp_quality_get_values (results->quality)->rows;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);

      n += needs_organiser (sp_quality_row_get_values (row));
    }

  return n;
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static char *
say_matter (const SpQualityRowValues *row)
{
  if (row->reason != NULL)
    return g_strdup (row->reason);
  if (row->state == SP_QUALITY_FRESH)
    return g_strdup_printf (ngettext ("%u activity could not be fetched; the time may get faster",
                                      "%u activities could not be fetched; the time may get faster", row->n_unknown),
                            row->n_unknown);

  return g_strdup (_("Was not asked"));
}

static void
add_person (GtkWidget    *list,
            SpQualityRow *row)
{
  const SpQualityRowValues *values = sp_quality_row_get_values (row);
  const char *icon_name = values->state == SP_QUALITY_STALE ? "sp-old-symbolic" :
                          values->state == SP_QUALITY_FRESH ? "sp-provisional-symbolic" : "sp-no-data-symbolic";
  g_autofree char *matter = say_matter (values);
  GtkWidget *line = sp_list_page_add_row (list, icon_name, sp_runner_get_values (values->runner)->name, matter, NULL,
                                          NULL);
  GtkWidget *button = sp_mend_button_new (row);

  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
}

static guint
add_people (GtkWidget             *list,
            const SpResultsValues *results)
{
  GListModel *rows = sp_quality_get_values (results->quality)->rows;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);

      if (needs_organiser (sp_quality_row_get_values (row)) && n++ < MAX_PEOPLE)
        add_person (list, row);
    }
  if (n > MAX_PEOPLE)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more in Data Quality", "%u more in Data Quality",
                                                         n - MAX_PEOPLE), n - MAX_PEOPLE);
      GtkWidget *line = sp_list_page_add_row (list, NULL, more, NULL, NULL, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (line), make_button (_("Show"), "win.quality"));
    }

  return n;
}

/* Who has not run yet on a board that is open. */
static guint
add_open (GtkWidget *list,
          SpBoard   *board)
{
  const SpBoardValues *values = sp_board_get_values (board);
  g_autofree char *day = sp_words_weekday (values->ends_local_s);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *line, *button;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (values->rows, i);

      n += sp_row_get_values (row)->state == SP_ROW_NONE_YET;
    }
  if (n == 0)
    return 0;
  title = g_strdup_printf (ngettext ("%u runner", "%u runners", n), n);
  /* Translators: a sentence that begins with how many runners: they have not run on a board; then a day */
  subtitle = g_strdup_printf (ngettext ("has not run %s yet, open until %s", "have not run %s yet, open until %s", n),
                              sp_group_get_values (values->group)->name, day);
  line = sp_list_page_add_row (list, "sp-open-symbolic", title, subtitle, NULL, NULL);
  button = make_button (_("Copy Names"), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sp_group_get_values (values->group)->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.copy-names");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);

  return 1;
}

static guint
add_warnings (GtkWidget          *list,
              const char         *about,
              const char * const *warnings)
{
  guint n = 0;

  for (; warnings != NULL && warnings[n] != NULL; n++)
    {
      GtkWidget *line = sp_list_page_add_row (list, "sp-unknown-symbolic", about != NULL ? about : warnings[n],
                                              about != NULL ? warnings[n] : NULL, NULL, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (line), make_button (_("Rules…"), "win.rules"));
    }

  return n;
}

/* Until the next board opens. */
static void
add_nothing (GtkWidget             *list,
             const SpResultsValues *results)
{
  gint64 opens_local_s = G_MAXINT64;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (results->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (results->boards, i);
      const SpBoardValues *values = sp_board_get_values (board);

      if (values->state == SP_BOARD_UPCOMING)
        opens_local_s = MIN (opens_local_s, values->opens_local_s);
    }
  if (opens_local_s < G_MAXINT64)
    {
      day = sp_words_weekday (opens_local_s);
      text = g_strdup_printf (_("Nothing to do until %s"), day);
    }
  sp_list_page_add_row (list, "sp-complete-symbolic", text != NULL ? text : _("Nothing to do"), NULL, NULL, NULL);
}

/**
 * sp_to_do_list_add:
 * @page: a page
 * @results: what is known
 *
 * Adds what there is to do, by person, what blocks a board first, each with its button; then who has not run yet where
 * that is still possible, and what looks wrong.
 */
void
sp_to_do_list_add (SpListPage            *page,
                   const SpResultsValues *results)
{
  gboolean refreshed = results->finished_at_s != SP_TIME_UNKNOWN;
  GtkWidget *list = sp_list_page_add_list (page, _("To Do"));
  guint n = refreshed ? add_people (list, results) : 0;

  for (guint i = 0; i < g_list_model_get_n_items (results->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (results->boards, i);
      const SpBoardValues *values = sp_board_get_values (board);

      if (values->state == SP_BOARD_OPEN && refreshed)
        n += add_open (list, board);
      n += add_warnings (list, sp_group_get_values (values->group)->name, values->warnings);
    }
  n += add_warnings (list, NULL, results->warnings);
  if (!refreshed)
    {
      GtkWidget *line = sp_list_page_add_row (list, "view-refresh-symbolic", _("Refresh for the first time"),
                                              _("What it will cost is said before it begins"), NULL, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (line), make_button (_("Refresh"), "win.refresh"));
    }
  else if (n == 0)
    add_nothing (list, results);
}
