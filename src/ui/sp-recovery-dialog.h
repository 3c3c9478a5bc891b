/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-main-window.h"
#include "ui/sp-opener.h"

G_BEGIN_DECLS

void sp_recovery_dialog_offer (SpMainWindow *window,
                               SpOpener     *opener,
                               GFile        *recovery,
                               const char   *path);

G_END_DECLS
