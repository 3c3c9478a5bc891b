/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "api/sp-plugin.h"
#include "sp-mock-fetcher.h"

SP_DEFINE_PLUGIN (SP_PLUGIN_SOURCE, "mock", N_("Demo club"),
                  N_("Makes up a club from a number; needs no account and no network"), "0.1.0", GETTEXT_PACKAGE,
                  sp_mock_fetcher_get_type)
