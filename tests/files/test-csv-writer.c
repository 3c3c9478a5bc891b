/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-csv-writer.h"

#include "files/make-results.h"

#define HILL "Hill: up/down [long] and on and on and on"

static void
test_table (void)
{
  static const char * const expected[] = {
    "Board,Team,Runner,Rank,Team Rank,Attempts,Fastest Time (sec),Fastest Time (h:mm:ss),Fastest Date,"
    "Fastest Distance (m),Status,Runs,Distance (km),Climb (m)",
    HILL ",Blues,\"'=HYPERLINK(\"\"x\"\")\",2,1,3,700,0:11:40,2026-01-08,3612.2,"
    "timed; old data; time of day hidden; time penalty 10 s,,,",
    HILL ",Blues,Cy,,,0,,,,,none,,,",
    HILL ",Blues,'-5 Ed,,,,,,,,no data (not connected); may get faster,,,",
    HILL ",Reds,_x0041_,3,1,0,1800,0:30:00,2026-01-05,,default time,,,",
    HILL ",reds,\"Zoë, of “Wye”\",1,1,3,635,0:10:35,2026-01-08T18:00:00,3612.2,"
    "timed; birthday bonus 30 s; time penalty 10 s,,,",
    HILL "-2,Blues,\"'=HYPERLINK(\"\"x\"\")\",2,1,3,700,0:11:40,2026-01-08,3612.2,"
    "timed; old data; time of day hidden; time penalty 10 s,,,",
  };
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = sp_csv_writer_to_bytes (results, NULL, &error);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (lines[i], ==, expected[i]);

  /* Three boards of five rows, two distance boards of two, and the end of the last line. */
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 15 + 4 + 1);
  g_assert_cmpstr (lines[16], ==, "Distance 2026-01-01 2026-01-31,Reds,\"Zoë, of “Wye”\",1,,,,,,,old data,4,41.23,512");
  g_assert_cmpstr (lines[17], ==, "Distance 2026-01-01 2026-01-31,Blues,Cy,,,,,,,,no data (offline),,,");
  g_assert_cmpstr (lines[20], ==, "");
}

static void
test_cancel (void)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_csv_writer_to_bytes (results, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/csv-writer/table", test_table);
  g_test_add_func ("/files/csv-writer/cancel", test_cancel);

  return g_test_run ();
}
