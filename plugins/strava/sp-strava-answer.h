/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-strava-fault.h"

G_BEGIN_DECLS

SpStravaFault sp_strava_answer_judge           (guint          status,
                                                const char    *content_type,
                                                GBytes        *body,
                                                char         **detail);
SpStravaFault sp_strava_answer_judge_transport (const GError  *error);

G_END_DECLS
