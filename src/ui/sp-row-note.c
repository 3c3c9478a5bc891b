/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-row-note.h"

#include <glib/gi18n-lib.h>

/* A bonus takes time off, a penalty adds some. */
static char *
signed_bonus (int bonus_s)
{
  return g_strdup_printf ("\u2066%s%d:%02d\u2069", bonus_s > 0 ? "−" : "+", ABS (bonus_s) / 60, ABS (bonus_s) % 60);
}

/**
 * sp_row_note:
 * @row: a row
 * @icon_name: (out) (nullable): the name of the icon of what is doubtful, %NULL where nothing is
 *
 * Says in a few words what is special about a row. An icon always means a doubt; bonuses have words only.
 *
 * Returns: (transfer full): the words, may be empty
 */
char *
sp_row_note (SpRow       *row,
             const char **icon_name)
{
  const SpRowValues *values = sp_row_get_values (row);
  g_autofree char *bonus = NULL;
  struct
  {
    gboolean    on;
    const char *icon_name;
    const char *text;
  } notes[] = {
    { values->state == SP_ROW_NO_DATA, "sp-no-data-symbolic", values->reason },
    { values->state == SP_ROW_ASKED, NULL, _("asking …") },
    { values->state == SP_ROW_TO_COME, "sp-waiting-symbolic", _("still to come") },
    { (values->flags & SP_ROW_INCOMPLETE) != 0, "sp-unknown-symbolic", _("may get faster") },
    { (values->flags & SP_ROW_STALE) != 0, "sp-old-symbolic", values->reason != NULL ? values->reason : _("old data") },
    { (values->flags & SP_ROW_PRIVATE_HIDDEN) != 0, "sp-unknown-symbolic", _("private runs not seen") },
    /* Translators: a note beside a time: the source doubts the run */
    { (values->flags & SP_ROW_FLAGGED) != 0, "sp-unknown-symbolic", _("flagged") },
    { (values->flags & SP_ROW_TIME_HIDDEN) != 0, "sp-unknown-symbolic", _("time of day hidden") },
    { values->state == SP_ROW_DEFAULT, "sp-default-symbolic", _("default time") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i].on)
      {
        *icon_name = notes[i].icon_name;
        return g_strdup (notes[i].text != NULL ? notes[i].text : "");
      }
  *icon_name = NULL;
  if (values->birthday_bonus_s != 0)
    {
      bonus = signed_bonus (values->birthday_bonus_s);
      /* Translators: then a difference of time such as −0:30 */
      return g_strdup_printf (_("birthday %s"), bonus);
    }
  if (values->time_bonus_s != 0)
    {
      bonus = signed_bonus (values->time_bonus_s);
      /* Translators: then a difference of time such as −0:15 */
      return g_strdup_printf (_("bonus %s"), bonus);
    }

  return g_strdup ("");
}
