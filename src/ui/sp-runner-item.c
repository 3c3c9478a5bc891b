/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runner-item.h"

#include "api/sp-error.h"

#include <glib/gi18n-lib.h>

/**
 * SpRunnerItem:
 *
 * A runner in the list of runners, and how the source answers for them. Immutable.
 */
struct _SpRunnerItem
{
  GObject parent_instance;

  SpRunner      *runner;  /* (owned) */
  SpQualityRow  *quality; /* (owned) (nullable) */
  SpRunnerState  state;
};

G_DEFINE_FINAL_TYPE (SpRunnerItem, sp_runner_item, G_TYPE_OBJECT)

static void
sp_runner_item_finalize (GObject *object)
{
  SpRunnerItem *self = SP_RUNNER_ITEM (object);

  g_clear_object (&self->runner);
  g_clear_object (&self->quality);

  G_OBJECT_CLASS (sp_runner_item_parent_class)->finalize (object);
}

static void
sp_runner_item_class_init (SpRunnerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_runner_item_finalize;
}

static void
sp_runner_item_init (SpRunnerItem *self)
{
}

/* A permission that never brought anything is not one that was lost. */
static SpRunnerState
judge (const SpRunnerValues     *runner,
       const SpQualityRowValues *quality)
{
  gboolean was_fetched = quality != NULL && quality->fetched_at_s != SP_TIME_UNKNOWN;

  if (runner->id == 0)
    return SP_RUNNER_NO_ACCOUNT;
  if (quality != NULL && (quality->state == SP_QUALITY_FAILED || quality->state == SP_QUALITY_STALE)
      && quality->reason != NULL)
    {
      if (quality->error_code != SP_FETCH_ERROR_UNAUTHORIZED)
        return SP_RUNNER_FAILED;
      if (was_fetched)
        return SP_RUNNER_RECONNECT;
      return runner->consent_s != SP_TIME_UNKNOWN ? SP_RUNNER_WAITING : SP_RUNNER_UNCONNECTED;
    }
  if (was_fetched)
    return quality->hides_private ? SP_RUNNER_PARTLY : SP_RUNNER_CONNECTED;

  return runner->consent_s != SP_TIME_UNKNOWN ? SP_RUNNER_WAITING : SP_RUNNER_UNASKED;
}

/**
 * sp_runner_item_new:
 * @runner: a runner
 * @quality: (nullable): how well their data are known; %NULL where nothing was asked
 *
 * Returns: (transfer full): a new item
 */
SpRunnerItem *
sp_runner_item_new (SpRunner     *runner,
                    SpQualityRow *quality)
{
  SpRunnerItem *self;

  g_return_val_if_fail (SP_IS_RUNNER (runner), NULL);

  self = g_object_new (SP_TYPE_RUNNER_ITEM, NULL);
  self->runner = g_object_ref (runner);
  g_set_object (&self->quality, quality);
  self->state = judge (sp_runner_get_values (runner), sp_runner_item_get_quality (self));

  return self;
}

/**
 * sp_runner_item_get_runner:
 * @self: an item
 *
 * Returns: (transfer none): the runner
 */
SpRunner *
sp_runner_item_get_runner (SpRunnerItem *self)
{
  g_return_val_if_fail (SP_IS_RUNNER_ITEM (self), NULL);

  return self->runner;
}

/**
 * sp_runner_item_get_state:
 * @self: an item
 *
 * Returns: how the runner stands with the source
 */
SpRunnerState
sp_runner_item_get_state (SpRunnerItem *self)
{
  g_return_val_if_fail (SP_IS_RUNNER_ITEM (self), SP_RUNNER_UNASKED);

  return self->state;
}

/**
 * sp_runner_item_get_quality:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): how well the runner's data are known
 */
const SpQualityRowValues *
sp_runner_item_get_quality (SpRunnerItem *self)
{
  g_return_val_if_fail (SP_IS_RUNNER_ITEM (self), NULL);

  return self->quality != NULL ? sp_quality_row_get_values (self->quality) : NULL;
}

/**
 * sp_runner_state_to_text:
 * @state: a state
 *
 * Returns: (transfer none): it in words
 */
const char *
sp_runner_state_to_text (SpRunnerState state)
{
  static const char * const texts[] = {
    /* Translators: how a runner stands with the source: the permission ended, the last refresh failed */
    [SP_RUNNER_RECONNECT] = N_("reconnect"), [SP_RUNNER_FAILED] = N_("failed"),
    [SP_RUNNER_PARTLY] = N_("some permissions missing"), [SP_RUNNER_WAITING] = N_("waiting for the address"),
    [SP_RUNNER_UNCONNECTED] = N_("not connected"), [SP_RUNNER_NO_ACCOUNT] = N_("no account"),
    [SP_RUNNER_UNASKED] = N_("not asked yet"), [SP_RUNNER_CONNECTED] = N_("connected"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (texts), NULL);

  return _(texts[state]);
}

/**
 * sp_runner_item_to_words:
 * @self: an item
 *
 * Returns: (transfer full): how the runner stands, in a few words
 */
char *
sp_runner_item_to_words (SpRunnerItem *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (SP_IS_RUNNER_ITEM (self), NULL);

  if (self->state != SP_RUNNER_WAITING)
    return g_strdup (sp_runner_state_to_text (self->state));
  date = g_date_time_new_from_unix_local (sp_runner_get_values (self->runner)->consent_s);
  /* Translators: a day without weekday and year, as g_date_time_format() writes it */
  day = g_date_time_format (date, _("%-d %b"));

  /* Translators: then a day; the runner was sent a link and has not answered */
  return g_strdup_printf (_("invited %s"), day);
}

/**
 * sp_runner_item_get_icon:
 * @self: an item
 * @css_class: (out): the class of its colour
 *
 * Returns: (transfer none): the name of the icon of how the runner stands
 */
const char *
sp_runner_item_get_icon (SpRunnerItem  *self,
                         const char   **css_class)
{
  static const struct
  {
    const char *icon_name;
    const char *css_class;
  } icons[] = {
    [SP_RUNNER_RECONNECT] = { "sp-no-data-symbolic", "error" },
    [SP_RUNNER_FAILED] = { "sp-unknown-symbolic", "warning" },
    [SP_RUNNER_PARTLY] = { "sp-provisional-symbolic", "warning" },
    [SP_RUNNER_WAITING] = { "sp-waiting-symbolic", "dim-label" },
    [SP_RUNNER_UNCONNECTED] = { "sp-no-data-symbolic", "warning" },
    [SP_RUNNER_NO_ACCOUNT] = { "sp-default-symbolic", "dim-label" },
    [SP_RUNNER_UNASKED] = { "sp-waiting-symbolic", "dim-label" },
    [SP_RUNNER_CONNECTED] = { "sp-complete-symbolic", "success" },
  };

  g_return_val_if_fail (SP_IS_RUNNER_ITEM (self), NULL);

  *css_class = icons[self->state].css_class;

  return icons[self->state].icon_name;
}

/**
 * sp_runner_item_is_same:
 * @self: an item
 * @other: another
 *
 * Returns: whether both would be shown alike
 */
gboolean
sp_runner_item_is_same (SpRunnerItem *self,
                        SpRunnerItem *other)
{
  const SpQualityRowValues *x = sp_runner_item_get_quality (self);
  const SpQualityRowValues *y = sp_runner_item_get_quality (other);

  return self->runner == other->runner && self->state == other->state && (x == NULL) == (y == NULL)
         && (x == NULL || (x->fetched_at_s == y->fetched_at_s && g_strcmp0 (x->reason, y->reason) == 0));
}
