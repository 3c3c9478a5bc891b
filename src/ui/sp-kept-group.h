/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-opener.h"

G_BEGIN_DECLS

#define SP_TYPE_KEPT_GROUP (sp_kept_group_get_type ())
G_DECLARE_FINAL_TYPE (SpKeptGroup, sp_kept_group, SP, KEPT_GROUP, AdwPreferencesGroup)

GtkWidget *sp_kept_group_new (SpOpener *opener);

G_END_DECLS
