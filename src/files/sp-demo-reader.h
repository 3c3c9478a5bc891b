/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

SpCompetition *sp_demo_reader_read (const char  *text,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
