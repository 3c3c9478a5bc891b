/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-error.h"

G_BEGIN_DECLS

/**
 * SpMockOp:
 * @SP_MOCK_LIST: a list of activities
 * @SP_MOCK_DETAIL: one activity
 * @SP_MOCK_SEGMENT: a segment
 * @SP_MOCK_EFFORTS: a list of efforts
 *
 * What can be asked, and can fail.
 */
typedef enum
{
  SP_MOCK_LIST,
  SP_MOCK_DETAIL,
  SP_MOCK_SEGMENT,
  SP_MOCK_EFFORTS,
} SpMockOp;

/**
 * SpMockFaults:
 *
 * What shall fail, and when.
 */
typedef struct _SpMockFaults SpMockFaults;

SpMockFaults *sp_mock_faults_parse (const char    *text,
                                    GError       **error);
void          sp_mock_faults_free  (SpMockFaults  *self);
GError       *sp_mock_faults_next  (SpMockFaults  *self,
                                    SpMockOp       op,
                                    gint64         athlete_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpMockFaults, sp_mock_faults_free)

G_END_DECLS
