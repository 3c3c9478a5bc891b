/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-answer.h"

#include <glib/gi18n-lib.h>

#define PAGE_SIZE 200

static SpOrigin
make_origin (gint64 now_us)
{
  return (SpOrigin) { g_intern_static_string ("mock"), now_us / G_USEC_PER_SEC, 1, FALSE, FALSE };
}

static void
answer_list (GTask                *task,
             SpMockClub           *club,
             const SpMockQuestion *question,
             SpMockRunner         *runner,
             gint64                now_us)
{
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  SpOrigin origin = make_origin (now_us);
  gint64 now_s = origin.fetched_at_s;
  g_autofree char *cursor = NULL;
  guint n = 0;

  for (guint i = 0; i < runner->outings->len && cursor == NULL; i++)
    {
      SpMockOuting *outing = &g_array_index (runner->outings, SpMockOuting, i);

      if (!sp_period_contains (&question->period, outing->start_utc_s) || outing->start_utc_s > now_s)
        continue;
      if (n++ < question->from)
        continue;
      if (activities->len == PAGE_SIZE)
        cursor = g_strdup_printf ("%u", question->from + PAGE_SIZE);
      else
        g_ptr_array_add (activities, sp_mock_club_make_activity (club, runner, outing, FALSE, &origin));
    }
  g_task_return_pointer (task, sp_activity_page_new (activities, cursor, &origin),
                         (GDestroyNotify) sp_activity_page_unref);
}

static void
answer_detail (GTask                *task,
               SpMockClub           *club,
               const SpMockQuestion *question,
               SpMockRunner         *runner,
               gint64                now_us)
{
  SpOrigin origin = make_origin (now_us);

  for (guint i = 0; i < runner->outings->len; i++)
    {
      SpMockOuting *outing = &g_array_index (runner->outings, SpMockOuting, i);

      if (outing->id != question->id || outing->start_utc_s > origin.fetched_at_s)
        continue;
      g_task_return_pointer (task, sp_mock_club_make_activity (club, runner, outing, TRUE, &origin),
                             (GDestroyNotify) sp_activity_unref);
      return;
    }
  g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND, _("The demo club has no such activity."));
}

static void
answer_efforts (GTask                *task,
                SpMockClub           *club,
                const SpMockQuestion *question,
                SpMockRunner         *runner,
                gint64                now_us)
{
  g_autoptr (GArray) efforts = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  g_autoptr (GArray) activity_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SpOrigin origin = make_origin (now_us);

  for (guint i = 0; i < runner->outings->len; i++)
    {
      SpMockOuting *outing = &g_array_index (runner->outings, SpMockOuting, i);
      g_autoptr (SpActivity) activity = NULL;
      const SpEffort *its_efforts;
      guint n_efforts;

      if (outing->n_passes == 0 || outing->start_utc_s > origin.fetched_at_s)
        continue;
      activity = sp_mock_club_make_activity (club, runner, outing, TRUE, &origin);
      if (!sp_period_contains (&question->period, sp_activity_get_start_local_s (activity)))
        continue;
      its_efforts = sp_activity_get_efforts (activity, &n_efforts);
      for (guint j = 0; j < n_efforts; j++)
        if (its_efforts[j].segment_id == question->id)
          {
            g_array_append_val (efforts, its_efforts[j]);
            g_array_append_val (activity_ids, outing->id);
          }
    }
  g_task_return_pointer (task, sp_effort_page_new ((SpEffort *) (gpointer) efforts->data,
                                                   (gint64 *) (gpointer) activity_ids->data, efforts->len, NULL,
                                                   &origin), (GDestroyNotify) sp_effort_page_unref);
}

static void
answer_segment (GTask                *task,
                SpMockClub           *club,
                const SpMockQuestion *question,
                gint64                now_us)
{
  SpOrigin origin = make_origin (now_us);
  SpSegment *segment = sp_mock_club_make_segment (club, question->id, &origin);

  if (segment != NULL)
    g_task_return_pointer (task, segment, (GDestroyNotify) sp_segment_unref);
  else
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND, _("The demo club has no such segment."));
}

/**
 * sp_mock_answer:
 * @task: what is to be answered, with an #SpMockQuestion as its data
 * @club: the club
 * @now_us: UTC microseconds since 1970; what is later has not happened yet
 *
 * Answers what was asked.
 */
void
sp_mock_answer (GTask      *task,
                SpMockClub *club,
                gint64      now_us)
{
  const SpMockQuestion *question = g_task_get_task_data (task);
  SpMockRunner *runner = sp_mock_club_find_runner (club, question->athlete_id);

  if (question->op == SP_MOCK_SEGMENT)
    answer_segment (task, club, question, now_us);
  else if (runner == NULL)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED,
                             _("The demo club knows no such runner. Use the competition of the demo."));
  else if (question->op == SP_MOCK_LIST)
    answer_list (task, club, question, runner, now_us);
  else if (question->op == SP_MOCK_DETAIL)
    answer_detail (task, club, question, runner, now_us);
  else
    answer_efforts (task, club, question, runner, now_us);
}
