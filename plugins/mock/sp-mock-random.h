/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpMockPurpose:
 * @SP_MOCK_FOR_WORLD: the land and its segments
 * @SP_MOCK_FOR_RUNNER: who a runner is
 * @SP_MOCK_FOR_FORM: how often and how fast a runner tries a segment in a week
 * @SP_MOCK_FOR_TRAVEL: where a runner is in a week
 * @SP_MOCK_FOR_WEEK: what else a runner does in a week
 * @SP_MOCK_FOR_TRACK: where an outing goes
 * @SP_MOCK_FOR_LISTING: how an outing is listed
 *
 * What chance is drawn for. Each has a row of its own, so that nothing depends on what was asked first.
 */
typedef enum
{
  SP_MOCK_FOR_WORLD,
  SP_MOCK_FOR_RUNNER,
  SP_MOCK_FOR_FORM,
  SP_MOCK_FOR_TRAVEL,
  SP_MOCK_FOR_WEEK,
  SP_MOCK_FOR_TRACK,
  SP_MOCK_FOR_LISTING,
} SpMockPurpose;

GRand   *sp_mock_random_new     (guint32        seed,
                                 SpMockPurpose  purpose,
                                 guint32        number,
                                 guint32        part) G_GNUC_WARN_UNUSED_RESULT;
guint    sp_mock_random_pick    (GRand         *random,
                                 guint          n);
gboolean sp_mock_random_chance  (GRand         *random,
                                 double         share);
double   sp_mock_random_between (GRand         *random,
                                 double         low,
                                 double         high);
double   sp_mock_random_bell    (GRand         *random);

G_END_DECLS
