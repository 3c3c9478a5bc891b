/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-block.h"

/* Where the efforts of a segment begin in the index. */
typedef struct
{
  gint64  segment_id;
  guint32 first;
} Directory;

/* One entry for each effort, sorted by segment: 8 bytes, and the segment's id is read where it lies. So that a look-up
 * need not do that at each step, a directory tells where each segment begins; its last entry is the end. */
struct _SpBlock
{
  gatomicrefcount ref_count;
  SpBlockInfo     info;
  char           *reason;            /* (owned) (nullable) */
  SpPeriod       *gaps;              /* (owned) (nullable) */
  GPtrArray      *activities;        /* (owned) (element-type SpActivity) */
  guint8         *states;            /* (owned) #SpDetailState of each activity */
  GHashTable     *reasons;           /* (owned) (nullable) index + 1 -> why that detail is unknown */
  SpEffort       *listed;            /* (owned) (nullable) */
  gint64         *listed_activities; /* (owned) (nullable) */
  guint           n_listed;
  SpFound        *index;             /* (owned) */
  guint           n_index;
  Directory      *directory;         /* (owned) */
  guint           n_segments;
};

G_DEFINE_BOXED_TYPE (SpBlock, sp_block, sp_block_ref, sp_block_unref)

static const SpEffort *
look (SpBlock       *self,
      const SpFound *found)
{
  guint n_efforts;

  if (found->activity == G_MAXUINT32)
    return &self->listed[found->effort];

  return &sp_activity_get_efforts (self->activities->pdata[found->activity], &n_efforts)[found->effort];
}

static int
compare_found (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const SpEffort *x = look (user_data, a);
  const SpEffort *y = look (user_data, b);

  if (x->segment_id != y->segment_id)
    return x->segment_id < y->segment_id ? -1 : 1;

  return (x->id > y->id) - (x->id < y->id);
}

/* An effort that both a detail and the source's list tell is taken from the detail. */
static gboolean
is_in_details (SpBlock        *self,
               const SpEffort *effort,
               gint64          activity_id)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (self->states[i] == SP_DETAIL_HELD && sp_activity_get_id (self->activities->pdata[i]) == activity_id)
      return TRUE;

  return FALSE;
}

static void
make_directory (SpBlock *self)
{
  GArray *directory = g_array_new (FALSE, TRUE, sizeof (Directory));
  Directory end = { 0, self->n_index };

  for (guint i = 0; i < self->n_index; i++)
    {
      Directory entry = { look (self, &self->index[i])->segment_id, i };

      if (directory->len == 0 ||
          g_array_index (directory, Directory, directory->len - 1).segment_id != entry.segment_id)
        g_array_append_val (directory, entry);
    }
  self->n_segments = directory->len;
  g_array_append_val (directory, end);
  self->directory = (Directory *) (gpointer) g_array_free (directory, FALSE);
}

static void
make_index (SpBlock *self)
{
  GArray *index = g_array_new (FALSE, FALSE, sizeof (SpFound));

  for (guint i = 0; i < self->activities->len; i++)
    {
      guint n_efforts = 0;

      if (self->states[i] == SP_DETAIL_HELD)
        sp_activity_get_efforts (self->activities->pdata[i], &n_efforts);
      for (guint j = 0; j < n_efforts; j++)
        g_array_append_val (index, ((SpFound) { i, j }));
    }
  for (guint j = 0; j < self->n_listed; j++)
    if (!is_in_details (self, &self->listed[j], self->listed_activities[j]))
      g_array_append_val (index, ((SpFound) { G_MAXUINT32, j }));

  g_array_sort_with_data (index, compare_found, self);
  self->n_index = index->len;
  self->index = (SpFound *) (gpointer) g_array_free (index, FALSE);
  make_directory (self);
}

/**
 * sp_block_new:
 * @info: what is known beside the activities; copied
 * @activities: (transfer none) (element-type SpActivity): what the list holds; an activity whose efforts are known is
 *   the detail itself
 * @states: (array): an #SpDetailState for each activity
 * @reasons: (nullable) (array): for each activity why it is unknown, or %NULL; %NULL where none is
 * @listed: (nullable) (array length=n_listed): efforts that the source's list of efforts told; they prove nothing
 * absent
 * @listed_activities: (nullable) (array length=n_listed): the activities of these
 * @n_listed: how many there are
 *
 * Returns: (transfer full): a new block
 */
SpBlock *
sp_block_new (const SpBlockInfo  *info,
              GPtrArray          *activities,
              const guint8       *states,
              const char * const *reasons,
              const SpEffort     *listed,
              const gint64       *listed_activities,
              guint               n_listed)
{
  SpBlock *self;

  g_return_val_if_fail (info != NULL && activities != NULL, NULL);
  g_return_val_if_fail (states != NULL || activities->len == 0, NULL);
  g_return_val_if_fail (n_listed == 0 || (listed != NULL && listed_activities != NULL), NULL);

  self = g_new0 (SpBlock, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->info = *info;
  self->reason = g_strdup (info->reason);
  self->info.reason = self->reason;
  self->gaps = g_memdup2 (info->gaps, info->n_gaps * sizeof (SpPeriod));
  self->info.gaps = self->gaps;
  self->activities = g_ptr_array_new_full (activities->len, (GDestroyNotify) sp_activity_unref);
  for (guint i = 0; i < activities->len; i++)
    {
      g_ptr_array_add (self->activities, sp_activity_ref (activities->pdata[i]));
      if (reasons == NULL || reasons[i] == NULL)
        continue;
      if (self->reasons == NULL)
        self->reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->reasons, GUINT_TO_POINTER (i + 1), g_strdup (reasons[i]));
    }
  self->states = g_memdup2 (states, activities->len);
  self->n_listed = n_listed;
  self->listed = g_memdup2 (listed, n_listed * sizeof (SpEffort));
  self->listed_activities = g_memdup2 (listed_activities, n_listed * sizeof (gint64));
  make_index (self);

  return self;
}

/**
 * sp_block_with_info:
 * @self: a block
 * @info: what is known beside the activities; copied
 *
 * Returns: (transfer full): the same activities, of which something else is known
 */
SpBlock *
sp_block_with_info (SpBlock           *self,
                    const SpBlockInfo *info)
{
  g_autofree const char **reasons = NULL;

  g_return_val_if_fail (self != NULL && info != NULL, NULL);

  reasons = g_new0 (const char *, self->activities->len + 1);
  for (guint i = 0; i < self->activities->len; i++)
    reasons[i] = sp_block_get_reason (self, i);

  return sp_block_new (info, self->activities, self->states, reasons, self->listed, self->listed_activities,
                       self->n_listed);
}

/**
 * sp_block_ref:
 * @self: a block
 *
 * Returns: (transfer full): the same one, held once more
 */
SpBlock *
sp_block_ref (SpBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_block_unref:
 * @self: (transfer full): a block
 *
 * Lets go of it.
 */
void
sp_block_unref (SpBlock *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->reason);
  g_free (self->gaps);
  g_ptr_array_unref (self->activities);
  g_free (self->states);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_free (self->listed);
  g_free (self->listed_activities);
  g_free (self->index);
  g_free (self->directory);
  g_free (self);
}

/**
 * sp_block_get_info:
 * @self: a block
 *
 * Returns: (transfer none): what is known beside the activities
 */
const SpBlockInfo *
sp_block_get_info (SpBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->info;
}

/**
 * sp_block_get_n:
 * @self: a block
 *
 * Returns: how many activities are listed
 */
guint
sp_block_get_n (SpBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->activities->len;
}

/**
 * sp_block_get_activity:
 * @self: a block
 * @index: below the number of its activities
 *
 * Returns: (transfer none): the activity, with its efforts where they are known
 */
SpActivity *
sp_block_get_activity (SpBlock *self,
                       guint    index)
{
  g_return_val_if_fail (self != NULL && index < self->activities->len, NULL);

  return self->activities->pdata[index];
}

/**
 * sp_block_get_state:
 * @self: a block
 * @index: below the number of its activities
 *
 * Returns: how well that activity is known
 */
SpDetailState
sp_block_get_state (SpBlock *self,
                    guint    index)
{
  g_return_val_if_fail (self != NULL && index < self->activities->len, SP_DETAIL_UNKNOWN);

  return self->states[index];
}

/**
 * sp_block_get_reason:
 * @self: a block
 * @index: below the number of its activities
 *
 * Returns: (transfer none) (nullable): why that activity is unknown, for people
 */
const char *
sp_block_get_reason (SpBlock *self,
                     guint    index)
{
  g_return_val_if_fail (self != NULL && index < self->activities->len, NULL);

  return self->reasons != NULL ? g_hash_table_lookup (self->reasons, GUINT_TO_POINTER (index + 1)) : NULL;
}

/**
 * sp_block_find_efforts:
 * @self: a block
 * @segment_id: the source's id of a segment
 * @n_found: (out): how many there are
 *
 * Returns: (transfer none) (nullable) (array length=n_found): all known efforts on that segment, by id
 */
const SpFound *
sp_block_find_efforts (SpBlock *self,
                       gint64   segment_id,
                       guint   *n_found)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL && n_found != NULL, NULL);

  for (high = self->n_segments; low < high;)
    {
      guint middle = low + (high - low) / 2;

      if (self->directory[middle].segment_id < segment_id)
        low = middle + 1;
      else
        high = middle;
    }
  *n_found = 0;
  if (low == self->n_segments || self->directory[low].segment_id != segment_id)
    return NULL;
  *n_found = self->directory[low + 1].first - self->directory[low].first;

  return &self->index[self->directory[low].first];
}

static SpActivity *
find_activity (SpBlock *self,
               gint64   id)
{
  for (guint i = 0; i < self->activities->len; i++)
    if (sp_activity_get_id (self->activities->pdata[i]) == id)
      return self->activities->pdata[i];

  return NULL;
}

/**
 * sp_block_get_effort:
 * @self: a block
 * @found: where it was found
 * @activity: (out) (transfer none) (nullable) (optional): its activity, %NULL where that is not listed
 * @activity_id: (out) (optional): the source's id of its activity
 *
 * Returns: (transfer none): the effort
 */
const SpEffort *
sp_block_get_effort (SpBlock        *self,
                     const SpFound  *found,
                     SpActivity    **activity,
                     gint64         *activity_id)
{
  SpActivity *its_activity = NULL;

  g_return_val_if_fail (self != NULL && found != NULL, NULL);

  if (found->activity != G_MAXUINT32)
    its_activity = self->activities->pdata[found->activity];
  else if (activity != NULL)
    its_activity = find_activity (self, self->listed_activities[found->effort]);
  if (activity != NULL)
    *activity = its_activity;
  if (activity_id != NULL)
    *activity_id = found->activity != G_MAXUINT32 ? sp_activity_get_id (its_activity)
                                                  : self->listed_activities[found->effort];

  return look (self, found);
}
