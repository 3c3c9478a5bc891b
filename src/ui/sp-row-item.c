/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-row-item.h"

/**
 * SpRowItem:
 *
 * A runner's line on a board that is shown. It stays the same while rows, which never change, come and go: so a view
 * keeps its widgets, and brings up to date those of the lines that changed. It emits `changed` then.
 */
struct _SpRowItem
{
  GObject parent_instance;

  char  *key;      /* (owned): the runner's */
  SpRow *row;      /* (owned) */
  int    leader_s;
  char  *name_key; /* (owned) (nullable): made when it is first asked for */
  char  *team_key; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpRowItem, sp_row_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
sp_row_item_finalize (GObject *object)
{
  SpRowItem *self = SP_ROW_ITEM (object);

  g_clear_object (&self->row);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->name_key, g_free);
  g_clear_pointer (&self->team_key, g_free);

  G_OBJECT_CLASS (sp_row_item_parent_class)->finalize (object);
}

static void
sp_row_item_class_init (SpRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_row_item_finalize;

  /**
   * SpRowItem::changed:
   *
   * What it shows is not what it showed before.
   */
  changed_signal = g_signal_new ("changed", SP_TYPE_ROW_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sp_row_item_init (SpRowItem *self)
{
}

/**
 * sp_row_item_new:
 * @row: a row of a board
 * @leader_s: the leader's time in seconds, -1 where there is none
 *
 * Returns: (transfer full): its line
 */
SpRowItem *
sp_row_item_new (SpRow *row,
                 int    leader_s)
{
  SpRowItem *self;

  g_return_val_if_fail (SP_IS_ROW (row), NULL);

  self = g_object_new (SP_TYPE_ROW_ITEM, NULL);
  self->key = g_strdup (sp_runner_get_values (sp_row_get_values (row)->runner)->key);
  self->row = g_object_ref (row);
  self->leader_s = leader_s;

  return self;
}

/**
 * sp_row_item_get_key:
 * @self: a line
 *
 * Returns: (transfer none): the key of its runner, which stays the same
 */
const char *
sp_row_item_get_key (SpRowItem *self)
{
  g_return_val_if_fail (SP_IS_ROW_ITEM (self), NULL);

  return self->key;
}

/**
 * sp_row_item_get_row:
 * @self: a line
 *
 * Returns: (transfer none): what it shows
 */
SpRow *
sp_row_item_get_row (SpRowItem *self)
{
  g_return_val_if_fail (SP_IS_ROW_ITEM (self), NULL);

  return self->row;
}

/**
 * sp_row_item_get_leader_s:
 * @self: a line
 *
 * Returns: the time in seconds that its gap is counted from, -1 where there is none
 */
int
sp_row_item_get_leader_s (SpRowItem *self)
{
  g_return_val_if_fail (SP_IS_ROW_ITEM (self), -1);

  return self->leader_s;
}

static const char *
get_key (char       **key,
         const char  *text)
{
  if (*key == NULL)
    *key = g_utf8_collate_key (text != NULL ? text : "", -1);

  return *key;
}

/**
 * sp_row_item_get_name_key:
 * @self: a line
 *
 * Returns: what sorts it by the runner's name, byte by byte
 */
const char *
sp_row_item_get_name_key (SpRowItem *self)
{
  g_return_val_if_fail (SP_IS_ROW_ITEM (self), NULL);

  return get_key (&self->name_key, sp_runner_get_values (sp_row_get_values (self->row)->runner)->name);
}

/**
 * sp_row_item_get_team_key:
 * @self: a line
 *
 * Returns: what sorts it by the team's name, byte by byte
 */
const char *
sp_row_item_get_team_key (SpRowItem *self)
{
  g_return_val_if_fail (SP_IS_ROW_ITEM (self), NULL);

  return get_key (&self->team_key, sp_runner_get_values (sp_row_get_values (self->row)->runner)->segment_team);
}

static gboolean
is_same (SpRow *a,
         SpRow *b)
{
  const SpRowValues *x = sp_row_get_values (a);
  const SpRowValues *y = sp_row_get_values (b);

  return x->runner == y->runner && x->group == y->group && x->state == y->state && x->flags == y->flags
         && x->rank == y->rank && x->team_rank == y->team_rank && x->attempts == y->attempts && x->time_s == y->time_s
         && x->effort_id == y->effort_id && x->fetched_at_s == y->fetched_at_s && g_strcmp0 (x->reason, y->reason) == 0;
}

/**
 * sp_row_item_update:
 * @self: a line
 * @row: another row of the same runner
 * @leader_s: the leader's time in seconds, -1 where there is none
 *
 * Shows that row from now on.
 *
 * Returns: whether what it shows is another now
 */
gboolean
sp_row_item_update (SpRowItem *self,
                    SpRow     *row,
                    int        leader_s)
{
  gboolean same;

  g_return_val_if_fail (SP_IS_ROW_ITEM (self) && SP_IS_ROW (row), FALSE);

  same = leader_s == self->leader_s && is_same (self->row, row);
  if (sp_row_get_values (self->row)->runner != sp_row_get_values (row)->runner)
    {
      g_clear_pointer (&self->name_key, g_free);
      g_clear_pointer (&self->team_key, g_free);
    }
  g_set_object (&self->row, row);
  self->leader_s = leader_s;
  if (!same)
    g_signal_emit (self, changed_signal, 0);

  return !same;
}
