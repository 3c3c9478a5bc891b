/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-main-window.h"

G_BEGIN_DECLS

void sp_window_faults_show (SpMainWindow *window,
                            GFile        *file,
                            GListModel   *faults);

G_END_DECLS
