/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-opener.h"

G_BEGIN_DECLS

#define SP_TYPE_SOURCES_PAGE (sp_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (SpSourcesPage, sp_sources_page, SP, SOURCES_PAGE, AdwPreferencesPage)

SpSourcesPage *sp_sources_page_new (SpOpener *opener);

G_END_DECLS
