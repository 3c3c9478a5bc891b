/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"

G_BEGIN_DECLS

#define SP_TYPE_TEST_CLOCK (sp_test_clock_get_type ())
G_DECLARE_FINAL_TYPE (SpTestClock, sp_test_clock, SP, TEST_CLOCK, GObject)

/**
 * SP_TEST_S:
 *
 * One second in microseconds, wide enough to be multiplied (%G_USEC_PER_SEC is an int).
 */
#define SP_TEST_S G_GINT64_CONSTANT (1000000)

/**
 * SpTestWait:
 * @asked_at_us: what the wall clock showed when the wait began
 * @until_us: what it was to wait for
 *
 * One wait.
 */
typedef struct
{
  gint64 asked_at_us;
  gint64 until_us;
} SpTestWait;

SpTestClock      *sp_test_clock_new         (const char  *wall_utc_iso) G_GNUC_WARN_UNUSED_RESULT;
void              sp_test_clock_hold        (SpTestClock *self);
void              sp_test_clock_release     (SpTestClock *self);
void              sp_test_clock_advance     (SpTestClock *self,
                                             gint64       by_us);
void              sp_test_clock_step_wall   (SpTestClock *self,
                                             gint64       by_us);
guint             sp_test_clock_get_n_waits (SpTestClock *self);
const SpTestWait *sp_test_clock_get_wait    (SpTestClock *self,
                                             guint        index);
gint64            sp_test_clock_get_wait_us (SpTestClock *self,
                                             guint        index);
guint             sp_test_clock_get_n_waiting (SpTestClock *self);

G_END_DECLS
