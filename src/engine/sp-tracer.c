/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-tracer.h"

#include "engine/sp-plan.h"
#include "engine/sp-scorer-row.h"
#include "engine/sp-trace-words.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/* Efforts farther than this from every window are told as a number. */
#define NEAR_S (7 * SP_TIME_DAY_S)

/* One known effort with what is said of it, and where it stands: counts, slower, does not count. */
typedef struct
{
  SpVerdict verdict;
  SpBest    best;
  int       class;
} Candidate;

typedef struct
{
  SpScoring          scoring;
  SpGroup           *group;
  SpRunner          *runner;
  SpBlock           *block;
  const SpRowValues *row;
  SpCoverage         coverage;
  GListStore        *lines;
} Trace;

static void
add_line (Trace                   *trace,
          const SpTraceLineValues *values)
{
  g_autoptr (SpTraceLine) line = sp_trace_line_new (values);

  g_list_store_append (trace->lines, line);
}

static void
add_text (Trace       *trace,
          SpTraceKind  kind,
          const char  *text)
{
  add_line (trace, &(SpTraceLineValues) { .kind = kind, .text = text, .start_local_s = SP_TIME_UNKNOWN,
                                          .elapsed_s = -1 });
}

static void
add_answer (Trace *trace)
{
  g_autofree char *head = sp_trace_words_head (trace->row, trace->scoring.local.end_s);
  g_autofree char *remedy = sp_trace_words_remedy (&trace->coverage, trace->scoring.harvest, trace->runner);

  if (trace->row->state == SP_ROW_NO_DATA && remedy != NULL)
    add_text (trace, SP_TRACE_REMEDY, remedy);
  add_text (trace, SP_TRACE_HEAD, head);
  if (trace->row->state != SP_ROW_NO_DATA && remedy != NULL)
    add_text (trace, SP_TRACE_REMEDY, remedy);
}

static gboolean
may_link (SpActivity *activity,
          SpEffortFlags flags)
{
  if (activity != NULL && (sp_activity_get_flags (activity) & SP_ACTIVITY_ONLY_ME) != 0)
    return FALSE;

  return (flags & SP_EFFORT_ONLY_ME) == 0;
}

static void
add_steps (Trace        *trace,
           const SpBest *best)
{
  g_autofree char *birthday = sp_trace_words_sum (best->sighting.effort->elapsed_s, best->birthday_bonus_s, 0);
  g_autofree char *time =
    sp_trace_words_sum (MAX (0, best->sighting.effort->elapsed_s - best->birthday_bonus_s), 0, best->time_bonus_s);

  if (best->birthday_bonus_s == 0 || best->time_bonus_s == 0)
    return;
  add_line (trace, &(SpTraceLineValues) { .kind = SP_TRACE_BONUS, .text = _("birthday bonus"), .arithmetic = birthday,
                                          .start_local_s = SP_TIME_UNKNOWN, .elapsed_s = -1 });
  add_line (trace, &(SpTraceLineValues) { .kind = SP_TRACE_BONUS, .arithmetic = time,
                                          .text = best->time_bonus_s > 0 ? _("time bonus") : _("time penalty"),
                                          .start_local_s = SP_TIME_UNKNOWN, .elapsed_s = -1 });
}

static void
add_candidate (Trace           *trace,
               const Candidate *candidate)
{
  const SpBest *best = &candidate->best;
  const SpSighting *sighting = &best->sighting;
  gboolean valid = candidate->verdict == SP_VERDICT_COUNTS;
  g_autofree char *sum = NULL;
  g_autofree char *text = NULL;
  SpTraceLineValues values = {
    .kind = candidate->class == 0 ? SP_TRACE_COUNTS : valid ? SP_TRACE_SLOWER : SP_TRACE_OUT,
    .verdict = sp_trace_words_verdict (candidate->verdict),
    .start_local_s = sighting->start_local_s,
    .elapsed_s = sighting->effort->elapsed_s,
    .activity_id = sighting->activity_id,
    .effort_id = sighting->effort->id,
    .may_link = may_link (sighting->activity, sighting->effort->flags),
  };

  sum = sp_trace_words_sum (MAX (0, values.elapsed_s), best->birthday_bonus_s, best->time_bonus_s);
  if (valid)
    text = sp_trace_words_bonuses (best, sp_group_get_window (trace->group, (guint) best->window));
  else
    text = sp_trace_words_out (candidate->verdict, trace->group, sighting);
  if (candidate->class == 1)
    values.verdict = best->time_s > trace->row->time_s ? C_("verdict", "slower") : C_("verdict", "later");
  values.text = text;
  values.arithmetic = sum;
  add_line (trace, &values);
  if (candidate->class == 0)
    add_steps (trace, best);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *x = a, *y = b;

  if (x->class != y->class)
    return x->class - y->class;
  if (x->class == 1 && x->best.time_s != y->best.time_s)
    return x->best.time_s < y->best.time_s ? -1 : 1;
  if (x->best.sighting.start_local_s != y->best.sighting.start_local_s)
    return x->best.sighting.start_local_s < y->best.sighting.start_local_s ? -1 : 1;

  return (x->best.sighting.effort->id > y->best.sighting.effort->id) -
         (x->best.sighting.effort->id < y->best.sighting.effort->id);
}

/* What the effort would give in the window that is best for it. */
static void
put_in_window (Trace     *trace,
               Candidate *candidate)
{
  SpBest *best = &candidate->best;

  best->window = -1;
  for (guint i = 0; i < sp_group_get_values (trace->group)->windows->len; i++)
    {
      SpWindow *window = sp_group_get_window (trace->group, i);
      int birthday_s, time_bonus_s = sp_window_get_values (window)->time_bonus_s;
      gint64 time_s;

      if (!sp_judge_try_in (window, &best->sighting))
        continue;
      birthday_s = sp_judge_birthday (window, trace->runner, &best->sighting);
      time_s = MAX (0, (gint64) best->sighting.effort->elapsed_s - birthday_s);
      time_s = CLAMP (time_s - time_bonus_s, 0, G_MAXINT);
      if (best->window >= 0 && time_s >= best->time_s)
        continue;
      best->window = (int) i;
      best->birthday_bonus_s = birthday_s;
      best->time_bonus_s = time_bonus_s;
      best->time_s = (int) time_s;
    }
}

static gboolean
is_near (SpGroup          *group,
         const SpSighting *sighting)
{
  if (sighting->start_local_s == SP_TIME_UNKNOWN)
    return TRUE;

  for (guint i = 0; i < sp_group_get_values (group)->windows->len; i++)
    {
      const SpWindowValues *window = sp_window_get_values (sp_group_get_window (group, i));

      if (window->start_local_s <= window->end_local_s && sighting->start_local_s >= window->start_local_s - NEAR_S &&
          sighting->start_local_s <= window->end_local_s + NEAR_S)
        return TRUE;
    }

  return FALSE;
}

static void
add_efforts (Trace *trace)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  const SpFound *found;
  guint n_found, n_far = 0;

  found = sp_block_find_efforts (trace->block, sp_group_get_values (trace->group)->segment_id, &n_found);
  for (guint i = 0; i < n_found; i++)
    {
      Candidate candidate = { SP_VERDICT_COUNTS };

      sp_judge_see (trace->block, &found[i], &candidate.best.sighting);
      candidate.verdict = sp_judge_try (trace->scoring.judge, &candidate.best.sighting);
      if (candidate.verdict != SP_VERDICT_COUNTS && !is_near (trace->group, &candidate.best.sighting))
        {
          n_far++;
          continue;
        }
      candidate.class = candidate.verdict == SP_VERDICT_COUNTS ? 1 : 2;
      if (candidate.class == 1)
        put_in_window (trace, &candidate);
      if (candidate.class == 1 && candidate.best.sighting.effort->id == trace->row->effort_id &&
          candidate.best.sighting.activity_id == trace->row->activity_id)
        {
          candidate.class = 0;
          candidate.best.window = trace->row->window;
          candidate.best.birthday_bonus_s = trace->row->birthday_bonus_s;
          candidate.best.time_bonus_s = trace->row->time_bonus_s;
        }
      g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    add_candidate (trace, &g_array_index (candidates, Candidate, i));
  if (n_far > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u effort more than a week from every window.",
                                   "%u efforts more than a week from every window.", n_far), n_far);

      add_text (trace, SP_TRACE_SKIPPED, text);
    }
}

static void
add_unknown (Trace      *trace,
             guint       index,
             SpActivity *activity)
{
  const char *reason = sp_block_get_reason (trace->block, index);
  gboolean asked = sp_block_get_state (trace->block, index) == SP_DETAIL_UNKNOWN;

  if (reason == NULL)
    reason = asked ? _("could not be fetched; it may hold an effort") : _("was not looked at; it may hold an effort");
  add_line (trace, &(SpTraceLineValues) {
    .kind = SP_TRACE_UNKNOWN,
    .verdict = C_("verdict", "not fetched"),
    .text = reason,
    .start_local_s = sp_activity_get_start_local_s (activity),
    .elapsed_s = -1,
    .activity_id = sp_activity_get_id (activity),
    .may_link = may_link (activity, SP_EFFORT_NONE),
  });
}

static void
add_activities (Trace *trace)
{
  guint n_looked = 0, n_skipped[SP_N_SKIP_REASONS] = { 0 }, n_all = 0;
  GString *words;

  for (guint i = 0; i < sp_block_get_n (trace->block); i++)
    {
      SpActivity *activity = sp_block_get_activity (trace->block, i);
      SpSkipReason reason = SP_SKIP_WINDOW;

      if (sp_block_get_state (trace->block, i) == SP_DETAIL_HELD)
        n_looked++;
      else if (sp_plan_matters (trace->scoring.asked, trace->scoring.segment, activity,
                                sp_harvest_get_info (trace->scoring.harvest)->thorough, &reason))
        add_unknown (trace, i, activity);
      else
        n_skipped[reason]++;
    }

  words = g_string_new (NULL);
  /* Translators: ", 5 skipped:" may follow */
  g_string_append_printf (words, ngettext ("%u activity looked at", "%u activities looked at", n_looked), n_looked);
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    n_all += n_skipped[i];
  if (n_all > 0)
    g_string_append_printf (words, ngettext (", %u skipped:", ", %u skipped:", n_all), n_all);
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    if (n_skipped[i] > 0)
      {
        g_autofree char *skipped = sp_trace_words_skipped ((SpSkipReason) i, n_skipped[i]);

        g_string_append_printf (words, "%s %s", words->str[words->len - 1] == ':' ? "" : ",", skipped);
      }
  g_string_append_c (words, '.');
  add_text (trace, SP_TRACE_SKIPPED, words->str);
  g_string_free (words, TRUE);
}

static void
add_source (Trace *trace)
{
  const SpHarvestInfo *run = sp_harvest_get_info (trace->scoring.harvest);
  const SpBlockInfo *info = sp_block_get_info (trace->block);
  const char *source = run->source_name ?: run->source_id ?: _("an unknown source");
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (info->fetched_at_s == SP_TIME_UNKNOWN)
    return;
  when = sp_words_moment (info->fetched_at_s + run->utc_offset_s);
  if (info->list == SP_LIST_STALE)
    /* Translators: a source, then a day and a time of day */
    text = g_strdup_printf (_("Old data of %s from %s; the last refresh could not ask."), source, when);
  else
    /* Translators: a source, then a day and a time of day */
    text = g_strdup_printf (_("From %s, asked %s."), source, when);
  add_text (trace, SP_TRACE_SOURCE, text);
  if (info->hides_private)
    add_text (trace, SP_TRACE_SOURCE, _("Private activities are not seen: the permission for them is missing."));
}

/**
 * sp_tracer_trace:
 * @competition: a competition
 * @group: one of its boards
 * @runner: a runner on it
 * @harvest: (nullable): what a run brought, or a snapshot of it, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time that the board was scored for
 *
 * Says why a row is as it is: the answer, what to do where something is not known, each effort near the windows with
 * its verdict and its arithmetic, what was looked at and skipped, where it comes from and when. It is made when it is
 * asked for, from the same rules as the board. Where nothing is known, the first line is what to do.
 *
 * Returns: (transfer full): of #SpTraceLine
 */
GListModel *
sp_tracer_trace (SpCompetition *competition,
                 SpGroup       *group,
                 SpRunner      *runner,
                 SpHarvest     *harvest,
                 gint64         as_of_local_s)
{
  Trace trace = { .group = group, .runner = runner };
  SpRowValues row;
  g_autofree char *note = NULL;
  gint64 id;

  g_return_val_if_fail (SP_IS_COMPETITION (competition) && SP_IS_GROUP (group) && SP_IS_RUNNER (runner), NULL);

  id = sp_runner_get_values (runner)->id;
  sp_scoring_init (&trace.scoring, competition, group, harvest, as_of_local_s);
  note = sp_scoring_fill (&trace.scoring, runner, &row);
  sp_coverage_of_board (harvest, runner, trace.scoring.asked, trace.scoring.segment, &trace.scoring.reach,
                        &trace.coverage);
  trace.row = &row;
  trace.block = harvest != NULL && id != 0 ? sp_harvest_find_block (harvest, id) : NULL;
  trace.lines = g_list_store_new (SP_TYPE_TRACE_LINE);

  add_answer (&trace);
  if (trace.block != NULL)
    {
      add_efforts (&trace);
      add_activities (&trace);
      add_source (&trace);
    }
  sp_scoring_clear (&trace.scoring);

  return G_LIST_MODEL (trace.lines);
}
