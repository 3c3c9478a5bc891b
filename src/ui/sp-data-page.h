/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-opener.h"

G_BEGIN_DECLS

GtkWidget *sp_data_page_new (SpOpener *opener);

G_END_DECLS
