/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-column-titles.h"

/**
 * sp_column_titles_align:
 * @view: a view
 * @aligns: (array length=n_aligns): for each column from the first, %GTK_ALIGN_END for figures, %GTK_ALIGN_CENTER,
 *   or %GTK_ALIGN_FILL for what is left alone
 * @n_aligns: how many there are
 *
 * Lets figures and the word above them share an edge; the arrow of a sort comes before the word. The view has no way to
 * ask for it, so its parts are looked for, and left alone where they are others.
 */
void
sp_column_titles_align (GtkColumnView  *view,
                        const GtkAlign *aligns,
                        guint           n_aligns)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < n_aligns; i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (!GTK_IS_BOX (box) || aligns[i] == GTK_ALIGN_FILL)
        continue;
      gtk_widget_set_halign (box, aligns[i]);
      if (aligns[i] == GTK_ALIGN_END && GTK_IS_LABEL (gtk_widget_get_first_child (box)))
        gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
    }
}
