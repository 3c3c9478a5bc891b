/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer-warnings.h"

#include "model/sp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_large_bonus (const SpRowValues *row)
{
  gint64 after_birthday_s = MAX (0, (gint64) row->elapsed_s - row->birthday_bonus_s);

  if (row->state != SP_ROW_TIMED)
    return FALSE;

  return 2 * (gint64) row->birthday_bonus_s > row->elapsed_s ||
         (row->time_bonus_s != 0 && 2 * ABS ((gint64) row->time_bonus_s) > after_birthday_s);
}

/**
 * sp_scorer_warnings_of_board:
 * @group: the board
 * @rows: (array length=n_rows): its rows
 * @n_rows: how many there are
 *
 * Finds what is allowed and looks wrong: a default time faster than a time run, a bonus larger than half the time that
 * it changes.
 *
 * Returns: (transfer full) (nullable): sentences for the organiser, %NULL where there are none
 */
GStrv
sp_scorer_warnings_of_board (SpGroup           *group,
                             const SpRowValues *rows,
                             guint              n_rows)
{
  g_autoptr (GStrvBuilder) warnings = g_strv_builder_new ();
  int default_s;
  guint n_slower = 0, n_large = 0;

  g_return_val_if_fail (SP_IS_GROUP (group), NULL);
  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);

  default_s = sp_group_get_values (group)->default_time_s;
  for (guint i = 0; i < n_rows; i++)
    {
      n_slower += default_s > 0 && rows[i].state == SP_ROW_TIMED && rows[i].time_s > default_s;
      n_large += has_large_bonus (&rows[i]);
    }

  if (n_slower > 0)
    {
      g_autofree char *time = sp_words_duration (default_s);
      /* Translators: a time such as 0:10:45 */
      g_autofree char *text = g_strdup_printf (ngettext ("The default time %s is faster than the time of %u runner.",
                                                         "The default time %s is faster than the times of %u runners.",
                                                         n_slower), time, n_slower);

      g_strv_builder_add (warnings, text);
    }
  if (n_large > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("A bonus is more than half the time of %u runner: bonuses are in seconds.",
                                   "A bonus is more than half the times of %u runners: bonuses are in seconds.",
                                   n_large), n_large);

      g_strv_builder_add (warnings, text);
    }

  return n_slower + n_large > 0 ? g_strv_builder_end (warnings) : NULL;
}

/* With the year, since it may be what is wrong. */
static char *
to_words (gint64 local_s)
{
  char *words = sp_time_to_iso (local_s);

  words[strlen ("2026-01-05")] = ' ';
  words[strlen ("2026-01-05 18:30")] = '\0';

  return words;
}

static void
add_inverted (GStrvBuilder *warnings,
              const char   *name,
              gint64        start_local_s,
              gint64        end_local_s)
{
  g_autofree char *start = to_words (start_local_s);
  g_autofree char *end = to_words (end_local_s);
  g_autofree char *text =
    /* Translators: a board, then two days */
    g_strdup_printf (_("%s: the window from %s to %s ends before it starts and was left out. Correct its dates."),
                     name, start, end);

  g_strv_builder_add (warnings, text);
}

/**
 * sp_scorer_warnings_of_competition:
 * @competition: a competition
 *
 * Names the windows that end before they start, which are left out everywhere.
 *
 * Returns: (transfer full) (nullable): sentences for the organiser, %NULL where there are none
 */
GStrv
sp_scorer_warnings_of_competition (SpCompetition *competition)
{
  g_autoptr (GStrvBuilder) warnings = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, i));

      for (guint j = 0; j < group->windows->len; j++)
        {
          const SpWindowValues *window = sp_window_get_values (group->windows->pdata[j]);

          if (window->end_local_s < window->start_local_s)
            add_inverted (warnings, group->name, window->start_local_s, window->end_local_s);
        }
    }
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    {
      const SpSeriesWindowValues *window =
        sp_series_window_get_values (sp_competition_get_series_window (competition, i));

      if (window->end_local_s < window->start_local_s)
        add_inverted (warnings, _("Distance series"), window->start_local_s, window->end_local_s);
    }
  texts = g_strv_builder_end (warnings);

  return g_strv_length (texts) > 0 ? g_steal_pointer (&texts) : NULL;
}
