/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_RUNNERS_PAGE (sp_runners_page_get_type ())
G_DECLARE_FINAL_TYPE (SpRunnersPage, sp_runners_page, SP, RUNNERS_PAGE, GtkBox)

GtkWidget *sp_runners_page_new          (void);
void       sp_runners_page_set_results  (SpRunnersPage *self,
                                         SpCompetition *competition,
                                         SpResults     *results);
void       sp_runners_page_set_connects (SpRunnersPage *self,
                                         gboolean       connects);
gboolean   sp_runners_page_show_runner  (SpRunnersPage *self,
                                         const char    *key);
char      *sp_runners_page_to_summary   (SpRunnersPage *self);

G_END_DECLS
