/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "api/sp-plugin.h"
#include "sp-strava-fetcher.h"

SP_DEFINE_PLUGIN (SP_PLUGIN_SOURCE, "strava", N_("Strava"),
                  N_("What connected runners recorded, asked from Strava with an API application of your own"), "1.0",
                  GETTEXT_PACKAGE, sp_strava_fetcher_get_type)
