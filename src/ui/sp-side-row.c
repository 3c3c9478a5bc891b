/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-side-row.h"

/**
 * SpSideRow:
 *
 * One line of the sidebar: icon, name, how far it is, and a number.
 */
struct _SpSideRow
{
  GtkListBoxRow parent_instance;

  SpPageItem *item; /* (owned) */
  GtkWidget  *icon;
  GtkWidget  *spinner;
  GtkWidget  *title;
  GtkWidget  *subtitle;
  GtkWidget  *count;
};

G_DEFINE_FINAL_TYPE (SpSideRow, sp_side_row, GTK_TYPE_LIST_BOX_ROW)

static void
sp_side_row_dispose (GObject *object)
{
  SpSideRow *self = SP_SIDE_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (sp_side_row_parent_class)->dispose (object);
}

static void
sp_side_row_class_init (SpSideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_side_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-side-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SpSideRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SpSideRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SpSideRow, title);
  gtk_widget_class_bind_template_child (widget_class, SpSideRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SpSideRow, count);
}

static void
sp_side_row_init (SpSideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_side_row_new:
 * @item: what it shows
 *
 * Returns: a new row
 */
GtkWidget *
sp_side_row_new (SpPageItem *item)
{
  SpSideRow *self = g_object_new (SP_TYPE_SIDE_ROW, NULL);

  sp_side_row_set_item (self, item);

  return GTK_WIDGET (self);
}

/**
 * sp_side_row_set_item:
 * @self: a row
 * @item: what it shows
 *
 * Shows it.
 */
void
sp_side_row_set_item (SpSideRow  *self,
                      SpPageItem *item)
{
  g_autofree char *count = g_strdup_printf ("%u", sp_page_item_get_count (item));
  const char *subtitle = sp_page_item_get_subtitle (item);

  g_return_if_fail (SP_IS_SIDE_ROW (self));

  g_set_object (&self->item, item);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), sp_page_item_get_icon (item));
  gtk_widget_set_visible (self->icon, sp_page_item_get_icon (item) != NULL);
  gtk_widget_set_visible (self->spinner, sp_page_item_get_icon (item) == NULL);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), sp_page_item_get_icon (item) == NULL);
  gtk_label_set_text (GTK_LABEL (self->title), sp_page_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, sp_page_item_get_count (item) > 0);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), subtitle) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sp_page_item_get_title (item), -1);
}

/**
 * sp_side_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
SpPageItem *
sp_side_row_get_item (SpSideRow *self)
{
  g_return_val_if_fail (SP_IS_SIDE_ROW (self), NULL);

  return self->item;
}
