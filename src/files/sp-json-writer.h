/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

G_BEGIN_DECLS

/* Grows when what a reader may rely on changes; data/results.schema.json says the same. */
#define SP_JSON_WRITER_VERSION 1

GBytes *sp_json_writer_to_bytes (SpResults     *results,
                                 GCancellable  *cancellable,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
