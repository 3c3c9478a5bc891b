/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runners-page.h"


#include <glib/gi18n-lib.h>

/**
 * SpRunnersPage:
 *
 * Who runs, and how each stands with the source.
 */
struct _SpRunnersPage
{
  SpListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SpRunnersPage, sp_runners_page, SP_TYPE_LIST_PAGE)

static void
sp_runners_page_class_init (SpRunnersPageClass *klass)
{
}

static void
sp_runners_page_init (SpRunnersPage *self)
{
}

/**
 * sp_runners_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_runners_page_new (void)
{
  return g_object_new (SP_TYPE_RUNNERS_PAGE, NULL);
}

static void
add_runner (GtkWidget *list,
            SpRunner  *runner)
{
  const SpRunnerValues *values = sp_runner_get_values (runner);
  g_autofree char *subtitle = NULL;

  if (values->segment_team != NULL && values->distance_team != NULL
      && !g_str_equal (values->segment_team, values->distance_team))
    /* Translators: the team on the segment boards, then the one on the distance boards */
    subtitle = g_strdup_printf (_("%s; distance: %s"), values->segment_team, values->distance_team);
  else
    subtitle = g_strdup (values->segment_team != NULL ? values->segment_team
                         : values->distance_team != NULL ? values->distance_team : _("No team"));
  sp_list_page_add_row (list, values->id == 0 ? "sp-no-data-symbolic" : NULL, values->name, subtitle,
                        values->id == 0 ? _("no account") : NULL, NULL);
}

/**
 * sp_runners_page_set_results:
 * @self: a page
 * @results: what there is to show
 *
 * Shows the runners of its competition.
 */
void
sp_runners_page_set_results (SpRunnersPage *self,
                             SpResults     *results)
{
  SpCompetition *competition;
  g_autofree char *sentence = NULL;
  GtkWidget *list;
  guint n;

  g_return_if_fail (SP_IS_RUNNERS_PAGE (self) && SP_IS_RESULTS (results));

  competition = sp_results_get_values (results)->competition;
  n = sp_competition_get_n_runners (competition);
  sentence = g_strdup_printf (ngettext ("%u runner", "%u runners", n), n);
  sp_list_page_begin (SP_LIST_PAGE (self), sentence, NULL);
  list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Runners"));
  for (guint i = 0; i < n; i++)
    add_runner (list, sp_competition_get_runner (competition, i));
}
