/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-refresh-bar.h"

#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/**
 * SpRefreshBar:
 *
 * How far a refresh is: a bar, what must be read first, and a way out.
 */
struct _SpRefreshBar
{
  GtkBox parent_instance;

  GtkWidget *bar;
  GtkWidget *spinner;
  GtkWidget *what;
  GtkWidget *more;
  GtkWidget *cancel;
};

G_DEFINE_FINAL_TYPE (SpRefreshBar, sp_refresh_bar, GTK_TYPE_BOX)

static void
sp_refresh_bar_class_init (SpRefreshBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-refresh-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpRefreshBar, bar);
  gtk_widget_class_bind_template_child (widget_class, SpRefreshBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, SpRefreshBar, what);
  gtk_widget_class_bind_template_child (widget_class, SpRefreshBar, more);
  gtk_widget_class_bind_template_child (widget_class, SpRefreshBar, cancel);
}

static void
sp_refresh_bar_init (SpRefreshBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
clock_time (gint64 utc_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (utc_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, "%R");
}

static char *
say_what (const SpProgressValues *values,
          const char             *source_name)
{
  g_autofree char *runners = NULL;
  g_autofree char *when = NULL;

  if (values->phase == SP_PHASE_SEGMENTS)
    return g_strdup (_("Looking up the segments"));
  /* Translators: how far a refresh is */
  runners = g_strdup_printf (ngettext ("%u of %u runner", "%u of %u runners", values->n_runners),
                             values->n_runners_done, values->n_runners);
  if (values->wait_until_us != 0)
    {
      when = clock_time (values->wait_until_us);
      /* Translators: waiting for a source until a time of day; then how far it is */
      return g_strdup_printf (_("Waiting for %s until %s, %s"), source_name, when, runners);
    }
  if (values->expected_end_us == 0)
    return g_steal_pointer (&runners);
  when = clock_time (values->expected_end_us);

  /* Translators: how far a refresh is, then a time of day */
  return g_strdup_printf (_("%s, done about %s"), runners, when);
}

/* Down to the second, so that one sees that it goes on. */
static char *
say_rest (const SpProgressValues *values)
{
  gint64 rest_s = (values->wait_until_us - g_get_real_time ()) / G_USEC_PER_SEC;
  g_autofree char *rest = NULL;

  if (values->wait_until_us == 0 || rest_s <= 0)
    return NULL;
  rest = sp_words_duration ((int) MIN (rest_s, G_MAXINT));

  /* Translators: hours, minutes and seconds until a wait is over */
  return g_strdup_printf (_("%s to wait"), rest);
}

/* The span with the least left is the one that matters. */
static char *
say_quota (SpQuota    *quota,
           const char *source_name)
{
  const SpQuotaSpan *spans, *tight = NULL;
  gsize n_spans;
  g_autofree char *when = NULL;

  if (quota == NULL)
    return NULL;
  spans = sp_quota_get_spans (quota, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].limit > 0 && spans[i].resume_at_us != 0
        && (tight == NULL || (gint64) spans[i].limit - spans[i].used < (gint64) tight->limit - tight->used))
      tight = &spans[i];
  if (tight == NULL)
    return NULL;
  when = clock_time (tight->resume_at_us);

  /* Translators: a source, how many requests it still allows, of how many, until a time of day */
  return g_strdup_printf (ngettext ("%s: %u of %u request left until %s", "%s: %u of %u requests left until %s",
                                    tight->limit), source_name,
                          tight->limit - MIN (tight->used, tight->limit), tight->limit, when);
}

/**
 * sp_refresh_bar_show_progress:
 * @self: a bar
 * @progress: how far the refresh is
 * @source_name: the source's name for people
 *
 * Shows it.
 */
void
sp_refresh_bar_show_progress (SpRefreshBar *self,
                              SpProgress   *progress,
                              const char   *source_name)
{
  const SpProgressValues *values;
  g_autofree char *what = NULL;
  g_autofree char *details = NULL;
  g_autofree char *quota = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (SP_IS_REFRESH_BAR (self) && SP_IS_PROGRESS (progress));

  values = sp_progress_get_values (progress);
  what = say_what (values, source_name);
  details = g_strdup_printf (ngettext ("%u of about %u activity", "%u of about %u activities", values->n_details),
                             values->n_details_done, values->n_details);
  quota = say_quota (values->quota, source_name);
  rest = say_rest (values);
  more = g_strjoin (" · ", rest != NULL ? rest : details, rest != NULL ? details : quota, rest != NULL ? quota : NULL,
                    NULL);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), sp_progress_get_part (progress));
  gtk_label_set_text (GTK_LABEL (self->what), what);
  gtk_label_set_text (GTK_LABEL (self->more), more);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (self->more), more) != 0)
    gtk_widget_set_tooltip_text (self->more, more);
}
