/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cache before any source: the built-in club, and one that was written for this test. */
#include "sp-cache-fetcher.h"
#include "sp-cache-worker.h"
#include "sp-mock-fetcher.h"
#include "sp-plain-source.h"

#include "engine/sp-prefetcher.h"
#include "files/sp-demo-reader.h"
#include "support/sp-test-folder.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#include <glib/gstdio.h>

#define NOW "2026-08-01T12:00:00Z"
#define LATER_US ((gint64) 86400 * G_USEC_PER_SEC)

typedef struct
{
  SpTestClock   *clock;
  SpFetcher     *source;
  SpCompetition *competition;
  char          *directory;
} Fixture;

typedef enum { OFF, ON, OFFLINE } Mode;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autofree char *json = NULL;

  f->clock = sp_test_clock_new (NOW);
  f->directory = g_dir_make_tmp ("sp-sources-XXXXXX", NULL);
  if (data == NULL)
    {
      f->source = g_object_new (SP_TYPE_PLAIN_SOURCE, NULL);
      f->competition = sp_test_series_competition (4, 1);
      return;
    }
  f->source = g_object_new (SP_TYPE_MOCK_FETCHER, "runners", 8, "windows", 4, NULL);
  g_object_get (f->source, "competition", &json, NULL);
  f->competition = sp_demo_reader_read (json, NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  sp_test_remove_folder (f->directory);
  g_free (f->directory);
  g_object_unref (f->competition);
  g_assert_finalize_object (f->source);
  g_assert_finalize_object (f->clock);
}

/* All efforts on the boards' segments, by runner, with how well the list is known. */
static char *
describe (Fixture   *f,
          SpHarvest *harvest)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sp_harvest_get_n (harvest); i++)
    {
      SpBlock *block = sp_harvest_get_block (harvest, i);

      g_string_append_printf (text, "\n%u:", sp_block_get_info (block)->list);
      for (guint j = 0; j < sp_competition_get_n_groups (f->competition); j++)
        {
          const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (f->competition, j));
          guint n_found;
          const SpFound *found = sp_block_find_efforts (block, group->segment_id, &n_found);

          for (guint k = 0; k < n_found; k++)
            g_string_append_printf (text, " %d", sp_block_get_effort (block, &found[k], NULL, NULL)->elapsed_s);
        }
    }

  return g_string_free (text, FALSE);
}

static guint
count_reads (Fixture      *f,
             SpPrefetcher *prefetcher)
{
  g_autofree char *tally = g_build_filename (f->directory, "tally", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  if (!SP_IS_PLAIN_SOURCE (f->source))
    return sp_progress_get_values (sp_prefetcher_get_progress (prefetcher))->n_reads;
  g_file_get_contents (tally, &bytes, &size, NULL);
  g_unlink (tally);

  return (guint) size;
}

static char *
run (Fixture *f,
     Mode     mode,
     guint   *n_reads)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (f->clock)) / G_USEC_PER_SEC;
  g_autoptr (SpFetcherContext) context = sp_fetcher_context_new (SP_CLOCK (f->clock), "test", f->directory, NULL,
                                                                 now_s);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpHarvest) harvest = NULL;
  SpFetcher *fetcher = g_object_ref (f->source);
  SpPrefetcher *prefetcher;
  char *text;

  sp_fetcher_set_context (f->source, context);
  if (mode != OFF)
    {
      g_object_unref (fetcher);
      fetcher = g_object_new (SP_TYPE_CACHE_FETCHER, "upstream", f->source, "mode", mode == OFFLINE, NULL);
      sp_fetcher_set_context (fetcher, context);
    }
  options.now_local_s = now_s;
  prefetcher = sp_prefetcher_new (fetcher, SP_CLOCK (f->clock));
  sp_prefetcher_run_async (prefetcher, f->competition, &options, NULL, sp_test_store_result, &result);
  harvest = sp_prefetcher_run_finish (prefetcher, sp_test_await (&result), NULL);
  *n_reads = count_reads (f, prefetcher);
  text = describe (f, harvest);
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (prefetcher);
  if (mode == OFF)
    g_object_unref (fetcher);
  else
    sp_test_assert_finalize_late (fetcher);
  sp_cache_worker_await_closed ();

  return text;
}

static void
test_modes (Fixture       *f,
            gconstpointer  data)
{
  guint n_asked = 0, n_first, n_second, n_offline;
  g_autofree char *nothing = run (f, OFFLINE, &n_offline);
  g_autofree char *plain = run (f, OFF, &n_asked);
  g_autofree char *first = run (f, ON, &n_first);
  g_autofree char *second = NULL, *offline = NULL, *stale = NULL;
  guint n_runners = 0;

  for (const char *at = plain; (at = strchr (at, '\n')) != NULL; at++)
    n_runners++;
  g_assert_cmpuint (n_offline, ==, 0);
  g_assert_null (strchr (nothing, ' '));
  g_assert_cmpstr (first, ==, plain);
  g_assert_cmpuint (n_first, ==, n_asked);
  g_assert_cmpuint (n_first, >, 2 * n_runners);

  sp_test_clock_advance (f->clock, LATER_US);
  second = run (f, ON, &n_second);
  g_assert_cmpstr (second, ==, plain);
  g_assert_cmpuint (n_second, ==, n_runners);

  sp_test_clock_advance (f->clock, LATER_US);
  offline = run (f, OFFLINE, &n_offline);
  g_assert_cmpuint (n_offline, ==, 0);
  stale = g_strdup (plain);
  for (char *at = stale; (at = strchr (at, '\n')) != NULL; at++)
    at[1] = '0' + SP_LIST_STALE;
  g_assert_cmpstr (offline, ==, stale);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/disk-cache/sources/mock", Fixture, "mock", set_up, test_modes, tear_down);
  g_test_add ("/disk-cache/sources/plain", Fixture, NULL, set_up, test_modes, tear_down);

  return g_test_run ();
}
