/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-welcome-page.h"

/**
 * SpWelcomePage:
 *
 * The first start: three ways in, and nothing else.
 */
struct _SpWelcomePage
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (SpWelcomePage, sp_welcome_page, GTK_TYPE_BOX)

static void
sp_welcome_page_class_init (SpWelcomePageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), SP_RESOURCES "ui/sp-welcome-page.ui");
}

static void
sp_welcome_page_init (SpWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
