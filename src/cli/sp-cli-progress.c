/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-progress.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sp-cli-text.h"
#include "engine/sp-local-time.h"

/* On a terminal no more often than that; what is no terminal gets a line for each tenth of the way. */
#define SHORTEST_US (G_USEC_PER_SEC / 20)
#define TENTHS 10

/**
 * SpCliProgress:
 *
 * Shows how far a run is: a bar that is written over on a terminal, plain lines elsewhere.
 */
struct _SpCliProgress
{
  GObject parent_instance;

  SpProgress *progress; /* (owned) */
  SpClock    *clock;    /* (owned) */
  gulong      handler;
  int         fd;
  guint       bar_width; /* columns of the terminal, 0 for plain lines */
  gint64      shown_us;
  int         shown_tenth;
  gint64      shown_wait_us;
};

G_DEFINE_FINAL_TYPE (SpCliProgress, sp_cli_progress, G_TYPE_OBJECT)

static void
sp_cli_progress_dispose (GObject *object)
{
  SpCliProgress *self = SP_CLI_PROGRESS (object);

  g_clear_signal_handler (&self->handler, self->progress);
  g_clear_object (&self->progress);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (sp_cli_progress_parent_class)->dispose (object);
}

static void
sp_cli_progress_class_init (SpCliProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_cli_progress_dispose;
}

static void
sp_cli_progress_init (SpCliProgress *self)
{
  self->shown_tenth = -1;
}

/* The hour and minute of the organiser's clock. */
static char *
to_clock (gint64 utc_us)
{
  gint64 local_s = sp_local_time_from_utc ((utc_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
  gint64 second = local_s - sp_time_get_day (local_s) * SP_TIME_DAY_S;

  return g_strdup_printf ("%02d:%02d", (int) (second / 3600), (int) (second / 60 % 60));
}

static void
add_quota (GString *line,
           SpQuota *quota)
{
  gsize n_spans = 0;
  const SpQuotaSpan *spans = quota != NULL ? sp_quota_get_spans (quota, &n_spans) : NULL;

  for (gsize i = 0; i < n_spans; i++)
    {
      if (spans[i].limit == 0)
        continue;
      /* Translators: requests used of those that the source allows */
      g_string_append_printf (line, ngettext (", %u of %u request used", ", %u of %u requests used", spans[i].limit),
                              spans[i].used, spans[i].limit);
      return;
    }
}

/**
 * sp_cli_progress_to_line:
 * @values: how far a run is
 * @now_us: the time, UTC microseconds since 1970
 *
 * Returns: (transfer full): that in words, what matters most first
 */
char *
sp_cli_progress_to_line (const SpProgressValues *values,
                         gint64                  now_us)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (values != NULL, NULL);

  g_string_append_printf (line, ngettext ("%u of %u runner", "%u of %u runners", values->n_runners),
                          values->n_runners_done, values->n_runners);
  /* Translators: each of what follows stands after what is before it, as in "3 of 34 runners, done about 14:05" */
  if (values->n_details > 0)
    g_string_append_printf (line, ngettext (", %u of %u activity", ", %u of %u activities", values->n_details),
                            values->n_details_done, values->n_details);
  if (values->wait_until_us > now_us)
    {
      g_autofree char *until = to_clock (values->wait_until_us);

      g_string_append_printf (line, _(", waiting for the quota until %s"), until);
    }
  if (values->expected_end_us > now_us)
    {
      g_autofree char *end = to_clock (values->expected_end_us);

      g_string_append_printf (line, _(", done about %s"), end);
    }
  add_quota (line, values->quota);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * sp_cli_progress_to_bar:
 * @part: how far, 0 to 1
 * @width: columns within the brackets
 *
 * Returns: (transfer full): a bar, as in [####------]
 */
char *
sp_cli_progress_to_bar (double part,
                        guint  width)
{
  g_autoptr (GString) bar = g_string_new ("[");
  guint n = (guint) (CLAMP (part, 0.0, 1.0) * width);

  for (guint i = 0; i < width; i++)
    g_string_append_c (bar, i < n ? '#' : '-');
  g_string_append_c (bar, ']');

  return g_string_free (g_steal_pointer (&bar), FALSE);
}

static void
write_all (int         fd,
           const char *text)
{
  gsize left = strlen (text);

  while (left > 0)
    {
      gssize written = write (fd, text, left);

      if (written <= 0)
        return;
      text += written;
      left -= (gsize) written;
    }
}

static void
show_bar (SpCliProgress          *self,
          const SpProgressValues *values,
          gint64                  now_us)
{
  g_autofree char *bar = sp_cli_progress_to_bar (sp_progress_get_part (self->progress),
                                                  CLAMP (self->bar_width / 8, 5, 30));
  g_autofree char *words = sp_cli_progress_to_line (values, now_us);
  g_autofree char *whole = g_strdup_printf ("%s %s", bar, words);
  g_autoptr (GString) line = g_string_new ("\r");

  sp_cli_text_append_cell (line, whole, self->bar_width - 1, FALSE);
  write_all (self->fd, line->str);
}

static void
changed_cb (SpProgress    *progress,
            SpCliProgress *self)
{
  const SpProgressValues *values = sp_progress_get_values (progress);
  gint64 now_us = sp_clock_get_wall_us (self->clock);
  int tenth = (int) (sp_progress_get_part (progress) * TENTHS);
  gboolean waits = values->wait_until_us > now_us && values->wait_until_us != self->shown_wait_us;

  if (values->phase == SP_PHASE_IDLE)
    return;
  if (self->bar_width > 0)
    {
      if (waits || values->phase == SP_PHASE_DONE || now_us - self->shown_us >= SHORTEST_US || now_us < self->shown_us)
        {
          show_bar (self, values, now_us);
          self->shown_us = now_us;
          self->shown_wait_us = values->wait_until_us;
        }
      return;
    }
  if (tenth > self->shown_tenth || waits)
    {
      g_autofree char *words = sp_cli_progress_to_line (values, now_us);
      g_autofree char *line = g_strdup_printf ("%s\n", words);

      write_all (self->fd, line);
      self->shown_tenth = tenth;
      self->shown_wait_us = values->wait_until_us;
    }
}

/**
 * sp_cli_progress_new:
 * @progress: what is shown
 * @clock: tells the time
 * @fd: where to
 * @bar_width: columns of the terminal, 0 where it is none
 *
 * Returns: (transfer full): it, showing each change until it is ended
 */
SpCliProgress *
sp_cli_progress_new (SpProgress *progress,
                     SpClock    *clock,
                     int         fd,
                     guint       bar_width)
{
  SpCliProgress *self;

  g_return_val_if_fail (SP_IS_PROGRESS (progress) && SP_IS_CLOCK (clock), NULL);

  self = g_object_new (SP_TYPE_CLI_PROGRESS, NULL);
  self->progress = g_object_ref (progress);
  self->clock = g_object_ref (clock);
  self->fd = fd;
  self->bar_width = bar_width;
  self->handler = g_signal_connect (progress, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

/**
 * sp_cli_progress_end:
 * @self: what shows it
 *
 * Shows no more, and clears the bar away.
 */
void
sp_cli_progress_end (SpCliProgress *self)
{
  g_return_if_fail (SP_IS_CLI_PROGRESS (self));

  g_clear_signal_handler (&self->handler, self->progress);
  if (self->bar_width > 0 && self->shown_us > 0)
    {
      g_autoptr (GString) line = g_string_new ("\r");

      sp_cli_text_append_cell (line, "", self->bar_width - 1, FALSE);
      g_string_append_c (line, '\r');
      write_all (self->fd, line->str);
    }
}
