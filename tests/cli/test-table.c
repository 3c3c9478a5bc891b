/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-table.h"

#include "cli/golden.h"

static const SpCliColumn columns[] = {
  { "#", TRUE, 0 }, { "Runner", FALSE, 6 }, { "Empty", FALSE, 0 }, { "Time", TRUE, 0 }, { "Notes", FALSE, 8 },
};

static SpCliTable *
make_table (void)
{
  SpCliTable *table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));

  sp_cli_table_add (table, SP_CLI_PLAIN, (const char *[]) { "1", "Angharad ap Gruffydd", "", "0:04:59", "", NULL });
  sp_cli_table_add (table, SP_CLI_PLAIN, (const char *[]) { "2", "山田太郎", "", "0:05:01", "birthday −0:30", NULL });
  sp_cli_table_add (table, SP_CLI_BAD, (const char *[]) { "", "Huw", "", "",
    "no data: the runner has to be connected again", NULL });

  return table;
}

static void
assert_printed (guint       width,
                const char *expected)
{
  g_autoptr (SpCliTable) table = make_table ();
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_table_append (table, &(SpCliPaper) { width, FALSE }, out);
  g_assert_cmpstr (out->str, ==, expected);
  assert_fits (out->str, width);
}

/* A column in which nothing is said is left out. */
static void
test_wide (void)
{
  assert_printed (100,
                  "#  Runner                   Time  Notes\n"
                  "1  Angharad ap Gruffydd  0:04:59\n"
                  "2  山田太郎              0:05:01  birthday −0:30\n"
                  "   Huw                            no data: the runner has to be connected again\n");
}

/* The last gives first; words go on below, and a word alone that is too long for its column is cut. */
static void
test_narrow (void)
{
  assert_printed (60,
                  "#  Runner                   Time  Notes\n"
                  "1  Angharad ap Gruffydd  0:04:59\n"
                  "2  山田太郎              0:05:01  birthday −0:30\n"
                  "   Huw                            no data: the runner has to\n"
                  "                                  be connected again\n");
  assert_printed (30,
                  "#  Runner       Time  Notes\n"
                  "1  Angharad  0:04:59\n"
                  "   ap\n"
                  "   Gruffydd\n"
                  "2  山田太郎  0:05:01  birthday\n"
                  "                      −0:30\n"
                  "   Huw                no data:\n"
                  "                      the\n"
                  "                      runner\n"
                  "                      has to\n"
                  "                      be\n"
                  "                      connect…\n"
                  "                      again\n");
}

static void
test_empty (void)
{
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_table_append (table, &(SpCliPaper) { 80, FALSE }, out);
  g_assert_cmpstr (out->str, ==, "");
}

static void
test_colour (void)
{
  g_autoptr (SpCliTable) table = make_table ();
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_table_append (table, &(SpCliPaper) { 80, TRUE }, out);
  g_assert_true (g_str_has_prefix (out->str, "\033[1m#  Runner"));
  g_assert_nonnull (strstr (out->str, "\033[31m   Huw"));
  g_assert_null (strstr (out->str, "\033[31m1"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/table/wide", test_wide);
  g_test_add_func ("/cli/table/narrow", test_narrow);
  g_test_add_func ("/cli/table/empty", test_empty);
  g_test_add_func ("/cli/table/colour", test_colour);

  return g_test_run ();
}
