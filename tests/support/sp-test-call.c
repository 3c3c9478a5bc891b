/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-call.h"

/**
 * sp_test_call_free:
 * @self: (transfer full): a call
 *
 * Frees it.
 */
void
sp_test_call_free (SpTestCall *self)
{
  g_clear_pointer (&self->athlete, sp_athlete_unref);
  g_clear_pointer (&self->cursor, g_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

/**
 * sp_test_op_get_name:
 * @op: an operation
 *
 * Returns: the word for it in logs
 */
const char *
sp_test_op_get_name (SpTestOp op)
{
  static const char * const names[] = { "list", "activity", "segment", "efforts", "peek", "any" };

  return names[op];
}

/**
 * sp_test_call_to_text:
 * @self: a call
 *
 * Returns: (transfer full): for example `list 1`, `list 1 @50`, `activity 1 10`, `segment 7`, `efforts 1 7`; with
 *   ` refresh` or ` cached` where the policy is not the default
 */
char *
sp_test_call_to_text (SpTestCall *self)
{
  static const char * const policies[] = { "", " refresh", " cached" };
  g_autoptr(GString) text = g_string_new (sp_test_op_get_name (self->op));

  if (self->athlete != NULL && self->op != SP_TEST_SEGMENT)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, sp_athlete_get_id (self->athlete));
  if (self->id != 0)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, self->id);
  if (self->cursor != NULL)
    g_string_append_printf (text, " @%s", self->cursor);
  g_string_append (text, policies[self->policy]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
return_pointer (GTask          *task,
                gpointer        answer,
                GDestroyNotify  destroy,
                GError         *error)
{
  SpTestCall *call = g_task_get_task_data (task);

  if (answer != NULL && call->on_answer != NULL)
    call->on_answer (g_task_get_source_object (task), call, answer);
  if (answer != NULL)
    g_task_return_pointer (task, answer, destroy);
  else
    g_task_return_error (task, error);
}

static void
forwarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpFetcher *upstream = SP_FETCHER (source);
  SpTestCall *call = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer;

  switch (call->op)
    {
    case SP_TEST_LIST:
      answer = sp_fetcher_list_activities_finish (upstream, result, &error);
      return_pointer (task, answer, (GDestroyNotify) sp_activity_page_unref, error);
      break;
    case SP_TEST_ACTIVITY:
      answer = sp_fetcher_get_activity_finish (upstream, result, &error);
      return_pointer (task, answer, (GDestroyNotify) sp_activity_unref, error);
      break;
    case SP_TEST_SEGMENT:
      answer = sp_fetcher_get_segment_finish (upstream, result, &error);
      return_pointer (task, answer, (GDestroyNotify) sp_segment_unref, error);
      break;
    case SP_TEST_EFFORTS:
      answer = sp_fetcher_list_efforts_finish (upstream, result, &error);
      return_pointer (task, answer, (GDestroyNotify) sp_effort_page_unref, error);
      break;
    case SP_TEST_PEEK:
      answer = sp_fetcher_peek_finish (upstream, result, &error);
      return_pointer (task, answer, (GDestroyNotify) g_array_unref, error);
      break;
    case SP_TEST_ANY:
    default:
      g_assert_not_reached ();
    }
}

/**
 * sp_test_call_forward:
 * @task: (transfer full): a task with a call as its data
 * @upstream: the fetcher to ask instead
 *
 * Asks another fetcher the same, and answers with its answer.
 */
void
sp_test_call_forward (GTask     *task,
                      SpFetcher *upstream)
{
  SpTestCall *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  switch (call->op)
    {
    case SP_TEST_LIST:
      sp_fetcher_list_activities_async (upstream, call->athlete, &call->period, call->cursor, call->policy,
                                        cancellable, forwarded_cb, task);
      break;
    case SP_TEST_ACTIVITY:
      sp_fetcher_get_activity_async (upstream, call->athlete, call->id, call->policy, cancellable, forwarded_cb, task);
      break;
    case SP_TEST_SEGMENT:
      sp_fetcher_get_segment_async (upstream, call->athlete, call->id, call->policy, cancellable, forwarded_cb, task);
      break;
    case SP_TEST_EFFORTS:
      sp_fetcher_list_efforts_async (upstream, call->athlete, call->id, &call->period, call->cursor, call->policy,
                                     cancellable, forwarded_cb, task);
      break;
    case SP_TEST_PEEK:
      sp_fetcher_peek_async (upstream, call->athlete, (gint64 *) (gpointer) call->ids->data, call->ids->len,
                             cancellable, forwarded_cb, task);
      break;
    case SP_TEST_ANY:
    default:
      g_assert_not_reached ();
    }
}
