/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"
#include "ui/sp-list-page.h"

G_BEGIN_DECLS

guint sp_to_do_list_count (const SpResultsValues *results);
void  sp_to_do_list_add   (SpListPage            *page,
                           const SpResultsValues *results);

G_END_DECLS
