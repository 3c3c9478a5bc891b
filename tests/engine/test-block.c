/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-block.h"

#include "support/sp-test-club.h"

static SpBlock *
make (void)
{
  return sp_test_block (.id = 1, .list = SP_LIST_FRESH, .n_retries = 2, .unknown = { 3 }, .activities = {
    sp_test_activity (.id = 1, .efforts = { { 7, 300 }, { 9, 100 }, { 7, 290 } }),
    sp_test_activity (.id = 2, .efforts = { { 8, 50 }, { 7, 310 } }),
    sp_test_activity (.id = 3, .is_listed = TRUE), sp_test_activity (.id = 4, .is_listed = TRUE),
    sp_test_activity (.id = 5) }, .listed = { { 7, 250, "2026-01-06T10:00:00", 900, 1000 } });
}

static void
test_activities (void)
{
  g_autoptr (SpBlock) block = make ();
  const SpDetailState states[] = { SP_DETAIL_HELD, SP_DETAIL_HELD, SP_DETAIL_UNKNOWN, SP_DETAIL_NOT_HELD,
                                   SP_DETAIL_HELD };

  g_assert_cmpuint (sp_block_get_n (block), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpint (sp_activity_get_id (sp_block_get_activity (block, i)), ==, i + 1);
      g_assert_cmpint (sp_block_get_state (block, i), ==, states[i]);
      g_assert_null (sp_block_get_reason (block, i));
    }
  g_assert_cmpuint (sp_block_get_info (block)->n_retries, ==, 2);
}

/* All known efforts of a segment, by id, wherever they come from. */
static void
test_find (void)
{
  g_autoptr (SpBlock) block = make ();
  const int elapsed[] = { 300, 290, 310, 250 };
  const SpFound *found;
  guint n_found;

  found = sp_block_find_efforts (block, 7, &n_found);
  g_assert_cmpuint (n_found, ==, 4);
  for (guint i = 0, seen = 0; i < n_found; i++)
    {
      gint64 activity_id;
      SpActivity *activity;
      const SpEffort *effort = sp_block_get_effort (block, &found[i], &activity, &activity_id);

      g_assert_cmpint (effort->segment_id, ==, 7);
      g_assert_cmpint (activity == NULL, ==, activity_id == 1001);
      for (guint j = 0; j < G_N_ELEMENTS (elapsed); j++)
        seen += effort->elapsed_s == elapsed[j];
      g_assert_cmpuint (seen, ==, i + 1);
    }
  sp_block_find_efforts (block, 8, &n_found);
  g_assert_cmpuint (n_found, ==, 1);
  sp_block_find_efforts (block, 9, &n_found);
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_find_nothing (void)
{
  g_autoptr (SpBlock) block = make ();
  g_autoptr (SpBlock) empty = sp_test_block (.id = 1, .list = SP_LIST_FRESH);
  const gint64 ids[] = { G_MININT64, 0, 6, 10, G_MAXINT64 };
  guint n_found;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_null (sp_block_find_efforts (block, ids[i], &n_found));
      g_assert_cmpuint (n_found, ==, 0);
      g_assert_null (sp_block_find_efforts (empty, ids[i], &n_found));
      g_assert_cmpuint (n_found, ==, 0);
    }
}

/* An effort that a detail tells too is taken from the detail. */
static void
test_listed_twice (void)
{
  g_autoptr (SpBlock) block =
    sp_test_block (.id = 1, .list = SP_LIST_FRESH,
                   .activities = { sp_test_activity (.id = 1001, .efforts = { { 7, 300, .id = 900 } }) },
                   .listed = { { 7, 300, "2026-01-06T10:00:00", 900, 1000 } });
  const SpFound *found;
  guint n_found;
  SpActivity *activity;

  found = sp_block_find_efforts (block, 7, &n_found);
  g_assert_cmpuint (n_found, ==, 1);
  sp_block_get_effort (block, found, &activity, NULL);
  g_assert_nonnull (activity);
}

static void
test_reasons (void)
{
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  const guint8 states[] = { SP_DETAIL_UNKNOWN, SP_DETAIL_NOT_HELD };
  char reason[] = "It was gone.";
  const char * const reasons[] = { reason, NULL };
  SpBlockInfo info = { .athlete_id = 1, .list = SP_LIST_STALE, .reason = reason };
  g_autoptr (SpBlock) block = NULL;
  g_autoptr (SpBlock) same = NULL;

  g_ptr_array_add (activities, sp_test_activity (.id = 1, .is_listed = TRUE));
  g_ptr_array_add (activities, sp_test_activity (.id = 2, .is_listed = TRUE));
  block = sp_block_new (&info, activities, states, reasons, NULL, NULL, 0);
  same = sp_block_ref (block);
  reason[0] = 'X';
  g_assert_cmpstr (sp_block_get_reason (same, 0), ==, "It was gone.");
  g_assert_null (sp_block_get_reason (same, 1));
  g_assert_cmpstr (sp_block_get_info (same)->reason, ==, "It was gone.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/block/activities", test_activities);
  g_test_add_func ("/engine/block/find", test_find);
  g_test_add_func ("/engine/block/find-nothing", test_find_nothing);
  g_test_add_func ("/engine/block/listed-twice", test_listed_twice);
  g_test_add_func ("/engine/block/reasons", test_reasons);

  return g_test_run ();
}
