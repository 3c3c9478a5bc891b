/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-notes.h"

#include <glib/gi18n-lib.h>

#include "engine/sp-local-time.h"
#include "model/sp-words.h"

static void
add (GString    *notes,
     const char *note)
{
  g_string_append_printf (notes, "%s%s", notes->len > 0 ? ", " : "", note);
}

static void
add_bonus (GString    *notes,
           const char *format,
           int         bonus_s)
{
  g_autofree char *size = sp_words_bonus (bonus_s);
  g_autoptr (GString) note = g_string_new (format);

  g_string_replace (note, "%s", size, 1);
  add (notes, note->str);
}

static void
add_flags (GString    *notes,
           SpRowFlags  flags,
           gint64      fetched_at_s)
{
  if (flags & SP_ROW_INCOMPLETE)
    add (notes, _("may still change"));
  if ((flags & SP_ROW_STALE) && fetched_at_s != SP_TIME_UNKNOWN)
    {
      g_autofree char *when = sp_words_moment (sp_local_time_from_utc (fetched_at_s));
      g_autofree char *note = g_strdup_printf (_("old data, from %s"), when);

      add (notes, note);
    }
  else if (flags & SP_ROW_STALE)
    {
      add (notes, _("old data"));
    }
  if (flags & SP_ROW_FLAGGED)
    add (notes, _("flagged at the source"));
  if (flags & SP_ROW_TIME_HIDDEN)
    add (notes, _("time of day hidden"));
  if (flags & SP_ROW_PRIVATE_HIDDEN)
    add (notes, _("private runs not visible"));
  if (flags & SP_ROW_ONLY_ME)
    /* Translators: a note beside a time: only the runner can see the activity; at most 22 characters */
    add (notes, _("private"));
}

static void
add_state (GString           *notes,
           const SpRowValues *row)
{
  switch (row->state)
    {
    case SP_ROW_DEFAULT:
      add (notes, row->flags & SP_ROW_DEFAULT_UNPROVEN ? _("default time, data missing") : _("default time"));
      break;
    case SP_ROW_NONE_YET:
      add (notes, _("none yet"));
      break;
    case SP_ROW_NONE:
      /* Translators: in place of a time: it is known that there is none */
      add (notes, _("none"));
      break;
    case SP_ROW_NO_DATA:
      if (row->reason != NULL)
        {
          g_autofree char *note = g_strdup_printf (_("no data: %s"), row->reason);

          add (notes, note);
        }
      else
        {
          add (notes, _("no data"));
        }
      break;
    case SP_ROW_ASKED:
      add (notes, _("being asked"));
      break;
    case SP_ROW_TO_COME:
      add (notes, _("still to come"));
      break;
    case SP_ROW_TIMED:
    default:
      break;
    }
}

/**
 * sp_cli_notes_of_row:
 * @row: a row
 *
 * Returns: (transfer full): what is to be said beside its figures, most important first; "" for nothing
 */
char *
sp_cli_notes_of_row (const SpRowValues *row)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, NULL);

  add_state (notes, row);
  add_flags (notes, row->flags, row->fetched_at_s);
  if (row->flags & SP_ROW_BIRTHDAY)
    /* Translators: %s is a time taken off, as in 0:30 */
    /* Translators: before the difference stands a no-break space; so in the next two */
    add_bonus (notes, _("birthday\u00a0−%s"), row->birthday_bonus_s);
  if (row->flags & SP_ROW_TIME_BONUS)
    add_bonus (notes, row->time_bonus_s >= 0 ? _("bonus\u00a0−%s") : _("penalty\u00a0+%s"), row->time_bonus_s);

  return g_string_free (g_steal_pointer (&notes), FALSE);
}

/**
 * sp_cli_notes_of_flags:
 * @flags: marks
 * @fetched_at_s: when the list was fetched, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 *
 * Returns: (transfer full): the marks in words, "" for none
 */
char *
sp_cli_notes_of_flags (SpRowFlags flags,
                       gint64     fetched_at_s)
{
  g_autoptr (GString) notes = g_string_new (NULL);

  add_flags (notes, flags, fetched_at_s);

  return g_string_free (g_steal_pointer (&notes), FALSE);
}

/**
 * sp_cli_notes_get_tone:
 * @state: what is known of a row
 * @flags: its marks
 *
 * Returns: how its line is meant
 */
SpCliTone
sp_cli_notes_get_tone (SpRowState state,
                       SpRowFlags flags)
{
  if (state == SP_ROW_NO_DATA)
    return SP_CLI_BAD;
  if (flags & (SP_ROW_STALE | SP_ROW_INCOMPLETE | SP_ROW_DEFAULT_UNPROVEN))
    return SP_CLI_DOUBT;

  return state == SP_ROW_TIMED || state == SP_ROW_DEFAULT ? SP_CLI_PLAIN : SP_CLI_FAINT;
}

/**
 * sp_cli_notes_of_state:
 * @state: how far a board is
 * @opens_local_s: when it opens, naive local
 * @ends_local_s: when it ends, naive local
 *
 * Returns: (transfer full): that in words
 */
char *
sp_cli_notes_of_state (SpBoardState state,
                       gint64       opens_local_s,
                       gint64       ends_local_s)
{
  g_autofree char *opens = sp_words_moment (opens_local_s);
  g_autofree char *ends = sp_words_moment (ends_local_s);

  switch (state)
    {
    case SP_BOARD_UPCOMING:
      return g_strdup_printf (_("Opens %s. Nothing is asked for until then."), opens);
    case SP_BOARD_OPEN:
      /* Translators: a day */
      return g_strdup_printf (_("Open until %s."), ends);
    case SP_BOARD_PROVISIONAL:
      return g_strdup_printf (_("Provisional, may still change. Ended %s."), ends);
    case SP_BOARD_COMPLETE:
      return g_strdup_printf (_("Complete. Ended %s."), ends);
    case SP_BOARD_CLOSED:
    default:
      return g_strdup_printf (_("Closed. Ended %s."), ends);
    }
}
