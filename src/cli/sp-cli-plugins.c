/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-plugins.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sp-cli-log.h"
#include "cli/sp-cli-source.h"
#include "cli/sp-cli-table.h"
#include "engine/sp-fetcher-options.h"

static void
add_loaded (SpCliTable *table,
            SpPlugin   *plugin)
{
  /* Translators: the kind of a plugin: where runs come from, or what stands between */
  const char *kind = sp_plugin_get_kind (plugin) == SP_PLUGIN_SOURCE ? _("source") : _("adds to a source");

  sp_cli_table_add (table, SP_CLI_PLAIN, (const char *[]) {
    sp_plugin_get_id (plugin), sp_plugin_get_version (plugin), kind, sp_plugin_get_name (plugin),
    sp_plugin_get_description (plugin), NULL });
}

static void
append_options (SpPlugin         *plugin,
                const SpCliPaper *paper,
                GString          *out)
{
  g_autoptr (GPtrArray) options = sp_fetcher_options_list (sp_plugin_get_fetcher_type (plugin));
  g_autoptr (GString) names = g_string_new (NULL);

  if (options->len == 0)
    return;
  /* Translators: the id of a plugin; the names of its options follow */
  g_string_append_printf (names, _("Options of %s:"), sp_plugin_get_id (plugin));
  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (names, "%s %s", i > 0 ? "," : "", ((GParamSpec *) options->pdata[i])->name);
  sp_cli_text_append_wrapped (out, paper, 0, names->str);
}

static void
append_refused (SpPlugin         *plugin,
                const SpCliPaper *paper,
                GString          *out)
{
  g_autofree char *line = g_strdup_printf ("! %s", sp_plugin_get_error (plugin)->message);

  sp_cli_text_append_wrapped (out, paper, 0, line);
}

/**
 * sp_cli_plugins_append:
 * @loader: the plugins
 * @paper: what it is written on
 * @out: where to
 *
 * Appends what loaded, with options, and what did not, with the reason.
 */
void
sp_cli_plugins_append (SpPluginLoader   *loader,
                       const SpCliPaper *paper,
                       GString          *out)
{
  const SpCliColumn columns[] = {
    /* Translators: headings of columns; the kind says whether a plugin is a source, or adds to one */
    { _("Id"), FALSE, 0 }, { _("Version"), FALSE, 0 }, { _("Kind"), FALSE, 0 }, { _("Name"), FALSE, 10 },
    { _("Description"), FALSE, 16 },
  };
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GString) options = g_string_new (NULL);
  g_autoptr (GString) refused = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (loader));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpPlugin) plugin = g_list_model_get_item (G_LIST_MODEL (loader), i);

      if (sp_plugin_get_error (plugin) != NULL)
        {
          append_refused (plugin, paper, refused);
          continue;
        }
      add_loaded (table, plugin);
      append_options (plugin, paper, options);
    }
  if (n == 0)
    g_string_append (out, _("No plugins were found. Install the program anew, or name their folder in "
                            "SEGMENT_PODIUM_PLUGIN_PATH.\n"));
  sp_cli_table_append (table, paper, out);
  g_string_append_printf (out, "%s%s", options->len > 0 ? "\n" : "", options->str);
  if (refused->len > 0)
    g_string_append_printf (out, _("\nNot loaded:\n%s"), refused->str);
}

/**
 * sp_cli_plugins:
 * @arguments: (array zero-terminated=1): `plugins` and what follows it
 *
 * Lists the plugins.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_plugins (char **arguments)
{
  SpCliPaper paper = sp_cli_text_get_paper (STDOUT_FILENO);
  g_autoptr (SpPluginLoader) loader = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (g_strcmp0 (arguments[1], "--help") == 0 || g_strcmp0 (arguments[1], "-h") == 0)
    {
      g_print (_("Usage:\n  segment-podium plugins\n\n"
                 "Lists the sources with their options, and what did not load and why.\n"));
      return SP_CLI_OK;
    }
  if (arguments[1] != NULL)
    {
      g_autoptr (GError) error = g_error_new (SP_CLI_ERROR, SP_CLI_USAGE,
                                              _("“plugins” takes nothing after it: leave “%s” out."), arguments[1]);

      return sp_cli_report (error);
    }
  sp_cli_log_set_up (FALSE);
  loader = sp_cli_source_load_plugins ();
  sp_cli_plugins_append (loader, &paper, text);
  g_print ("%s", text->str);

  return SP_CLI_OK;
}
