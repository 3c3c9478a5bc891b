/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-options.h"

#include <glib/gi18n-lib.h>

#include "cli/sp-cli-preferences.h"
#include "cli/sp-cli-status.h"

/* As they were given, before anything is made of them. */
typedef struct
{
  char     *strategy;
  char     *boards;
  char     *max_wait;
  char     *reserve;
  char     *format;
  char     *cache;
  char    **rest;
  gboolean  print;
} Raw;

static void
raw_clear (Raw *raw)
{
  g_free (raw->strategy);
  g_free (raw->boards);
  g_free (raw->max_wait);
  g_free (raw->reserve);
  g_free (raw->format);
  g_free (raw->cache);
  g_strfreev (raw->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Raw, raw_clear)

/**
 * sp_cli_options_free:
 * @self: (transfer full): options
 *
 * Frees them.
 */
void
sp_cli_options_free (SpCliOptions *self)
{
  g_free (self->competition);
  g_free (self->source);
  g_strfreev (self->source_options);
  g_free (self->output);
  g_free (self->token_store);
  g_strfreev (self->runners);
  g_free (self);
}

static gint64
get_unit_s (char unit)
{
  switch (unit)
    {
    case 's':
      return 1;
    case 'm':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return 86400;
    default:
      return 0;
    }
}

/**
 * sp_cli_options_parse_span:
 * @text: a span of time such as `90m`, `1h30m` or `0`
 * @span_us: (out): the span in microseconds
 *
 * Returns: whether it is one; ten years at most
 */
gboolean
sp_cli_options_parse_span (const char *text,
                           gint64     *span_us)
{
  gint64 sum_s = 0;

  g_return_val_if_fail (text != NULL && span_us != NULL, FALSE);

  if (*text == '\0')
    return FALSE;
  for (const char *at = text; *at != '\0';)
    {
      gint64 number = 0;

      if (!g_ascii_isdigit (*at))
        return FALSE;
      for (; g_ascii_isdigit (*at) && number < G_MAXINT32; at++)
        number = number * 10 + g_ascii_digit_value (*at);
      if (*at == '\0' && number == 0 && sum_s == 0)
        break;
      if (get_unit_s (*at) == 0)
        return FALSE;
      sum_s += number * get_unit_s (*at);
      if (sum_s > 3650 * (gint64) 86400)
        return FALSE;
      at++;
    }
  *span_us = sum_s * G_USEC_PER_SEC;

  return TRUE;
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SP_CLI_ERROR, SP_CLI_USAGE, sentence);

  return FALSE;
}

static gboolean
refuse_value (GError     **error,
              const char  *option,
              const char  *value,
              const char  *values)
{
  /* Translators: an option, what was given, what it takes, such as "on, off or offline" */
  g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("%s can not be “%s”. It takes %s."), option, value, values);

  return FALSE;
}

/* An environment variable that switches a new way off, as the organiser's scripts may have it set. */
static gboolean
is_switched_off (const char  *variable,
                 gboolean    *off,
                 GError     **error)
{
  static const char * const words[] = { "false", "true", "no", "yes", "off", "on", "0", "1" };
  const char *value = g_getenv (variable);

  *off = FALSE;
  if (value == NULL || *value == '\0')
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (value, words[i]) == 0)
      {
        *off = i % 2 == 0;
        return TRUE;
      }

  return refuse_value (error, variable, value, _("true or false"));
}

/* Option before environment before default. */
static gboolean
choose (const char  *option,
        const char  *value,
        const char  *usual,
        const char  *other,
        const char  *variable,
        gboolean    *is_other,
        GError     **error)
{
  g_autofree char *values = NULL;

  if (value == NULL)
    return is_switched_off (variable, is_other, error);
  *is_other = g_str_equal (value, other);
  if (*is_other || g_str_equal (value, usual))
    return TRUE;
  values = g_strdup_printf (_("%s or %s"), usual, other);

  return refuse_value (error, option, value, values);
}

static gboolean
take_cache (SpCliOptions  *self,
            const char    *value,
            GError       **error)
{
  static const char * const modes[] = {
    [SP_CACHE_ON] = "on", [SP_CACHE_OFF] = "off", [SP_CACHE_OFFLINE] = "offline",
  };

  self->cache = sp_cli_preferences_get_cache_mode ();
  if (value == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (value, modes[i]))
      {
        self->cache = (SpCacheMode) i;
        return TRUE;
      }

  return refuse_value (error, "--cache", value, _("on, off or offline"));
}

static gboolean
take_competition (SpCliOptions  *self,
                  char         **rest,
                  gboolean       is_demo,
                  GError       **error)
{
  guint n_rest = rest != NULL ? g_strv_length (rest) : 0;

  if (is_demo && n_rest > 0)
    return refuse (error, _("“demo” brings its own competition. To run another, say “segment-podium run "
                            "COMPETITION”."));
  if (!is_demo && n_rest == 0)
    return refuse (error, _("No competition is given. Name a workbook, or “demo:” for the demo club: "
                            "“segment-podium run COMPETITION”."));
  if (!is_demo && n_rest > 1)
    {
      g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                   _("One competition at a time: “%s” is one too many. Put a name with blanks in quotes."), rest[1]);
      return FALSE;
    }
  self->competition = g_strdup (is_demo ? "demo:" : rest[0]);

  return TRUE;
}

static gboolean
check_texts (SpCliOptions  *self,
             GError       **error)
{
  for (guint i = 0; self->source_options != NULL && self->source_options[i] != NULL; i++)
    if (strchr (self->source_options[i], '=') == NULL || self->source_options[i][0] == '=' ||
        !g_utf8_validate (self->source_options[i], -1, NULL))
      return refuse_value (error, "--source-option", self->source_options[i], "NAME=VALUE");
  for (guint i = 0; self->runners != NULL && self->runners[i] != NULL; i++)
    if (!g_utf8_validate (self->runners[i], -1, NULL))
      return refuse (error, _("A name given with --runner is not in UTF-8. Set the terminal to UTF-8."));

  return TRUE;
}

/* The name of a file says how it is written; a pipe has none. */
static gboolean
take_format (SpCliOptions  *self,
             const char    *format,
             GError       **error)
{
  static const char * const names[] = {
    [SP_RESULTS_XLSX] = "xlsx", [SP_RESULTS_CSV] = "csv", [SP_RESULTS_JSON] = "json",
  };

  self->format = SP_RESULTS_CSV;
  if (format == NULL)
    return TRUE;
  if (g_strcmp0 (self->output, SP_CLI_PIPE) != 0)
    return refuse (error, _("--format goes with --output=-. The name of a file says how it is written."));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (format, names[i]))
      {
        self->format = (SpResultsFormat) i;
        return TRUE;
      }

  return refuse_value (error, "--format", format, "xlsx, csv, json");
}

/* What is kept back is the source's business; here it has a name of its own, because every organiser needs it. */
static gboolean
take_reserve (SpCliOptions  *self,
              const char    *reserve,
              GError       **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *option = NULL;

  if (reserve == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (reserve, 10, 0, G_MAXUINT, NULL, NULL))
    return refuse_value (error, "--reserve", reserve, _("a number of requests, such as 200"));
  option = g_strdup_printf ("reserve=%s", reserve);
  if (self->source_options != NULL)
    g_strv_builder_addv (builder, (const char **) self->source_options);
  g_strv_builder_add (builder, option);
  g_strfreev (self->source_options);
  self->source_options = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
check (SpCliOptions  *self,
       const Raw     *raw,
       gboolean       is_demo,
       GError       **error)
{
  gboolean per_segment;

  if (!take_cache (self, raw->cache, error) || !take_competition (self, raw->rest, is_demo, error) ||
      !choose ("--strategy", raw->strategy, "union", "per-segment", "SEGMENT_PREFETCH_ENABLED", &per_segment, error) ||
      !choose ("--boards", raw->boards, "group", "window", "SEGMENT_SPLIT_WINDOWS_ENABLED", &self->split_windows,
               error))
    return FALSE;
  self->strategy = per_segment ? SP_STRATEGY_PER_SEGMENT : SP_STRATEGY_UNION;
  if (raw->max_wait != NULL && !sp_cli_options_parse_span (raw->max_wait, &self->max_wait_us))
    return refuse_value (error, "--max-wait", raw->max_wait, _("a span of time, such as 90m, 2h or 0"));
  if (!take_reserve (self, raw->reserve, error) || !take_format (self, raw->format, error))
    return FALSE;
  if (self->quiet && self->verbose)
    return refuse (error, _("--quiet and --verbose exclude each other. Leave one out."));

  return check_texts (self, error);
}

static GOptionContext *
new_context (SpCliOptions *self,
             Raw          *raw,
             gboolean      is_demo)
{
  /* What may hold any letter is taken as a file name is: in UTF-8 also where the locale is C, as in a cron job. */
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &self->source, N_("Where to ask: the id of a source plugin"), N_("ID") },
    { "source-option", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->source_options, N_("Set an option of the source"),
      /* Translators: stands for what follows an option; capital letters */
      N_("NAME=VALUE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("Write the results (.xlsx, .csv or .json)"),
      N_("FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &raw->format, N_("How to write them to --output=-"), "xlsx|csv|json" },
    { "runner", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->runners, N_("Ask for this runner only; may be repeated"),
      N_("NAME") },
    { "thorough", 0, 0, G_OPTION_ARG_NONE, &self->thorough, N_("Look at activities whatever their route"), NULL },
    { "max-wait", 0, 0, G_OPTION_ARG_STRING, &raw->max_wait, N_("Wait no longer for the quota, such as 90m"),
      N_("DURATION") },
    { "reserve", 0, 0, G_OPTION_ARG_STRING, &raw->reserve, N_("Leave this many of the day's requests to others"),
      /* Translators: stands for a number that follows an option */
      N_("N") },
    { "strategy", 0, 0, G_OPTION_ARG_STRING, &raw->strategy, N_("Ask once for all boards, or for each"),
      "union|per-segment" },
    { "boards", 0, 0, G_OPTION_ARG_STRING, &raw->boards, N_("A board for each segment, or each window"),
      "group|window" },
    { "cache", 0, 0, G_OPTION_ARG_STRING, &raw->cache, N_("Keep answers, do not, or ask nothing"), "on|off|offline" },
    { "token-store", 0, 0, G_OPTION_ARG_FILENAME, &self->token_store, N_("Keep tokens in a file, not in the keyring"),
      N_("FILE") },
    { "print", 0, is_demo ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &raw->print, N_("Print, open no window"),
      NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_("Show no progress"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->verbose, N_("Say each step"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->rest, NULL, NULL },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (is_demo ? NULL : _("COMPETITION"));

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, is_demo
                                           ? _("Runs the demo club, which needs no account and no network.")
                                           : _("Asks for what the runners recorded, once, and prints boards and a "
                                               "report of how well they are known.\nCOMPETITION is a workbook (.xlsx), "
                                               "a document (.podium), demo: for the demo club, or -\nfor either of "
                                               "the first two on standard input."));

  return context;
}

/**
 * sp_cli_options_parse:
 * @arguments: (array zero-terminated=1): the command and what follows it
 * @is_demo: whether the command is `demo`, which names no competition
 * @error: return location for a %SP_CLI_ERROR with a sentence
 *
 * Understands the options of a run. With --help it prints them and ends the process.
 *
 * Returns: (transfer full): the options
 */
SpCliOptions *
sp_cli_options_parse (char     **arguments,
                      gboolean   is_demo,
                      GError   **error)
{
  g_autoptr (SpCliOptions) self = g_new0 (SpCliOptions, 1);
  g_auto (Raw) raw = { NULL };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (GStrv) copy = NULL;

  g_return_val_if_fail (arguments != NULL && arguments[0] != NULL, NULL);

  self->max_wait_us = -1;
  copy = g_strdupv (arguments);
  g_free (copy[0]);
  copy[0] = g_strdup_printf ("segment-podium %s", arguments[0]);
  g_set_prgname (copy[0]);
  context = new_context (self, &raw, is_demo);
  if (!g_option_context_parse_strv (context, &copy, &local))
    {
      g_set_prgname ("segment-podium");
      /* Translators: what is wrong, without a full stop; then a command */
      g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("%s. “segment-podium %s --help” lists what there is."),
                   local->message, arguments[0]);
      return NULL;
    }
  g_set_prgname ("segment-podium");

  return check (self, &raw, is_demo, error) ? g_steal_pointer (&self) : NULL;
}
