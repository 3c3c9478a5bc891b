/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-faults.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define ANY_OP -1

/* One rule: [SCOPE:]KIND[@WHEN]. */
typedef struct
{
  int          op;
  gint64       athlete_id;
  SpFetchError code;
  const char  *message;
  guint        nth;   /* the call that fails, 0 for all */
  guint        every; /* every so many calls, 0 for not */
  guint        n_calls;
} Rule;

struct _SpMockFaults
{
  GArray *rules; /* (owned) of #Rule */
};

static const struct
{
  const char   *name;
  SpFetchError  code;
  const char   *message;
} kinds[] = {
  { "429", SP_FETCH_ERROR_RATE_LIMITED, N_("The demo source was told to refuse: too many requests.") },
  { "500", SP_FETCH_ERROR_FAILED, N_("The demo source was told to fail (500).") },
  { "503", SP_FETCH_ERROR_FAILED, N_("The demo source was told to be out of order (503).") },
  { "drop", SP_FETCH_ERROR_OFFLINE, N_("The demo source was told to drop the connection.") },
  { "garbage", SP_FETCH_ERROR_PROTOCOL, N_("The demo source was told to answer with something unreadable.") },
  { "missing", SP_FETCH_ERROR_PROTOCOL, N_("The demo source was told to leave the field “id” out.") },
  { "401", SP_FETCH_ERROR_UNAUTHORIZED, N_("The demo source was told that the runner took the permission back.") },
  { "402", SP_FETCH_ERROR_UNSUPPORTED, N_("The demo source was told to ask for a subscription.") },
  { "403", SP_FETCH_ERROR_FORBIDDEN, N_("The demo source was told to bar the application.") },
  { "404", SP_FETCH_ERROR_NOT_FOUND, N_("The demo source was told that there is no such thing.") },
};

static const char * const ops[] = { "list", "detail", "segment", "efforts", NULL };

static gboolean
parse_scope (const char *text,
             Rule       *rule)
{
  if (g_str_has_prefix (text, "runner="))
    return g_ascii_string_to_signed (text + strlen ("runner="), 10, 1, G_MAXINT64, &rule->athlete_id, NULL);
  for (int i = 0; ops[i] != NULL; i++)
    if (g_str_equal (text, ops[i]))
      {
        rule->op = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_when (const char *text,
            Rule       *rule)
{
  gboolean every = g_str_has_prefix (text, "every:");
  guint64 n;

  if (g_str_equal (text, "always"))
    return TRUE;
  if (!g_ascii_string_to_unsigned (every ? text + strlen ("every:") : text, 10, 1, G_MAXUINT32, &n, NULL))
    return FALSE;
  if (every)
    rule->every = (guint) n;
  else
    rule->nth = (guint) n;

  return TRUE;
}

static gboolean
parse_kind (const char *text,
            Rule       *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (text, kinds[i].name))
      {
        rule->code = kinds[i].code;
        rule->message = kinds[i].message;
        return TRUE;
      }

  return FALSE;
}

/* Scopes may stand one after the other: "runner=700003:detail:500@2". */
static gboolean
parse_rule (const char *text,
            Rule       *rule)
{
  g_auto (GStrv) at = g_strsplit (text, "@", 2);
  g_auto (GStrv) parts = NULL;
  guint n_parts;

  if (at[0] == NULL || (at[1] != NULL && !parse_when (at[1], rule)))
    return FALSE;
  parts = g_strsplit (at[0], ":", 0);
  n_parts = g_strv_length (parts);
  for (guint i = 0; i + 1 < n_parts; i++)
    if (!parse_scope (parts[i], rule))
      return FALSE;

  return n_parts > 0 && parse_kind (parts[n_parts - 1], rule);
}

/**
 * sp_mock_faults_parse:
 * @text: (nullable): rules with commas between them, each as [SCOPE:]KIND[@WHEN]; nothing for no faults
 * @error: return location
 *
 * Reads what shall fail. SCOPE is `list`, `detail`, `segment`, `efforts` or `runner=ID`, or two of them; KIND is `429`,
 * `500`, `503`, `drop`, `garbage`, `missing`, `401`, `402`, `403` or `404`; WHEN is the number of the call, `every:N`
 * or `always`, which it is where nothing is said.
 *
 * Returns: (transfer full) (nullable): the faults
 */
SpMockFaults *
sp_mock_faults_parse (const char  *text,
                      GError     **error)
{
  g_autoptr (SpMockFaults) self = g_new0 (SpMockFaults, 1);
  g_auto (GStrv) rules = g_strsplit (text != NULL ? text : "", ",", 0);

  self->rules = g_array_new (FALSE, TRUE, sizeof (Rule));
  for (guint i = 0; rules[i] != NULL; i++)
    {
      Rule rule = { .op = ANY_OP };
      const char *its_text = g_strstrip (rules[i]);

      if (*its_text == '\0')
        continue;
      if (!parse_rule (its_text, &rule))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is not a fault. Write it like 429@3, list:500@every:7 or runner=700003:404."), its_text);
          return NULL;
        }
      g_array_append_val (self->rules, rule);
    }

  return g_steal_pointer (&self);
}

/**
 * sp_mock_faults_free:
 * @self: (transfer full): faults
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
 * sp_mock_faults_next:
 * @self: faults
 * @op: what is asked
 * @athlete_id: about whom, 0 for nobody
 *
 * Counts a call, and tells whether it fails.
 *
 * Returns: (transfer full) (nullable): the failure
 */
GError *
sp_mock_faults_next (SpMockFaults *self,
                     SpMockOp      op,
                     gint64        athlete_id)
{
  GError *error = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      Rule *rule = &g_array_index (self->rules, Rule, i);

      if ((rule->op != ANY_OP && rule->op != (int) op)
          || (rule->athlete_id != 0 && rule->athlete_id != athlete_id))
        continue;
      rule->n_calls++;
      if (error == NULL
          && ((rule->nth == 0 && rule->every == 0) || rule->n_calls == rule->nth
              || (rule->every > 0 && rule->n_calls % rule->every == 0)))
        error = g_error_new_literal (SP_FETCH_ERROR, rule->code, _(rule->message));
    }

  return error;
}
