/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-opener.h"

G_BEGIN_DECLS

#define SP_TYPE_TOKEN_GROUP (sp_token_group_get_type ())
G_DECLARE_FINAL_TYPE (SpTokenGroup, sp_token_group, SP, TOKEN_GROUP, AdwPreferencesGroup)

GtkWidget *sp_token_group_new (SpOpener *opener);

G_END_DECLS
