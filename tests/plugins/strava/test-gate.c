/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-gate.h"
#include "support/sp-test-sync.h"

#define N_TASKS 5

static GPtrArray *begun;

static void
begin (GTask *task)
{
  g_ptr_array_add (begun, task);
}

static void
end (SpStravaGate *gate,
     guint         index)
{
  g_task_return_boolean (begun->pdata[index], TRUE);
  sp_strava_gate_leave (gate);
}

/* Two at a time, in the order they came; who is cancelled while waiting has an answer and takes up no room. */
static void
test_order (void)
{
  g_autoptr(SpStravaGate) gate = sp_strava_gate_new (2, begin);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GTask *tasks[N_TASKS];
  GAsyncResult *results[N_TASKS] = { NULL };
  g_autoptr(GError) error = NULL;

  begun = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_TASKS; i++)
    {
      tasks[i] = g_task_new (NULL, i == 3 ? cancellable : NULL, sp_test_store_result, &results[i]);
      sp_strava_gate_enter (gate, tasks[i]);
    }
  g_assert_cmpuint (begun->len, ==, 2);
  end (gate, 0);
  g_assert_cmpuint (begun->len, ==, 3);

  g_cancellable_cancel (cancellable);
  sp_test_settle ();
  g_assert_nonnull (results[3]);
  g_assert_false (g_task_propagate_boolean (G_TASK (results[3]), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (begun->len, ==, 3);

  end (gate, 1);
  g_assert_cmpuint (begun->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    g_assert_true (begun->pdata[i] == tasks[i]);
  g_assert_true (begun->pdata[3] == tasks[4]);
  end (gate, 2);
  end (gate, 3);
  sp_test_settle ();

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_assert_nonnull (results[i]);
      g_object_unref (results[i]);
    }
  g_ptr_array_unref (begun);
}

/* There is room again. */
static void
test_room (void)
{
  g_autoptr(SpStravaGate) gate = sp_strava_gate_new (1, begin);

  begun = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 3; i++)
    {
      sp_strava_gate_enter (gate, g_task_new (NULL, NULL, NULL, NULL));
      g_assert_cmpuint (begun->len, ==, i + 1);
      end (gate, i);
    }
  sp_test_settle ();
  g_ptr_array_unref (begun);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/gate/order", test_order);
  g_test_add_func ("/strava/gate/room", test_room);

  return g_test_run ();
}
