/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-error.h"

G_BEGIN_DECLS

/**
 * SpMockOp:
 * @SP_MOCK_LIST: list_activities
 * @SP_MOCK_DETAIL: get_activity
 * @SP_MOCK_SEGMENT: get_segment
 * @SP_MOCK_EFFORTS: list_efforts
 * @SP_MOCK_ANY: any of them
 *
 * What is asked.
 */
typedef enum
{
  SP_MOCK_LIST,
  SP_MOCK_DETAIL,
  SP_MOCK_SEGMENT,
  SP_MOCK_EFFORTS,
  SP_MOCK_ANY,
} SpMockOp;

/**
 * SpMockFaults:
 *
 * Which requests are to fail, and how.
 */
typedef struct _SpMockFaults SpMockFaults;

SpMockFaults *sp_mock_faults_parse (const char    *text,
                                    GError       **error);
void          sp_mock_faults_free  (SpMockFaults  *self);
gboolean      sp_mock_faults_meet  (SpMockFaults  *self,
                                    SpMockOp       op,
                                    gint64         athlete_id,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpMockFaults, sp_mock_faults_free)

G_END_DECLS
