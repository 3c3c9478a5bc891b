/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-opener.h"

G_BEGIN_DECLS

SpOpenCompetition *sp_opener_make_demo (SpOpener         *self,
                                        GError          **error) G_GNUC_WARN_UNUSED_RESULT;
SpOpenCompetition *sp_opener_make_open (SpOpener         *self,
                                        SpDocument       *document,
                                        GFile            *file,
                                        const SpFileStamp *stamp,
                                        GFile            *recovery) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
