/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-fetcher.h"

#include "sp-cache-call.h"
#include "sp-cache-facts.h"
#include "sp-cache-forward.h"
#include "sp-cache-host.h"
#include "sp-cache-store.h"

#include <glib/gi18n-lib.h>

/**
 * SpCacheMode:
 * @SP_CACHE_MODE_ON: answers are kept, and used where they are worth it
 * @SP_CACHE_MODE_OFFLINE: the source is never asked
 *
 * What the cache does.
 */
typedef enum
{
  SP_CACHE_MODE_ON,
  SP_CACHE_MODE_OFFLINE,
} SpCacheMode;

static const GEnumValue modes[] = {
  { SP_CACHE_MODE_ON, "SP_CACHE_MODE_ON", "on" },
  { SP_CACHE_MODE_OFFLINE, "SP_CACHE_MODE_OFFLINE", "offline" },
  { 0, NULL, NULL },
};

static GType
sp_cache_mode_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("SpDiskCacheMode", modes));

  return type;
}

/**
 * SpCacheFetcher:
 *
 * Stands before any source and keeps on disk what it answers, so that a refresh with nothing new costs one list per
 * runner, a run that was cut off goes on where it stopped, and an outage shows the last data with their age.
 */
struct _SpCacheFetcher
{
  GObject parent_instance;

  SpCacheHost *host; /* (owned) */
};

static void fetcher_iface_init (SpFetcherInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpCacheFetcher, sp_cache_fetcher, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, fetcher_iface_init))

enum
{
  PROP_0,
  PROP_UPSTREAM,
  PROP_MODE,
  PROP_RETENTION_DAYS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sp_cache_fetcher_constructed (GObject *object)
{
  SpCacheFetcher *self = SP_CACHE_FETCHER (object);

  G_OBJECT_CLASS (sp_cache_fetcher_parent_class)->constructed (object);
  if (self->host->upstream != NULL)
    g_signal_connect_object (self->host->upstream, "quota-changed", G_CALLBACK (sp_fetcher_quota_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
sp_cache_fetcher_finalize (GObject *object)
{
  SpCacheFetcher *self = SP_CACHE_FETCHER (object);

  g_clear_pointer (&self->host, sp_cache_host_free);

  G_OBJECT_CLASS (sp_cache_fetcher_parent_class)->finalize (object);
}

static void
sp_cache_fetcher_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SpCacheFetcher *self = SP_CACHE_FETCHER (object);

  switch (property_id)
    {
    case PROP_UPSTREAM:
      g_value_set_object (value, self->host->upstream);
      break;
    case PROP_MODE:
      g_value_set_enum (value, self->host->offline ? SP_CACHE_MODE_OFFLINE : SP_CACHE_MODE_ON);
      break;
    case PROP_RETENTION_DAYS:
      g_value_set_uint (value, self->host->retention_days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sp_cache_fetcher_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SpCacheFetcher *self = SP_CACHE_FETCHER (object);

  switch (property_id)
    {
    case PROP_UPSTREAM:
      self->host->upstream = g_value_dup_object (value);
      break;
    case PROP_MODE:
      self->host->offline = g_value_get_enum (value) == SP_CACHE_MODE_OFFLINE;
      break;
    case PROP_RETENTION_DAYS:
      self->host->retention_days = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sp_cache_fetcher_class_init (SpCacheFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = sp_cache_fetcher_constructed;
  object_class->finalize = sp_cache_fetcher_finalize;
  object_class->get_property = sp_cache_fetcher_get_property;
  object_class->set_property = sp_cache_fetcher_set_property;

  properties[PROP_UPSTREAM] = g_param_spec_object ("upstream", NULL, NULL, SP_TYPE_FETCHER, flags);
  /* Translators: heading of an option: keep answers, keep none, or only use what is kept */
  properties[PROP_MODE] = g_param_spec_enum ("mode", N_("Mode"), N_("“offline” never asks the source"),
                                             sp_cache_mode_get_type (), SP_CACHE_MODE_ON, flags | SP_PARAM_OPTION);
  properties[PROP_RETENTION_DAYS] = g_param_spec_uint ("retention-days", N_("Keep for days"),
                                                       N_("Days after which answers are deleted; 0 for what the"
                                                          " source asks"), 0, 3650, 0, flags | SP_PARAM_OPTION);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_cache_fetcher_init (SpCacheFetcher *self)
{
  self->host = sp_cache_host_new (SP_FETCHER (self));
}

static void
sp_cache_fetcher_list_activities_async (SpFetcher           *fetcher,
                                        SpAthlete           *athlete,
                                        const SpPeriod      *period,
                                        const char          *cursor,
                                        SpPolicy             policy,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  sp_cache_call_start (sp_task_new (fetcher, sp_cache_fetcher_list_activities_async, cancellable, callback, user_data),
                       &(SpCacheAsk) { SP_CACHE_LIST, athlete, 0, *period, cursor, policy });
}

static void
sp_cache_fetcher_get_activity_async (SpFetcher           *fetcher,
                                     SpAthlete           *athlete,
                                     gint64               activity_id,
                                     SpPolicy             policy,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  sp_cache_call_start (sp_task_new (fetcher, sp_cache_fetcher_get_activity_async, cancellable, callback, user_data),
                       &(SpCacheAsk) { SP_CACHE_DETAIL, athlete, activity_id, { 0, 0 }, NULL, policy });
}

static void
sp_cache_fetcher_get_segment_async (SpFetcher           *fetcher,
                                    SpAthlete           *athlete,
                                    gint64               segment_id,
                                    SpPolicy             policy,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  sp_cache_call_start (sp_task_new (fetcher, sp_cache_fetcher_get_segment_async, cancellable, callback, user_data),
                       &(SpCacheAsk) { SP_CACHE_SEGMENT, athlete, segment_id, { 0, 0 }, NULL, policy });
}

/* What is peeked at. */
typedef struct
{
  char   *key;
  gint64  athlete;
  gint64 *ids;
  gsize   n_ids;
} Peek;

static void
peek_free (gpointer data)
{
  Peek *peek = data;

  g_free (peek->key);
  g_free (peek->ids);
  g_free (peek);
}

static gpointer
do_peek (SpCacheDb *db,
         gpointer   data)
{
  Peek *peek = data;

  return sp_cache_store_peek (db, peek->key, peek->athlete, peek->ids, peek->n_ids);
}

static void
peeked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result),
                         (GDestroyNotify) g_array_unref);
}

static void
sp_cache_fetcher_peek_async (SpFetcher           *fetcher,
                             SpAthlete           *athlete,
                             const gint64        *ids,
                             gsize                n_ids,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SpCacheHost *host = sp_cache_host_get (fetcher);
  Peek *peek = g_new0 (Peek, 1);

  peek->key = g_strdup (sp_cache_host_get_key (host));
  peek->athlete = sp_athlete_get_id (athlete);
  peek->ids = g_memdup2 (ids, n_ids * sizeof (gint64));
  peek->n_ids = n_ids;
  sp_cache_worker_run_async (sp_cache_host_get_worker (host), do_peek, peek, peek_free,
                             (GDestroyNotify) g_array_unref, peeked_cb,
                             sp_task_new (fetcher, sp_cache_fetcher_peek_async, cancellable, callback, user_data));
}

static SpFetcherFeatures
sp_cache_fetcher_get_features (SpFetcher *fetcher)
{
  return sp_fetcher_get_features (sp_cache_host_get (fetcher)->upstream) | SP_FETCHER_HOLDS;
}

static SpSourceInfo *
sp_cache_fetcher_describe (SpFetcher *fetcher)
{
  return sp_fetcher_describe (sp_cache_host_get (fetcher)->upstream);
}

static SpQuota *
sp_cache_fetcher_get_quota (SpFetcher *fetcher)
{
  return sp_fetcher_get_quota (sp_cache_host_get (fetcher)->upstream);
}

static void
fetcher_iface_init (SpFetcherInterface *iface)
{
  iface->get_features = sp_cache_fetcher_get_features;
  iface->describe = sp_cache_fetcher_describe;
  iface->get_quota = sp_cache_fetcher_get_quota;
  iface->list_activities_async = sp_cache_fetcher_list_activities_async;
  iface->get_activity_async = sp_cache_fetcher_get_activity_async;
  iface->get_segment_async = sp_cache_fetcher_get_segment_async;
  iface->peek_async = sp_cache_fetcher_peek_async;
  sp_cache_forward_init (iface);
  sp_cache_facts_init (iface);
}

SP_DEFINE_PLUGIN (SP_PLUGIN_DECORATOR, "disk-cache", N_("Disk cache"),
                  N_("Keeps what a source answered, so that nothing is asked twice"), "1.0", GETTEXT_PACKAGE,
                  sp_cache_fetcher_get_type)
