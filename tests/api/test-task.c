/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-task.h"

#include "support/sp-test-sync.h"

static void
work_async (GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (NULL, work_async, cancellable, callback, user_data);

  g_task_return_int (task, 5);
}

static void
test_task (void)
{
  g_autoptr(GAsyncResult) result = NULL;

  work_async (NULL, sp_test_store_result, &result);
  sp_test_await (&result);
  g_assert_cmpstr (g_task_get_name (G_TASK (result)), ==, "work_async");
  g_assert_true (g_async_result_is_tagged (result, work_async));
  g_assert_cmpint (g_task_propagate_int (G_TASK (result), NULL), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task/task", test_task);

  return g_test_run ();
}
