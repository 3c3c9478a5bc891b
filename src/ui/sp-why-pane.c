/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-why-pane.h"

#include "model/sp-trace-line.h"
#include "model/sp-words.h"

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
add_line (SpWhyPane   *self,
          int          y,
          SpTraceLine *line)
{
  const SpTraceLineValues *values = sp_trace_line_get_values (line);
  gboolean dim = values->kind == SP_TRACE_SOURCE || values->kind == SP_TRACE_SKIPPED;
  const char *css_class = values->kind == SP_TRACE_COUNTS ? "heading" : dim ? "dim-label" : NULL;
  GtkWidget *text;

  if (icons[values->kind] != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icons[values->kind]);

      gtk_widget_set_valign (image, GTK_ALIGN_START);
      gtk_widget_add_css_class (image, "dim-label");
      gtk_grid_attach (GTK_GRID (self->lines), image, 0, y, 1, 1);
    }
  if (values->verdict != NULL)
    gtk_grid_attach (GTK_GRID (self->lines), make_label (values->verdict, css_class), 1, y, 1, 1);
  if (values->arithmetic != NULL)
    {
      g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", values->arithmetic);
      GtkWidget *sum = make_label (isolated, css_class);

      gtk_widget_add_css_class (sum, "numeric");
      gtk_grid_attach (GTK_GRID (self->lines), sum, 2, y, 1, 1);
    }
  text = make_label (values->text, css_class);
  gtk_widget_set_hexpand (text, TRUE);
  if (dim)
    gtk_widget_add_css_class (text, "caption");
  if (values->verdict == NULL && values->arithmetic == NULL)
    gtk_grid_attach (GTK_GRID (self->lines), text, 1, y, 3, 1);
  else
    gtk_grid_attach (GTK_GRID (self->lines), text, 3, y, 1, 1);
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

static void
sp_why_pane_init (SpWhyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_why_pane_set_row:
 * @self: a pane
 * @row: the row
 * @trace: of #SpTraceLine: its trace
 *
 * Shows why.
 */
void
sp_why_pane_set_row (SpWhyPane  *self,
                     SpRow      *row,
                     GListModel *trace)
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
        add_line (self, y++, line);
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
      if (values->arithmetic != NULL)
        g_string_append_printf (text, "%s ", values->arithmetic);
      g_string_append_printf (text, "%s\n", values->text);
    }

  return g_string_free (text, FALSE);
}
