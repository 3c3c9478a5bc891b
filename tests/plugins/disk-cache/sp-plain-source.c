/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A third source, as plain as one can be: twelve activities made of their ids. Each read leaves a byte in a file. */
#include "sp-plain-source.h"

#include <fcntl.h>
#include <unistd.h>

#define N_ACTIVITIES 12

struct _SpPlainSource { GObject parent_instance; };

static void iface_init (SpFetcherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpPlainSource, sp_plain_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, iface_init))

static void
sp_plain_source_class_init (SpPlainSourceClass *klass)
{
}

static void
sp_plain_source_init (SpPlainSource *self)
{
}

static void
reply (SpFetcher *fetcher, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data,
       gpointer answer, GDestroyNotify destroy)
{
  g_autoptr (GTask) task = sp_task_new (fetcher, reply, cancellable, callback, user_data);
  const char *directory = sp_fetcher_context_get_directory (sp_fetcher_get_context (fetcher));
  g_autofree char *path = g_build_filename (directory, "tally", NULL);
  int tally = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (write (tally, ".", 1), ==, 1);
  close (tally);
  g_task_return_pointer (task, answer, destroy);
}

static SpActivity *
make (gint64   id,
      gboolean detail)
{
  gint64 start_s = sp_time_new (2026, 1, 5, 8, 0, 0) + id % N_ACTIVITIES * 10000;
  g_autoptr (SpActivityBuilder) builder = sp_activity_builder_new (id, start_s, start_s);
  SpEffort effort = { id * 10, 501, start_s + 60, 300 + (int) (id % 97), -1, 1000, SP_EFFORT_NONE };

  sp_activity_builder_set_sport (builder, "Run");
  sp_activity_builder_set_elapsed_s (builder, 1800);
  if (detail)
    sp_activity_builder_add_effort (builder, &effort);

  return sp_activity_builder_end (builder);
}

static void
list_async (SpFetcher *fetcher, SpAthlete *athlete, const SpPeriod *period, const char *cursor, SpPolicy policy,
            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);

  for (gint64 i = 0; i < N_ACTIVITIES; i++)
    g_ptr_array_add (list, make (sp_athlete_get_id (athlete) * N_ACTIVITIES + i, FALSE));
  reply (fetcher, cancellable, callback, user_data, sp_activity_page_new (list, NULL, &SP_ORIGIN_UNKNOWN),
         (GDestroyNotify) sp_activity_page_unref);
}

static void
detail_async (SpFetcher *fetcher, SpAthlete *athlete, gint64 id, SpPolicy policy, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  reply (fetcher, cancellable, callback, user_data, make (id, TRUE), (GDestroyNotify) sp_activity_unref);
}

static void
segment_async (SpFetcher *fetcher, SpAthlete *athlete, gint64 id, SpPolicy policy, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer user_data)
{
  reply (fetcher, cancellable, callback, user_data, sp_segment_new (id, "Hill", "Run", 1000, NULL, &SP_ORIGIN_UNKNOWN),
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
