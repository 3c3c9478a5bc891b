/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

G_BEGIN_DECLS

GBytes *sp_workbook_writer_to_bytes (SpResults     *results,
                                     GCancellable  *cancellable,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
