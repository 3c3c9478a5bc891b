/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-welcome-page.h"

#include "ui/sp-recent.h"

#include <adwaita.h>

/* More are in the menu. */
#define MAX_SHOWN 4

/**
 * SpWelcomePage:
 *
 * The first start: three ways in, and nothing else; later what was open last as well.
 */
struct _SpWelcomePage
{
  GtkBox parent_instance;

  GtkWidget *recent_group;
  GtkWidget *recent;
};

G_DEFINE_FINAL_TYPE (SpWelcomePage, sp_welcome_page, GTK_TYPE_BOX)

static void
sp_welcome_page_class_init (SpWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SpWelcomePage, recent);
}

static void
add_recent (SpWelcomePage *self,
            const char    *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "subtitle", place,
                                 "activatable", TRUE, "subtitle-lines", 1, "action-name", "app.open-recent",
                                 "action-target", g_variant_new_string (uri), NULL);

  gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
}

static void
sp_welcome_page_init (SpWelcomePage *self)
{
  g_auto (GStrv) uris = sp_recent_list ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; uris[i] != NULL && i < MAX_SHOWN; i++)
    add_recent (self, uris[i]);
  gtk_widget_set_visible (self->recent_group, uris[0] != NULL);
}
