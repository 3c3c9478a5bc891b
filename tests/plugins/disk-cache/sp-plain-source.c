/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-plain-source.h"

#include <fcntl.h>
#include <unistd.h>

#define N_ACTIVITIES 12

/* A third source, as plain as one can be: activities made from their ids. Each read leaves a byte in a file. */
struct _SpPlainSource
{
  GObject parent_instance;

  int tally;
};

static void iface_init (SpFetcherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpPlainSource, sp_plain_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, iface_init))

static void
sp_plain_source_finalize (GObject *object)
{
  close (SP_PLAIN_SOURCE (object)->tally);
  G_OBJECT_CLASS (sp_plain_source_parent_class)->finalize (object);
}

static void
sp_plain_source_class_init (SpPlainSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_plain_source_finalize;
}

static void
sp_plain_source_init (SpPlainSource *self)
{
}

SpPlainSource *
sp_plain_source_new (const char *tally)
{
  SpPlainSource *self = g_object_new (SP_TYPE_PLAIN_SOURCE, NULL);

  self->tally = open (tally, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);

  return self;
}

static SpOrigin
read_once (SpFetcher *fetcher)
{
  gint64 now_us = sp_clock_get_wall_us (sp_fetcher_context_get_clock (sp_fetcher_get_context (fetcher)));

  g_assert_cmpint (write (SP_PLAIN_SOURCE (fetcher)->tally, ".", 1), ==, 1);

  return (SpOrigin) { "plain", now_us / G_USEC_PER_SEC, 1, FALSE, FALSE };
}

static SpActivity *
make (gint64          id,
      gboolean        detail,
      const SpOrigin *origin)
{
  gint64 start_s = sp_time_new (2026, 1, 5, 8, 0, 0) + id % N_ACTIVITIES * 10000;
  g_autoptr (SpActivityBuilder) builder = sp_activity_builder_new (id, start_s, start_s);
  SpEffort effort = { id * 10, 501, start_s + 60, 300 + (int) (id % 97), -1, 1000, SP_EFFORT_NONE };

  sp_activity_builder_set_sport (builder, "Run");
  sp_activity_builder_set_elapsed_s (builder, 1800);
  sp_activity_builder_set_origin (builder, origin);
  if (detail)
    sp_activity_builder_set_has_efforts (builder);
  if (detail)
    sp_activity_builder_add_effort (builder, &effort);

  return sp_activity_builder_end (builder);
}

static void
list_async (SpFetcher *fetcher, SpAthlete *athlete, const SpPeriod *period, const char *cursor, SpPolicy policy,
            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = sp_task_new (fetcher, list_async, cancellable, callback, user_data);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  SpOrigin origin = read_once (fetcher);

  for (gint64 i = 0; i < N_ACTIVITIES; i++)
    g_ptr_array_add (list, make (sp_athlete_get_id (athlete) * N_ACTIVITIES + i, FALSE, &origin));
  g_task_return_pointer (task, sp_activity_page_new (list, NULL, &origin), (GDestroyNotify) sp_activity_page_unref);
}

static void
detail_async (SpFetcher *fetcher, SpAthlete *athlete, gint64 id, SpPolicy policy, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = sp_task_new (fetcher, detail_async, cancellable, callback, user_data);
  SpOrigin origin = read_once (fetcher);

  g_task_return_pointer (task, make (id, TRUE, &origin), (GDestroyNotify) sp_activity_unref);
}

static void
segment_async (SpFetcher *fetcher, SpAthlete *athlete, gint64 id, SpPolicy policy, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = sp_task_new (fetcher, segment_async, cancellable, callback, user_data);
  SpOrigin origin = read_once (fetcher);

  g_task_return_pointer (task, sp_segment_new (id, "Segment", "Run", 1000, NULL, &origin),
                         (GDestroyNotify) sp_segment_unref);
}

static SpSourceInfo *
describe (SpFetcher *fetcher)
{
  return sp_source_info_new ("plain", 0, 0, NULL);
}

static void
iface_init (SpFetcherInterface *iface)
{
  iface->describe = describe;
  iface->list_activities_async = list_async;
  iface->get_activity_async = detail_async;
  iface->get_segment_async = segment_async;
}
