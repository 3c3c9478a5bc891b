/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place for secrets that fails: nothing that Strava gave is lost for it, and nothing is used before it is kept. */
#include <string.h>

#include "sp-strava-rig.h"

/* Another store, which fails while it is told to. */
#define SP_TYPE_BROKEN_STORE (sp_broken_store_get_type ())
G_DECLARE_FINAL_TYPE (SpBrokenStore, sp_broken_store, SP, BROKEN_STORE, GObject)

struct _SpBrokenStore
{
  GObject        parent_instance;

  SpSecretStore *upstream;
  gboolean       fails_to_store;
  gboolean       fails_to_look;
};

static void sp_broken_store_store_init (SpSecretStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpBrokenStore, sp_broken_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_SECRET_STORE, sp_broken_store_store_init))

static void
sp_broken_store_finalize (GObject *object)
{
  g_clear_object (&SP_BROKEN_STORE (object)->upstream);

  G_OBJECT_CLASS (sp_broken_store_parent_class)->finalize (object);
}

static void
sp_broken_store_class_init (SpBrokenStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_broken_store_finalize;
}

static void
sp_broken_store_init (SpBrokenStore *self)
{
}

static gboolean
refuse (SpBrokenStore       *self,
        gboolean             fails,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  if (!fails)
    return FALSE;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No space left");

  return TRUE;
}

static void
sp_broken_store_store_async (SpSecretStore       *store,
                             const char          *key,
                             const char          *label,
                             const char          *secret,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SpBrokenStore *self = SP_BROKEN_STORE (store);

  if (!refuse (self, self->fails_to_store, callback, user_data))
    SP_SECRET_STORE_GET_IFACE (self->upstream)->store_async (self->upstream, key, label, secret, cancellable, callback,
                                                             user_data);
}

static void
sp_broken_store_lookup_async (SpSecretStore       *store,
                              const char          *key,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  SpBrokenStore *self = SP_BROKEN_STORE (store);

  if (!refuse (self, self->fails_to_look, callback, user_data))
    SP_SECRET_STORE_GET_IFACE (self->upstream)->lookup_async (self->upstream, key, cancellable, callback, user_data);
}

/* The source of an answer is this store or the one behind it: both are tasks. */
static gboolean
sp_broken_store_store_finish (SpSecretStore  *store,
                              GAsyncResult   *result,
                              GError        **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
sp_broken_store_lookup_finish (SpSecretStore  *store,
                               GAsyncResult   *result,
                               GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sp_broken_store_store_init (SpSecretStoreInterface *iface)
{
  iface->store_async = sp_broken_store_store_async;
  iface->store_finish = sp_broken_store_store_finish;
  iface->lookup_async = sp_broken_store_lookup_async;
  iface->lookup_finish = sp_broken_store_lookup_finish;
}

static SpBrokenStore *
break_store (SpStravaRig *rig)
{
  SpBrokenStore *store = g_object_new (SP_TYPE_BROKEN_STORE, NULL);

  store->upstream = rig->store;
  rig->store = SP_SECRET_STORE (store);
  sp_strava_rig_restart (rig);

  return store;
}

static void
expect_failure (SpStravaRig *rig)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_strava_rig_list (rig, rig->anna, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "No space left"));
  g_assert_nonnull (strstr (error->message, "--token-store"));
}

/* A renewed token that could not be kept is not used; once it can be, it is, and is not renewed a second time. */
static void
test_not_kept_not_used (SpStravaRig   *rig,
                        gconstpointer  unused)
{
  SpBrokenStore *store = break_store (rig);
  g_autofree char *grant = NULL;

  store->fails_to_store = TRUE;
  expect_failure (rig);
  expect_failure (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 0);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);

  store->fails_to_store = FALSE;
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
  grant = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (strstr (grant, sp_fake_strava_get_refresh_token (rig->server, ANNA)));
}

/* A store that can not be read is no runner without a permission. */
static void
test_not_readable (SpStravaRig   *rig,
                   gconstpointer  unused)
{
  SpBrokenStore *store = break_store (rig);

  store->fails_to_look = TRUE;
  expect_failure (rig);
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, 0);
  store->fails_to_look = FALSE;
  sp_strava_rig_list_ok (rig);
}

/* A renewed token that could not be kept is the one that is given back. */
static void
test_given_back (SpStravaRig   *rig,
                 gconstpointer  unused)
{
  SpBrokenStore *store = break_store (rig);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  store->fails_to_store = TRUE;
  expect_failure (rig);
  g_assert_nonnull (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  store->fails_to_store = FALSE;
  sp_fetcher_disconnect_async (rig->fetcher, rig->anna, NULL, sp_test_store_result, &result);
  g_assert_true (sp_fetcher_disconnect_finish (rig->fetcher, sp_test_await (&result), &error));
  g_assert_no_error (error);
  g_assert_null (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  g_assert_null (sp_strava_rig_get_grant (rig, ANNA));
}

#define ADD(name, func) \
  g_test_add ("/strava/broken-store/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("not-kept-not-used", test_not_kept_not_used);
  ADD ("not-readable", test_not_readable);
  ADD ("given-back", test_given_back);

  return g_test_run ();
}
