/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-fault.h"

#include <gio/gio.h>

static SpMockFaults *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SpMockFaults *faults = sp_mock_faults_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (faults);

  return faults;
}

/* How a number of requests for lists about runner 1 fare, as a text of points and crosses. */
static char *
try_lists (const char *text,
           guint       n)
{
  g_autoptr (SpMockFaults) faults = parse (text);
  g_autoptr (GString) fates = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (fates, sp_mock_faults_meet (faults, SP_MOCK_LIST, 1, NULL) ? '.' : 'x');

  return g_string_free (g_steal_pointer (&fates), FALSE);
}

static void
test_when (void)
{
  static const char * const cases[][2] = {
    { "", "......" },
    { "429@3", "..x..." },
    { "429@1", "x....." },
    { "429", "xxxxxx" },
    { "429@always", "xxxxxx" },
    { "429@every:2", ".x.x.x" },
    { "429@every:1", "xxxxxx" },
    { "429@2-4", ".xxx.." },
    { "429@2-2", ".x...." },
    { "list:429@3", "..x..." },
    { "runner=1:429@3", "..x..." },
    { "runner=1:list:429@3", "..x..." },
    { "list:runner=1:429@3", "..x..." },
    { "detail:429", "......" },
    { "runner=2:429", "......" },
    { "429@1,500@3", "x.x..." },
    { " 429@1 , 500@2 ", "xx...." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fates = try_lists (cases[i][0], 6);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (fates, ==, cases[i][1]);
    }
}

/* Each fault tells the caller what to do, in a sentence with a next step. */
static void
test_kinds (void)
{
  static const struct { const char *name; SpFetchError code; } cases[] = {
    { "401", SP_FETCH_ERROR_UNAUTHORIZED }, { "402", SP_FETCH_ERROR_UNSUPPORTED },
    { "403", SP_FETCH_ERROR_FORBIDDEN }, { "404", SP_FETCH_ERROR_NOT_FOUND },
    { "429", SP_FETCH_ERROR_RATE_LIMITED }, { "500", SP_FETCH_ERROR_FAILED },
    { "502", SP_FETCH_ERROR_FAILED }, { "503", SP_FETCH_ERROR_FAILED },
    { "drop", SP_FETCH_ERROR_OFFLINE }, { "garbage", SP_FETCH_ERROR_PROTOCOL },
    { "missing", SP_FETCH_ERROR_PROTOCOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpMockFaults) faults = parse (cases[i].name);
      g_autoptr (GError) error = NULL;

      g_assert_false (sp_mock_faults_meet (faults, SP_MOCK_SEGMENT, 0, &error));
      g_assert_error (error, SP_FETCH_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, ". "));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* Each rule counts only what it is about; the first that hits decides, and the others count on. */
static void
test_counts (void)
{
  g_autoptr (SpMockFaults) faults = parse ("detail:500@2,runner=7:404@3,429@4");
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GError) third = NULL;

  g_assert_true (sp_mock_faults_meet (faults, SP_MOCK_LIST, 7, NULL));
  g_assert_true (sp_mock_faults_meet (faults, SP_MOCK_DETAIL, 7, NULL));
  g_assert_true (sp_mock_faults_meet (faults, SP_MOCK_SEGMENT, 0, NULL));
  g_assert_false (sp_mock_faults_meet (faults, SP_MOCK_DETAIL, 7, &first));
  g_assert_error (first, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
  g_assert_true (sp_mock_faults_meet (faults, SP_MOCK_DETAIL, 7, NULL));
  g_assert_true (sp_mock_faults_meet (faults, SP_MOCK_EFFORTS, 7, NULL));

  g_clear_pointer (&faults, sp_mock_faults_free);
  faults = parse ("efforts:402,runner=7:404@2,429@2");
  g_assert_false (sp_mock_faults_meet (faults, SP_MOCK_EFFORTS, 7, &second));
  g_assert_error (second, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED);
  g_assert_false (sp_mock_faults_meet (faults, SP_MOCK_LIST, 7, &third));
  g_assert_error (third, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
  g_assert_true (sp_mock_faults_meet (faults, SP_MOCK_LIST, 7, NULL));
}

static void
test_bad (void)
{
  static const char * const cases[] = {
    "x", "429@", "429@0", "429@x", "429@-1", "429@3-", "429@3-2", "429@every:", "429@every:0", "429@every:x", "@3", ",",
    "429,,500", "418", "list:", "list", "lists:429", "list:detail:429", "runner=:429", "runner=0:429", "runner=x:429",
    "runner=1:runner=2:429", "429@3@4", "429 500", "LIST:429", "429@99999999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (sp_mock_faults_parse (cases[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, "429@3"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/fault/when", test_when);
  g_test_add_func ("/plugins/mock/fault/kinds", test_kinds);
  g_test_add_func ("/plugins/mock/fault/counts", test_counts);
  g_test_add_func ("/plugins/mock/fault/bad", test_bad);

  return g_test_run ();
}
