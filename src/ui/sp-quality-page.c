/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-quality-page.h"

#include "engine/sp-local-time.h"
#include "model/sp-words.h"
#include "ui/sp-mend-button.h"

#include <glib/gi18n-lib.h>

/**
 * SpQualityPage:
 *
 * How well the data are known: what failed, what is old, what was skipped.
 */
struct _SpQualityPage
{
  SpListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpQualityPage, sp_quality_page, SP_TYPE_LIST_PAGE)

static void
sp_quality_page_class_init (SpQualityPageClass *klass)
{
}

static void
sp_quality_page_init (SpQualityPage *self)
{
}

/**
 * sp_quality_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_quality_page_new (void)
{
  return g_object_new (SP_TYPE_QUALITY_PAGE, NULL);
}

static const struct
{
  SpQualityState state;
  const char    *title;
  const char    *icon_name;
} sections[] = {
  { SP_QUALITY_FAILED, N_("No Data"), "sp-no-data-symbolic" },
  { SP_QUALITY_CANCELLED, N_("Not Asked"), "sp-waiting-symbolic" },
  { SP_QUALITY_STALE, N_("Old Data"), "sp-old-symbolic" },
  { SP_QUALITY_PENDING, N_("Still to Come"), "sp-waiting-symbolic" },
  /* Translators: heading of a list: runners whose data are up to date */
  { SP_QUALITY_FRESH, N_("Fresh"), "sp-complete-symbolic" },
};

static void
add_runner (GtkWidget    *list,
            SpQualityRow *quality_row,
            const char   *icon_name)
{
  const SpQualityRowValues *row = sp_quality_row_get_values (quality_row);
  g_autofree char *looked = NULL;
  g_autofree char *text = NULL;
  g_autofree char *old = NULL;
  GtkWidget *line, *button;

  looked = g_strdup_printf (ngettext ("%u of %u activity looked at", "%u of %u activities looked at",
                                      row->n_activities), row->n_inspected, row->n_activities);
  if (row->n_unknown > 0)
    {
      g_autofree char *unknown = g_strdup_printf (ngettext ("%u could not be fetched", "%u could not be fetched",
                                                            row->n_unknown), row->n_unknown);

      text = g_strdup_printf ("%s, %s", looked, unknown);
    }
  if (row->state == SP_QUALITY_STALE && row->reason != NULL && row->fetched_at_s != SP_TIME_UNKNOWN)
    {
      g_autofree char *moment = sp_words_moment (sp_local_time_from_utc (row->fetched_at_s));

      /* Translators: why a runner could not be asked, a whole sentence; then a day and a time of day */
      old = g_strdup_printf (_("%s Data from %s."), row->reason, moment);
    }
  line = sp_list_page_add_row (list, icon_name, sp_runner_get_values (row->runner)->name, old != NULL ? old :
                               row->reason != NULL ? row->reason : text != NULL ? text : looked, NULL, NULL);
  button = sp_mend_button_new (quality_row);
  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
}

static void
add_section (SpQualityPage *self,
             GListModel    *rows,
             guint          section)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);
      const SpQualityRowValues *values = sp_quality_row_get_values (row);

      if (values->state != sections[section].state)
        continue;
      if (list == NULL)
        list = sp_list_page_add_list (SP_LIST_PAGE (self), _(sections[section].title));
      add_runner (list, row, sections[section].icon_name);
    }
}

static void
add_skipped (SpQualityPage         *self,
             const SpQualityValues *quality)
{
  static const char * const reasons[] = {
    [SP_SKIP_WINDOW] = N_("Outside every window"), [SP_SKIP_SPORT] = N_("A sport that counts nowhere"),
    [SP_SKIP_ROUTE] = N_("The route passes no segment"), [SP_SKIP_MANUAL] = N_("Typed in by hand"),
    [SP_SKIP_INDOOR] = N_("Recorded indoors"),
  };
  GtkWidget *list = NULL;

  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", quality->n_skipped[i]);

      if (quality->n_skipped[i] == 0)
        continue;
      if (list == NULL)
        list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Skipped Activities"));
      sp_list_page_add_row (list, NULL, _(reasons[i]), NULL, count, NULL);
    }
}

/**
 * sp_quality_page_set_results:
 * @self: a page
 * @results: what there is to show
 *
 * Shows it.
 */
void
sp_quality_page_set_results (SpQualityPage *self,
                             SpResults     *results)
{
  const SpQualityValues *quality;
  g_autofree char *sentence = NULL;
  g_autofree char *totals = NULL;

  g_return_if_fail (SP_IS_QUALITY_PAGE (self) && SP_IS_RESULTS (results));

  quality = sp_quality_get_values (sp_results_get_values (results)->quality);
  sentence = g_strdup_printf (ngettext ("%u runner", "%u runners", g_list_model_get_n_items (quality->rows)),
                              g_list_model_get_n_items (quality->rows));
  totals = g_strdup_printf (ngettext ("%u fresh, %u with old data, %u without data, %u not asked; "
                                      "%u of %u activity looked at",
                                      "%u fresh, %u with old data, %u without data, %u not asked; "
                                      "%u of %u activities looked at", quality->n_activities),
                            quality->n_fresh, quality->n_stale, quality->n_failed, quality->n_cancelled,
                            quality->n_inspected, quality->n_activities);
  sp_list_page_begin (SP_LIST_PAGE (self), sentence, totals);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (sections[i].state == SP_QUALITY_FRESH)
        add_skipped (self, quality);
      add_section (self, quality->rows, i);
    }
}
