/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-why-pane.h"

#include "model/sp-trace-line.h"
#include "model/sp-words.h"
#include "ui/sp-link-label.h"
#include "ui/sp-mend-button.h"

#include <glib/gi18n-lib.h>

/**
 * SpWhyPane:
 *
 * Why a row is as it is: each effort with its verdict, each bonus with its arithmetic, where it comes from.
 */
struct _SpWhyPane
{
  GtkBox parent_instance;

  SpRow      *row;   /* (owned) (nullable) */
  GListModel *trace; /* (owned) (nullable) of #SpTraceLine */
  GtkWidget  *title;
  GtkWidget  *subtitle;
  GtkWidget  *lines;
};

G_DEFINE_FINAL_TYPE (SpWhyPane, sp_why_pane, GTK_TYPE_BOX)

static const char * const icons[] = {
  [SP_TRACE_HEAD] = NULL, [SP_TRACE_REMEDY] = "sp-no-data-symbolic", [SP_TRACE_COUNTS] = "sp-complete-symbolic",
  [SP_TRACE_SLOWER] = "sp-slower-symbolic", [SP_TRACE_OUT] = "sp-outside-symbolic", [SP_TRACE_BONUS] = NULL,
  [SP_TRACE_SKIPPED] = NULL, [SP_TRACE_UNKNOWN] = "sp-unknown-symbolic", [SP_TRACE_SOURCE] = NULL,
};

/* What stands beside each other in a line. */
enum
{
  COLUMN_ICON,
  COLUMN_VERDICT,
  COLUMN_WHEN,
  COLUMN_SUM,
  COLUMN_TEXT,
  COLUMN_BUTTON,
};

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_icon (SpWhyPane   *self,
          int          y,
          SpTraceKind  kind)
{
  GtkWidget *image;

  if (icons[kind] == NULL)
    return;
  image = gtk_image_new_from_icon_name (icons[kind]);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  gtk_widget_add_css_class (image, kind == SP_TRACE_COUNTS ? "success" : kind == SP_TRACE_REMEDY ? "warning" :
                            "dim-label");
  gtk_grid_attach (GTK_GRID (self->lines), image, COLUMN_ICON, y, 1, 1);
}

/* Figures stay left to right, whatever the direction of the text around them. */
static void
add_figures (SpWhyPane  *self,
             int         column,
             int         y,
             const char *text,
             const char *css_class)
{
  g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", text);
  GtkWidget *label = make_label (isolated, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self->lines), label, column, y, 1, 1);
}

/* Where the source has a place for it. */
static void
add_link (SpWhyPane               *self,
          int                      y,
          const SpTraceLineValues *values)
{
  const char *label = sp_link_label_get (GTK_WIDGET (self));
  GtkWidget *button;

  if (!values->may_link || values->effort_id == 0 || label == NULL)
    return;
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "inline");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", values->activity_id, values->effort_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.view-effort");
  gtk_grid_attach (GTK_GRID (self->lines), button, COLUMN_BUTTON, y, 1, 1);
}

static void
add_line (SpWhyPane    *self,
          int           y,
          SpTraceLine  *line,
          SpQualityRow *quality)
{
  const SpTraceLineValues *values = sp_trace_line_get_values (line);
  gboolean dim = values->kind == SP_TRACE_SOURCE || values->kind == SP_TRACE_SKIPPED;
  const char *css_class = values->kind == SP_TRACE_COUNTS ? "heading" : dim ? "dim-label" : NULL;
  GtkWidget *text, *button;

  add_icon (self, y, values->kind);
  if (values->verdict != NULL)
    gtk_grid_attach (GTK_GRID (self->lines), make_label (values->verdict, css_class), COLUMN_VERDICT, y, 1, 1);
  if (values->start_local_s != SP_TIME_UNKNOWN)
    {
      g_autofree char *when = sp_words_moment (values->start_local_s);

      add_figures (self, COLUMN_WHEN, y, when, NULL);
    }
  if (values->arithmetic != NULL)
    add_figures (self, COLUMN_SUM, y, values->arithmetic, css_class);
  button = values->kind == SP_TRACE_REMEDY && quality != NULL ? sp_mend_button_new (quality) : NULL;
  if (button != NULL)
    gtk_grid_attach (GTK_GRID (self->lines), button, COLUMN_BUTTON, y, 1, 1);
  else
    add_link (self, y, values);
  text = make_label (values->text, values->kind == SP_TRACE_COUNTS ? NULL : css_class);
  gtk_widget_set_hexpand (text, TRUE);
  if (dim)
    gtk_widget_add_css_class (text, "caption");
  if (values->verdict == NULL && values->arithmetic == NULL)
    gtk_grid_attach (GTK_GRID (self->lines), text, COLUMN_VERDICT, y, COLUMN_TEXT - COLUMN_VERDICT + 1, 1);
  else
    gtk_grid_attach (GTK_GRID (self->lines), text, COLUMN_TEXT, y, 1, 1);
}

static void
show_title (SpWhyPane *self)
{
  const SpRowValues *values = sp_row_get_values (self->row);
  g_autofree char *time = values->time_s >= 0 ? sp_words_duration (values->time_s) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  const char *name = sp_runner_get_values (values->runner)->name;

  /* Translators: the head of an explanation, then a time such as 0:10:45 */
  title = time != NULL ? g_strdup_printf (_("Why %s"), time) : g_strdup (_("Why there is no time"));
  /* Translators: the name of a runner */
  place = values->rank > 0 ? g_strdup_printf (_("%s, place %u"), name, values->rank) : g_strdup (name);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), place);
}

static void
on_close (SpWhyPane *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
on_copy (SpWhyPane *self)
{
  g_autofree char *text = sp_why_pane_to_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
sp_why_pane_dispose (GObject *object)
{
  SpWhyPane *self = SP_WHY_PANE (object);

  g_clear_object (&self->row);
  g_clear_object (&self->trace);

  G_OBJECT_CLASS (sp_why_pane_parent_class)->dispose (object);
}

static void
sp_why_pane_class_init (SpWhyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_why_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-why-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SpWhyPane, title);
  gtk_widget_class_bind_template_child (widget_class, SpWhyPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SpWhyPane, lines);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

/* What scrolls asks for the height that a sentence takes where it is narrowest: the lines are asked themselves. */
static int
measure_height (SpWhyPane *self,
                int        width)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (self->lines, GTK_TYPE_SCROLLED_WINDOW);
  int whole, least, most, lines;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, NULL, &whole, NULL, NULL);
  gtk_widget_measure (scrolled, GTK_ORIENTATION_VERTICAL, width, &least, &most, NULL, NULL);
  gtk_widget_measure (self->lines, GTK_ORIENTATION_VERTICAL, width, NULL, &lines, NULL, NULL);

  return whole - most + CLAMP (lines, least, most);
}

/* Where it would leave less than three fifths of the page to the rows, it takes all of it. */
static void
visible_cb (GtkWidget *widget)
{
  GtkWidget *paned = gtk_widget_get_ancestor (widget, GTK_TYPE_PANED);
  GtkWidget *rows = paned != NULL ? gtk_paned_get_start_child (GTK_PANED (paned)) : NULL;
  gboolean visible = gtk_widget_get_visible (widget);
  int least = 0, wanted = 0;

  if (rows == NULL)
    return;
  /* Whoever closes it goes on among the rows. */
  if (!visible && !gtk_widget_get_visible (rows))
    {
      gtk_widget_set_visible (rows, TRUE);
      gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (rows)));
    }
  if (visible && gtk_widget_get_height (paned) > 0)
    {
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      wanted = measure_height (SP_WHY_PANE (widget), MAX (least, gtk_widget_get_width (paned)));
    }
  gtk_widget_set_visible (rows, !visible || 5 * wanted < 2 * gtk_widget_get_height (paned)
                                || gtk_widget_get_height (paned) == 0);
}

static void
sp_why_pane_init (SpWhyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_cb), NULL);
}

/**
 * sp_why_pane_set_row:
 * @self: a pane
 * @row: the row
 * @trace: of #SpTraceLine: its trace
 * @quality: (nullable): how well the runner's data are known, for the button that mends it
 *
 * Shows why.
 */
void
sp_why_pane_set_row (SpWhyPane    *self,
                     SpRow        *row,
                     GListModel   *trace,
                     SpQualityRow *quality)
{
  GtkWidget *child;
  int y = 0;

  g_return_if_fail (SP_IS_WHY_PANE (self) && SP_IS_ROW (row) && G_IS_LIST_MODEL (trace));

  g_set_object (&self->row, row);
  g_set_object (&self->trace, trace);
  show_title (self);
  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_grid_remove (GTK_GRID (self->lines), child);
  for (guint i = 0; i < g_list_model_get_n_items (trace); i++)
    {
      g_autoptr (SpTraceLine) line = g_list_model_get_item (trace, i);

      /* The title has the answer already where there is a time, and where none is known. */
      if (sp_trace_line_get_values (line)->kind != SP_TRACE_HEAD
          || (sp_row_get_values (row)->state != SP_ROW_TIMED && sp_row_get_values (row)->state != SP_ROW_NO_DATA))
        add_line (self, y++, line, quality);
    }
}

/**
 * sp_why_pane_to_text:
 * @self: a pane that shows a row
 *
 * Returns: (transfer full): the same as text
 */
char *
sp_why_pane_to_text (SpWhyPane *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (SP_IS_WHY_PANE (self), NULL);

  for (guint i = 0; self->trace != NULL && i < g_list_model_get_n_items (self->trace); i++)
    {
      g_autoptr (SpTraceLine) line = g_list_model_get_item (self->trace, i);
      const SpTraceLineValues *values = sp_trace_line_get_values (line);

      if (values->verdict != NULL)
        g_string_append_printf (text, "%s: ", values->verdict);
      if (values->start_local_s != SP_TIME_UNKNOWN)
        {
          g_autofree char *when = sp_words_moment (values->start_local_s);

          g_string_append_printf (text, "%s ", when);
        }
      if (values->arithmetic != NULL)
        g_string_append_printf (text, "%s ", values->arithmetic);
      g_string_append_printf (text, "%s\n", values->text);
    }

  return g_string_free (text, FALSE);
}
