/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher-context.h"

#include "platform/sp-memory-secret-store.h"
#include "support/sp-test-clock.h"

static void
test_all (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-01-05");
  SpMemorySecretStore *secrets = sp_memory_secret_store_new ();
  SpFetcherContext *context = sp_fetcher_context_new (SP_CLOCK (clock), "agent/1", "/tmp/x", SP_SECRET_STORE (secrets),
                                                      77);

  g_assert_true (sp_fetcher_context_get_clock (context) == SP_CLOCK (clock));
  g_assert_cmpstr (sp_fetcher_context_get_user_agent (context), ==, "agent/1");
  g_assert_cmpstr (sp_fetcher_context_get_directory (context), ==, "/tmp/x");
  g_assert_true (sp_fetcher_context_get_secrets (context) == SP_SECRET_STORE (secrets));
  g_assert_cmpint (sp_fetcher_context_get_run_started_s (context), ==, 77);
  g_assert_finalize_object (context);
  g_assert_finalize_object (secrets);
  g_assert_finalize_object (clock);
}

static void
test_least (void)
{
  g_autoptr(SpTestClock) clock = sp_test_clock_new ("2026-01-05");
  SpFetcherContext *context = sp_fetcher_context_new (SP_CLOCK (clock), "", NULL, NULL, 0);

  g_assert_null (sp_fetcher_context_get_directory (context));
  g_assert_null (sp_fetcher_context_get_secrets (context));
  g_assert_finalize_object (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetcher-context/all", test_all);
  g_test_add_func ("/fetcher-context/least", test_least);

  return g_test_run ();
}
