/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plugin-loader.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "support/sp-table-fetcher.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-folder.h"

typedef struct
{
  char             *dir;
  SpPluginLoader   *loader;
  SpTestClock      *clock;
  SpFetcherContext *context;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  f->loader = sp_plugin_loader_new (NULL);
  f->clock = sp_test_clock_new ("2026-01-05");
  f->context = sp_fetcher_context_new (SP_CLOCK (f->clock), "test", NULL, NULL, 0);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  sp_test_remove_folder (f->dir);
  g_free (f->dir);
  g_assert_finalize_object (f->loader);
  g_assert_finalize_object (f->context);
  g_assert_finalize_object (f->clock);
}

/* Puts a module into the test's folder, under @as, which may be below a further folder. A link, so that the types of a
 * module are registered once in this process. */
static void
put (Fixture    *f,
     const char *module,
     const char *as)
{
  g_autofree char *file = g_strdup_printf ("%s.so", module);
  g_autofree char *from = g_test_build_filename (G_TEST_BUILT, "engine", "modules", file, NULL);
  g_autofree char *path = g_build_filename (f->dir, as, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_cmpint (symlink (from, path), ==, 0);
}

static void
put_text (Fixture    *f,
          const char *text,
          const char *as)
{
  g_autofree char *path = g_build_filename (f->dir, as, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
scan (Fixture *f)
{
  const char * const dirs[] = { "/nonexistent", f->dir, NULL };

  sp_plugin_loader_scan (f->loader, dirs);
}

/* What the loader holds: ids, and the codes of refused ones after an exclamation mark. */
static char *
list (Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->loader)); i++)
    {
      g_autoptr(SpPlugin) plugin = g_list_model_get_item (G_LIST_MODEL (f->loader), i);

      if (sp_plugin_get_error (plugin) != NULL)
        g_string_append_printf (text, "%s!%d ", sp_plugin_get_name (plugin), sp_plugin_get_error (plugin)->code);
      else
        g_string_append_printf (text, "%s ", sp_plugin_get_id (plugin));
    }

  return g_string_free (text, FALSE);
}

#define assert_listed(f, expected) G_STMT_START { \
  g_autofree char *_text = list (f); \
  g_assert_cmpstr (_text, ==, (expected)); \
} G_STMT_END

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            GString    *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
test_found (Fixture      *f,
            gconstpointer data)
{
  g_autoptr(GString) log = g_string_new (NULL);
  g_autofree char *name = NULL, *message = NULL;
  SpPlugin *plugin;

  g_signal_connect (f->loader, "items-changed", G_CALLBACK (changed_cb), log);
  put (f, "good-good", "b/good.so");
  put (f, "good-decorator", "c.so");
  put (f, "bad-taken", "b/deep/not-looked-at.so");
  put (f, "bad-taken", ".hidden.so");
  put_text (f, "read me", "README");
  scan (f);
  assert_listed (f, "good decorator ");
  scan (f);
  g_assert_cmpstr (log->str, ==, "0-0+2 ");
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (f->loader)) == SP_TYPE_PLUGIN);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (f->loader), 2));

  plugin = sp_plugin_loader_find (f->loader, "good");
  g_object_get (plugin, "name", &name, "message", &message, NULL);
  g_assert_cmpstr (name, ==, "A module");
  g_assert_null (message);
  g_assert_cmpstr (sp_plugin_get_version (plugin), ==, "1.2");
  g_assert_cmpstr (sp_plugin_get_description (plugin), ==, "Made for tests.");
  g_assert_cmpint (sp_plugin_get_kind (plugin), ==, SP_PLUGIN_SOURCE);
  g_assert_true (g_str_has_suffix (sp_plugin_get_path (plugin), "b/good.so"));
  g_assert_null (sp_plugin_loader_find (f->loader, "nobody"));
}

/* Each way in which a module can be bad has its sentence, and none stops the good one. */
static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  const char * const modules[] = { "bad-id", "bad-magic", "no-entry", "no-name", "no-source", "no-type", "no-upstream",
                                   "other-api", "short-entry", "taken", "unresolved" };
  g_autofree char *link = g_build_filename (f->dir, "dangling.so", NULL);

  put (f, "good-good", "0.so");
  for (gsize i = 0; i < G_N_ELEMENTS (modules); i++)
    {
      g_autofree char *name = g_strconcat ("bad-", modules[i], NULL);
      g_autofree char *as = g_strdup_printf ("%x%s.so", (guint) i, modules[i]);

      put (f, name, as);
    }
  put_text (f, "", "empty.so");
  put_text (f, "no module", "text.so");
  g_assert_cmpint (symlink ("/nonexistent", link), ==, 0);
  scan (f);
  assert_listed (f, "good 0bad-id.so!7 1bad-magic.so!5 2no-entry.so!5 3no-name.so!7 4no-source.so!7 5no-type.so!7 "
                 "6no-upstream.so!7 7other-api.so!6 8short-entry.so!7 9taken.so!8 aunresolved.so!4 dangling.so!0 "
                 "empty.so!1 text.so!1 ");
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (f->loader)); i++)
    {
      g_autoptr(SpPlugin) plugin = g_list_model_get_item (G_LIST_MODEL (f->loader), i);
      g_autofree char *message = NULL, *id = NULL, *description = NULL, *path = NULL;

      g_object_get (plugin, "message", &message, "id", &id, "description", &description, "path", &path, NULL);
      g_assert_cmpstr (message, ==, sp_plugin_get_error (plugin)->message);
      g_assert_null (id);
      g_assert_null (description);
      g_assert_null (sp_plugin_get_version (plugin));
      g_assert_cmpuint (sp_plugin_get_fetcher_type (plugin), ==, G_TYPE_INVALID);
      g_assert_true (g_str_has_prefix (path, f->dir));
    }
}

static void
test_same_file_twice (Fixture      *f,
                      gconstpointer data)
{
  g_autofree char *from = g_build_filename (f->dir, "good.so", NULL);
  g_autofree char *link = g_build_filename (f->dir, "link.so", NULL);

  put (f, "good-good", "good.so");
  g_assert_cmpint (symlink (from, link), ==, 0);
  scan (f);
  assert_listed (f, "good ");
}

static void
assert_not_made (Fixture    *f,
                 const char *id,
                 const char *option,
                 SpFetcher  *upstream,
                 int         code,
                 const char *words)
{
  const char * const options[] = { option, NULL };
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_plugin_loader_create_fetcher (f->loader, id, options, upstream, f->context, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_create (Fixture      *f,
             gconstpointer data)
{
  const char * const options[] = { "count=3", NULL };
  g_autoptr(SpTableFetcher) table = sp_table_fetcher_new (SP_CLOCK (f->clock));
  g_autoptr(SpSourceInfo) info = NULL, decorated = NULL;
  SpFetcher *source, *decorator;

  assert_not_made (f, "good", NULL, NULL, SP_PLUGIN_ERROR_UNKNOWN, "SEGMENT_PODIUM_PLUGIN_PATH");
  put (f, "good-good", "good.so");
  put (f, "good-decorator", "decorator.so");
  scan (f);
  source = sp_plugin_loader_create_fetcher (f->loader, "good", options, NULL, f->context, NULL);
  g_assert_true (sp_fetcher_get_context (source) == f->context);
  info = sp_fetcher_describe (source);
  g_assert_cmpstr (sp_source_info_get_cache_key (info), ==, "0 3 0 0 0 0 (null) (null) -");
  decorator = sp_plugin_loader_create_fetcher (f->loader, "decorator", NULL, SP_FETCHER (table), f->context, NULL);
  decorated = sp_fetcher_describe (decorator);
  g_assert_true (g_str_has_suffix (sp_source_info_get_cache_key (decorated), " SpTableFetcher"));

  assert_not_made (f, "gold", NULL, NULL, SP_PLUGIN_ERROR_UNKNOWN, "There are: good");
  assert_not_made (f, "gold", NULL, SP_FETCHER (table), SP_PLUGIN_ERROR_UNKNOWN, "There are: decorator");
  assert_not_made (f, "decorator", NULL, NULL, SP_PLUGIN_ERROR_WRONG_KIND, "only adds to a source");
  assert_not_made (f, "good", NULL, SP_FETCHER (table), SP_PLUGIN_ERROR_WRONG_KIND, "is a source");
  assert_not_made (f, "good", "count=300", NULL, SP_PLUGIN_ERROR_BAD_OPTION, "from -5 to 99");
  g_assert_finalize_object (source);
  g_assert_finalize_object (decorator);
}

/* A module that crashes or hangs when it is loaded is named and left out; the others load. */
static void
test_probed (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(SpPluginProbe) probe = sp_plugin_probe_new (g_getenv ("SP_TEST_PROBE"), NULL, 500);
  g_autoptr(SpPlugin) crash = NULL;

  g_clear_object (&f->loader);
  f->loader = sp_plugin_loader_new (probe);
  put (f, "bad-a-crash", "a-crash.so");
  put (f, "bad-a-hang", "a-hang.so");
  put (f, "bad-no-entry", "bad.so");
  put (f, "good-good", "good.so");
  scan (f);
  assert_listed (f, "a-crash.so!3 a-hang.so!3 bad.so!5 good ");
  crash = g_list_model_get_item (G_LIST_MODEL (f->loader), 0);
  g_assert_nonnull (strstr (sp_plugin_get_error (crash)->message, "a-crash.so” crashes"));
  g_assert_cmpuint (sp_plugin_probe_get_n_tried (probe), ==, 4);
}

/* What was refused is looked at anew; what is loaded stays the same object, and a file that is gone is forgotten. */
static void
test_look_again (Fixture      *f,
                 gconstpointer data)
{
  const char * const dirs[] = { f->dir, NULL };
  g_autofree char *gone = g_build_filename (f->dir, "b.so", NULL);
  g_autofree char *mended = g_build_filename (f->dir, "c.so", NULL);
  g_autoptr(GString) log = g_string_new (NULL);
  g_autofree char *before = NULL;
  SpPlugin *plugin;

  put (f, "good-good", "a.so");
  put_text (f, "text", "b.so");
  put_text (f, "text", "c.so");
  put_text (f, "text", "d.so");
  scan (f);
  before = g_strdup_printf ("good b.so!%d c.so!%d d.so!%d ", SP_PLUGIN_ERROR_NO_MODULE, SP_PLUGIN_ERROR_NO_MODULE,
                            SP_PLUGIN_ERROR_NO_MODULE);
  assert_listed (f, before);
  plugin = sp_plugin_loader_find (f->loader, "good");

  g_signal_connect (f->loader, "items-changed", G_CALLBACK (changed_cb), log);
  g_remove (gone);
  g_remove (mended);
  put (f, "good-decorator", "c.so");
  sp_plugin_loader_look_again (f->loader, dirs);
  g_assert_true (sp_plugin_loader_find (f->loader, "good") == plugin);
  g_assert_nonnull (sp_plugin_loader_find (f->loader, "decorator"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->loader)), ==, 3);
  g_assert_cmpstr (log->str, ==, "0-4+3 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plugin-loader/found", Fixture, NULL, set_up, test_found, tear_down);
  g_test_add ("/plugin-loader/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/plugin-loader/look-again", Fixture, NULL, set_up, test_look_again, tear_down);
  g_test_add ("/plugin-loader/same-file-twice", Fixture, NULL, set_up, test_same_file_twice, tear_down);
  g_test_add ("/plugin-loader/create", Fixture, NULL, set_up, test_create, tear_down);
  g_test_add ("/plugin-loader/probed", Fixture, NULL, set_up, test_probed, tear_down);

  return g_test_run ();
}
