/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-fetcher.h"

#include "sp-mock-answer.h"
#include "sp-mock-competition.h"
#include "sp-mock-quota.h"

#include <glib/gi18n-lib.h>

/**
 * SpMockFetcher:
 *
 * A source that is made up: a club of runners whose season is the same for the same seed. It keeps limits, and fails
 * when it is told to, so that everything the program does can be seen without an account and without a network.
 */
struct _SpMockFetcher
{
  GObject parent_instance;

  guint         seed;
  guint         n_runners;
  guint         n_segments;
  guint         n_windows;
  guint         latency_ms;
  gboolean      lists_efforts;
  char         *anchor;      /* (owned) */
  char         *quota_text;  /* (owned) */
  char         *faults_text; /* (owned) (nullable) */

  SpMockClub   *club;        /* (owned) */
  SpMockQuota  *quota;       /* (owned) */
  SpMockFaults *faults;      /* (owned) */
};

static void fetcher_iface_init (SpFetcherInterface *iface);
static void initable_iface_init (GInitableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpMockFetcher, sp_mock_fetcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, initable_iface_init)
                               G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, fetcher_iface_init))

enum
{
  PROP_0,
  PROP_SEED,
  PROP_RUNNERS,
  PROP_SEGMENTS,
  PROP_WINDOWS,
  PROP_LATENCY,
  PROP_QUOTA,
  PROP_FAULTS,
  PROP_ANCHOR,
  PROP_LIST_EFFORTS,
  PROP_COMPETITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sp_mock_fetcher_finalize (GObject *object)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (object);

  g_clear_pointer (&self->club, sp_mock_club_free);
  g_clear_pointer (&self->quota, sp_mock_quota_free);
  g_clear_pointer (&self->faults, sp_mock_faults_free);
  g_clear_pointer (&self->anchor, g_free);
  g_clear_pointer (&self->quota_text, g_free);
  g_clear_pointer (&self->faults_text, g_free);

  G_OBJECT_CLASS (sp_mock_fetcher_parent_class)->finalize (object);
}

static void
sp_mock_fetcher_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (object);

  switch (property_id)
    {
    case PROP_SEED:
      g_value_set_uint (value, self->seed);
      break;
    case PROP_RUNNERS:
      g_value_set_uint (value, self->n_runners);
      break;
    case PROP_SEGMENTS:
      g_value_set_uint (value, self->n_segments);
      break;
    case PROP_WINDOWS:
      g_value_set_uint (value, self->n_windows);
      break;
    case PROP_LATENCY:
      g_value_set_uint (value, self->latency_ms);
      break;
    case PROP_QUOTA:
      g_value_set_string (value, self->quota_text);
      break;
    case PROP_FAULTS:
      g_value_set_string (value, self->faults_text);
      break;
    case PROP_ANCHOR:
      g_value_set_string (value, self->anchor);
      break;
    case PROP_LIST_EFFORTS:
      g_value_set_boolean (value, self->lists_efforts);
      break;
    case PROP_COMPETITION:
      g_value_take_string (value, self->club != NULL ? sp_mock_competition_to_json (self->club) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sp_mock_fetcher_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (object);

  switch (property_id)
    {
    case PROP_SEED:
      self->seed = g_value_get_uint (value);
      break;
    case PROP_RUNNERS:
      self->n_runners = g_value_get_uint (value);
      break;
    case PROP_SEGMENTS:
      self->n_segments = g_value_get_uint (value);
      break;
    case PROP_WINDOWS:
      self->n_windows = g_value_get_uint (value);
      break;
    case PROP_LATENCY:
      self->latency_ms = g_value_get_uint (value);
      break;
    case PROP_QUOTA:
      self->quota_text = g_value_dup_string (value);
      break;
    case PROP_FAULTS:
      self->faults_text = g_value_dup_string (value);
      break;
    case PROP_ANCHOR:
      self->anchor = g_value_dup_string (value);
      break;
    case PROP_LIST_EFFORTS:
      self->lists_efforts = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
sp_mock_fetcher_initable_init (GInitable     *initable,
                               GCancellable  *cancellable,
                               GError       **error)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (initable);
  SpMockShape shape = { self->seed, self->n_runners, self->n_segments, self->n_windows };
  gint64 anchor_s;

  if (!sp_time_parse_iso (self->anchor, &anchor_s, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” is not a day. Write it like 2026-02-02."), self->anchor);
      return FALSE;
    }
  shape.anchor_day = sp_time_get_day (anchor_s);
  self->quota = sp_mock_quota_parse (self->quota_text, error);
  if (self->quota == NULL)
    return FALSE;
  self->faults = sp_mock_faults_parse (self->faults_text, error);
  if (self->faults == NULL)
    return FALSE;
  self->club = sp_mock_club_new (&shape);

  return TRUE;
}

static void
initable_iface_init (GInitableIface *iface)
{
  iface->init = sp_mock_fetcher_initable_init;
}

static void
sp_mock_fetcher_class_init (SpMockFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags option = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS | SP_PARAM_OPTION;

  object_class->finalize = sp_mock_fetcher_finalize;
  object_class->get_property = sp_mock_fetcher_get_property;
  object_class->set_property = sp_mock_fetcher_set_property;

  properties[PROP_SEED] = g_param_spec_uint ("seed", N_("Seed"), N_("Another number makes another club"),
                                             0, G_MAXUINT, 1, option);
  properties[PROP_RUNNERS] = g_param_spec_uint ("runners", N_("Runners"), N_("How many run"), 1, 20000, 34, option);
  properties[PROP_SEGMENTS] = g_param_spec_uint ("segments", N_("Segments"), N_("How many segments there are"),
                                                 1, 4, 4, option);
  properties[PROP_WINDOWS] = g_param_spec_uint ("windows", N_("Windows"), N_("How many windows they have together"),
                                                1, 24, 4, option);
  properties[PROP_LATENCY] = g_param_spec_uint ("latency", N_("Latency"), N_("Milliseconds that each answer takes"),
                                                0, 60000, 0, option);
  properties[PROP_QUOTA] = g_param_spec_string ("quota", N_("Limits"),
                                                N_("Requests and seconds, as 100/900,1000/86400, or none"),
                                                "600/900,30000/86400", option);
  properties[PROP_FAULTS] = g_param_spec_string ("faults", N_("Faults"),
                                                 N_("What fails and when, as 429@3 or list:500@every:7"), NULL, option);
  properties[PROP_ANCHOR] = g_param_spec_string ("anchor", N_("Today"),
                                                 N_("The day on which the last window but one is open"),
                                                 "2026-02-02", option);
  properties[PROP_LIST_EFFORTS] = g_param_spec_boolean ("list-efforts", N_("Lists of efforts"),
                                                        N_("Whether efforts can be listed by segment"), FALSE, option);
  /**
   * SpMockFetcher:competition:
   *
   * The competition that the club runs, as JSON.
   */
  properties[PROP_COMPETITION] = g_param_spec_string ("competition", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_mock_fetcher_init (SpMockFetcher *self)
{
}

static gint64
now_us (SpMockFetcher *self)
{
  SpFetcherContext *context = sp_fetcher_get_context (SP_FETCHER (self));

  return context != NULL ? sp_clock_get_wall_us (sp_fetcher_context_get_clock (context)) : g_get_real_time ();
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpMockFetcher *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!sp_clock_wait_until_finish (SP_CLOCK (source), result, &error))
    g_task_return_error (task, error);
  else
    sp_mock_answer (task, self->club, now_us (self));
}

/* Counts the request, fails it where it is to fail, and answers it when its time has come. */
static void
ask (GTask          *its_task,
     SpMockQuestion  question)
{
  g_autoptr (GTask) task = its_task;
  SpMockFetcher *self = g_task_get_source_object (task);
  SpFetcherContext *context = sp_fetcher_get_context (SP_FETCHER (self));
  gint64 asked_us = now_us (self);
  gboolean allowed = sp_mock_quota_spend (self->quota, asked_us);
  GError *error = sp_mock_faults_next (self->faults, question.op, question.athlete_id);

  sp_fetcher_quota_changed (SP_FETCHER (self));
  g_task_set_task_data (task, g_memdup2 (&question, sizeof question), g_free);
  if (!allowed)
    {
      g_clear_error (&error);
      g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED,
                               _("The demo source allows no more requests now."));
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else if (self->latency_ms > 0 && context != NULL)
    sp_clock_wait_until_async (sp_fetcher_context_get_clock (context), asked_us + self->latency_ms * 1000,
                               g_task_get_cancellable (task), waited_cb, g_object_ref (task));
  else
    sp_mock_answer (task, self->club, now_us (self));
}

static void
sp_mock_fetcher_list_activities_async (SpFetcher           *fetcher,
                                       SpAthlete           *athlete,
                                       const SpPeriod      *period,
                                       const char          *cursor,
                                       SpPolicy             policy,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  ask (sp_task_new (fetcher, sp_mock_fetcher_list_activities_async, cancellable, callback, user_data),
       (SpMockQuestion) { SP_MOCK_LIST, sp_athlete_get_id (athlete), 0, *period,
                    cursor != NULL ? (guint) g_ascii_strtoull (cursor, NULL, 10) : 0 });
}

static void
sp_mock_fetcher_get_activity_async (SpFetcher           *fetcher,
                                    SpAthlete           *athlete,
                                    gint64               activity_id,
                                    SpPolicy             policy,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  ask (sp_task_new (fetcher, sp_mock_fetcher_get_activity_async, cancellable, callback, user_data),
       (SpMockQuestion) { SP_MOCK_DETAIL, sp_athlete_get_id (athlete), activity_id });
}

static void
sp_mock_fetcher_get_segment_async (SpFetcher           *fetcher,
                                   SpAthlete           *athlete,
                                   gint64               segment_id,
                                   SpPolicy             policy,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  ask (sp_task_new (fetcher, sp_mock_fetcher_get_segment_async, cancellable, callback, user_data),
       (SpMockQuestion) { SP_MOCK_SEGMENT, athlete != NULL ? sp_athlete_get_id (athlete) : 0, segment_id });
}

static void
sp_mock_fetcher_list_efforts_async (SpFetcher           *fetcher,
                                    SpAthlete           *athlete,
                                    gint64               segment_id,
                                    const SpPeriod      *period,
                                    const char          *cursor,
                                    SpPolicy             policy,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  ask (sp_task_new (fetcher, sp_mock_fetcher_list_efforts_async, cancellable, callback, user_data),
       (SpMockQuestion) { SP_MOCK_EFFORTS, sp_athlete_get_id (athlete), segment_id, *period });
}

static SpFetcherFeatures
sp_mock_fetcher_get_features (SpFetcher *fetcher)
{
  return SP_MOCK_FETCHER (fetcher)->lists_efforts ? SP_FETCHER_LISTS_EFFORTS : 0;
}

static SpSourceInfo *
sp_mock_fetcher_describe (SpFetcher *fetcher)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (fetcher);
  g_autofree char *key = g_strdup_printf ("mock:%u:%u:%u:%u:%s", self->seed, self->n_runners, self->n_segments,
                                          self->n_windows, self->anchor);

  return sp_source_info_new (key, 0, 0, NULL);
}

static SpQuota *
sp_mock_fetcher_get_quota (SpFetcher *fetcher)
{
  SpMockFetcher *self = SP_MOCK_FETCHER (fetcher);

  return sp_mock_quota_get (self->quota, now_us (self));
}

static void
fetcher_iface_init (SpFetcherInterface *iface)
{
  iface->get_features = sp_mock_fetcher_get_features;
  iface->describe = sp_mock_fetcher_describe;
  iface->get_quota = sp_mock_fetcher_get_quota;
  iface->list_activities_async = sp_mock_fetcher_list_activities_async;
  iface->get_activity_async = sp_mock_fetcher_get_activity_async;
  iface->get_segment_async = sp_mock_fetcher_get_segment_async;
  iface->list_efforts_async = sp_mock_fetcher_list_efforts_async;
}

SP_DEFINE_PLUGIN (SP_PLUGIN_SOURCE, "mock", N_("Demo club"),
                  N_("A made-up club: no account, no network, the same every time"), "1.0", GETTEXT_PACKAGE,
                  sp_mock_fetcher_get_type)
