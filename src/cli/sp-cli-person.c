/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-person.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "cli/sp-cli-competition.h"
#include "cli/sp-cli-log.h"
#include "cli/sp-cli-preferences.h"
#include "cli/sp-cli-secrets.h"
#include "cli/sp-cli-source.h"
#include "cli/sp-cli-status.h"
#include "platform/sp-real-clock.h"

/* As it was given. */
typedef struct
{
  char  *competition;
  char  *source;
  char **source_options;
  char  *token_store;
  char **rest;
} Raw;

static void
raw_clear (Raw *raw)
{
  g_free (raw->competition);
  g_free (raw->source);
  g_strfreev (raw->source_options);
  g_free (raw->token_store);
  g_strfreev (raw->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raw, raw_clear)

/**
 * sp_cli_person_clear:
 * @self: whom a command is about
 *
 * Lets go of it.
 */
void
sp_cli_person_clear (SpCliPerson *self)
{
  g_clear_pointer (&self->athlete, sp_athlete_unref);
  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->address, g_free);
}

static gboolean
read_arguments (SpCliPerson  *self,
                Raw          *raw,
                char        **arguments,
                GError      **error)
{
  const GOptionEntry link_entries[] = {
    { "link", 0, 0, G_OPTION_ARG_NONE, &self->link, N_("Print an address to send to the runner, and end"), NULL },
    { "address", 0, 0, G_OPTION_ARG_FILENAME, &self->address,
      N_("The address of the runner’s last page; - asks for it"), N_("URL") },
    { NULL },
  };
  const GOptionEntry entries[] = {
    { "competition", 0, 0, G_OPTION_ARG_FILENAME, &raw->competition, N_("Where the runner’s name is looked up"),
      N_("FILE") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &raw->source, N_("The id of a source plugin"), N_("ID") },
    { "source-option", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->source_options, N_("Set an option of the source"),
      N_("NAME=VALUE") },
    { "token-store", 0, 0, G_OPTION_ARG_FILENAME, &raw->token_store, N_("Keep tokens in a file, not in the keyring"),
      N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->rest, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("RUNNER"));
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) copy = g_strdupv (arguments);

  g_free (copy[0]);
  copy[0] = g_strdup_printf ("segment-podium %s", arguments[0]);
  g_set_prgname (copy[0]);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_str_equal (arguments[0], "connect"))
    g_option_context_add_main_entries (context, link_entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("RUNNER is the runner’s number at the source, or a name with "
                                           "--competition."));
  if (!g_option_context_parse_strv (context, &copy, &local))
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("%s. “segment-podium %s --help” lists what there is."),
                 local->message, arguments[0]);
  else if (raw->rest == NULL || g_strv_length (raw->rest) != 1)
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                 _("Name one runner: “segment-podium %s RUNNER”, with the number at the source, or with the name and "
                   "--competition=FILE."), arguments[0]);
  g_set_prgname ("segment-podium");

  return local == NULL && raw->rest != NULL && g_strv_length (raw->rest) == 1;
}

static SpAthlete *
find_by_name (SpCompetition  *competition,
              const char     *name,
              GError        **error)
{
  g_autoptr (GPtrArray) keys = sp_cli_competition_find (competition, (const char *[]) { name, NULL }, error);
  const SpRunnerValues *runner;

  if (keys == NULL)
    return NULL;
  runner = sp_runner_get_values (sp_competition_find_runner (competition, keys->pdata[0]));
  if (keys->len == 1 && runner->id != 0)
    return sp_athlete_new (runner->id, runner->name);
  if (keys->len > 1)
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                 _("Several runners are called “%s”. Give the number at the source instead."), name);
  else
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                 _("“%s” has no number at the source in the competition yet. Give that number instead."), name);

  return NULL;
}

static SpAthlete *
find_athlete (const Raw         *raw,
              const SpCliGiven  *given,
              GError           **error)
{
  const char *runner = raw->rest[0];
  g_autofree char *name = NULL;
  gint64 id = 0;

  if (g_ascii_string_to_signed (runner, 10, 1, G_MAXINT64, &id, NULL))
    {
      /* Translators: stands for the name of a runner of whom only the number at the source is known */
      name = g_strdup_printf (_("Runner %" PRId64), id);
      return sp_athlete_new (id, name);
    }
  if (given->competition != NULL)
    return find_by_name (given->competition, runner, error);
  g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
               _("“%s” is no number. To use a name, say where it is: --competition=FILE."), runner);

  return NULL;
}

/* With @with_cache the source may be one that connects nobody, and what is kept of its answers stands before it. */
static SpFetcher *
open_source (const Raw         *raw,
             const SpCliGiven  *given,
             gboolean           with_cache,
             GError           **error)
{
  SpCacheMode cache = with_cache ? SP_CACHE_ON : SP_CACHE_OFF;
  g_autofree char *preferred = sp_cli_preferences_get_source ();
  const char *id = raw->source ?: given->source ?: preferred;
  g_autoptr (SpClock) clock = SP_CLOCK (sp_real_clock_new ());
  g_autoptr (SpPluginLoader) loader = sp_cli_source_load_plugins ();
  g_autoptr (SpSecretStore) secrets = NULL;
  g_autoptr (SpSource) first = NULL;
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpFetcher) trial = NULL;

  first = sp_cli_source_new (loader, clock, id, (const char * const *) raw->source_options, cache, NULL);
  trial = sp_source_open_plain (first, 0, error);
  if (trial == NULL)
    return NULL;
  if ((sp_fetcher_get_features (trial) & SP_FETCHER_CONNECTS) == 0 && with_cache)
    return sp_source_open (first, 0, error);
  if ((sp_fetcher_get_features (trial) & SP_FETCHER_CONNECTS) == 0)
    {
      g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                   _("Runners need not be connected at “%s”. Just run the competition."),
                   id);
      return NULL;
    }
  secrets = sp_cli_secrets_open (raw->token_store, id, error);
  if (secrets == NULL)
    return NULL;
  source = sp_cli_source_new (loader, clock, id, (const char * const *) raw->source_options, cache, secrets);

  return sp_source_open (source, 0, error);
}

/**
 * sp_cli_person_parse:
 * @self: (out caller-allocates): whom the command is about
 * @arguments: (array zero-terminated=1): the command and what follows it
 * @error: return location for a sentence
 *
 * Finds the runner and opens the source.
 *
 * Returns: whether the command can be done
 */
gboolean
sp_cli_person_parse (SpCliPerson  *self,
                     char        **arguments,
                     GError      **error)
{
  g_auto (Raw) raw = { NULL };
  g_auto (SpCliGiven) given = { NULL };

  g_return_val_if_fail (self != NULL && arguments != NULL && arguments[0] != NULL, FALSE);

  *self = (SpCliPerson) { NULL };
  sp_cli_log_set_up (FALSE);
  if (!read_arguments (self, &raw, arguments, error) ||
      (raw.competition != NULL && !sp_cli_competition_read (raw.competition, &given, error)))
    return FALSE;
  self->athlete = find_athlete (&raw, &given, error);
  if (self->athlete != NULL)
    self->fetcher = open_source (&raw, &given, g_str_equal (arguments[0], "forget"), error);

  return self->fetcher != NULL;
}
