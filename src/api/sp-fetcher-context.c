/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-fetcher-context.h"

/**
 * SpFetcherContext:
 *
 * What a fetcher is given for one run: a clock, a place of its own, its secrets. It takes nothing from elsewhere.
 */
struct _SpFetcherContext
{
  GObject        parent_instance;

  SpClock       *clock;      /* (owned) */
  char          *user_agent; /* (owned) */
  char          *directory;  /* (owned) (nullable) */
  SpSecretStore *secrets;    /* (owned) (nullable) */
  gint64         run_started_s;
};

G_DEFINE_FINAL_TYPE (SpFetcherContext, sp_fetcher_context, G_TYPE_OBJECT)

static void
sp_fetcher_context_finalize (GObject *object)
{
  SpFetcherContext *self = SP_FETCHER_CONTEXT (object);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->user_agent, g_free);
  g_clear_pointer (&self->directory, g_free);
  g_clear_object (&self->secrets);

  G_OBJECT_CLASS (sp_fetcher_context_parent_class)->finalize (object);
}

static void
sp_fetcher_context_class_init (SpFetcherContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_fetcher_context_finalize;
}

static void
sp_fetcher_context_init (SpFetcherContext *self)
{
}

/**
 * sp_fetcher_context_new:
 * @clock: the clock of the run
 * @user_agent: what to call oneself to a server
 * @directory: (nullable) (type filename): a folder for this plugin alone, which may not exist yet; %NULL where nothing
 *   may be kept
 * @secrets: (nullable): a secret store scoped to this plugin; %NULL for decorators and sources without secrets
 * @run_started_s: when the run began, UTC seconds since 1970. A run that was cut off and goes on keeps its first start:
 *   what was fetched since then need not be asked again
 *
 * Returns: (transfer full): a new context
 */
SpFetcherContext *
sp_fetcher_context_new (SpClock       *clock,
                        const char    *user_agent,
                        const char    *directory,
                        SpSecretStore *secrets,
                        gint64         run_started_s)
{
  SpFetcherContext *self;

  g_return_val_if_fail (SP_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (user_agent != NULL, NULL);
  g_return_val_if_fail (secrets == NULL || SP_IS_SECRET_STORE (secrets), NULL);

  self = g_object_new (SP_TYPE_FETCHER_CONTEXT, NULL);
  self->clock = g_object_ref (clock);
  self->user_agent = g_strdup (user_agent);
  self->directory = g_strdup (directory);
  self->secrets = secrets != NULL ? g_object_ref (secrets) : NULL;
  self->run_started_s = run_started_s;

  return self;
}

/**
 * sp_fetcher_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): the clock of the run
 */
SpClock *
sp_fetcher_context_get_clock (SpFetcherContext *self)
{
  g_return_val_if_fail (SP_IS_FETCHER_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * sp_fetcher_context_get_user_agent:
 * @self: a context
 *
 * Returns: (transfer none): what to call oneself to a server
 */
const char *
sp_fetcher_context_get_user_agent (SpFetcherContext *self)
{
  g_return_val_if_fail (SP_IS_FETCHER_CONTEXT (self), NULL);

  return self->user_agent;
}

/**
 * sp_fetcher_context_get_directory:
 * @self: a context
 *
 * Returns: (transfer none) (nullable) (type filename): a folder for this plugin alone, which may not exist yet
 */
const char *
sp_fetcher_context_get_directory (SpFetcherContext *self)
{
  g_return_val_if_fail (SP_IS_FETCHER_CONTEXT (self), NULL);

  return self->directory;
}

/**
 * sp_fetcher_context_get_secrets:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): this plugin's own secrets
 */
SpSecretStore *
sp_fetcher_context_get_secrets (SpFetcherContext *self)
{
  g_return_val_if_fail (SP_IS_FETCHER_CONTEXT (self), NULL);

  return self->secrets;
}

/**
 * sp_fetcher_context_get_run_started_s:
 * @self: a context
 *
 * Returns: when the run began, UTC seconds since 1970
 */
gint64
sp_fetcher_context_get_run_started_s (SpFetcherContext *self)
{
  g_return_val_if_fail (SP_IS_FETCHER_CONTEXT (self), 0);

  return self->run_started_s;
}
