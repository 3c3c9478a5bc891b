/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-connection.h"

static void
test_connection (void)
{
  const char * const granted[] = { "read", "activity:read", NULL };
  const char * const refused[] = { NULL };
  g_autoptr(SpConnection) connection = sp_connection_new (7, "Ann", granted, refused);
  g_autoptr(SpConnection) same = g_boxed_copy (SP_TYPE_CONNECTION, connection);

  g_assert_true (same == connection);
  g_assert_cmpint (sp_connection_get_athlete_id (connection), ==, 7);
  g_assert_cmpstr (sp_connection_get_name (connection), ==, "Ann");
  g_assert_cmpstrv (sp_connection_get_granted (connection), granted);
  g_assert_true (sp_connection_get_granted (connection) != granted);
  g_assert_cmpstrv (sp_connection_get_refused (connection), refused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/connection/connection", test_connection);

  return g_test_run ();
}
