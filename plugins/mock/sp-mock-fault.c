/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-fault.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* One rule: whom it is about, which of their requests, and what becomes of those. */
typedef struct
{
  SpMockOp      op;
  gint64        athlete_id; /* 0 for each */
  guint         kind;
  guint         first;
  guint         last;
  guint         step;
  guint         n_met;
} Rule;

struct _SpMockFaults
{
  GArray *rules; /* (element-type Rule) */
};

static const char * const op_names[] = { "list", "detail", "segment", "efforts" };

static const struct
{
  const char  *name;
  SpFetchError code;
  const char  *message;
} kinds[] = {
  { "401", SP_FETCH_ERROR_UNAUTHORIZED,
    N_("The demo source no longer accepts the runner’s permission. Ask the runner to connect again.") },
  { "402", SP_FETCH_ERROR_UNSUPPORTED,
    N_("The demo source answers this only for subscribers. Nothing needs to be done: it is asked another way.") },
  { "403", SP_FETCH_ERROR_FORBIDDEN,
    N_("The demo source does not allow this. Look whether the application is in good standing.") },
  { "404", SP_FETCH_ERROR_NOT_FOUND,
    N_("The demo source has no such thing. If it was deleted since, refresh again.") },
  { "429", SP_FETCH_ERROR_RATE_LIMITED,
    N_("The demo source had too many requests. Wait a little and try again.") },
  { "500", SP_FETCH_ERROR_FAILED, N_("The demo source has trouble of its own. Try again later.") },
  { "502", SP_FETCH_ERROR_FAILED, N_("The demo source has trouble of its own. Try again later.") },
  { "503", SP_FETCH_ERROR_FAILED, N_("The demo source is down for a while. Try again later.") },
  { "drop", SP_FETCH_ERROR_OFFLINE, N_("The connection to the demo source broke off. Try again.") },
  { "garbage", SP_FETCH_ERROR_PROTOCOL,
    N_("The demo source’s answer can not be read. Try again later; if it stays so, report it.") },
  { "missing", SP_FETCH_ERROR_PROTOCOL,
    N_("The demo source’s answer lacks what was promised. Try again later; if it stays so, report it.") },
};

static gboolean
parse_kind (Rule       *rule,
            const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, text))
      {
        rule->kind = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_scope (Rule       *rule,
             const char *text)
{
  guint64 id;

  if (g_str_has_prefix (text, "runner="))
    {
      if (rule->athlete_id != 0
          || !g_ascii_string_to_unsigned (text + strlen ("runner="), 10, 1, G_MAXINT64, &id, NULL))
        return FALSE;
      rule->athlete_id = (gint64) id;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (op_names) && rule->op == SP_MOCK_ANY; i++)
    if (g_str_equal (op_names[i], text))
      {
        rule->op = (SpMockOp) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_count (const char *text,
             guint      *count)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    return FALSE;
  *count = (guint) number;

  return TRUE;
}

/* `always`, `N`, `N-M` or `every:N`. */
static gboolean
parse_when (Rule       *rule,
            const char *text)
{
  g_auto(GStrv) ends = g_strsplit (text, "-", 2);

  rule->first = rule->step = 1;
  rule->last = G_MAXUINT;
  if (g_str_equal (text, "always"))
    return TRUE;
  if (g_str_has_prefix (text, "every:"))
    {
      if (!parse_count (text + strlen ("every:"), &rule->step))
        return FALSE;
      rule->first = rule->step;
      return TRUE;
    }
  if (ends[0] == NULL || !parse_count (ends[0], &rule->first))
    return FALSE;
  rule->last = rule->first;

  return ends[1] == NULL || (parse_count (ends[1], &rule->last) && rule->last >= rule->first);
}

static gboolean
parse_rule (Rule       *rule,
            const char *text)
{
  g_auto(GStrv) halves = g_strsplit (text, "@", 2);
  g_auto(GStrv) parts = NULL;
  guint n;

  if (halves[0] == NULL)
    return FALSE;

  *rule = (Rule) { .op = SP_MOCK_ANY };
  parts = g_strsplit (halves[0], ":", -1);
  n = g_strv_length (parts);
  for (guint i = 0; i + 1 < n; i++)
    if (!parse_scope (rule, parts[i]))
      return FALSE;

  return n > 0 && parse_kind (rule, parts[n - 1]) && parse_when (rule, halves[1] != NULL ? halves[1] : "always");
}

/**
 * sp_mock_faults_parse:
 * @text: rules with commas between, each `[list:|detail:|segment:|efforts:][runner=ID:]FAULT[@WHEN]`; empty for none
 * @error: return location for an error
 *
 * Reads which requests are to fail. FAULT is a status (401, 402, 403, 404, 429, 500, 502, 503), `drop`, `garbage` or
 * `missing`. WHEN counts the requests that the rule is about: `N` for one of them, `N-M`, `every:N`, or `always`.
 *
 * Returns: (transfer full): the rules; %NULL with %G_IO_ERROR_INVALID_ARGUMENT set
 */
SpMockFaults *
sp_mock_faults_parse (const char  *text,
                      GError     **error)
{
  g_autoptr(SpMockFaults) self = g_new0 (SpMockFaults, 1);
  g_auto(GStrv) parts = g_strsplit (text, ",", -1);

  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  for (guint i = 0; parts[i] != NULL; i++)
    {
      Rule rule;

      if (!parse_rule (&rule, g_strstrip (parts[i])))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is not a fault. Write for example 429@3, list:500@every:7 or runner=1007:drop@always; "
                         "the faults are 401, 402, 403, 404, 429, 500, 502, 503, drop, garbage and missing"), parts[i]);
          return NULL;
        }
      g_array_append_val (self->rules, rule);
    }

  return g_steal_pointer (&self);
}

/**
 * sp_mock_faults_free:
 * @self: (transfer full): rules
 *
 * Frees them.
 */
void
sp_mock_faults_free (SpMockFaults *self)
{
  g_clear_pointer (&self->rules, g_array_unref);
  g_free (self);
}

/**
 * sp_mock_faults_meet:
 * @self: rules
 * @op: what is asked
 * @athlete_id: about whom, 0 for nobody
 * @error: return location for what becomes of it
 *
 * Counts a request with every rule that it falls under. The first rule that wants it to fail decides how.
 *
 * Returns: whether it passes; %FALSE with %SP_FETCH_ERROR set
 */
gboolean
sp_mock_faults_meet (SpMockFaults  *self,
                     SpMockOp       op,
                     gint64         athlete_id,
                     GError       **error)
{
  const Rule *hit = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      Rule *rule = &g_array_index (self->rules, Rule, i);

      if ((rule->op != SP_MOCK_ANY && rule->op != op) || (rule->athlete_id != 0 && rule->athlete_id != athlete_id))
        continue;
      rule->n_met++;
      if (hit == NULL && rule->n_met >= rule->first && rule->n_met <= rule->last
          && (rule->n_met - rule->first) % rule->step == 0)
        hit = rule;
    }
  if (hit == NULL)
    return TRUE;
  g_set_error_literal (error, SP_FETCH_ERROR, kinds[hit->kind].code, _(kinds[hit->kind].message));

  return FALSE;
}
