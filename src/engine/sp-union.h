/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpUnionError:
 * @SP_UNION_ERROR_EMPTY: there is no window at all, so there is nothing to ask; add one
 *
 * Why there is no union.
 */
typedef enum
{
  SP_UNION_ERROR_EMPTY,
} SpUnionError;

/**
 * SP_UNION_ERROR:
 *
 * The error domain of the union.
 */
#define SP_UNION_ERROR (sp_union_error_quark ())

GQuark   sp_union_error_quark (void);
gboolean sp_union_local       (SpCompetition   *competition,
                               gint64           now_local_s,
                               SpPeriod        *local,
                               GPtrArray      **skipped,
                               GError         **error);
void     sp_union_to_utc      (const SpPeriod  *local,
                               gint64           now_local_s,
                               SpPeriod        *utc);
int      sp_union_offset_s    (gint64           now_local_s,
                               gint64           now_utc_s);

G_END_DECLS
