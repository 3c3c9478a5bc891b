/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-cache.h"

#include <glib/gi18n-lib.h>

#include "cli/sp-cli-log.h"
#include "cli/sp-cli-preferences.h"
#include "cli/sp-cli-source.h"
#include "cli/sp-cli-text.h"
#include "engine/sp-local-time.h"
#include "model/sp-words.h"
#include "platform/sp-directories.h"
#include "platform/sp-real-clock.h"

#define WIDTH 80

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
read_arguments (char     **arguments,
                gboolean  *purge,
                char     **id,
                GError   **error)
{
  const GOptionEntry entries[] = {
    { "purge", 0, 0, G_OPTION_ARG_NONE, purge, N_("Delete all that is kept"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, id, N_("The id of a source plugin"), N_("ID") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) copy = g_strdupv (arguments);

  g_free (copy[0]);
  copy[0] = g_strdup ("segment-podium cache");
  g_set_prgname (copy[0]);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Tells what is kept of the sources’ answers."));
  if (!g_option_context_parse_strv (context, &copy, &local) || copy[1] != NULL)
    /* Translators: what is wrong, without a full stop */
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("%s. “segment-podium cache --help” lists what there is."),
                 local != NULL ? local->message : _("Nothing more is to be named"));
  g_set_prgname ("segment-podium");

  return *error == NULL;
}

/* How much is kept, such as "34 lists, 210 activities with 950 efforts, 4 segments". */
static char *
to_counts (const SpStorage *storage)
{
  g_autofree char *lists = NULL;
  g_autofree char *activities = NULL;
  g_autofree char *efforts = NULL;
  g_autofree char *segments = NULL;

  lists = g_strdup_printf (ngettext ("%u list", "%u lists", storage->n_lists), storage->n_lists);
  activities = g_strdup_printf (ngettext ("%u activity", "%u activities", storage->n_activities),
                                storage->n_activities);
  efforts = g_strdup_printf (ngettext ("%u effort", "%u efforts", storage->n_efforts), storage->n_efforts);
  segments = g_strdup_printf (ngettext ("%u segment", "%u segments", storage->n_segments), storage->n_segments);

  /* Translators: "34 lists", "210 activities", "950 efforts", "4 segments" */
  return g_strdup_printf (_("%s, %s with %s, %s"), lists, activities, efforts, segments);
}

static void
print_wrapped (const char *text)
{
  g_auto (GStrv) lines = sp_cli_text_wrap (text, WIDTH);

  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("%s\n", lines[i]);
}

static void
print_storage (const SpStorage *storage)
{
  g_autofree char *size = g_format_size ((guint64) storage->n_bytes);
  g_autofree char *directory = sp_directories_get_cache ("answers");
  g_autofree char *counts = NULL;
  g_autofree char *oldest = NULL;

  if (storage->note != NULL)
    print_wrapped (storage->note);
  if (storage->n_lists + storage->n_activities + storage->n_segments == 0)
    {
      /* Translators: a folder */
      g_print (_("Nothing is kept in %s.\n"), directory);
      return;
    }
  oldest = sp_words_moment (sp_local_time_from_utc (storage->oldest_s));
  counts = to_counts (storage);
  /* Translators: how much, the size of the file, a day and a time of day, a folder */
  g_print (_("Kept:    %s\n"
             "Size:    %s\n"
             "Oldest:  %s\n"
             "Folder:  %s\n"), counts, size, oldest, directory);
  g_print (_("“segment-podium cache --purge” deletes all of it, and\n"
             "“segment-podium forget RUNNER” what is kept of one runner.\n"));
}

static gboolean
purge_all (SpFetcher  *fetcher,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_fetcher_forget_async (fetcher, NULL, NULL, answered_cb, &result);

  return sp_fetcher_forget_finish (fetcher, await (&result), error);
}

/**
 * sp_cli_cache:
 * @arguments: (array zero-terminated=1): `cache` and what follows it
 *
 * Tells what is kept of the sources' answers, or deletes it.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_cache (char **arguments)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpClock) clock = NULL;
  g_autoptr (SpPluginLoader) loader = NULL;
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpStorage) storage = NULL;
  gboolean purge = FALSE;

  sp_cli_log_set_up (FALSE);
  if (!read_arguments (arguments, &purge, &id, &error))
    return sp_cli_report (error);
  clock = SP_CLOCK (sp_real_clock_new ());
  loader = sp_cli_source_load_plugins ();
  if (id == NULL)
    id = sp_cli_preferences_get_source ();
  source = sp_cli_source_new (loader, clock, id, NULL, SP_CACHE_ON, NULL);
  fetcher = sp_source_open (source, 0, &error);
  if (fetcher == NULL || (purge && !purge_all (fetcher, &error)))
    return sp_cli_report (error);

  sp_fetcher_get_storage_async (fetcher, NULL, answered_cb, &result);
  storage = sp_fetcher_get_storage_finish (fetcher, await (&result), &error);
  if (storage == NULL)
    return sp_cli_report (error);
  if (purge)
    g_print (_("What was kept is deleted.\n"));
  print_storage (storage);

  return SP_CLI_OK;
}
