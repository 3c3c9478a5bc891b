/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-result-words.h"

#include <glib/gi18n-lib.h>

/**
 * sp_result_words_board_state:
 * @state: how far a board is
 *
 * Returns: (transfer none): that in a word
 */
const char *
sp_result_words_board_state (SpBoardState state)
{
  switch (state)
    {
    case SP_BOARD_UPCOMING:
      /* Translators: the state of a leaderboard, here and below */
      return _("upcoming");
    case SP_BOARD_OPEN:
      return _("open");
    case SP_BOARD_PROVISIONAL:
      return _("provisional");
    case SP_BOARD_COMPLETE:
      return _("complete");
    case SP_BOARD_CLOSED:
      return _("closed");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * sp_result_words_quality_state:
 * @state: how well a runner's data are known
 *
 * Returns: (transfer none): that in a few words
 */
const char *
sp_result_words_quality_state (SpQualityState state)
{
  switch (state)
    {
    case SP_QUALITY_FRESH:
      return _("up to date");
    case SP_QUALITY_STALE:
      return _("old data");
    case SP_QUALITY_FAILED:
      return _("no data");
    case SP_QUALITY_CANCELLED:
      return _("not reached before Cancel");
    case SP_QUALITY_PENDING:
      return _("still to come");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * sp_result_words_skip_reason:
 * @reason: why activities were not looked at
 *
 * Returns: (transfer none): that in a few words, for the head of a column, which is the same in every language
 */
const char *
sp_result_words_skip_reason (SpSkipReason reason)
{
  switch (reason)
    {
    case SP_SKIP_WINDOW:
      return "outside every window";
    case SP_SKIP_SPORT:
      return "another sport";
    case SP_SKIP_ROUTE:
      return "elsewhere";
    case SP_SKIP_MANUAL:
      return "typed in by hand";
    case SP_SKIP_INDOOR:
      return "indoors";
    case SP_N_SKIP_REASONS:
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
row_state (SpRowState state)
{
  switch (state)
    {
    case SP_ROW_TIMED:
      /* Translators: the state of a runner on a leaderboard, here and below */
      return _("timed");
    case SP_ROW_DEFAULT:
      return _("default time");
    case SP_ROW_NONE_YET:
      return _("none yet");
    case SP_ROW_NONE:
      return _("none");
    case SP_ROW_NO_DATA:
      return _("no data");
    case SP_ROW_ASKED:
      return _("being asked");
    case SP_ROW_TO_COME:
      return _("still to come");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add (GString    *words,
     const char *more)
{
  if (more == NULL || *more == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append (words, more);
}

static void
add_flags (GString    *words,
           SpRowFlags  flags)
{
  const struct { SpRowFlags flag; const char *text; } marks[] = {
    { SP_ROW_STALE, _("old data") },
    { SP_ROW_INCOMPLETE, _("may get faster") },
    { SP_ROW_DEFAULT_UNPROVEN, _("default without proof") },
    { SP_ROW_PRIVATE_HIDDEN, _("private runs not visible") },
    { SP_ROW_TIME_HIDDEN, _("time of day hidden") },
    { SP_ROW_FLAGGED, _("flagged at the source") },
    { SP_ROW_ONLY_ME, _("private activity") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((flags & marks[i].flag) != 0)
      add (words, marks[i].text);
}

static void
add_bonuses (GString           *words,
             const SpRowValues *values)
{
  g_autofree char *birthday = NULL;
  g_autofree char *bonus = NULL;

  if (values->birthday_bonus_s != 0)
    birthday = g_strdup_printf (_("birthday bonus %d s"), values->birthday_bonus_s);
  if (values->time_bonus_s > 0)
    bonus = g_strdup_printf (_("time bonus %d s"), values->time_bonus_s);
  else if (values->time_bonus_s < 0)
    bonus = g_strdup_printf (_("time penalty %d s"), -values->time_bonus_s);

  add (words, birthday);
  add (words, bonus);
}

/**
 * sp_result_words_row_status:
 * @row: a row
 *
 * Says what there is to say about a row beside its figures: its state, why, what is doubtful, and bonuses.
 *
 * Returns: (transfer full): that in a line
 */
char *
sp_result_words_row_status (SpRow *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  gboolean timed = values->state == SP_ROW_TIMED;
  g_autoptr(GString) words = g_string_new (row_state (values->state));

  if (!timed && values->reason != NULL && *values->reason != '\0')
    g_string_append_printf (words, " (%s)", values->reason);
  add_flags (words, values->flags);
  if (timed)
    add (words, values->reason);
  add_bonuses (words, values);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * sp_result_words_distance_status:
 * @row: a row of a distance board
 *
 * Returns: (transfer full): what there is to say about it beside its figures, "" where there is nothing
 */
char *
sp_result_words_distance_status (SpDistanceRow *row)
{
  const SpDistanceRowValues *values = sp_distance_row_get_values (row);
  g_autoptr(GString) words = g_string_new (values->known ? NULL : _("no data"));

  if (!values->known && values->reason != NULL && *values->reason != '\0')
    g_string_append_printf (words, " (%s)", values->reason);
  add_flags (words, values->flags);
  if (values->known)
    add (words, values->reason);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
