/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-work.h"

#include "engine/sp-spans.h"

#include <glib/gi18n-lib.h>

struct _SpWork
{
  SpAthlete   *athlete;    /* (owned) */
  SpBlockInfo  info;
  SpSpans     *spans;      /* (owned) */
  char        *reason;     /* (owned) (nullable) */
  gboolean     all_cached;
  GPtrArray   *activities; /* (owned) (element-type SpActivity) */
  GByteArray  *states;     /* (owned) #SpDetailState each */
  GPtrArray   *reasons;    /* (owned) (element-type utf8) (nullable elements) */
  GHashTable  *by_id;      /* (owned) gint64 -> index + 1 */
  GArray      *listed;     /* (owned) of #SpEffort */
  GArray      *listed_in;  /* (owned) of gint64 */
  guint8      *filled;     /* (owned) for each group whether an effort is known */
  GError      *dead;       /* (owned) (nullable) */
  SpBlock     *block;      /* (owned) (nullable) what was last made of it */
};

/**
 * sp_work_new:
 * @athlete: whom it is about
 * @n_groups: groups of the competition
 *
 * Returns: (transfer full): a new one, of which nothing is known
 */
SpWork *
sp_work_new (SpAthlete *athlete,
             guint      n_groups)
{
  SpWork *self = g_new0 (SpWork, 1);

  self->athlete = sp_athlete_ref (athlete);
  self->spans = sp_spans_new ();
  self->info = (SpBlockInfo) { .athlete_id = sp_athlete_get_id (athlete), .list = SP_LIST_PENDING, .error_code = -1,
                               .fetched_at_s = SP_TIME_UNKNOWN, .covered = sp_spans_get_hull (self->spans) };
  self->all_cached = TRUE;
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  self->states = g_byte_array_new ();
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->listed = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  self->listed_in = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filled = g_new0 (guint8, n_groups + 1);

  return self;
}

/**
 * sp_work_free:
 * @self: (transfer full): a work
 *
 * Frees it. Blocks made of it live on.
 */
void
sp_work_free (SpWork *self)
{
  g_clear_pointer (&self->athlete, sp_athlete_unref);
  g_clear_pointer (&self->spans, sp_spans_free);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->states, g_byte_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_array_unref);
  g_clear_pointer (&self->listed_in, g_array_unref);
  g_clear_pointer (&self->block, sp_block_unref);
  g_clear_error (&self->dead);
  g_free (self->filled);
  g_free (self->reason);
  g_free (self);
}

static void
touch (SpWork *self)
{
  g_clear_pointer (&self->block, sp_block_unref);
}

/**
 * sp_work_get_athlete:
 * @self: a work
 *
 * Returns: (transfer none): whom it is about
 */
SpAthlete *
sp_work_get_athlete (SpWork *self)
{
  return self->athlete;
}

/**
 * sp_work_get_list:
 * @self: a work
 *
 * Returns: how well the list is known
 */
SpListState
sp_work_get_list (SpWork *self)
{
  return self->info.list;
}

/**
 * sp_work_begin_list:
 * @self: a work
 * @covered: the period of UTC that the list will cover
 *
 * Begins a list, or one more; what an unfinished one brought stays, since an activity is the same by its id.
 */
void
sp_work_begin_list (SpWork         *self,
                    const SpPeriod *covered)
{
  self->info.asking = TRUE;
  sp_spans_add (self->spans, covered);
  self->info.covered = sp_spans_get_hull (self->spans);
  self->info.gaps = sp_spans_get_gaps (self->spans, &self->info.n_gaps);
  touch (self);
}

static void
put_activity (SpWork     *self,
              SpActivity *activity)
{
  gint64 id = sp_activity_get_id (activity);
  guint8 state = sp_activity_has_efforts (activity) ? SP_DETAIL_HELD : SP_DETAIL_NOT_HELD;
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));

  if (index == 0)
    {
      g_ptr_array_add (self->activities, sp_activity_ref (activity));
      g_byte_array_append (self->states, &state, 1);
      g_ptr_array_add (self->reasons, NULL);
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (self->activities->len));
      return;
    }

  index--;
  if (self->states->data[index] == SP_DETAIL_HELD)
    return;
  sp_activity_unref (self->activities->pdata[index]);
  self->activities->pdata[index] = sp_activity_ref (activity);
  self->states->data[index] = state;
  g_clear_pointer (&self->reasons->pdata[index], g_free);
}

/**
 * sp_work_add_page:
 * @self: a work
 * @page: a page of the list
 * @now_s: UTC seconds since 1970, for a source that does not say when it answered
 *
 * Takes a page in. An activity that two pages tell is taken once.
 */
void
sp_work_add_page (SpWork         *self,
                  SpActivityPage *page,
                  gint64          now_s)
{
  const SpOrigin *origin = sp_activity_page_get_origin (page);
  gint64 fetched_at_s = origin->fetched_at_s != SP_TIME_UNKNOWN ? origin->fetched_at_s : now_s;

  for (guint i = 0; i < sp_activity_page_get_n (page); i++)
    put_activity (self, sp_activity_page_get (page, i));
  if (self->info.fetched_at_s == SP_TIME_UNKNOWN || fetched_at_s < self->info.fetched_at_s)
    self->info.fetched_at_s = fetched_at_s;
  self->all_cached = self->all_cached && origin->from_cache;
  self->info.from_cache = self->all_cached;
  self->info.hides_private = self->info.hides_private || origin->hides_private;
  touch (self);
}

/**
 * sp_work_end_list:
 * @self: a work
 * @state: how well the list is known; where one of several lists is known worse, the worse stays
 * @error: (nullable): why it is not fresh
 *
 * Ends a list.
 */
void
sp_work_end_list (SpWork       *self,
                  SpListState   state,
                  const GError *error)
{
  self->info.asking = FALSE;
  self->info.list = MAX (self->info.list, state);
  if (error != NULL)
    {
      g_free (self->reason);
      self->info.reason = self->reason = g_strdup (error->message);
      self->info.error_code = error->domain == SP_FETCH_ERROR ? error->code : SP_FETCH_ERROR_FAILED;
    }
  touch (self);
}

/**
 * sp_work_add_retries:
 * @self: a work
 * @n_retries: attempts after the first
 *
 * Counts them.
 */
void
sp_work_add_retries (SpWork *self,
                     guint   n_retries)
{
  self->info.n_retries += n_retries;
}

/**
 * sp_work_get_n:
 * @self: a work
 *
 * Returns: how many activities are listed
 */
guint
sp_work_get_n (SpWork *self)
{
  return self->activities->len;
}

/**
 * sp_work_get_activity:
 * @self: a work
 * @index: below the number of activities
 *
 * Returns: (transfer none): that activity
 */
SpActivity *
sp_work_get_activity (SpWork *self,
                      guint   index)
{
  return self->activities->pdata[index];
}

/**
 * sp_work_get_state:
 * @self: a work
 * @index: below the number of activities
 *
 * Returns: how well it is known
 */
SpDetailState
sp_work_get_state (SpWork *self,
                   guint   index)
{
  return self->states->data[index];
}

/**
 * sp_work_put_detail:
 * @self: a work
 * @index: below the number of activities
 * @detail: what the source told of it
 * @error: return location
 *
 * Takes a detail in, where it is one.
 *
 * Returns: whether it tells the efforts of that activity
 */
gboolean
sp_work_put_detail (SpWork      *self,
                    guint        index,
                    SpActivity  *detail,
                    GError     **error)
{
  if (sp_activity_get_id (detail) != sp_activity_get_id (self->activities->pdata[index]))
    {
      g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL,
                   _("The source answered with another activity than was asked for."));
      return FALSE;
    }
  if (!sp_activity_has_efforts (detail) || (sp_activity_get_flags (detail) & SP_ACTIVITY_PROCESSING) != 0)
    {
      g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED,
                   _("The source is still working on this activity. Refresh later."));
      return FALSE;
    }

  sp_activity_unref (self->activities->pdata[index]);
  self->activities->pdata[index] = sp_activity_ref (detail);
  self->states->data[index] = SP_DETAIL_HELD;
  g_clear_pointer (&self->reasons->pdata[index], g_free);
  touch (self);

  return TRUE;
}

/**
 * sp_work_put_unknown:
 * @self: a work
 * @index: below the number of activities
 * @reason: why, for people
 *
 * Says that a detail was wanted and not had. One that is known all the same stays known.
 */
void
sp_work_put_unknown (SpWork     *self,
                     guint       index,
                     const char *reason)
{
  if (self->states->data[index] == SP_DETAIL_HELD)
    return;
  self->states->data[index] = SP_DETAIL_UNKNOWN;
  g_free (self->reasons->pdata[index]);
  self->reasons->pdata[index] = g_strdup (reason);
  touch (self);
}

/**
 * sp_work_add_listed:
 * @self: a work
 * @effort: an effort that the source's list of efforts told
 * @activity_id: its activity
 *
 * Takes it in. It proves nothing absent.
 */
void
sp_work_add_listed (SpWork         *self,
                    const SpEffort *effort,
                    gint64          activity_id)
{
  g_array_append_val (self->listed, *effort);
  g_array_append_val (self->listed_in, activity_id);
  touch (self);
}

/**
 * sp_work_set_dead:
 * @self: a work
 * @error: why the source will not answer for this runner any more
 *
 * Says that it makes no sense to ask on.
 */
void
sp_work_set_dead (SpWork       *self,
                  const GError *error)
{
  if (self->dead == NULL)
    self->dead = g_error_copy (error);
}

/**
 * sp_work_get_dead:
 * @self: a work
 *
 * Returns: (transfer none) (nullable): why it makes no sense to ask on
 */
const GError *
sp_work_get_dead (SpWork *self)
{
  return self->dead;
}

/**
 * sp_work_get_filled:
 * @self: a work
 *
 * Returns: (transfer none) (array): for each group whether an effort is known; who learns of one sets it
 */
guint8 *
sp_work_get_filled (SpWork *self)
{
  return self->filled;
}

/**
 * sp_work_get_block:
 * @self: a work
 *
 * Returns: (transfer none): what is known now, immutable; made anew only where something changed
 */
SpBlock *
sp_work_get_block (SpWork *self)
{
  if (self->block == NULL)
    self->block = sp_block_new (&self->info, self->activities, self->states->data,
                                (const char * const *) self->reasons->pdata,
                                (const SpEffort *) (gpointer) self->listed->data,
                                (const gint64 *) (gpointer) self->listed_in->data, self->listed->len);

  return self->block;
}
