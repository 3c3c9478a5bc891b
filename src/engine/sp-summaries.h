/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *sp_summaries_of_teams   (GListModel *boards);
GListModel *sp_summaries_of_runners (GListModel *boards);

G_END_DECLS
