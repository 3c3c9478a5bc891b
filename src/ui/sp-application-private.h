/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-application.h"

G_BEGIN_DECLS

void sp_application_help_install (GtkApplication *application);

G_END_DECLS
