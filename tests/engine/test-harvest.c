/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-harvest.h"

#include "support/sp-test-club.h"

static void
test_find (void)
{
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.thorough = TRUE, .utc_offset_s = 3600, .blocks = {
    sp_test_block (.id = 5, .list = SP_LIST_FRESH), sp_test_block (.id = 3, .list = SP_LIST_FAILED) },
                                                   .segments = { sp_test_segment (.id = 7),
                                                                 sp_test_segment (.id = 8) });

  g_assert_cmpuint (sp_harvest_get_n (harvest), ==, 2);
  g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (harvest, 0))->athlete_id, ==, 5);
  g_assert_true (sp_harvest_find_block (harvest, 3) == sp_harvest_get_block (harvest, 1));
  g_assert_null (sp_harvest_find_block (harvest, 4));
  g_assert_cmpint (sp_segment_get_id (sp_harvest_find_segment (harvest, 8)), ==, 8);
  g_assert_null (sp_harvest_find_segment (harvest, 9));
  g_assert_true (sp_harvest_get_info (harvest)->thorough);
  g_assert_true (sp_harvest_get_info (harvest)->sealed);
  g_assert_cmpint (sp_harvest_get_info (harvest)->utc_offset_s, ==, 3600);
  g_assert_cmpstr (sp_harvest_get_info (harvest)->source_id, ==, "table");
}

/* A snapshot shares the blocks, and outlives what it was made from. */
static void
test_shared (void)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_block_unref);
  g_autoptr (GPtrArray) segments = g_ptr_array_new ();
  char source_id[] = "table", source_name[] = "The table";
  SpHarvestInfo info = { .source_id = source_id, .source_name = source_name };
  SpHarvest *first;
  g_autoptr (SpHarvest) second = NULL;
  g_autoptr (SpHarvest) same = NULL;

  g_ptr_array_add (blocks, sp_test_block (.id = 5, .list = SP_LIST_FRESH));
  first = sp_harvest_new (&info, blocks, segments);
  second = sp_harvest_new (&info, blocks, segments);
  same = sp_harvest_ref (second);
  source_id[0] = source_name[0] = 'X';
  g_assert_true (sp_harvest_get_block (first, 0) == sp_harvest_get_block (second, 0));
  sp_harvest_unref (first);
  g_assert_cmpint (sp_block_get_info (sp_harvest_find_block (same, 5))->athlete_id, ==, 5);
  g_assert_cmpstr (sp_harvest_get_info (same)->source_id, ==, "table");
  g_assert_cmpstr (sp_harvest_get_info (same)->source_name, ==, "The table");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/harvest/find", test_find);
  g_test_add_func ("/engine/harvest/shared", test_shared);

  return g_test_run ();
}
