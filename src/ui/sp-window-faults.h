/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-faults-page.h"
#include "ui/sp-main-window.h"

G_BEGIN_DECLS

SpFaultsPage *sp_window_faults_show    (SpMainWindow *window,
                                        GFile        *file,
                                        GListModel   *faults);
void          sp_window_faults_dismiss (SpMainWindow *window,
                                        GFile        *file);

G_END_DECLS
