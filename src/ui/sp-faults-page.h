/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-list-page.h"

G_BEGIN_DECLS

#define SP_TYPE_FAULTS_PAGE (sp_faults_page_get_type ())
G_DECLARE_FINAL_TYPE (SpFaultsPage, sp_faults_page, SP, FAULTS_PAGE, SpListPage)

GtkWidget *sp_faults_page_new          (GFile        *file,
                                        GListModel   *faults,
                                        const char   *beside);
GFile     *sp_faults_page_get_file     (SpFaultsPage *self);
guint      sp_faults_page_get_n_faults (SpFaultsPage *self);
char      *sp_faults_page_to_text      (SpFaultsPage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
