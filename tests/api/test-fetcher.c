/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher.h"

#include "api/sp-task.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"

#define N_OPS 8
#define FIRST_WITHOUT_POLICY 4

typedef struct
{
  GObject           parent_instance;

  SpFetcherFeatures features;
  guint             n_calls;
} SomeFetcher;

typedef struct
{
  GObjectClass parent_class;
} SomeFetcherClass;

static GType some_fetcher_get_type (void);
static GType bare_fetcher_get_type (void);

/* The first answers everything; the second has only what each fetcher must have, and not even that. */
static void some_fetcher_init_iface (SpFetcherInterface *iface);
static void bare_fetcher_init_iface (SpFetcherInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SomeFetcher, some_fetcher, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, some_fetcher_init_iface))

typedef SomeFetcher BareFetcher;
typedef SomeFetcherClass BareFetcherClass;

G_DEFINE_TYPE_WITH_CODE (BareFetcher, bare_fetcher, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, bare_fetcher_init_iface))

static void some_fetcher_init (SomeFetcher *self) {}
static void some_fetcher_class_init (SomeFetcherClass *klass) {}
static void bare_fetcher_init (BareFetcher *self) {}
static void bare_fetcher_class_init (BareFetcherClass *klass) {}

static GTask *
begin (SpFetcher *fetcher, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  ((SomeFetcher *) fetcher)->n_calls++;

  return sp_task_new (fetcher, begin, cancellable, callback, user_data);
}

static void
some_list (SpFetcher *self, SpAthlete *athlete, const SpPeriod *period, const char *cursor, SpPolicy policy,
           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_task_return_pointer (task, sp_activity_page_new (none, cursor, &SP_ORIGIN_UNKNOWN),
                         (GDestroyNotify) sp_activity_page_unref);
}

static void
some_activity (SpFetcher *self, SpAthlete *athlete, gint64 id, SpPolicy policy, GCancellable *cancellable,
               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (id, 0, 0);

  g_task_return_pointer (task, sp_activity_builder_end (builder), (GDestroyNotify) sp_activity_unref);
}

static void
some_segment (SpFetcher *self, SpAthlete *athlete, gint64 id, SpPolicy policy, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);

  g_task_return_pointer (task, sp_segment_new (id, "", "", 0, NULL, &SP_ORIGIN_UNKNOWN),
                         (GDestroyNotify) sp_segment_unref);
}

static void
some_efforts (SpFetcher *self, SpAthlete *athlete, gint64 id, const SpPeriod *period, const char *cursor,
              SpPolicy policy, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);

  g_task_return_pointer (task, sp_effort_page_new (NULL, NULL, 0, cursor, &SP_ORIGIN_UNKNOWN),
                         (GDestroyNotify) sp_effort_page_unref);
}

static void
some_peek (SpFetcher *self, SpAthlete *athlete, const gint64 *ids, gsize n_ids, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);

  g_task_return_pointer (task, g_array_new (FALSE, FALSE, sizeof (SpHeld)), (GDestroyNotify) g_array_unref);
}

static void
some_uri (SpFetcher *self, SpAthlete *athlete, const char *redirect_uri, GCancellable *cancellable,
          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);

  g_task_return_pointer (task, g_strdup (redirect_uri), g_free);
}

static void
some_connect (SpFetcher *self, SpAthlete *athlete, const char *answer_uri, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);
  const char * const none[] = { NULL };

  g_task_return_pointer (task, sp_connection_new (1, "Ann", none, none), (GDestroyNotify) sp_connection_unref);
}

static void
some_disconnect (SpFetcher *self, SpAthlete *athlete, GCancellable *cancellable, GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr(GTask) task = begin (self, cancellable, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

static SpFetcherFeatures
some_features (SpFetcher *self)
{
  return ((SomeFetcher *) self)->features;
}

static SpQuota *
some_quota (SpFetcher *self)
{
  return sp_quota_new (&(SpQuotaSpan) { 900, 100, 0, 0 }, 1);
}

static SpSourceInfo *
describe (SpFetcher *self)
{
  return sp_source_info_new (G_OBJECT_TYPE_NAME (self), 0, 0, NULL);
}

static void
some_fetcher_init_iface (SpFetcherInterface *iface)
{
  iface->get_features = some_features;
  iface->describe = describe;
  iface->get_quota = some_quota;
  iface->list_activities_async = some_list;
  iface->get_activity_async = some_activity;
  iface->get_segment_async = some_segment;
  iface->list_efforts_async = some_efforts;
  iface->peek_async = some_peek;
  iface->get_connect_uri_async = some_uri;
  iface->connect_async = some_connect;
  iface->disconnect_async = some_disconnect;
}

static void
bare_fetcher_init_iface (SpFetcherInterface *iface)
{
  iface->describe = describe;
}

static void
start (SpFetcher *fetcher, guint op, SpPolicy policy, GCancellable *cancellable, gpointer out)
{
  g_autoptr(SpAthlete) ann = sp_athlete_new (1, "Ann");
  const SpPeriod period = { 0, 100 };
  const GAsyncReadyCallback store = sp_test_store_result;
  const gint64 id = 5;

  switch (op)
    {
    case 0: sp_fetcher_list_activities_async (fetcher, ann, &period, "c", policy, cancellable, store, out); break;
    case 1: sp_fetcher_get_activity_async (fetcher, ann, id, policy, cancellable, store, out); break;
    case 2: sp_fetcher_get_segment_async (fetcher, NULL, id, policy, cancellable, store, out); break;
    case 3: sp_fetcher_list_efforts_async (fetcher, ann, id, &period, "c", policy, cancellable, store, out); break;
    case 4: sp_fetcher_peek_async (fetcher, ann, &id, 1, cancellable, store, out); break;
    case 5: sp_fetcher_get_connect_uri_async (fetcher, ann, "x:", cancellable, store, out); break;
    case 6: sp_fetcher_connect_async (fetcher, NULL, "x:", cancellable, store, out); break;
    default: sp_fetcher_disconnect_async (fetcher, ann, cancellable, store, out);
    }
}

static gboolean
finish (SpFetcher *fetcher, guint op, GAsyncResult *result, GError **error)
{
  g_autoptr(SpActivityPage) page = NULL;
  g_autoptr(SpActivity) activity = NULL;
  g_autoptr(SpSegment) segment = NULL;
  g_autoptr(SpEffortPage) efforts = NULL;
  g_autoptr(GArray) held = NULL;
  g_autofree char *uri = NULL;
  g_autoptr(SpConnection) connection = NULL;

  switch (op)
    {
    case 0: return (page = sp_fetcher_list_activities_finish (fetcher, result, error)) != NULL;
    case 1: return (activity = sp_fetcher_get_activity_finish (fetcher, result, error)) != NULL;
    case 2: return (segment = sp_fetcher_get_segment_finish (fetcher, result, error)) != NULL;
    case 3: return (efforts = sp_fetcher_list_efforts_finish (fetcher, result, error)) != NULL;
    case 4: return (held = sp_fetcher_peek_finish (fetcher, result, error)) != NULL;
    case 5: return (uri = sp_fetcher_get_connect_uri_finish (fetcher, result, error)) != NULL;
    case 6: return (connection = sp_fetcher_connect_finish (fetcher, result, error)) != NULL;
    default: return sp_fetcher_disconnect_finish (fetcher, result, error);
    }
}

/* What an operation answers: -1 an answer, else the error's code. */
static int
ask (SpFetcher *fetcher, guint op, SpPolicy policy, GCancellable *cancellable, GQuark domain)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  start (fetcher, op, policy, cancellable, &result);
  if (finish (fetcher, op, sp_test_await (&result), &error))
    {
      g_assert_no_error (error);
      return -1;
    }
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, domain);
  g_assert_cmpuint (strlen (error->message), >, 0);

  return error->code;
}

static void
test_answers (void)
{
  SomeFetcher *fetcher = g_object_new (some_fetcher_get_type (), NULL);

  for (guint op = 0; op < N_OPS; op++)
    g_assert_cmpint (ask (SP_FETCHER (fetcher), op, SP_POLICY_REFRESH, NULL, 0), ==, -1);
  g_assert_cmpuint (fetcher->n_calls, ==, N_OPS);
  g_assert_finalize_object (fetcher);
}

static void
test_missing_operations (void)
{
  SpFetcher *fetcher = g_object_new (bare_fetcher_get_type (), NULL);
  const SpPolicy policies[] = { SP_POLICY_DEFAULT, SP_POLICY_REFRESH, SP_POLICY_CACHED_ONLY };

  for (guint op = 0; op < N_OPS; op++)
    for (gsize i = 0; i < G_N_ELEMENTS (policies); i++)
      g_assert_cmpint (ask (fetcher, op, policies[i], NULL, SP_FETCH_ERROR), ==, SP_FETCH_ERROR_UNSUPPORTED);
  g_assert_cmpint (sp_fetcher_get_features (fetcher), ==, 0);
  g_assert_null (sp_fetcher_get_quota (fetcher));
  g_assert_finalize_object (fetcher);
}

/* A source that keeps nothing is not asked when only kept answers will do; one that does, is. */
static void
test_cached_only (void)
{
  SomeFetcher *fetcher = g_object_new (some_fetcher_get_type (), NULL);

  for (guint op = 0; op < N_OPS; op++)
    g_assert_cmpint (ask (SP_FETCHER (fetcher), op, SP_POLICY_CACHED_ONLY, NULL, SP_FETCH_ERROR), ==,
                     op < FIRST_WITHOUT_POLICY ? (int) SP_FETCH_ERROR_NOT_CACHED : -1);
  g_assert_cmpuint (fetcher->n_calls, ==, N_OPS - FIRST_WITHOUT_POLICY);
  fetcher->features = SP_FETCHER_HOLDS;
  for (guint op = 0; op < N_OPS; op++)
    g_assert_cmpint (ask (SP_FETCHER (fetcher), op, SP_POLICY_CACHED_ONLY, NULL, 0), ==, -1);
  g_assert_finalize_object (fetcher);
}

/* After a cancel nothing is asked, whatever else is wrong. */
static void
test_cancelled (void)
{
  SomeFetcher *some = g_object_new (some_fetcher_get_type (), NULL);
  SpFetcher *bare = g_object_new (bare_fetcher_get_type (), NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint op = 0; op < N_OPS; op++)
    {
      g_assert_cmpint (ask (SP_FETCHER (some), op, SP_POLICY_CACHED_ONLY, cancellable, G_IO_ERROR), ==,
                       G_IO_ERROR_CANCELLED);
      g_assert_cmpint (ask (bare, op, SP_POLICY_DEFAULT, cancellable, G_IO_ERROR), ==, G_IO_ERROR_CANCELLED);
    }
  g_assert_cmpuint (some->n_calls, ==, 0);
  g_assert_finalize_object (some);
  g_assert_finalize_object (bare);
}

/* A cancel on the way wins over the answer. */
static void
test_cancelled_on_the_way (void)
{
  SpFetcher *fetcher = g_object_new (some_fetcher_get_type (), NULL);

  for (guint op = 0; op < N_OPS; op++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      start (fetcher, op, SP_POLICY_DEFAULT, cancellable, &result);
      g_cancellable_cancel (cancellable);
      g_assert_false (finish (fetcher, op, sp_test_await (&result), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  g_assert_finalize_object (fetcher);
}

static void
count_cb (SpFetcher *fetcher,
          guint     *n_times)
{
  (*n_times)++;
}

static void
test_context_and_quota (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-01-05");
  SpFetcherContext *context = sp_fetcher_context_new (SP_CLOCK (clock), "test", NULL, NULL, 5);
  SpFetcher *fetcher = g_object_new (some_fetcher_get_type (), NULL);
  g_autoptr(SpSourceInfo) info = sp_fetcher_describe (fetcher);
  g_autoptr(SpQuota) quota = sp_fetcher_get_quota (fetcher);
  guint n_times = 0;

  g_assert_null (sp_fetcher_get_context (fetcher));
  sp_fetcher_set_context (fetcher, context);
  g_assert_true (sp_fetcher_get_context (fetcher) == context);
  g_assert_cmpstr (sp_source_info_get_cache_key (info), ==, "SomeFetcher");
  g_assert_nonnull (quota);
  g_signal_connect (fetcher, "quota-changed", G_CALLBACK (count_cb), &n_times);
  sp_fetcher_quota_changed (fetcher);
  g_assert_cmpuint (n_times, ==, 1);
  g_assert_finalize_object (fetcher);
  g_assert_finalize_object (context);
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fetcher/answers", test_answers);
  g_test_add_func ("/fetcher/missing-operations", test_missing_operations);
  g_test_add_func ("/fetcher/cached-only", test_cached_only);
  g_test_add_func ("/fetcher/cancelled", test_cancelled);
  g_test_add_func ("/fetcher/cancelled-on-the-way", test_cancelled_on_the_way);
  g_test_add_func ("/fetcher/context-and-quota", test_context_and_quota);

  return g_test_run ();
}
