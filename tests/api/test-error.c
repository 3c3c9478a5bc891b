/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "api/sp-error.h"

static void
test_may_pass (void)
{
  const struct { SpFetchError code; gboolean may_pass; } cases[] = {
    { SP_FETCH_ERROR_FAILED, TRUE },        { SP_FETCH_ERROR_NOT_FOUND, FALSE },   { SP_FETCH_ERROR_OFFLINE, TRUE },
    { SP_FETCH_ERROR_RATE_LIMITED, TRUE },  { SP_FETCH_ERROR_UNAUTHORIZED, FALSE }, { SP_FETCH_ERROR_FORBIDDEN, FALSE },
    { SP_FETCH_ERROR_UNSUPPORTED, FALSE },  { SP_FETCH_ERROR_PROTOCOL, FALSE },    { SP_FETCH_ERROR_NOT_CACHED, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (SP_FETCH_ERROR, (int) cases[i].code, "x");

      g_assert_cmpint (sp_fetch_error_may_pass (error), ==, cases[i].may_pass);
    }
}

static void
test_cancelled_is_no_attempt (void)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "x");

  g_assert_false (sp_fetch_error_may_pass (error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/may-pass", test_may_pass);
  g_test_add_func ("/error/cancelled-is-no-attempt", test_cancelled_is_no_attempt);

  return g_test_run ();
}
