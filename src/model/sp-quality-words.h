/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-quality-row.h"
#include "model/sp-quality.h"

G_BEGIN_DECLS

/**
 * SpQualityGroup:
 * @SP_QUALITY_GROUP_NO_DATA: nothing is known
 * @SP_QUALITY_GROUP_NOT_ASKED: not reached before the run was cancelled
 * @SP_QUALITY_GROUP_OLD: old data are used
 * @SP_QUALITY_GROUP_INCOMPLETE: asked, but some activities could not be had
 * @SP_QUALITY_GROUP_TO_COME: the run has still to ask
 * @SP_QUALITY_GROUP_FRESH: all is known
 * @SP_N_QUALITY_GROUPS: how many groups there are
 *
 * Where a runner stands in a report, what is most the matter first. Each stands in one group.
 */
typedef enum
{
  SP_QUALITY_GROUP_NO_DATA,
  SP_QUALITY_GROUP_NOT_ASKED,
  SP_QUALITY_GROUP_OLD,
  SP_QUALITY_GROUP_INCOMPLETE,
  SP_QUALITY_GROUP_TO_COME,
  SP_QUALITY_GROUP_FRESH,
  SP_N_QUALITY_GROUPS,
} SpQualityGroup;

SpQualityGroup sp_quality_words_group  (SpQualityRow   *row);
const char    *sp_quality_words_title  (SpQualityGroup  group);
const char    *sp_quality_words_reason (SpSkipReason    reason);
char          *sp_quality_words_totals (SpQuality      *quality);
char          *sp_quality_words_row    (SpQualityRow   *row,
                                        gint64          utc_offset_s);
char          *sp_quality_words_text   (SpQuality      *quality,
                                        gint64          utc_offset_s);

G_END_DECLS
