/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity-builder.h"
#include "api/sp-activity-page.h"
#include "api/sp-athlete.h"
#include "api/sp-connection.h"
#include "api/sp-effort-page.h"
#include "api/sp-error.h"
#include "api/sp-fetcher-context.h"
#include "api/sp-period.h"
#include "api/sp-quota.h"
#include "api/sp-segment.h"
#include "api/sp-source-info.h"
#include "api/sp-storage.h"

G_BEGIN_DECLS

/**
 * SP_PARAM_OPTION:
 *
 * Marks a property of a fetcher as an option that the organiser may set: the preferences draw it, and the command
 * line's `--source-option` sets it. Nick and blurb are shown. Secrets are never options.
 */
#define SP_PARAM_OPTION ((GParamFlags) (1 << G_PARAM_USER_SHIFT))

/**
 * SpFetcherFeatures:
 * @SP_FETCHER_LISTS_EFFORTS: it has `list_efforts`
 * @SP_FETCHER_HOLDS: it keeps answers: it has `peek` and answers the policy %SP_POLICY_CACHED_ONLY itself
 * @SP_FETCHER_CONNECTS: its athletes have to be connected: it has the operations for that
 *
 * What a fetcher can do beyond the three operations that each one has.
 */
typedef enum /*< flags >*/
{
  SP_FETCHER_LISTS_EFFORTS = 1 << 0,
  SP_FETCHER_HOLDS = 1 << 1,
  SP_FETCHER_CONNECTS = 1 << 2,
} SpFetcherFeatures;

/**
 * SpPolicy:
 * @SP_POLICY_DEFAULT: a held answer will do where it is fresh: a list that was fetched since the run began, a detail or
 *   geometry that is held and whose fingerprint has not changed
 * @SP_POLICY_REFRESH: ask anew
 * @SP_POLICY_CACHED_ONLY: do not go to the source; %SP_FETCH_ERROR_NOT_CACHED where nothing is held
 *
 * How much a held answer is worth to the caller.
 */
typedef enum
{
  SP_POLICY_DEFAULT,
  SP_POLICY_REFRESH,
  SP_POLICY_CACHED_ONLY,
} SpPolicy;

/**
 * SpHeld:
 * @id: the activity
 * @fetched_at_s: when its detail was fetched, UTC seconds since 1970
 * @fingerprint: that of its list entry when the detail was fetched
 * @n_efforts: how many efforts the detail has
 *
 * What a cache says of an activity whose detail it holds.
 */
typedef struct
{
  gint64  id;
  gint64  fetched_at_s;
  guint64 fingerprint;
  guint   n_efforts;
} SpHeld;

#define SP_TYPE_FETCHER (sp_fetcher_get_type ())
G_DECLARE_INTERFACE (SpFetcher, sp_fetcher, SP, FETCHER, GObject)

/**
 * SpFetcherInterface:
 * @parent_iface: the parent
 * @get_features: (nullable): what it can do beyond the three operations; the default is nothing
 * @describe: says by what key its answers may be kept and how to link to an effort
 * @get_quota: (nullable): what its source allows now; the default is %NULL, nothing known
 * @list_activities_async: starts asking for one page of what an athlete recorded in a period of UTC
 * @list_activities_finish: (nullable): ends it; the default takes an #SpActivityPage from a #GTask
 * @get_activity_async: starts asking for one activity with all its efforts
 * @get_activity_finish: (nullable): ends it; the default takes an #SpActivity from a #GTask
 * @get_segment_async: starts asking for a segment's geometry, through an athlete or without one
 * @get_segment_finish: (nullable): ends it; the default takes an #SpSegment from a #GTask
 * @list_efforts_async: (nullable): starts asking for one page of an athlete's efforts on a segment in a local period
 * @list_efforts_finish: (nullable): ends it; the default takes an #SpEffortPage from a #GTask
 * @peek_async: (nullable): starts asking which details are held; costs no read
 * @peek_finish: (nullable): ends it; the default takes a #GArray of #SpHeld from a #GTask
 * @get_connect_uri_async: (nullable): starts making the address where an athlete gives permission
 * @get_connect_uri_finish: (nullable): ends it; the default takes a string from a #GTask
 * @connect_async: (nullable): starts using the address that came back from there
 * @connect_finish: (nullable): ends it; the default takes an #SpConnection from a #GTask
 * @disconnect_async: (nullable): starts taking the permission back and forgetting it
 * @disconnect_finish: (nullable): ends it; the default takes a boolean from a #GTask
 * @forget_async: (nullable): starts deleting what is kept of an athlete, or of all
 * @forget_finish: (nullable): ends it; the default takes a boolean from a #GTask
 * @get_storage_async: (nullable): starts telling what is kept
 * @get_storage_finish: (nullable): ends it; the default takes an #SpStorage from a #GTask
 * @padding: room to grow
 *
 * What a source writes. Each operation is called on one thread-default context and answers there, exactly once, never
 * from inside the call; it may not block: work that does goes to the plugin's own workers. One operation makes at most
 * one counted read at the source. The `_finish` functions have defaults: an operation that answers with
 * sp_task_new() needs none.
 */
struct _SpFetcherInterface
{
  GTypeInterface parent_iface;

  SpFetcherFeatures (*get_features) (SpFetcher *self);
  SpSourceInfo *    (*describe)     (SpFetcher *self);
  SpQuota *         (*get_quota)    (SpFetcher *self);

  void (*list_activities_async) (SpFetcher *self, SpAthlete *athlete, const SpPeriod *period, const char *cursor,
                                 SpPolicy policy, GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
  SpActivityPage * (*list_activities_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*get_activity_async) (SpFetcher *self, SpAthlete *athlete, gint64 activity_id, SpPolicy policy,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  SpActivity * (*get_activity_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*get_segment_async) (SpFetcher *self, SpAthlete *athlete, gint64 segment_id, SpPolicy policy,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  SpSegment * (*get_segment_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*list_efforts_async) (SpFetcher *self, SpAthlete *athlete, gint64 segment_id, const SpPeriod *period,
                              const char *cursor, SpPolicy policy, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
  SpEffortPage * (*list_efforts_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*peek_async) (SpFetcher *self, SpAthlete *athlete, const gint64 *ids, gsize n_ids,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  GArray * (*peek_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*get_connect_uri_async) (SpFetcher *self, SpAthlete *athlete, const char *redirect_uri,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  char * (*get_connect_uri_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*connect_async) (SpFetcher *self, SpAthlete *athlete, const char *answer_uri,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  SpConnection * (*connect_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*disconnect_async) (SpFetcher *self, SpAthlete *athlete, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*disconnect_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*forget_async) (SpFetcher *self, SpAthlete *athlete, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*forget_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  void (*get_storage_async) (SpFetcher *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
  SpStorage * (*get_storage_finish) (SpFetcher *self, GAsyncResult *result, GError **error);

  gpointer padding[12];
};

void              sp_fetcher_set_context  (SpFetcher        *self,
                                           SpFetcherContext *context);
SpFetcherContext *sp_fetcher_get_context  (SpFetcher        *self);
SpFetcherFeatures sp_fetcher_get_features (SpFetcher        *self);
SpSourceInfo     *sp_fetcher_describe     (SpFetcher        *self);
SpQuota          *sp_fetcher_get_quota    (SpFetcher        *self);
void              sp_fetcher_quota_changed (SpFetcher       *self);

void            sp_fetcher_list_activities_async  (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   const SpPeriod       *period,
                                                   const char           *cursor,
                                                   SpPolicy              policy,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
SpActivityPage *sp_fetcher_list_activities_finish (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_get_activity_async     (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   gint64                activity_id,
                                                   SpPolicy              policy,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
SpActivity     *sp_fetcher_get_activity_finish    (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_get_segment_async      (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   gint64                segment_id,
                                                   SpPolicy              policy,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
SpSegment      *sp_fetcher_get_segment_finish     (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_list_efforts_async     (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   gint64                segment_id,
                                                   const SpPeriod       *period,
                                                   const char           *cursor,
                                                   SpPolicy              policy,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
SpEffortPage   *sp_fetcher_list_efforts_finish    (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_peek_async             (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   const gint64         *ids,
                                                   gsize                 n_ids,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
GArray         *sp_fetcher_peek_finish            (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_get_connect_uri_async  (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   const char           *redirect_uri,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
char           *sp_fetcher_get_connect_uri_finish (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_connect_async          (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   const char           *answer_uri,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
SpConnection   *sp_fetcher_connect_finish         (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_disconnect_async       (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean        sp_fetcher_disconnect_finish      (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_forget_async           (SpFetcher            *self,
                                                   SpAthlete            *athlete,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean        sp_fetcher_forget_finish          (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);
void            sp_fetcher_get_storage_async      (SpFetcher            *self,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
SpStorage      *sp_fetcher_get_storage_finish     (SpFetcher            *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
