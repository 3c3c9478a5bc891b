/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-opener.h"

#include "engine/sp-local-time.h"
#include "engine/sp-source.h"
#include "files/sp-demo-reader.h"
#include "files/sp-document-file.h"
#include "files/sp-workbook-reader.h"
#include "platform/sp-directories.h"
#include "platform/sp-real-clock.h"
#include "ui/sp-source-maker.h"

#include <glib/gi18n-lib.h>

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

/* A new session with its source; what is known of its document is filled in already. */
static SpOpenCompetition *
make_open (SpOpener         *self,
           SpCompetition    *competition,
           SpResults        *results,
           SpSource         *source,
           SpOpenFileValues *values)
{
  g_autofree char *directory = sp_directories_get_cache ("runs");
  g_autofree char *recovery = sp_directories_get_data ("recovery");
  g_autofree char *key = sp_source_get_key (source);
  g_autoptr (SpSession) session = sp_session_new (self->clock, directory);
  g_autoptr (GFile) folder = g_file_new_for_path (recovery);
  g_autoptr (SpOpenFile) document = NULL;
  SpPlugin *plugin = sp_plugin_loader_find (self->loader, values->source_id);

  sp_session_set_source (session, key, open_cb, g_object_ref (source), g_object_unref);
  sp_session_set_competition (session, competition);
  sp_session_set_results (session, results);
  values->session = session;
  values->recovery_folder = folder;
  document = sp_open_file_new (values);

  return sp_open_competition_new (session, source, plugin != NULL ? _(sp_plugin_get_name (plugin)) : values->source_id,
                                  document);
}

/* The demo's season goes on today, whatever day it is. */
static SpOpenCompetition *
open_demo (SpOpener  *self,
           GError   **error)
{
  g_autofree char *today = sp_time_to_iso (sp_local_time_now_s (self->clock));
  g_autofree char *anchor = g_strdup_printf ("anchor=%.10s", today);
  const char * const options[] = { anchor, "latency=60", NULL };
  g_autoptr (SpSource) source = sp_opener_make_source (self, DEMO_SOURCE, options);
  g_autoptr (SpFetcher) fetcher = sp_source_open_plain (source, 0, error);
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (SpCompetition) competition = NULL;
  g_autofree char *json = NULL;
  SpOpenFileValues values = { .source_id = DEMO_SOURCE, .source_options = table };

  if (fetcher == NULL)
    return NULL;
  g_object_get (fetcher, "competition", &json, NULL);
  competition = sp_demo_reader_read (json, error);
  g_hash_table_insert (table, (gpointer) "anchor", g_strndup (today, strlen ("2026-01-01")));

  return competition != NULL ? make_open (self, competition, NULL, source, &values) : NULL;
}

static SpOpenCompetition *
open_workbook (SpOpener    *self,
               GFile       *file,
               GError     **error)
{
  g_autoptr (GListModel) faults = NULL;
  g_autoptr (SpWorkbook) workbook = sp_workbook_reader_read (file, &faults, NULL, error);
  g_autoptr (SpSource) source = NULL;
  g_autofree char *source_id = sp_preferences_get_source (self->preferences);
  SpOpenFileValues values = { .source_id = source_id };
  SpOpenCompetition *open;

  if (workbook == NULL)
    return NULL;
  source = sp_opener_make_source (self, source_id, NULL);
  open = make_open (self, sp_workbook_get_competition (workbook), NULL, source, &values);
  sp_open_file_mark_unsaved (sp_open_competition_get_document (open));

  return open;
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

static SpOpenCompetition *
open_document (SpOpener  *self,
               GFile     *file,
               GError   **error)
{
  g_autoptr (SpFileStamp) stamp = NULL;
  g_autoptr (SpDocument) document = sp_document_file_load (file, &stamp, NULL, error);
  g_autoptr (SpSource) source = NULL;
  g_autofree char *preferred = NULL;
  g_auto (GStrv) options = NULL;
  const SpDocumentValues *kept;
  SpOpenFileValues values = { .file = file, .stamp = stamp, .base = document };

  if (document == NULL)
    return NULL;
  kept = sp_document_get_values (document);
  options = list_options (kept->source_options);
  preferred = sp_preferences_get_source (self->preferences);
  values.source_id = kept->source_id != NULL ? kept->source_id : preferred;
  values.source_options = kept->source_options;
  source = sp_opener_make_source (self, values.source_id, (const char * const *) options);

  return make_open (self, kept->competition, kept->results, source, &values);
}

/**
 * sp_opener_open:
 * @self: an opener
 * @path: a document, a workbook, or %SP_OPENER_DEMO
 * @error: return location: the file can not be read, or there is no such source
 *
 * Opens it.
 *
 * Returns: (transfer full) (nullable): the competition, with its last results where it keeps any; one from a workbook
 *   is not saved yet
 */
SpOpenCompetition *
sp_opener_open (SpOpener    *self,
                const char  *path,
                GError     **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (SP_IS_OPENER (self) && path != NULL, NULL);

  if (g_str_equal (path, SP_OPENER_DEMO))
    return open_demo (self, error);
  file = g_file_new_for_commandline_arg (path);
  if (g_str_has_suffix (path, ".podium"))
    return open_document (self, file, error);

  return open_workbook (self, file, error);
}
