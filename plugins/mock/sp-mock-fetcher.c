/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-fetcher.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"
#include "sp-mock-ask.h"
#include "sp-mock-competition.h"
#include "sp-mock-options.h"
#include "sp-mock-quota.h"

#define US_PER_S G_GINT64_CONSTANT (1000000)
#define US_PER_MS G_GINT64_CONSTANT (1000)

/**
 * SpMockFetcher:
 *
 * A source that makes a club up: the same one each time for the same options. It answers like a web service, with a
 * quota, with latency, and where it is told to with faults.
 */
struct _SpMockFetcher
{
  GObject        parent_instance;

  SpMockOptions  options;
  SpMockClub    *club;   /* (owned) (nullable): NULL where an option is bad */
  SpMockQuota   *quota;  /* (owned) (nullable): likewise */
  SpMockFaults  *faults; /* (owned) (nullable): likewise */
  GError        *bad;    /* (owned) (nullable): what is wrong with the options */
};

static void fetcher_iface_init (SpFetcherInterface *iface);
static void initable_iface_init (GInitableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpMockFetcher, sp_mock_fetcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, fetcher_iface_init)
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_iface_init))

static gint64
get_now_us (SpMockFetcher *self)
{
  SpFetcherContext *context = sp_fetcher_get_context (SP_FETCHER (self));

  return sp_clock_get_wall_us (sp_fetcher_context_get_clock (context));
}

static void
return_answer (GTask         *task,
               SpMockFetcher *self)
{
  const SpMockAsk *ask = g_task_get_task_data (task);
  gint64 now_s = get_now_us (self) / US_PER_S;
  GDestroyNotify free_func = NULL;
  GError *error = NULL;
  gpointer answer = NULL;

  switch (ask->op)
    {
    case SP_MOCK_LIST:
      answer = sp_mock_ask_list_activities (ask, self->club, now_s, self->options.page_size, &error);
      free_func = (GDestroyNotify) sp_activity_page_unref;
      break;
    case SP_MOCK_DETAIL:
      answer = sp_mock_ask_get_activity (ask, self->club, now_s, &error);
      free_func = (GDestroyNotify) sp_activity_unref;
      break;
    case SP_MOCK_SEGMENT:
      answer = sp_mock_ask_get_segment (ask, self->club, now_s, &error);
      free_func = (GDestroyNotify) sp_segment_unref;
      break;
    case SP_MOCK_EFFORTS:
      answer = sp_mock_ask_list_efforts (ask, self->club, now_s, self->options.page_size, &error);
      free_func = (GDestroyNotify) sp_effort_page_unref;
      break;
    case SP_MOCK_ANY:
    default:
      g_assert_not_reached ();
    }

  if (answer != NULL)
    g_task_return_pointer (task, answer, free_func);
  else
    g_task_return_error (task, error);
}

/* The request has come to the source, which counts it before it looks at it. */
static void
arrive (GTask *task)
{
  SpMockFetcher *self = g_task_get_source_object (task);
  const SpMockAsk *ask = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean is_free;

  if (g_task_return_error_if_cancelled (task))
    return;

  is_free = sp_mock_quota_spend (self->quota, get_now_us (self));
  sp_fetcher_quota_changed (SP_FETCHER (self));
  if (!is_free)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED,
                             _("The demo source’s limit of requests is reached. Wait until it begins anew."));
  else if (!sp_mock_faults_meet (self->faults, ask->op, ask->athlete_id, &error))
    g_task_return_error (task, error);
  else
    return_answer (task, self);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (sp_clock_wait_until_finish (SP_CLOCK (source), result, &error))
    arrive (task);
  else
    g_task_return_error (task, error);
}

static gboolean
turn_cb (gpointer user_data)
{
  GTask *task = user_data;

  arrive (task);

  return G_SOURCE_REMOVE;
}

static void
send (SpMockFetcher *self,
      GTask         *task,
      SpMockAsk     *ask)
{
  g_task_set_task_data (task, ask, (GDestroyNotify) sp_mock_ask_free);
  if (self->bad != NULL)
    {
      g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN, "%s", self->bad->message);
    }
  else if (self->options.latency_ms > 0)
    {
      SpClock *clock = sp_fetcher_context_get_clock (sp_fetcher_get_context (SP_FETCHER (self)));

      sp_clock_wait_until_async (clock, sp_clock_get_wall_us (clock) + self->options.latency_ms * US_PER_MS,
                                 g_task_get_cancellable (task), waited_cb, g_object_ref (task));
    }
  else
    {
      g_autoptr(GSource) turn = g_idle_source_new ();

      g_task_attach_source (task, turn, turn_cb);
    }
}

static void
list_activities_async (SpFetcher           *fetcher,
                       SpAthlete           *athlete,
                       const SpPeriod      *period,
                       const char          *cursor,
                       SpPolicy             policy,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (fetcher, list_activities_async, cancellable, callback, user_data);

  send (SP_MOCK_FETCHER (fetcher), task, sp_mock_ask_new (SP_MOCK_LIST, athlete, 0, period, cursor));
}

static void
get_activity_async (SpFetcher           *fetcher,
                    SpAthlete           *athlete,
                    gint64               activity_id,
                    SpPolicy             policy,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (fetcher, get_activity_async, cancellable, callback, user_data);

  send (SP_MOCK_FETCHER (fetcher), task, sp_mock_ask_new (SP_MOCK_DETAIL, athlete, activity_id, NULL, NULL));
}

static void
get_segment_async (SpFetcher           *fetcher,
                   SpAthlete           *athlete,
                   gint64               segment_id,
                   SpPolicy             policy,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (fetcher, get_segment_async, cancellable, callback, user_data);

  send (SP_MOCK_FETCHER (fetcher), task, sp_mock_ask_new (SP_MOCK_SEGMENT, athlete, segment_id, NULL, NULL));
}

static void
list_efforts_async (SpFetcher           *fetcher,
                    SpAthlete           *athlete,
                    gint64               segment_id,
                    const SpPeriod      *period,
                    const char          *cursor,
                    SpPolicy             policy,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (fetcher);
  g_autoptr(GTask) task = sp_task_new (fetcher, list_efforts_async, cancellable, callback, user_data);

  if (self->options.lists_efforts)
    send (self, task, sp_mock_ask_new (SP_MOCK_EFFORTS, athlete, segment_id, period, cursor));
  else
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED,
                             _("The demo source does not list efforts. The activities themselves are asked instead."));
}

static SpFetcherFeatures
get_features (SpFetcher *fetcher)
{
  return SP_MOCK_FETCHER (fetcher)->options.lists_efforts ? SP_FETCHER_LISTS_EFFORTS : 0;
}

static SpSourceInfo *
describe (SpFetcher *fetcher)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (fetcher);
  const SpMockSize *size = &self->options.size;
  g_autofree char *key = g_strdup_printf ("mock-%u-%u-%u-%u-%s", size->seed, size->n_runners, size->n_segments,
                                          size->n_windows, self->options.anchor);

  return sp_source_info_new (key, 0, 0, NULL);
}

static SpQuota *
get_quota (SpFetcher *fetcher)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (fetcher);

  if (self->quota == NULL || sp_fetcher_get_context (fetcher) == NULL)
    return NULL;

  return sp_mock_quota_tell (self->quota, get_now_us (self));
}

static void
fetcher_iface_init (SpFetcherInterface *iface)
{
  iface->get_features = get_features;
  iface->describe = describe;
  iface->get_quota = get_quota;
  iface->list_activities_async = list_activities_async;
  iface->get_activity_async = get_activity_async;
  iface->get_segment_async = get_segment_async;
  iface->list_efforts_async = list_efforts_async;
}

static gboolean
check_options (SpMockFetcher  *self,
               GError        **error)
{
  if (!sp_mock_options_check (&self->options, error))
    return FALSE;
  self->quota = sp_mock_quota_parse (self->options.quota, error);
  if (self->quota == NULL)
    return FALSE;
  self->faults = sp_mock_faults_parse (self->options.faults, error);

  return self->faults != NULL;
}

static void
sp_mock_fetcher_constructed (GObject *object)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (object);

  G_OBJECT_CLASS (sp_mock_fetcher_parent_class)->constructed (object);

  if (check_options (self, &self->bad))
    self->club = sp_mock_club_new (&self->options.size);
}

/* A host may ask at once whether the options are good; who does not is told by each operation. */
static gboolean
initable_init (GInitable     *initable,
               GCancellable  *cancellable,
               GError       **error)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (initable);

  if (self->bad == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->bad));

  return FALSE;
}

static void
initable_iface_init (GInitableIface *iface)
{
  iface->init = initable_init;
}

static void
sp_mock_fetcher_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *spec)
{
  if (!sp_mock_options_set (&SP_MOCK_FETCHER (object)->options, id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sp_mock_fetcher_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *spec)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (object);

  if (id == SP_MOCK_PROP_COMPETITION)
    g_value_take_string (value, self->club != NULL ? sp_mock_competition_to_json (self->club) : NULL);
  else if (!sp_mock_options_get (&self->options, id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sp_mock_fetcher_finalize (GObject *object)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (object);

  g_clear_pointer (&self->club, sp_mock_club_free);
  g_clear_pointer (&self->quota, sp_mock_quota_free);
  g_clear_pointer (&self->faults, sp_mock_faults_free);
  g_clear_error (&self->bad);
  sp_mock_options_clear (&self->options);

  G_OBJECT_CLASS (sp_mock_fetcher_parent_class)->finalize (object);
}

static void
sp_mock_fetcher_class_init (SpMockFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = sp_mock_fetcher_constructed;
  object_class->set_property = sp_mock_fetcher_set_property;
  object_class->get_property = sp_mock_fetcher_get_property;
  object_class->finalize = sp_mock_fetcher_finalize;

  sp_mock_options_install (object_class);
}

static void
sp_mock_fetcher_init (SpMockFetcher *self)
{
}
