/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-opener-private.h"

#include "engine/sp-local-time.h"
#include "engine/sp-source.h"
#include "files/sp-demo-reader.h"
#include "platform/sp-directories.h"
#include "platform/sp-real-clock.h"
#include "ui/sp-recent.h"
#include "ui/sp-source-maker.h"

#include <string.h>

#define DEMO_SOURCE "mock"
#define PROBE "segment-podium-probe"
#define PROBE_DEADLINE_MS 5000

/**
 * SpOpener:
 *
 * Makes a session of a file: which competition it holds, and where it asks.
 */
struct _SpOpener
{
  GObject parent_instance;

  SpClock        *clock;       /* (owned) */
  SpPluginLoader *loader;      /* (owned) */
  SpPreferences  *preferences; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpOpener, sp_opener, G_TYPE_OBJECT)

static void
sp_opener_finalize (GObject *object)
{
  SpOpener *self = SP_OPENER (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->loader);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (sp_opener_parent_class)->finalize (object);
}

static void
sp_opener_class_init (SpOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_opener_finalize;
}

static void
sp_opener_init (SpOpener *self)
{
  g_autofree char *helper = sp_directories_find_helper (PROBE);
  g_autofree char *memory = sp_directories_get_cache ("plugins.tried");
  g_autofree char *folder = g_path_get_dirname (memory);
  g_auto (GStrv) dirs = sp_directories_list_plugins ();
  g_autoptr (SpPluginProbe) probe = NULL;

  self->clock = SP_CLOCK (sp_real_clock_new ());
  self->preferences = sp_preferences_new ();
  if (helper != NULL)
    probe = sp_plugin_probe_new (helper, sp_directories_make (folder, NULL) ? memory : NULL, PROBE_DEADLINE_MS);
  self->loader = sp_plugin_loader_new (probe);
  sp_plugin_loader_scan (self->loader, (const char * const *) dirs);
}

/**
 * sp_opener_new:
 *
 * Returns: (transfer full): an opener with all plugins that load
 */
SpOpener *
sp_opener_new (void)
{
  return g_object_new (SP_TYPE_OPENER, NULL);
}

/**
 * sp_opener_get_plugins:
 * @self: an opener
 *
 * Returns: (transfer none): the plugins, those that did not load among them
 */
SpPluginLoader *
sp_opener_get_plugins (SpOpener *self)
{
  g_return_val_if_fail (SP_IS_OPENER (self), NULL);

  return self->loader;
}

/**
 * sp_opener_get_preferences:
 * @self: an opener
 *
 * Returns: (transfer none): what the organiser prefers
 */
SpPreferences *
sp_opener_get_preferences (SpOpener *self)
{
  g_return_val_if_fail (SP_IS_OPENER (self), NULL);

  return self->preferences;
}

/**
 * sp_opener_make_source:
 * @self: an opener
 * @id: the id of a source plugin
 * @options: (nullable) (array zero-terminated=1): what comes before the preferences, each NAME=VALUE
 *
 * Returns: (transfer full): a source, which is not opened yet
 */
SpSource *
sp_opener_make_source (SpOpener           *self,
                       const char         *id,
                       const char * const *options)
{
  g_return_val_if_fail (SP_IS_OPENER (self) && id != NULL, NULL);

  return sp_source_maker_make (self->loader, self->clock, self->preferences, id, options);
}

/**
 * sp_opener_make_kept:
 * @self: an opener
 * @id: the id of a source plugin
 *
 * Returns: (transfer full): a source with what was kept of it, whatever is preferred: to look at that, or to delete it
 */
SpSource *
sp_opener_make_kept (SpOpener   *self,
                     const char *id)
{
  g_return_val_if_fail (SP_IS_OPENER (self) && id != NULL, NULL);

  return sp_source_maker_make_kept (self->loader, self->clock, self->preferences, id);
}

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  return sp_source_open (user_data, run_started_s, error);
}

static char **
list_options (GHashTable *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer name, value;

  if (options != NULL)
    {
      g_hash_table_iter_init (&iter, options);
      while (g_hash_table_iter_next (&iter, &name, &value))
        {
          g_autofree char *option = g_strdup_printf ("%s=%s", (char *) name, (char *) value);

          g_strv_builder_add (builder, option);
        }
    }

  return g_strv_builder_end (builder);
}

static void
remember (SpOpenFile *document)
{
  if (sp_open_file_get_file (document) != NULL)
    sp_recent_add (sp_open_file_get_file (document));
}

/**
 * sp_opener_make_open:
 * @self: an opener
 * @document: what to open
 * @file: (nullable): where @document is kept, %NULL where it was never saved
 * @stamp: (nullable): what @file held when it was read
 * @recovery: (nullable): the recovery file that @document was taken from
 *
 * Makes a session of a document, asking where it says, or where the organiser prefers.
 *
 * Returns: (transfer full): the competition
 */
SpOpenCompetition *
sp_opener_make_open (SpOpener          *self,
                     SpDocument        *document,
                     GFile             *file,
                     const SpFileStamp *stamp,
                     GFile             *recovery)
{
  const SpDocumentValues *kept = sp_document_get_values (document);
  g_autofree char *directory = sp_directories_get_cache ("runs");
  g_autofree char *recoveries = sp_opener_get_recovery_path ();
  g_autoptr (GFile) folder = g_file_new_for_path (recoveries);
  g_autofree char *source_id = g_strdup (kept->source_id);
  g_auto (GStrv) options = list_options (kept->source_options);
  g_autoptr (SpSession) session = sp_session_new (self->clock, directory);
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpOpenFile) its_file = NULL;
  g_autofree char *key = NULL;
  SpOpenFileValues values;

  if (source_id == NULL)
    source_id = sp_preferences_get_source (self->preferences);
  source = sp_opener_make_source (self, source_id, (const char * const *) options);
  key = sp_source_get_key (source);
  sp_session_set_source (session, key, open_cb, g_object_ref (source), g_object_unref);
  sp_session_set_competition (session, kept->competition);
  sp_session_set_results (session, kept->results);
  values = (SpOpenFileValues) {
    .session = session, .source_id = source_id, .source_options = kept->source_options, .file = file, .stamp = stamp,
    .base = document, .recovery_folder = folder, .recovery = recovery,
  };
  its_file = sp_open_file_new (&values);
  remember (its_file);
  g_signal_connect (its_file, "notify::file", G_CALLBACK (remember), NULL);

  return sp_open_competition_new (session, source, sp_source_get_name (source), its_file);
}

/* Unhurried, so that one sees the boards fill in; but an organiser who prefers another pace has it. */
static GHashTable *
make_demo_options (SpOpener *self)
{
  GHashTable *options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *today = sp_time_to_iso (sp_local_time_now_s (self->clock));
  g_autofree char *latency = sp_preferences_get_option (self->preferences, DEMO_SOURCE, "latency");

  g_hash_table_insert (options, (gpointer) "anchor", g_strndup (today, strlen ("2026-01-01")));
  if (latency == NULL)
    g_hash_table_insert (options, (gpointer) "latency", g_strdup ("60"));

  return options;
}

/**
 * sp_opener_make_demo:
 * @self: an opener
 * @error: return location: the source that brings the demo club is missing
 *
 * Opens the demo club. Its season goes on today, whatever day it is.
 *
 * Returns: (transfer full) (nullable): its competition
 */
SpOpenCompetition *
sp_opener_make_demo (SpOpener  *self,
                     GError   **error)
{
  g_autoptr (GHashTable) options = make_demo_options (self);
  g_auto (GStrv) list = list_options (options);
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;
  g_autoptr (SpCompetition) competition = NULL;
  g_autoptr (SpDocument) document = NULL;
  g_autofree char *json = NULL;
  SpDocumentValues values = { .source_id = DEMO_SOURCE, .source_options = options };

  source = sp_opener_make_source (self, DEMO_SOURCE, (const char * const *) list);
  fetcher = sp_source_open_plain (source, 0, error);
  if (fetcher == NULL)
    return NULL;
  g_object_get (fetcher, "competition", &json, NULL);
  competition = sp_demo_reader_read (json, error);
  if (competition == NULL)
    return NULL;
  values.competition = competition;
  document = sp_document_new (&values, NULL);

  return sp_opener_make_open (self, document, NULL, NULL, NULL);
}

/**
 * sp_opener_get_recovery_path:
 *
 * Returns: (transfer full): the folder where edits are kept until they are saved
 */
char *
sp_opener_get_recovery_path (void)
{
  return sp_directories_get_data ("recovery");
}
