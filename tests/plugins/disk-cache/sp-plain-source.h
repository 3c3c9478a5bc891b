/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

#define SP_TYPE_PLAIN_SOURCE (sp_plain_source_get_type ())
G_DECLARE_FINAL_TYPE (SpPlainSource, sp_plain_source, SP, PLAIN_SOURCE, GObject)

G_END_DECLS
