/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-spans.h"

#define LENGTH 60

/* "0-9 20-29" and the like, added in that order. */
static char *
gaps_of (const char *text)
{
  g_autoptr (SpSpans) spans = sp_spans_new ();
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  GString *out = g_string_new (NULL);
  const SpPeriod *gaps;
  guint n_gaps;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (parts[i], "-", 2);
      SpPeriod period = { g_ascii_strtoll (ends[0], NULL, 10), g_ascii_strtoll (ends[1], NULL, 10) };

      sp_spans_add (spans, &period);
    }
  gaps = sp_spans_get_gaps (spans, &n_gaps);
  for (guint i = 0; i < n_gaps; i++)
    g_string_append_printf (out, "%s%d-%d", i > 0 ? " " : "", (int) gaps[i].start_s, (int) gaps[i].end_s);

  return g_string_free (out, FALSE);
}

static void
test_gaps (void)
{
  static const struct { const char *spans, *gaps; } cases[] = {
    { "10-19", "" }, { "10-19 20-29", "" }, { "10-19 30-39", "20-29" }, { "30-39 10-19", "20-29" },
    { "10-19 30-39 50-59", "20-29 40-49" }, { "10-19 50-59 30-39", "20-29 40-49" }, { "10-19 30-39 15-35", "" },
    { "10-19 30-39 20-29", "" }, { "10-19 30-39 22-25", "20-21 26-29" }, { "10-19 30-39 0-45", "" },
    { "10-19 30-39 25-50", "20-24" }, { "10-19 30-39 0-4", "5-9 20-29" }, { "10-19 12-15", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *gaps = gaps_of (cases[i].spans);

      g_assert_cmpstr (gaps, ==, cases[i].gaps);
    }
}

/* Whatever is added: each second of the hull is in a gap, or was added. */
static void
test_any (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (SpSpans) spans = sp_spans_new ();
      gboolean added[LENGTH] = { FALSE };
      SpPeriod hull = sp_spans_get_hull (spans);
      const SpPeriod *gaps;
      guint n_gaps;

      g_assert_cmpint (hull.start_s, >, hull.end_s);
      for (guint i = 0; i < 5; i++)
        {
          int start_s = g_test_rand_int_range (0, LENGTH);
          SpPeriod period = { start_s, g_test_rand_int_range (start_s, MIN (start_s + 15, LENGTH)) };

          sp_spans_add (spans, &period);
          for (gint64 j = period.start_s; j <= period.end_s; j++)
            added[j] = TRUE;
        }
      hull = sp_spans_get_hull (spans);
      gaps = sp_spans_get_gaps (spans, &n_gaps);
      for (gint64 j = 0; j < LENGTH; j++)
        {
          guint n_in = 0;

          for (guint i = 0; i < n_gaps; i++)
            n_in += sp_period_contains (&gaps[i], j);
          g_assert_cmpuint (n_in, ==, sp_period_contains (&hull, j) && !added[j]);
          g_assert_true (sp_period_contains (&hull, j) || !added[j]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/spans/gaps", test_gaps);
  g_test_add_func ("/engine/spans/any", test_any);

  return g_test_run ();
}
