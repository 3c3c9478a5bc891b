/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-quality-page.h"

#include "engine/sp-local-time.h"
#include "model/sp-quality-words.h"
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

  SpQuality *quality; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpQualityPage, sp_quality_page, SP_TYPE_LIST_PAGE)

static void
sp_quality_page_dispose (GObject *object)
{
  g_clear_object (&SP_QUALITY_PAGE (object)->quality);

  G_OBJECT_CLASS (sp_quality_page_parent_class)->dispose (object);
}

static void
sp_quality_page_class_init (SpQualityPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_quality_page_dispose;
}

static void
sp_quality_page_init (SpQualityPage *self)
{
  sp_list_page_set_width (SP_LIST_PAGE (self), 720);
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

static gint64
get_utc_offset_s (void)
{
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;

  return sp_local_time_from_utc (now_s) - now_s;
}

/* A row that hides its lines until somebody asks for them. */
static GtkWidget *
add_expander (GtkWidget  *list,
              const char *title,
              guint       n)
{
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *label = gtk_label_new (count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), label);
  gtk_list_box_append (GTK_LIST_BOX (list), expander);

  return expander;
}

static void
add_hidden (GtkWidget  *expander,
            const char *title,
            const char *end)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (end);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
}

/* Runners are many: they are listed when somebody wants to see them. */
static void
skipped_expanded_cb (GtkWidget     *expander,
                     GParamSpec    *pspec,
                     SpQualityPage *self)
{
  guint reason = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (expander), "reason"));
  GListModel *rows = sp_quality_get_values (self->quality)->rows;

  g_signal_handlers_disconnect_by_func (expander, skipped_expanded_cb, self);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);
      const SpQualityRowValues *values = sp_quality_row_get_values (row);
      g_autofree char *n = g_strdup_printf ("%u", values->n_skipped[reason]);

      if (values->n_skipped[reason] > 0)
        add_hidden (expander, sp_runner_get_values (values->runner)->name, n);
    }
}

static void
fresh_expanded_cb (GtkWidget     *expander,
                   GParamSpec    *pspec,
                   SpQualityPage *self)
{
  GListModel *rows = sp_quality_get_values (self->quality)->rows;

  g_signal_handlers_disconnect_by_func (expander, fresh_expanded_cb, self);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);
      g_autofree char *words = sp_quality_words_row (row, get_utc_offset_s ());

      if (sp_quality_words_group (row) == SP_QUALITY_GROUP_FRESH)
        add_hidden (expander, sp_runner_get_values (sp_quality_row_get_values (row)->runner)->name, words);
    }
}

/* Red only beside a button that mends. */
static void
add_runner (GtkWidget      *list,
            SpQualityRow   *row,
            SpQualityGroup  group)
{
  static const struct
  {
    const char *icon_name;
    const char *css_class;
  } looks[SP_N_QUALITY_GROUPS] = {
    [SP_QUALITY_GROUP_NO_DATA] = { "sp-no-data-symbolic", "error" },
    [SP_QUALITY_GROUP_NOT_ASKED] = { "sp-waiting-symbolic", "dim-label" },
    [SP_QUALITY_GROUP_OLD] = { "sp-old-symbolic", "warning" },
    [SP_QUALITY_GROUP_INCOMPLETE] = { "sp-provisional-symbolic", "warning" },
    [SP_QUALITY_GROUP_TO_COME] = { "sp-waiting-symbolic", "dim-label" },
    [SP_QUALITY_GROUP_FRESH] = { "sp-complete-symbolic", "success" },
  };
  g_autofree char *words = sp_quality_words_row (row, get_utc_offset_s ());
  GtkWidget *button = sp_mend_button_new (row);
  GtkWidget *image = gtk_image_new_from_icon_name (looks[group].icon_name);
  GtkWidget *line;

  line = sp_list_page_add_row (list, NULL, sp_runner_get_values (sp_quality_row_get_values (row)->runner)->name, words,
                               NULL, NULL);
  gtk_widget_add_css_class (image, looks[group].css_class);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), image);
  if (button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
}

static void
add_group (SpQualityPage  *self,
           GListModel     *rows,
           SpQualityGroup  group)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);

      if (sp_quality_words_group (row) != group)
        continue;
      if (list == NULL)
        list = sp_list_page_add_list (SP_LIST_PAGE (self), sp_quality_words_title (group));
      add_runner (list, row, group);
    }
}

/* By reason; inside, whose they are. */
static void
add_skipped (SpQualityPage         *self,
             const SpQualityValues *quality)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    {
      GtkWidget *expander;

      if (quality->n_skipped[i] == 0)
        continue;
      if (list == NULL)
        list = sp_list_page_add_list (SP_LIST_PAGE (self), _("Skipped Activities"));
      expander = add_expander (list, sp_quality_words_reason ((SpSkipReason) i), quality->n_skipped[i]);
      g_object_set_data (G_OBJECT (expander), "reason", GUINT_TO_POINTER (i));
      g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (skipped_expanded_cb), self, 0);
    }
}

static void
add_fresh (SpQualityPage *self,
           GListModel    *rows)
{
  GtkWidget *list, *expander;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);

      n += sp_quality_words_group (row) == SP_QUALITY_GROUP_FRESH;
    }
  if (n == 0)
    return;
  list = sp_list_page_add_list (SP_LIST_PAGE (self), sp_quality_words_title (SP_QUALITY_GROUP_FRESH));
  expander = add_expander (list, _("All Is Known"), n);
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (fresh_expanded_cb), self, 0);
}

static void
copy_cb (SpQualityPage *self)
{
  g_autofree char *text = sp_quality_page_to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
add_copy (SpQualityPage *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "edit-copy-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Copy as Text"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 12);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy_cb), self, G_CONNECT_SWAPPED);
  sp_list_page_add_widget (SP_LIST_PAGE (self), button);
}

static char *
say_asked (SpResults *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  gint64 now_s = sp_local_time_from_utc (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *when = NULL;

  if (values->finished_at_s == SP_TIME_UNKNOWN)
    return g_strdup (_("Not refreshed yet."));
  when = sp_words_when (sp_local_time_from_utc (values->finished_at_s), now_s);

  /* Translators: then a day and a time of day */
  return g_strdup_printf (_("Asked %s"), when);
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
  const SpQualityValues *values;
  g_autofree char *sentence = NULL;
  g_autofree char *totals = NULL;

  g_return_if_fail (SP_IS_QUALITY_PAGE (self) && SP_IS_RESULTS (results));

  g_set_object (&self->quality, sp_results_get_values (results)->quality);
  values = sp_quality_get_values (self->quality);
  sentence = say_asked (results);
  totals = sp_quality_words_totals (self->quality);
  sp_list_page_begin (SP_LIST_PAGE (self), sentence, totals);
  add_copy (self);
  for (guint group = 0; group < SP_QUALITY_GROUP_FRESH; group++)
    add_group (self, values->rows, (SpQualityGroup) group);
  add_skipped (self, values);
  add_fresh (self, values->rows);
}

/**
 * sp_quality_page_to_text:
 * @self: a page
 *
 * Returns: (transfer full): what it shows, as text
 */
char *
sp_quality_page_to_text (SpQualityPage *self)
{
  g_return_val_if_fail (SP_IS_QUALITY_PAGE (self), NULL);

  return self->quality != NULL ? sp_quality_words_text (self->quality, get_utc_offset_s ()) : g_strdup ("");
}
