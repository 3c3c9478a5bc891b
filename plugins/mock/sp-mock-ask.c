/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-ask.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/**
 * sp_mock_ask_new:
 * @op: what is asked
 * @athlete: (nullable): about whom
 * @id: which activity or segment, 0 for none
 * @period: (nullable): for which time
 * @cursor: (nullable): which page
 *
 * Returns: (transfer full): a request
 */
SpMockAsk *
sp_mock_ask_new (SpMockOp        op,
                 SpAthlete      *athlete,
                 gint64          id,
                 const SpPeriod *period,
                 const char     *cursor)
{
  SpMockAsk *self = g_new0 (SpMockAsk, 1);

  self->op = op;
  self->athlete_id = athlete != NULL ? sp_athlete_get_id (athlete) : 0;
  self->id = id;
  if (period != NULL)
    self->period = *period;
  self->cursor = g_strdup (cursor);

  return self;
}

/**
 * sp_mock_ask_free:
 * @self: (transfer full): a request
 *
 * Frees it.
 */
void
sp_mock_ask_free (SpMockAsk *self)
{
  g_free (self->cursor);
  g_free (self);
}

static SpOrigin
make_origin (gint64 now_utc_s)
{
  return (SpOrigin) { g_intern_static_string ("mock"), now_utc_s, 1, FALSE, FALSE };
}

static const SpMockRunner *
find_runner (const SpMockAsk  *self,
             SpMockClub       *club,
             GError          **error)
{
  const SpMockRunner *runner = sp_mock_club_find_runner (club, self->athlete_id);

  if (runner == NULL)
    g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND,
                 _("The demo club has no runner %" PRId64 ". Check the runner’s ID."), self->athlete_id);

  return runner;
}

/* Pages are found by how many entries came before them. */
static gboolean
find_page (const SpMockAsk  *self,
           guint             n_all,
           guint             page_size,
           guint            *first,
           guint            *end,
           GError          **error)
{
  guint64 number = 0;

  if (self->cursor != NULL && !g_ascii_string_to_unsigned (self->cursor, 10, 1, G_MAXINT, &number, NULL))
    {
      g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL,
                   _("The demo source has no page “%s”. Refresh again."), self->cursor);
      return FALSE;
    }
  *first = MIN ((guint) number, n_all);
  *end = MIN (*first + page_size, n_all);

  return TRUE;
}

/* A page under half its size ends a list. */
static char *
make_cursor (guint first,
             guint end,
             guint page_size)
{
  return (end - first) * 2 < page_size ? NULL : g_strdup_printf ("%u", end);
}

/**
 * sp_mock_ask_list_activities:
 * @self: a request
 * @club: who answers
 * @now_utc_s: the time; what is not over by then has not happened
 * @page_size: how many on a page
 * @error: return location for an error
 *
 * Answers a list, newest first.
 *
 * Returns: (transfer full): a page; %NULL with %SP_FETCH_ERROR set
 */
SpActivityPage *
sp_mock_ask_list_activities (const SpMockAsk  *self,
                             SpMockClub       *club,
                             gint64            now_utc_s,
                             guint             page_size,
                             GError          **error)
{
  const SpMockRunner *runner = find_runner (self, club, error);
  g_autoptr(GPtrArray) all = g_ptr_array_new ();
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_autofree char *next = NULL;
  SpOrigin origin = make_origin (now_utc_s);
  GPtrArray *activities;
  guint first, end;

  if (runner == NULL)
    return NULL;

  activities = sp_mock_club_get_activities (club, runner->index);
  for (guint i = 0; i < activities->len; i++)
    {
      const SpMockActivity *activity = activities->pdata[i];

      if (activity->end_utc_s <= now_utc_s
          && sp_period_contains (&self->period, sp_activity_get_start_utc_s (activity->listed)))
        g_ptr_array_add (all, activity->listed);
    }
  if (!find_page (self, all->len, page_size, &first, &end, error))
    return NULL;
  for (guint i = first; i < end; i++)
    g_ptr_array_add (shown, sp_activity_with_origin (all->pdata[i], &origin));
  next = make_cursor (first, end, page_size);

  return sp_activity_page_new (shown, next, &origin);
}

/**
 * sp_mock_ask_get_activity:
 * @self: a request
 * @club: who answers
 * @now_utc_s: the time
 * @error: return location for an error
 *
 * Answers an activity with its efforts.
 *
 * Returns: (transfer full): the activity; %NULL with %SP_FETCH_ERROR set
 */
SpActivity *
sp_mock_ask_get_activity (const SpMockAsk  *self,
                          SpMockClub       *club,
                          gint64            now_utc_s,
                          GError          **error)
{
  const SpMockRunner *runner = find_runner (self, club, error);
  const SpMockActivity *activity;
  SpOrigin origin = make_origin (now_utc_s);

  if (runner == NULL)
    return NULL;

  activity = sp_mock_club_find_activity (club, runner->index, self->id);
  if (activity != NULL && activity->end_utc_s <= now_utc_s)
    return sp_activity_with_origin (activity->detail, &origin);

  g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND,
               _("%s has no activity %" PRId64 ". If it was deleted since, refresh again."), runner->name,
               self->id);

  return NULL;
}

/**
 * sp_mock_ask_get_segment:
 * @self: a request
 * @club: who answers
 * @now_utc_s: the time
 * @error: return location for an error
 *
 * Answers where a segment runs.
 *
 * Returns: (transfer full): the segment; %NULL with %SP_FETCH_ERROR set
 */
SpSegment *
sp_mock_ask_get_segment (const SpMockAsk  *self,
                         SpMockClub       *club,
                         gint64            now_utc_s,
                         GError          **error)
{
  SpOrigin origin = make_origin (now_utc_s);
  SpSegment *segment = sp_mock_club_make_segment (club, self->id, &origin);

  if (segment == NULL)
    g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND,
                 _("The demo club has no segment %" PRId64 ". Check the segment’s ID."), self->id);

  return segment;
}

static void
collect_efforts (const SpMockAsk *self,
                 SpActivity      *activity,
                 GArray          *found,
                 GArray          *activity_ids)
{
  gint64 id = sp_activity_get_id (activity);
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  for (guint i = 0; i < n_efforts; i++)
    if (efforts[i].segment_id == self->id && sp_period_contains (&self->period, efforts[i].start_local_s))
      {
        g_array_append_val (found, efforts[i]);
        g_array_append_val (activity_ids, id);
      }
}

/**
 * sp_mock_ask_list_efforts:
 * @self: a request
 * @club: who answers
 * @now_utc_s: the time
 * @page_size: how many on a page
 * @error: return location for an error
 *
 * Answers a runner's efforts on a segment.
 *
 * Returns: (transfer full): a page; %NULL with %SP_FETCH_ERROR set
 */
SpEffortPage *
sp_mock_ask_list_efforts (const SpMockAsk  *self,
                          SpMockClub       *club,
                          gint64            now_utc_s,
                          guint             page_size,
                          GError          **error)
{
  const SpMockRunner *runner = find_runner (self, club, error);
  g_autoptr(GArray) efforts = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *next = NULL;
  SpOrigin origin = make_origin (now_utc_s);
  GPtrArray *activities;
  guint first, end;

  if (runner == NULL)
    return NULL;

  activities = sp_mock_club_get_activities (club, runner->index);
  for (guint i = 0; i < activities->len; i++)
    {
      const SpMockActivity *activity = activities->pdata[i];

      if (activity->end_utc_s <= now_utc_s)
        collect_efforts (self, activity->detail, efforts, ids);
    }
  if (!find_page (self, efforts->len, page_size, &first, &end, error))
    return NULL;
  next = make_cursor (first, end, page_size);

  return sp_effort_page_new ((const SpEffort *) (gpointer) efforts->data + first,
                             (const gint64 *) (gpointer) ids->data + first, end - first, next, &origin);
}
