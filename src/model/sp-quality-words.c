/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-quality-words.h"

#include "api/sp-time.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/**
 * sp_quality_words_group:
 * @row: how well a runner's data are known
 *
 * Returns: where the runner stands in a report
 */
SpQualityGroup
sp_quality_words_group (SpQualityRow *row)
{
  static const SpQualityGroup groups[] = {
    [SP_QUALITY_FRESH] = SP_QUALITY_GROUP_FRESH, [SP_QUALITY_STALE] = SP_QUALITY_GROUP_OLD,
    [SP_QUALITY_FAILED] = SP_QUALITY_GROUP_NO_DATA, [SP_QUALITY_CANCELLED] = SP_QUALITY_GROUP_NOT_ASKED,
    [SP_QUALITY_PENDING] = SP_QUALITY_GROUP_TO_COME,
  };
  const SpQualityRowValues *values;

  g_return_val_if_fail (SP_IS_QUALITY_ROW (row), SP_QUALITY_GROUP_NO_DATA);

  values = sp_quality_row_get_values (row);

  return values->state == SP_QUALITY_FRESH && values->n_unknown > 0 ? SP_QUALITY_GROUP_INCOMPLETE
                                                                    : groups[values->state];
}

/**
 * sp_quality_words_title:
 * @group: a group
 *
 * Returns: (transfer none): its title
 */
const char *
sp_quality_words_title (SpQualityGroup group)
{
  static const char * const titles[SP_N_QUALITY_GROUPS] = {
    [SP_QUALITY_GROUP_NO_DATA] = N_("No Data"), [SP_QUALITY_GROUP_NOT_ASKED] = N_("Not Asked"),
    [SP_QUALITY_GROUP_OLD] = N_("Old Data"), [SP_QUALITY_GROUP_INCOMPLETE] = N_("Incomplete"),
    [SP_QUALITY_GROUP_TO_COME] = N_("Still to Come"), [SP_QUALITY_GROUP_FRESH] = N_("Fresh"),
  };

  g_return_val_if_fail (group < SP_N_QUALITY_GROUPS, NULL);

  return _(titles[group]);
}

/**
 * sp_quality_words_reason:
 * @reason: why activities were not looked at
 *
 * Returns: (transfer none): it in a few words
 */
const char *
sp_quality_words_reason (SpSkipReason reason)
{
  static const char * const reasons[SP_N_SKIP_REASONS] = {
    [SP_SKIP_WINDOW] = N_("Outside every window"), [SP_SKIP_SPORT] = N_("A sport that counts nowhere"),
    [SP_SKIP_ROUTE] = N_("The route passes no segment"), [SP_SKIP_MANUAL] = N_("Typed in by hand"),
    [SP_SKIP_INDOOR] = N_("Recorded indoors"),
  };

  g_return_val_if_fail (reason < SP_N_SKIP_REASONS, NULL);

  return _(reasons[reason]);
}

static void
count (SpQuality *quality,
       guint      n[SP_N_QUALITY_GROUPS])
{
  GListModel *rows = sp_quality_get_values (quality)->rows;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);

      n[sp_quality_words_group (row)]++;
    }
}

static void
add_count (GString    *text,
           const char *format,
           guint       n)
{
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);

  if (n > 0)
    g_string_append_printf (text, "%s%s%u%s", text->str[text->len - 1] == ' ' ? "" : _(", "), parts[0], n, parts[1]);
}

/**
 * sp_quality_words_totals:
 * @quality: a report
 *
 * Returns: (transfer full): how many runners stand in each group, which adds up to all of them, and how many activities
 *   were looked at and skipped
 */
char *
sp_quality_words_totals (SpQuality *quality)
{
  const SpQualityValues *values;
  guint n[SP_N_QUALITY_GROUPS] = { 0 }, n_all, n_skipped = 0;
  GString *text;

  g_return_val_if_fail (SP_IS_QUALITY (quality), NULL);

  values = sp_quality_get_values (quality);
  n_all = g_list_model_get_n_items (values->rows);
  count (quality, n);
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    n_skipped += values->n_skipped[i];
  text = g_string_new (NULL);
  /* Translators: what follows says how many of them stand how */
  g_string_append_printf (text, ngettext ("%u runner: ", "%u runners: ", n_all), n_all);
  add_count (text, _("%u without data"), n[SP_QUALITY_GROUP_NO_DATA]);
  add_count (text, _("%u not asked"), n[SP_QUALITY_GROUP_NOT_ASKED]);
  add_count (text, _("%u with old data"), n[SP_QUALITY_GROUP_OLD]);
  add_count (text, _("%u incomplete"), n[SP_QUALITY_GROUP_INCOMPLETE]);
  add_count (text, _("%u still to come"), n[SP_QUALITY_GROUP_TO_COME]);
  add_count (text, _("%u fresh"), n[SP_QUALITY_GROUP_FRESH]);
  g_string_append (text, ". ");
  g_string_append_printf (text, ngettext ("%u activity looked at, %u skipped.", "%u activities looked at, %u skipped.",
                                          values->n_inspected), values->n_inspected, n_skipped);

  return g_string_free (text, FALSE);
}

/**
 * sp_quality_words_row:
 * @row: how well a runner's data are known
 * @utc_offset_s: what local time is ahead of UTC
 *
 * Returns: (transfer full): what is the matter, in a sentence, or what was looked at
 */
char *
sp_quality_words_row (SpQualityRow *row,
                      gint64        utc_offset_s)
{
  const SpQualityRowValues *values;
  g_autofree char *moment = NULL;

  g_return_val_if_fail (SP_IS_QUALITY_ROW (row), NULL);

  values = sp_quality_row_get_values (row);
  if (values->state == SP_QUALITY_STALE && values->reason != NULL && values->fetched_at_s != SP_TIME_UNKNOWN)
    {
      moment = sp_words_moment (values->fetched_at_s + utc_offset_s);
      /* Translators: why a runner could not be asked, a whole sentence; then a day and a time of day */
      return g_strdup_printf (_("%s Data from %s."), values->reason, moment);
    }
  if (values->reason != NULL)
    return g_strdup (values->reason);
  if (values->state == SP_QUALITY_CANCELLED)
    return g_strdup (_("The refresh was cancelled before."));
  if (values->state == SP_QUALITY_PENDING)
    return g_strdup (_("Will be asked in this refresh."));
  if (values->n_unknown > 0)
    return g_strdup_printf (ngettext ("%u activity could not be fetched; times may get faster.",
                                      "%u activities could not be fetched; times may get faster.",
                                      values->n_unknown), values->n_unknown);

  return g_strdup_printf (ngettext ("%u of %u activity looked at", "%u of %u activities looked at",
                                    values->n_activities), values->n_inspected, values->n_activities);
}

/**
 * sp_quality_words_text:
 * @quality: a report
 * @utc_offset_s: what local time is ahead of UTC
 *
 * Writes the report so that it can be sent: the totals, what is the matter with whom, and what was skipped.
 *
 * Returns: (transfer full): the text
 */
char *
sp_quality_words_text (SpQuality *quality,
                       gint64     utc_offset_s)
{
  const SpQualityValues *values;
  g_autofree char *totals = NULL;
  GString *text;

  g_return_val_if_fail (SP_IS_QUALITY (quality), NULL);

  values = sp_quality_get_values (quality);
  totals = sp_quality_words_totals (quality);
  text = g_string_new (totals);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (values->rows, i);
      SpQualityGroup group = sp_quality_words_group (row);
      g_autofree char *words = sp_quality_words_row (row, utc_offset_s);

      if (group != SP_QUALITY_GROUP_FRESH)
        g_string_append_printf (text, "%s (%s): %s\n",
                                sp_runner_get_values (sp_quality_row_get_values (row)->runner)->name,
                                sp_quality_words_title (group), words);
    }
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    if (values->n_skipped[i] > 0)
      g_string_append_printf (text, "%s: %u\n", sp_quality_words_reason ((SpSkipReason) i), values->n_skipped[i]);

  return g_string_free (text, FALSE);
}
