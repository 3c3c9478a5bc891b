/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-list-page.h"

/**
 * SpListPage:
 *
 * A page of a sentence and lists below it, as Overview and Data Quality are.
 */
typedef struct
{
  GtkWidget *clamp;
  GtkWidget *box;
  GtkWidget *columns; /* (nullable): those that are being filled */
  GtkWidget *target;  /* where lists go */
} SpListPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SpListPage, sp_list_page, GTK_TYPE_BOX)

static void
sp_list_page_class_init (SpListPageClass *klass)
{
}

static void
sp_list_page_init (SpListPage *self)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  priv->box = priv->target = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_start (priv->box, 18);
  gtk_widget_set_margin_end (priv->box, 18);
  gtk_widget_set_margin_top (priv->box, 18);
  gtk_widget_set_margin_bottom (priv->box, 24);
  priv->clamp = clamp;
  sp_list_page_set_width (self, 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
}

static void
append_label (GtkWidget  *box,
              const char *text,
              const char *css_class,
              int         margin_top)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_margin_top (label, margin_top);
  gtk_box_append (GTK_BOX (box), label);
}

/**
 * sp_list_page_set_width:
 * @self: a page
 * @width: in pixels
 *
 * Sets how wide its lists become at most. They take all the room up to that.
 */
void
sp_list_page_set_width (SpListPage *self,
                        int         width)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);

  g_return_if_fail (SP_IS_LIST_PAGE (self));

  adw_clamp_set_maximum_size (ADW_CLAMP (priv->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (priv->clamp), width);
}

/**
 * sp_list_page_begin:
 * @self: a page
 * @sentence: what must be read first
 * @more: (nullable): what is said below it
 *
 * Empties the page and begins it anew.
 */
void
sp_list_page_begin (SpListPage *self,
                    const char *sentence,
                    const char *more)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);
  GtkWidget *child;

  g_return_if_fail (SP_IS_LIST_PAGE (self));

  while ((child = gtk_widget_get_first_child (priv->box)) != NULL)
    gtk_box_remove (GTK_BOX (priv->box), child);
  sp_list_page_end_columns (self);
  append_label (priv->box, sentence, "title-2", 0);
  if (more != NULL)
    append_label (priv->box, more, "dim-label", 6);
}

/**
 * sp_list_page_add_column:
 * @self: a page
 *
 * Begins a column: lists that are added from now on stand in it. Columns stand beside each other where there is room
 * for two, and below each other elsewhere.
 */
void
sp_list_page_add_column (SpListPage *self)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);
  GtkWidget *child = gtk_flow_box_child_new ();

  g_return_if_fail (SP_IS_LIST_PAGE (self));

  if (priv->columns == NULL)
    {
      priv->columns = gtk_flow_box_new ();
      gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (priv->columns), GTK_SELECTION_NONE);
      gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (priv->columns), 2);
      gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (priv->columns), TRUE);
      gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (priv->columns), 24);
      gtk_widget_add_css_class (priv->columns, "columns");
      gtk_box_append (GTK_BOX (priv->box), priv->columns);
    }
  priv->target = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), priv->target);
  gtk_flow_box_append (GTK_FLOW_BOX (priv->columns), child);
}

/**
 * sp_list_page_end_columns:
 * @self: a page
 *
 * Lists that are added from now on take the whole width again.
 */
void
sp_list_page_end_columns (SpListPage *self)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);

  g_return_if_fail (SP_IS_LIST_PAGE (self));

  priv->columns = NULL;
  priv->target = priv->box;
}

/**
 * sp_list_page_add_list:
 * @self: a page
 * @title: what the list is of
 *
 * Adds a list without rows.
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
sp_list_page_add_list (SpListPage *self,
                       const char *title)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);
  GtkWidget *list = gtk_list_box_new ();

  g_return_val_if_fail (SP_IS_LIST_PAGE (self), NULL);

  append_label (priv->target, title, "heading", 22);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (priv->target), list);

  return list;
}

/**
 * sp_list_page_add_counted_list:
 * @self: a page
 * @title: what the list is of
 * @count: how many rows it gets
 *
 * Adds a list without rows, with that number at the end of its title.
 *
 * Returns: (transfer none): the list
 */
GtkWidget *
sp_list_page_add_counted_list (SpListPage *self,
                               const char *title,
                               guint       count)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);
  GtkWidget *list = sp_list_page_add_list (self, title);
  GtkWidget *heading = gtk_widget_get_prev_sibling (list);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_margin_top (box, gtk_widget_get_margin_top (heading));
  gtk_widget_set_margin_top (heading, 0);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  g_object_ref (heading);
  gtk_box_remove (GTK_BOX (priv->target), heading);
  gtk_box_append (GTK_BOX (box), heading);
  g_object_unref (heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_insert_child_after (GTK_BOX (priv->target), box, gtk_widget_get_prev_sibling (list));

  return list;
}

/**
 * sp_list_page_add_widget:
 * @self: a page
 * @widget: something that is no list
 *
 * Adds it below what there is.
 */
void
sp_list_page_add_widget (SpListPage *self,
                         GtkWidget  *widget)
{
  SpListPagePrivate *priv = sp_list_page_get_instance_private (self);

  g_return_if_fail (SP_IS_LIST_PAGE (self) && GTK_IS_WIDGET (widget));

  gtk_box_append (GTK_BOX (priv->box), widget);
}

/**
 * sp_list_page_add_row:
 * @list: a list of a page
 * @icon_name: (nullable): the icon before it
 * @title: what it is about
 * @subtitle: (nullable): what is said below
 * @end: (nullable): what stands at its end
 * @end_more: (nullable): what stands below that
 *
 * Adds a row.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
sp_list_page_add_row (GtkWidget  *list,
                      const char *icon_name,
                      const char *title,
                      const char *subtitle,
                      const char *end,
                      const char *end_more)
{
  GtkWidget *row = adw_action_row_new ();
  const char * const ends[] = { end, end_more };
  GtkWidget *box;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (icon_name != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (image, "dim-label");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
    }
  if (end != NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
      for (guint i = 0; i < G_N_ELEMENTS (ends) && ends[i] != NULL; i++)
        {
          GtkWidget *label = gtk_label_new (ends[i]);

          gtk_label_set_xalign (GTK_LABEL (label), 1);
          gtk_widget_add_css_class (label, "numeric");
          if (i > 0)
            {
              gtk_widget_add_css_class (label, "caption");
              gtk_widget_add_css_class (label, "dim-label");
            }
          gtk_box_append (GTK_BOX (box), label);
        }
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}
