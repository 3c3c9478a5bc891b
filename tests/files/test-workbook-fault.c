/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong in a workbook, all at once, each with its cell and its remedy. */
#include "files/sp-workbook-fault.h"

#include "files/make-workbook.h"
#include "files/sp-file-error.h"
#include "files/sp-workbook-reader.h"

#define TWO_RUNNERS RUNNERS "Ann|#101|tok-a|Reds||15-Mar\nBen|102|tok-b|Blues|Blues|~31121\n"
#define ONE_SEGMENT SEGMENTS "#7|Hill|2026-01-05|2026-01-11||||\n"

/* All faults as lines, for a test to look for one. */
static char *
list_faults (GListModel *faults)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr(SpWorkbookFault) fault = g_list_model_get_item (faults, i);
      g_autofree char *line = sp_workbook_fault_to_line (fault);

      g_string_append_printf (lines, "%s %s\n",
                              sp_workbook_fault_get_severity (fault) == SP_FAULT_ERROR ? "E" : "W", line);
    }

  return g_string_free (lines, FALSE);
}

/* Expects each of the lines, given in one text with line ends, and no other fault. */
static void
assert_faults (GBytes     *bytes,
               gboolean    loads,
               const char *expected)
{
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SpWorkbook) self = sp_workbook_reader_read_bytes (bytes, "Winter", &faults, NULL, &error);
  g_autofree char *lines = NULL;
  g_auto(GStrv) wanted = g_strsplit (expected, "\n", -1);

  g_assert_nonnull (faults);
  lines = list_faults (faults);
  for (guint i = 0; wanted[i] != NULL; i++)
    if (strstr (lines, wanted[i]) == NULL)
      g_error ("“%s” is not in:\n%s", wanted[i], lines);
  g_assert_cmpuint (g_list_model_get_n_items (faults), ==, g_strv_length (wanted));

  if (loads)
    {
      g_assert_no_error (error);
      g_assert_nonnull (self);
    }
  else
    {
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID);
      g_assert_null (self);
    }
}

static void
assert_bad_rows (const char *runners,
                 const char *segments,
                 const char *expected)
{
  g_autoptr(GBytes) bytes = make_sheets ("Runners", runners, "Segment Series", segments, NULL);

  assert_faults (bytes, FALSE, expected);
}

static void
test_not_connected (void)
{
  g_autoptr(GBytes) bytes = make_sheets ("Runners", RUNNERS "Ann||t|Reds||\nBen|#2||Reds||\nCy|#3|t|Reds||\n",
                                         "Segment Series", ONE_SEGMENT, NULL);

  assert_faults (bytes, TRUE, "W Runners B2: Ann has no Strava ID and is not connected yet\n"
                              "W Runners C3: Ben has no token and may not be connected yet");
}

static void
test_missing (void)
{
  g_autoptr(GBytes) none = make_sheets ("Sheet1", "", NULL);
  g_autoptr(GBytes) bare = make_sheets ("Runners", "", "Segment Series", "Segment ID|Segment ID\n#1|\n", NULL);
  g_autoptr(GBytes) empty = make_sheets ("Runners", RUNNERS, "Segment Series", SEGMENTS, NULL);

  assert_faults (none, FALSE, "E Runners: The sheet is missing.\nE Segment Series: The sheet is missing.");
  assert_faults (bare, FALSE, "E Runners row 1: The column “Name” is missing\nThe column “Strava ID” is missing\n"
                              "“Refresh Token”\n“Segment Series Team”\n“Distance Series Team”\n“Birthday (dd-mmm)”\n"
                              "E Segment Series row 1: The column “Segment Name” is missing\n“Start Date”\n“End Date”\n"
                              "“Default Time”\n“Minimum Distance (m)”\n“Birthday Bonus (secs)”\n"
                              "E Segment Series B1: The column “Segment ID” is there twice");
  assert_faults (empty, FALSE, "E Runners: No runner has a team.\n"
                               "E Segment Series: There is no segment and no distance series.");
}

static void
test_bad_runners (void)
{
  assert_bad_rows (RUNNERS "|#1|t|Reds||\nBen|4812x137|t|Reds||\nCy|#3|t|Reds||\nDi|3|t|Reds||\nEd|#-5|t|Reds||\n"
                   "Flo|#1.5|t|Reds||\nGus|#8|t|Reds||31-Feb\nHal|#9|t|=A1||!#REF!\nIda|#10|t|||#77\nJo|=1|t|||\n",
                   ONE_SEGMENT,
                   "E Runners A2: The name is blank. Write the runner’s name, or delete row 2.\n"
                   "E Runners B3: “4812x137” is not a Strava ID. Write digits only\n"
                   "E Runners B5: 3 is also in B4 (Cy). Give Di the right Strava ID\n"
                   "E Runners B6: “-5” is not a Strava ID\nE Runners B7: “1.5” is not a Strava ID\n"
                   "E Runners F8: “31-Feb” is not a birthday. Write day and month, such as 28-Feb.\n"
                   "E Runners D9: The formula has no stored value\n"
                   "E Runners F9: The formula ends in the error “#REF!”\n"
                   "E Runners F10: “77” is not a birthday\nE Runners B11: The formula has no stored value");
}

static void
test_bad_segments (void)
{
  assert_bad_rows (TWO_RUNNERS, SEGMENTS
                   "Sandy-Slog|A|2026-01-05|2026-01-11|||||\n|B|2026-01-05|2026-01-11|||||\n"
                   "#3|C|soon|#46033|||||\n#4|D||2026-01-11|||||\n#5|E|2026-02-01|2026-01-26|||||\n"
                   "#6|F|2026-01-05|2026-01-11|#0||-5||\n#7||2026-01-05|2026-01-11|%-0.1|-1|||\n"
                   "#8|H|2026-01-05|2026-01-11|#600|#100|||\n#8|Hh|2026-02-05|2026-02-11|#601|#101|||\n"
                   "#9|I|2026-02-30|2026-03-01|~46033||||\n",
                   "E Segment Series A2: “Sandy-Slog” is not a segment ID\n"
                   "E Segment Series A3: The segment ID is missing\n"
                   "E Segment Series C4: “soon” is not a date\nE Segment Series D4: “46033” is not a date\n"
                   "E Segment Series C5: The date is missing\n"
                   "E Segment Series D6: The window ends before it starts. C6 says 2026-02-01, D6 says 2026-01-26\n"
                   "E Segment Series E7: The default time is 0:00:00\n"
                   "E Segment Series G7: The birthday bonus is -5 s, below 0\n"
                   "E Segment Series E8: The default time is -2:24:00\nE Segment Series F8: “-1” is below 0\n"
                   "E Segment Series A8: The segment has no name in any row\n"
                   "E Segment Series B10: The segment is “Hh” here, and “H” in B9\n"
                   "E Segment Series E10: The default time is 0:10:01 here, and 0:10:00 in E9\n"
                   "E Segment Series F10: The minimum distance is 101 m here, and 100 m in F9\n"
                   "E Segment Series C11: “2026-02-30” is not a date\n"
                   "E Segment Series E11: “46033” is not a length of time");
}

static void
test_warnings (void)
{
  g_autoptr(GBytes) bytes = make_sheets (
    "Runners", TWO_RUNNERS, "Segment Series", SEGMENTS
    "#7|Hill|2026-01-05|2026-01-11|none|far|some||much\n#7|Hill|2026-01-11|2026-01-18|||||\n"
    "#8|Lane|2026-01-05|2026-01-11T00:00:00|%0.25||||\n#9|Ten|2026-01-05|2026-01-11|5:59:59||||\n",
    "Distance Series", SERIES "2026-01-01|2026-01-31|ten\n2026-01-31|2026-02-28|\n", NULL);

  assert_faults (bytes, TRUE,
                 "W Segment Series E2: “none” is not a number and is taken as none. Write it as h:mm:ss\n"
                 "W Segment Series F2: “far” is not a number and is taken as none\n"
                 "W Segment Series G2: “some” is not a number and is taken as none\n"
                 "W Segment Series I2: “much” is not a number and is taken as none\n"
                 "W Segment Series C3: The window overlaps the one of row 2\n"
                 "W Segment Series D4: The window ends at midnight, when its last day begins. Write 2026-01-11 alone\n"
                 "W Segment Series E4: The default time is 6:00:00, which is long\n"
                 "W Distance Series C2: “ten” is not a number and is taken as none\n"
                 "W Distance Series A3: The window overlaps the one of row 2");
}

/* A long text is quoted in part, and never cut inside a letter. */
static void
test_quotes (void)
{
  g_autoptr(GString) segments = g_string_new (SEGMENTS "#7|Hill|");
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (segments, "ß");
  g_string_append (segments, "|2026-01-11|||||\n");
  bytes = make_sheets ("Runners", TWO_RUNNERS, "Segment Series", segments->str, NULL);
  assert_faults (bytes, FALSE, "“ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß…” is not a date");
}

static void
test_many_faults (void)
{
  g_autoptr(GString) runners = g_string_new (RUNNERS);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *lines = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (runners, "R%u|x|t|Reds||\n", i);
  bytes = make_sheets ("Runners", runners->str, "Segment Series", ONE_SEGMENT, NULL);

  g_assert_null (sp_workbook_reader_read_bytes (bytes, "Winter", &faults, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "1500 faults in the workbook “Winter”"));
  g_assert_cmpuint (g_list_model_get_n_items (faults), ==, 1001);
  lines = list_faults (faults);
  g_assert_nonnull (strstr (lines, "There are 500 more faults"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/workbook-fault/not-connected", test_not_connected);
  g_test_add_func ("/files/workbook-fault/missing", test_missing);
  g_test_add_func ("/files/workbook-fault/bad-runners", test_bad_runners);
  g_test_add_func ("/files/workbook-fault/bad-segments", test_bad_segments);
  g_test_add_func ("/files/workbook-fault/warnings", test_warnings);
  g_test_add_func ("/files/workbook-fault/quotes", test_quotes);
  g_test_add_func ("/files/workbook-fault/many-faults", test_many_faults);

  return g_test_run ();
}
