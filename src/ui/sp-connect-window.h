/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"
#include "model/sp-runner.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_CONNECT_WINDOW (sp_connect_window_get_type ())
G_DECLARE_FINAL_TYPE (SpConnectWindow, sp_connect_window, SP, CONNECT_WINDOW, AdwWindow)

GtkWindow  *sp_connect_window_new            (SpFetcher       *fetcher,
                                              SpRunner        *runner);
const char *sp_connect_window_get_runner_key (SpConnectWindow *self);
gint64      sp_connect_window_get_consent_s  (SpConnectWindow *self);

G_END_DECLS
