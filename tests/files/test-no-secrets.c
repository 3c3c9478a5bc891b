/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer.h"
#include "files/make-workbook.h"
#include "files/sp-document.h"
#include "files/sp-results-writer.h"
#include "files/sp-workbook-reader.h"

#include "api/sp-time.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECRET "d41d8cd98f00b204-secret"

static gboolean
holds (GBytes     *bytes,
       const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + strlen (text) <= size; i++)
    if (memcmp (data + i, text, strlen (text)) == 0)
      return TRUE;

  return FALSE;
}

/* The shared texts of a workbook, as they are written in it. */
static gboolean
holds_unpacked (GBytes     *bytes,
                const char *text)
{
  g_autofree char *path = NULL;
  g_autofree char *command = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("sp-results-XXXXXX.xlsx", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  command = g_strdup_printf ("python3 -c \"import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]);"
                             " print(b'\\n'.join(z.read(n) for n in z.namelist()).count(sys.argv[2].encode()))\""
                             " %s %s", path, text);
  g_assert_true (g_spawn_command_line_sync (command, &out, NULL, NULL, &error));
  g_remove (path);

  return g_ascii_strtoll (out, NULL, 10) > 0;
}

/* A workbook's tokens come out apart, and in nothing that the program writes. */
static void
test_exports (void)
{
  g_autoptr (GBytes) bytes = make_sheets ("Runners", RUNNERS "Ann|#101|" SECRET "|Reds||15-Mar\n", "Segment Series",
                                          SEGMENTS "#7|Hill|2026-01-05|2026-01-11||||\n", NULL);
  g_autoptr (GListModel) faults = NULL;
  g_autoptr (SpWorkbook) workbook = sp_workbook_reader_read_bytes (bytes, "Winter", &faults, NULL, NULL);
  SpCompetition *competition = sp_workbook_get_competition (workbook);
  g_autoptr (SpResults) results = sp_scorer_score (competition, NULL, sp_time_new (2026, 2, 1, 0, 0, 0));
  SpDocumentValues values = { .competition = competition, .source_id = "strava", .results = results };
  g_autoptr (SpDocument) document = sp_document_new (&values, NULL);
  g_autoptr (GBytes) saved = sp_document_to_bytes (document);

  g_assert_true (holds_unpacked (bytes, SECRET));
  g_assert_cmpstr (sp_workbook_get_token (workbook, sp_runner_get_values (sp_competition_get_runner (competition,
                                                                                                       0))->key),
                   ==, SECRET);
  g_assert_true (holds (saved, "Ann"));
  g_assert_false (holds (saved, SECRET));
  for (int format = SP_RESULTS_XLSX; format <= SP_RESULTS_JSON; format++)
    {
      g_autoptr (GBytes) written = sp_results_writer_to_bytes (results, (SpResultsFormat) format, NULL, NULL);

      if (format == SP_RESULTS_XLSX)
        g_assert_false (holds_unpacked (written, SECRET));
      else
        g_assert_true (holds (written, "Ann") && !holds (written, SECRET));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/no-secrets/exports", test_exports);

  return g_test_run ();
}
