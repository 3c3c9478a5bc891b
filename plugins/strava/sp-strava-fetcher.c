/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-fetcher-private.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"
#include "sp-strava-fault.h"

#define PER_PAGE 200
#define RETENTION_S (7 * 86400) /* Strava's policy: nothing is kept longer */
#define EFFORT_LINK "https://www.strava.com/activities/{activity}/segments/{effort}"

/**
 * SpStravaFetcher:
 *
 * The source that asks Strava.
 */
struct _SpStravaFetcher
{
  GObject         parent_instance;

  SpStravaClient *client;     /* (owned) (nullable) */
  GHashTable     *no_efforts; /* (owned) (element-type gint64): who does not subscribe */
  SpAthlete      *answered;   /* (owned) (nullable): whose permission worked last */
  guint           reserve;
  gboolean        until_empty;
};

enum
{
  PROP_RESERVE = 1,
  PROP_UNTIL_EMPTY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void sp_strava_fetcher_fetcher_init (SpFetcherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpStravaFetcher, sp_strava_fetcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, sp_strava_fetcher_fetcher_init))

static void
sp_strava_fetcher_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SpStravaFetcher *self = SP_STRAVA_FETCHER (object);

  switch (prop_id)
    {
    case PROP_RESERVE:
      self->reserve = g_value_get_uint (value);
      if (self->client != NULL)
        sp_strava_ledger_set_reserve (sp_strava_client_get_ledger (self->client), self->reserve);
      break;
    case PROP_UNTIL_EMPTY:
      self->until_empty = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sp_strava_fetcher_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SpStravaFetcher *self = SP_STRAVA_FETCHER (object);

  switch (prop_id)
    {
    case PROP_RESERVE:
      g_value_set_uint (value, self->reserve);
      break;
    case PROP_UNTIL_EMPTY:
      g_value_set_boolean (value, self->until_empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
sp_strava_fetcher_finalize (GObject *object)
{
  SpStravaFetcher *self = SP_STRAVA_FETCHER (object);

  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (sp_strava_client_get_ledger (self->client), self);
  g_clear_pointer (&self->client, sp_strava_client_free);
  g_clear_pointer (&self->no_efforts, g_hash_table_unref);
  g_clear_pointer (&self->answered, sp_athlete_unref);

  G_OBJECT_CLASS (sp_strava_fetcher_parent_class)->finalize (object);
}

static void
sp_strava_fetcher_class_init (SpStravaFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sp_strava_fetcher_set_property;
  object_class->get_property = sp_strava_fetcher_get_property;
  object_class->finalize = sp_strava_fetcher_finalize;

  /**
   * SpStravaFetcher:reserve:
   *
   * How many requests of each day are left for other programs that use the same application.
   */
  props[PROP_RESERVE] = g_param_spec_uint ("reserve", _("Requests kept back"),
                                           _("How many of each day’s requests to leave for other programs"),
                                           0, 1000000, 0,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | SP_PARAM_OPTION);
  /**
   * SpStravaFetcher:until-empty:
   *
   * Whether a list ends with an empty page alone, one request more for each runner.
   */
  props[PROP_UNTIL_EMPTY] = g_param_spec_boolean ("until-empty", _("Read lists to an empty page"),
                                                  _("Ask for one more page of each list, to be sure that it has ended"),
                                                  FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | SP_PARAM_OPTION);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sp_strava_fetcher_init (SpStravaFetcher *self)
{
  self->no_efforts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* Comes into being with the first question, when context and options are known. */
SpStravaClient *
_sp_strava_fetcher_get_client (SpStravaFetcher *self)
{
  SpFetcherContext *context = sp_fetcher_get_context (SP_FETCHER (self));

  if (self->client != NULL || context == NULL)
    return self->client;
  self->client = sp_strava_client_new (context);
  sp_strava_ledger_set_reserve (sp_strava_client_get_ledger (self->client), self->reserve);
  g_signal_connect_swapped (sp_strava_client_get_ledger (self->client), "changed",
                            G_CALLBACK (sp_fetcher_quota_changed), self);

  return self->client;
}

/* Somebody new has signed in: what was refused to them may be allowed now. */
void
_sp_strava_fetcher_connected (SpStravaFetcher *self,
                              gint64           athlete_id)
{
  g_hash_table_remove (self->no_efforts, &athlete_id);
}

/**
 * sp_strava_fetcher_get_http:
 * @self: a fetcher with its context
 * @error: return location for an error
 *
 * Returns: (transfer none): what sends its requests; %NULL with @error set
 */
SpStravaHttp *
sp_strava_fetcher_get_http (SpStravaFetcher  *self,
                            GError          **error)
{
  return sp_strava_client_make_ready (_sp_strava_fetcher_get_client (self), error)
  ? sp_strava_client_get_http (self->client) : NULL;
}

static SpFetcherFeatures
sp_strava_fetcher_get_features (SpFetcher *fetcher)
{
  return SP_FETCHER_LISTS_EFFORTS | SP_FETCHER_CONNECTS;
}

static SpSourceInfo *
sp_strava_fetcher_describe (SpFetcher *fetcher)
{
  g_autofree char *key = sp_strava_server_make_key ();

  return sp_source_info_new (key, RETENTION_S, 0, EFFORT_LINK);
}

static SpQuota *
sp_strava_fetcher_get_quota (SpFetcher *fetcher)
{
  SpStravaClient *client = _sp_strava_fetcher_get_client (SP_STRAVA_FETCHER (fetcher));

  return client != NULL ? sp_strava_ledger_get_quota (sp_strava_client_get_ledger (client)) : NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaFetcher *self = g_task_get_source_object (task);
  SpAthlete *athlete = g_object_get_data (G_OBJECT (task), "athlete");
  g_autoptr(GError) error = NULL;
  gpointer answer = sp_strava_reader_read_finish (SP_STRAVA_READER (source), result, &error);

  if (answer != NULL)
    {
      g_clear_pointer (&self->answered, sp_athlete_unref);
      self->answered = sp_athlete_ref (athlete);
      g_task_return_pointer (task, answer, g_task_get_task_data (task));
      return;
    }
  if (g_task_get_source_tag (task) == (gpointer) SP_FETCHER_GET_IFACE (self)->list_efforts_async &&
      g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED))
    {
      gint64 id = sp_athlete_get_id (athlete);

      g_hash_table_add (self->no_efforts, g_memdup2 (&id, sizeof id));
    }
  g_task_return_error (task, g_steal_pointer (&error));
}

/* Takes @task. */
static void
read_start (GTask                  *task,
            SpAthlete              *athlete,
            const char             *path,
            SpStravaParser          parser,
            GDestroyNotify          answer_free,
            const SpStravaQuestion *question)
{
  SpStravaFetcher *self = g_task_get_source_object (task);
  GError *error = NULL;

  g_task_set_task_data (task, answer_free, NULL);
  g_object_set_data_full (G_OBJECT (task), "athlete", sp_athlete_ref (athlete), (GDestroyNotify) sp_athlete_unref);
  if (sp_strava_client_make_ready (_sp_strava_fetcher_get_client (self), &error))
    {
      sp_strava_reader_read_async (sp_strava_client_get_reader (self->client), athlete, path, parser, answer_free,
                                   question,
                                   g_task_get_cancellable (task), read_cb, task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
sp_strava_fetcher_list_activities_async (SpFetcher           *fetcher,
                                         SpAthlete           *athlete,
                                         const SpPeriod      *period,
                                         const char          *cursor,
                                         SpPolicy             policy,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  SpStravaFetcher *self = SP_STRAVA_FETCHER (fetcher);
  GTask *task = sp_task_new (self, sp_strava_fetcher_list_activities_async, cancellable, callback, user_data);
  SpStravaQuestion question = {
    .athlete_id = sp_athlete_get_id (athlete),
    .page = cursor != NULL ? (guint) CLAMP (g_ascii_strtoll (cursor, NULL, 10), 1, G_MAXINT) : 1,
    .per_page = PER_PAGE,
    .until_empty = self->until_empty,
  };
  /* Whether the bounds are part of what is asked is not documented. */
  g_autofree char *path = g_strdup_printf ("/athlete/activities?after=%" G_GINT64_FORMAT "&before=%" G_GINT64_FORMAT
                                           "&page=%u&per_page=%d", period->start_s - 1, period->end_s + 1,
                                           question.page, PER_PAGE);

  read_start (task, athlete, path, (SpStravaParser) sp_strava_parse_list, (GDestroyNotify) sp_activity_page_unref,
              &question);
}

static void
sp_strava_fetcher_get_activity_async (SpFetcher           *fetcher,
                                      SpAthlete           *athlete,
                                      gint64               activity_id,
                                      SpPolicy             policy,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  GTask *task = sp_task_new (fetcher, sp_strava_fetcher_get_activity_async, cancellable, callback, user_data);
  SpStravaQuestion question = { .athlete_id = sp_athlete_get_id (athlete), .id = activity_id };
  g_autofree char *path = g_strdup_printf ("/activities/%" G_GINT64_FORMAT "?include_all_efforts=true", activity_id);

  read_start (task, athlete, path, (SpStravaParser) sp_strava_parse_activity, (GDestroyNotify) sp_activity_unref,
              &question);
}

static void
sp_strava_fetcher_get_segment_async (SpFetcher           *fetcher,
                                     SpAthlete           *athlete,
                                     gint64               segment_id,
                                     SpPolicy             policy,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  SpStravaFetcher *self = SP_STRAVA_FETCHER (fetcher);
  GTask *task = sp_task_new (self, sp_strava_fetcher_get_segment_async, cancellable, callback, user_data);
  SpStravaQuestion question = { .id = segment_id };
  g_autofree char *path = g_strdup_printf ("/segments/%" G_GINT64_FORMAT, segment_id);

  if (athlete == NULL)
    athlete = self->answered;
  if (athlete != NULL)
    {
      read_start (task, athlete, path, (SpStravaParser) sp_strava_parse_segment, (GDestroyNotify) sp_segment_unref,
                  &question);
      return;
    }
  g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_NOT_CONNECTED, NULL));
  g_object_unref (task);
}

static void
sp_strava_fetcher_list_efforts_async (SpFetcher           *fetcher,
                                      SpAthlete           *athlete,
                                      gint64               segment_id,
                                      const SpPeriod      *period,
                                      const char          *cursor,
                                      SpPolicy             policy,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  SpStravaFetcher *self = SP_STRAVA_FETCHER (fetcher);
  GTask *task = sp_task_new (self, sp_strava_fetcher_list_efforts_async, cancellable, callback, user_data);
  SpStravaQuestion question = { .athlete_id = sp_athlete_get_id (athlete), .id = segment_id };
  g_autofree char *start = sp_time_to_iso (period->start_s);
  g_autofree char *end = sp_time_to_iso (period->end_s);
  g_autofree char *path = g_strdup_printf ("/segment_efforts?segment_id=%" G_GINT64_FORMAT "&start_date_local=%sZ"
                                           "&end_date_local=%sZ&per_page=%d", segment_id, start, end, PER_PAGE);

  if (!g_hash_table_contains (self->no_efforts, &question.athlete_id))
    {
      read_start (task, athlete, path, (SpStravaParser) sp_strava_parse_efforts, (GDestroyNotify) sp_effort_page_unref,
                  &question);
      return;
    }
  g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_SUBSCRIBERS, NULL));
  g_object_unref (task);
}

static void
sp_strava_fetcher_fetcher_init (SpFetcherInterface *iface)
{
  iface->get_features = sp_strava_fetcher_get_features;
  iface->describe = sp_strava_fetcher_describe;
  iface->get_quota = sp_strava_fetcher_get_quota;
  iface->list_activities_async = sp_strava_fetcher_list_activities_async;
  iface->get_activity_async = sp_strava_fetcher_get_activity_async;
  iface->get_segment_async = sp_strava_fetcher_get_segment_async;
  iface->list_efforts_async = sp_strava_fetcher_list_efforts_async;
  _sp_strava_fetcher_init_connect (iface);
}
