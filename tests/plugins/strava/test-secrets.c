/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libsoup/soup.h>
#include <string.h>

#include "sp-strava-rig.h"

/* All that is logged, at every level of every domain. */
static GString *logged;
static GMutex logged_lock;

static GLogWriterOutput
log_cb (GLogLevelFlags   level,
        const GLogField *fields,
        gsize            n_fields,
        gpointer         user_data)
{
  g_mutex_lock (&logged_lock);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].length < 0)
      g_string_append_printf (logged, "%s\n", (const char *) fields[i].value);
    else
      g_string_append_len (logged, fields[i].value, fields[i].length);
  g_mutex_unlock (&logged_lock);

  return G_LOG_WRITER_HANDLED;
}

static void
append_file (GString    *text,
             const char *path)
{
  g_autofree char *content = NULL;
  gsize size = 0;

  if (g_file_get_contents (path, &content, &size, NULL))
    g_string_append_len (text, content, (gssize) size);
}

/* All that the fetcher leaves in its folder; and what other programs see of this process. */
static void
append_folder (GString    *text,
               const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_string_append (text, name);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        append_folder (text, path);
      else
        append_file (text, path);
    }
}

static void
assert_silent (const char *text,
               gsize       size)
{
  /* Each secret of the tests holds one of these. */
  const char *secrets[] = { "acc3ss0", "r3fresh0", "c1ients3cret", "c0de0", "l0ng-g0ne", "imp0rted" };

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (g_strstr_len (text, (gssize) size, secrets[i]));
}

static void
list (SpStravaRig *rig,
      SpAthlete   *athlete,
      GString     *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = sp_strava_rig_list (rig, athlete, NULL, &error);

  if (page == NULL)
    g_string_append_printf (said, "%s\n", error->message);
}

static void
do_connect (SpStravaRig *rig,
            gint64       who,
            GString     *said)
{
  g_autoptr(GAsyncResult) uri_result = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *code = sp_fake_strava_make_code (rig->server, who, "read,activity:read");
  g_autofree char *query = NULL;
  g_autofree char *answer = NULL;
  g_autoptr(GHashTable) form = NULL;
  g_autoptr(SpConnection) connection = NULL;

  sp_fetcher_get_connect_uri_async (rig->fetcher, rig->ben, "http://127.0.0.1:9/", NULL, sp_test_store_result,
                                    &uri_result);
  uri = sp_fetcher_get_connect_uri_finish (rig->fetcher, sp_test_await (&uri_result), NULL);
  g_string_append (said, uri);
  form = soup_form_decode (strchr (uri, '?') + 1);
  query = soup_form_encode ("state", g_hash_table_lookup (form, "state"), "code", code, "scope", "read,activity:read",
                            NULL);
  answer = g_strconcat ("http://127.0.0.1:9/?", query, NULL);
  sp_fetcher_connect_async (rig->fetcher, rig->ben, answer, NULL, sp_test_store_result, &result);
  connection = sp_fetcher_connect_finish (rig->fetcher, sp_test_await (&result), &error);
  if (error != NULL)
    g_string_append_printf (said, "%s\n", error->message);
}

static void
disconnect (SpStravaRig *rig,
            GString     *said)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  sp_fetcher_disconnect_async (rig->fetcher, rig->anna, NULL, sp_test_store_result, &result);
  if (!sp_fetcher_disconnect_finish (rig->fetcher, sp_test_await (&result), &error))
    g_string_append_printf (said, "%s\n", error->message);
}

static void
test_no_secret_gets_out (SpStravaRig   *rig,
                         gconstpointer  unused)
{
  g_autoptr(GString) said = g_string_new (NULL);
  g_autoptr(SpSourceInfo) info = sp_fetcher_describe (rig->fetcher);
  const char *outside[] = { "/proc/self/cmdline", "/proc/self/comm" };
  gboolean is_heard;

  g_debug ("What is logged is heard");
  sp_strava_rig_add_run (rig, ANNA, 1, "2026-01-05T18:00:00");
  g_string_append (said, sp_source_info_get_cache_key (info));
  list (rig, rig->anna, said);
  for (int fault = 0; fault < SP_FAKE_N_FAULTS; fault++)
    {
      if (fault == SP_FAKE_SILENT)
        continue;
      sp_fake_strava_fail (rig->server, (SpFakeFault) fault, 1, 1);
      list (rig, rig->anna, said);
      sp_test_settle ();
      sp_test_clock_advance (rig->clock, 6 * 3600 * SP_TEST_S);
      sp_fake_strava_fail_token (rig->server, (SpFakeFault) fault, 1);
      list (rig, rig->anna, said);
      sp_fake_strava_fail_token (rig->server, SP_FAKE_N_FAULTS, 0);
      sp_strava_rig_connect (rig, ANNA);
    }
  sp_test_store_secret (rig->store, "athlete/502", "{\"refresh_token\":\"l0ng-g0ne\"}", NULL, NULL);
  sp_test_store_secret (rig->store, "import/502", "imp0rted", NULL, NULL);
  list (rig, rig->ben, said);
  do_connect (rig, BEN, said);
  do_connect (rig, ANNA, said);
  disconnect (rig, said);
  g_setenv ("STRAVA_CLIENT_SECRET", "wr0ng-c1ients3cret", TRUE);
  disconnect (rig, said);
  list (rig, rig->ben, said);

  append_folder (said, rig->folder);
  for (gsize i = 0; i < G_N_ELEMENTS (outside); i++)
    append_file (said, outside[i]);
  assert_silent (said->str, said->len);
  g_mutex_lock (&logged_lock);
  is_heard = strstr (logged->str, "What is logged is heard") != NULL;
  assert_silent (logged->str, logged->len);
  g_mutex_unlock (&logged_lock);
  /* There was something to be silent in. */
  g_assert_cmpuint (said->len, >, 1000);
  g_assert_true (is_heard);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), >, 3);
}

int
main (int argc, char **argv)
{
  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  logged = g_string_new (NULL);
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (log_cb, NULL, NULL);
  g_test_add ("/strava/secrets/no-secret-gets-out", SpStravaRig, NULL, sp_strava_rig_set_up, test_no_secret_gets_out,
              sp_strava_rig_tear_down);

  return g_test_run ();
}
