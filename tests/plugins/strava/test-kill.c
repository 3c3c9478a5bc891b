/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <string.h>

#include "platform/sp-file-secret-store.h"
#include "platform/sp-keyring-secret-store.h"
#include "platform/sp-scoped-secret-store.h"
#include "sp-strava-rig.h"

/* A store that ends the process, as kill -9 does, before or after its N-th operation. */
#define SP_TYPE_KILL_STORE (sp_kill_store_get_type ())
G_DECLARE_FINAL_TYPE (SpKillStore, sp_kill_store, SP, KILL_STORE, GObject)

struct _SpKillStore
{
  GObject        parent_instance;

  SpSecretStore *upstream;
  int            n_steps;
};

static void sp_kill_store_store_init (SpSecretStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpKillStore, sp_kill_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_SECRET_STORE, sp_kill_store_store_init))

static void
sp_kill_store_class_init (SpKillStoreClass *klass)
{
}

static void
sp_kill_store_init (SpKillStore *self)
{
}

static void
step (SpKillStore *self,
      const char  *what)
{
  g_print ("%s\n", what);
  if (self->n_steps-- == 0)
    raise (SIGKILL);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  step (g_task_get_source_object (task), "stored");
  if (sp_secret_store_store_finish (SP_SECRET_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
sp_kill_store_store_async (SpSecretStore       *store,
                           const char          *key,
                           const char          *label,
                           const char          *secret,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  SpKillStore *self = SP_KILL_STORE (store);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  step (self, "store");
  sp_secret_store_store_async (self->upstream, key, label, secret, cancellable, stored_cb, task);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *secret = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, secret, g_free);
}

static void
sp_kill_store_lookup_async (SpSecretStore       *store,
                            const char          *key,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  SpKillStore *self = SP_KILL_STORE (store);
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  step (self, "lookup");
  sp_secret_store_lookup_async (self->upstream, key, cancellable, looked_up_cb, task);
}

static void
sp_kill_store_store_init (SpSecretStoreInterface *iface)
{
  iface->store_async = sp_kill_store_store_async;
  iface->lookup_async = sp_kill_store_lookup_async;
}

/* In a file in @folder, or beside a keyring in a corner of it that is named after @folder. */
static SpSecretStore *
open_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "tokens", NULL);
  g_autofree char *corner = g_path_get_basename (folder);
  g_autoptr(SpKeyringSecretStore) keyring = NULL;

  if (g_getenv ("SP_TEST_KEYRING") == NULL)
    return SP_SECRET_STORE (sp_file_secret_store_new (path));
  keyring = sp_keyring_secret_store_new ();

  return SP_SECRET_STORE (sp_scoped_secret_store_new (SP_SECRET_STORE (keyring), corner));
}

/* The program that is killed: one list, with the store in @folder. */
static int
run_child (const char *folder,
           const char *now,
           int         n_steps)
{
  SpKillStore *store = g_object_new (SP_TYPE_KILL_STORE, NULL);
  SpStravaRig rig = { .clock = sp_test_clock_new (now), .folder = (char *) folder };
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = NULL;

  store->upstream = open_store (folder);
  store->n_steps = n_steps;
  rig.store = SP_SECRET_STORE (store);
  rig.fetcher = sp_strava_rig_make (&rig);
  rig.anna = sp_athlete_new (ANNA, "Anna Berg");
  page = sp_strava_rig_list (&rig, rig.anna, NULL, &error);
  g_print ("%s\n", page != NULL ? "listed" : error->message);
  g_clear_object (&rig.fetcher);
  sp_test_settle ();
  g_clear_object (&store->upstream);
  g_clear_object (&rig.store);
  g_clear_object (&rig.clock);
  g_clear_pointer (&rig.anna, sp_athlete_unref);

  return page != NULL ? 0 : 1;
}

/* This program; what the system says of it would be valgrind, where that runs it. */
static const char *self_path;

static GSubprocess *
start_child (SpStravaRig *rig,
             int          n_steps)
{
  g_autofree char *steps = g_strdup_printf ("%d", n_steps);
  g_autofree char *now = sp_time_to_iso (sp_clock_get_wall_us (SP_CLOCK (rig->clock)) / G_USEC_PER_SEC);
  g_autoptr(GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self_path, "--child",
                                         rig->folder, now, steps, NULL);

  g_assert_no_error (error);

  return child;
}

static char *
await_child (GSubprocess *child)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *said = NULL;

  g_subprocess_communicate_utf8_async (child, NULL, NULL, sp_test_store_result, &result);
  g_subprocess_communicate_utf8_finish (child, sp_test_await (&result), &said, NULL, &error);
  g_assert_no_error (error);

  return said;
}

/* A new grant, as somebody who has just connected has it. */
static void
lay_down (SpStravaRig *rig)
{
  g_clear_object (&rig->store);
  rig->store = open_store (rig->folder);
  sp_strava_rig_connect (rig, ANNA);
}

static void
expire (SpStravaRig *rig)
{
  sp_test_clock_advance (rig->clock, 7 * 3600 * SP_TEST_S);
  lay_down (rig);
}

/* Killed at each touch of the store in turn. What was stored is never lost; only a kill between Strava's answer and
 * the store loses the token, and then the next start says so and names the remedy. */
static void
test_at_each_step (SpStravaRig   *rig,
                   gconstpointer  unused)
{
  gboolean was_killed = TRUE;
  guint n_lost = 0;

  for (int n_steps = 0; was_killed; n_steps++)
    {
      g_autoptr(GSubprocess) victim = NULL;
      g_autoptr(GSubprocess) next = NULL;
      g_autofree char *said = NULL;
      g_autofree char *then = NULL;

      expire (rig);
      victim = start_child (rig, n_steps);
      said = await_child (victim);
      was_killed = g_subprocess_get_if_signaled (victim);
      g_assert_true (was_killed ? g_subprocess_get_term_sig (victim) == SIGKILL : g_str_has_suffix (said, "listed\n"));

      next = start_child (rig, -1);
      then = await_child (next);
      g_test_message ("killed after step %d: %s", n_steps, then);
      if (g_str_has_suffix (said, "store\n"))
        {
          n_lost++;
          g_assert_nonnull (strstr (then, "connect again"));
        }
      else
        g_assert_true (g_str_has_suffix (then, "listed\n"));
    }
  g_assert_cmpuint (n_lost, ==, 1);
}

/* At once: g_subprocess_send_signal() leaves it to another thread. */
static void
kill_now (GSubprocess *child)
{
  const char *pid = g_subprocess_get_identifier (child);

  if (pid != NULL)
    kill ((pid_t) g_ascii_strtoll (pid, NULL, 10), SIGKILL);
}

static void
kill_cb (SpFakeStrava *server,
         const char   *path,
         gpointer      user_data)
{
  if (g_str_has_prefix (path, "/oauth/token"))
    kill_now (user_data);
}

/* Killed while Strava is answering: the token is used up there and nobody here has the new one. */
static void
test_while_asking (SpStravaRig   *rig,
                   gconstpointer  unused)
{
  g_autoptr(GSubprocess) victim = NULL;
  g_autoptr(GSubprocess) next = NULL;
  g_autofree char *said = NULL;
  g_autofree char *then = NULL;

  expire (rig);
  victim = start_child (rig, -1);
  sp_fake_strava_set_hook (rig->server, kill_cb, victim);
  said = await_child (victim);
  g_assert_true (g_subprocess_get_if_signaled (victim));
  sp_fake_strava_set_hook (rig->server, NULL, NULL);

  next = start_child (rig, -1);
  then = await_child (next);
  g_test_message ("%s", then);
  g_assert_nonnull (strstr (then, "connect again"));
}

static void
kill_reader_cb (SpFakeStrava *server,
                const char   *path,
                gpointer      user_data)
{
  if (g_str_has_prefix (path, "/api/"))
    kill_now (user_data);
}

/* Killed with its first use: the new token is kept by then. */
static void
test_with_the_first_use (SpStravaRig   *rig,
                         gconstpointer  unused)
{
  g_autoptr(GSubprocess) victim = NULL;
  g_autoptr(GSubprocess) next = NULL;
  g_autofree char *said = NULL;
  g_autofree char *then = NULL;
  guint n_renewals;

  expire (rig);
  n_renewals = sp_fake_strava_get_n_renewals (rig->server);
  victim = start_child (rig, -1);
  sp_fake_strava_set_hook (rig->server, kill_reader_cb, victim);
  said = await_child (victim);
  g_assert_true (g_subprocess_get_if_signaled (victim));
  sp_fake_strava_set_hook (rig->server, NULL, NULL);

  next = start_child (rig, -1);
  then = await_child (next);
  g_assert_true (g_str_has_suffix (then, "listed\n"));
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, n_renewals + 1);
}

/* Several programs at once, one token. */
static void
test_programs_at_once (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  g_autoptr(GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_renewals;

  expire (rig);
  n_renewals = sp_fake_strava_get_n_renewals (rig->server);
  for (int i = 0; i < 3; i++)
    g_ptr_array_add (children, start_child (rig, -1));
  for (guint i = 0; i < children->len; i++)
    {
      g_autofree char *said = await_child (children->pdata[i]);

      g_assert_true (g_str_has_suffix (said, "listed\n"));
    }
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, n_renewals + 1);
}

#define ADD(name, func) \
  g_test_add ("/strava/kill/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3], atoi (argv[4]));

  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("at-each-step", test_at_each_step);
  ADD ("while-asking", test_while_asking);
  ADD ("with-the-first-use", test_with_the_first_use);
  ADD ("programs-at-once", test_programs_at_once);

  return g_test_run ();
}
