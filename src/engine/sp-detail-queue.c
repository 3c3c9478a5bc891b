/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-detail-queue.h"

/* What is asked, with the groups it is for behind it. */
typedef struct
{
  SpDetailItem item;
  gint64       start_s;
  guint        order;
  guint8       for_groups[];
} Entry;

/**
 * SpDetailQueue:
 *
 * In what order details are asked: first what may fill a place on a board where a runner has no effort yet, then the
 * others; the newest first among each.
 */
struct _SpDetailQueue
{
  GObject parent_instance;

  guint      n_groups;
  GPtrArray *entries; /* (owned) of #Entry, sorted once the first is taken */
  GQueue     filled;  /* of entries that fill nothing any more, in order */
  guint      next;
  guint      n_left;
  gboolean   sorted;
};

G_DEFINE_FINAL_TYPE (SpDetailQueue, sp_detail_queue, G_TYPE_OBJECT)

static void
sp_detail_queue_finalize (GObject *object)
{
  SpDetailQueue *self = SP_DETAIL_QUEUE (object);

  g_queue_clear (&self->filled);
  g_clear_pointer (&self->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (sp_detail_queue_parent_class)->finalize (object);
}

static void
sp_detail_queue_class_init (SpDetailQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_detail_queue_finalize;
}

static void
sp_detail_queue_init (SpDetailQueue *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&self->filled);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = *(Entry * const *) a;
  const Entry *y = *(Entry * const *) b;

  if (x->start_s != y->start_s)
    return x->start_s > y->start_s ? -1 : 1;

  return x->order < y->order ? -1 : 1;
}

static gboolean
fills (SpDetailQueue *self,
       const Entry   *entry)
{
  for (guint i = 0; i < self->n_groups; i++)
    if (entry->for_groups[i] && !sp_work_get_filled (entry->item.work)[i])
      return TRUE;

  return FALSE;
}

/**
 * sp_detail_queue_new:
 * @n_groups: groups of the competition
 *
 * Returns: (transfer full): a new queue with nothing in it
 */
SpDetailQueue *
sp_detail_queue_new (guint n_groups)
{
  SpDetailQueue *self = g_object_new (SP_TYPE_DETAIL_QUEUE, NULL);

  self->n_groups = n_groups;

  return self;
}

/**
 * sp_detail_queue_add:
 * @self: a queue
 * @item: what to ask; copied
 * @for_groups: (array): for each group whether it matters there
 *
 * Adds it. All are added before the first is taken.
 */
void
sp_detail_queue_add (SpDetailQueue      *self,
                     const SpDetailItem *item,
                     const guint8       *for_groups)
{
  Entry *entry;

  g_return_if_fail (SP_IS_DETAIL_QUEUE (self) && !self->sorted);

  entry = g_malloc (sizeof (Entry) + self->n_groups);
  entry->item = *item;
  entry->start_s = sp_activity_get_start_utc_s (sp_work_get_activity (item->work, item->index));
  entry->order = self->entries->len;
  memcpy (entry->for_groups, for_groups, self->n_groups);
  g_ptr_array_add (self->entries, entry);
  self->n_left++;
}

/**
 * sp_detail_queue_pop:
 * @self: a queue
 * @item: (out caller-allocates): what to ask next
 *
 * Takes the next one.
 *
 * Returns: whether there was one
 */
gboolean
sp_detail_queue_pop (SpDetailQueue *self,
                     SpDetailItem  *item)
{
  Entry *entry = NULL;

  g_return_val_if_fail (SP_IS_DETAIL_QUEUE (self), FALSE);

  if (!self->sorted)
    g_ptr_array_sort (self->entries, compare_entries);
  self->sorted = TRUE;

  while (self->next < self->entries->len)
    {
      entry = self->entries->pdata[self->next++];
      if (fills (self, entry))
        break;
      g_queue_push_tail (&self->filled, entry);
      entry = NULL;
    }
  if (entry == NULL)
    entry = g_queue_pop_head (&self->filled);
  if (entry == NULL)
    return FALSE;

  *item = entry->item;
  self->n_left--;

  return TRUE;
}

/**
 * sp_detail_queue_get_n:
 * @self: a queue
 *
 * Returns: how many are left
 */
guint
sp_detail_queue_get_n (SpDetailQueue *self)
{
  g_return_val_if_fail (SP_IS_DETAIL_QUEUE (self), 0);

  return self->n_left;
}
