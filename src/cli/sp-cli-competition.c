/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-competition.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "cli/sp-cli-nearest.h"
#include "cli/sp-cli-options.h"
#include "cli/sp-cli-status.h"
#include "files/sp-demo-reader.h"
#include "files/sp-document-file.h"
#include "files/sp-workbook-fault.h"
#include "files/sp-workbook-reader.h"

static void
append_faults (GString    *text,
               GListModel *faults)
{
  for (guint i = 0; faults != NULL && i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (faults, i);
      g_autofree char *line = sp_workbook_fault_to_line (fault);

      if (sp_workbook_fault_get_severity (fault) == SP_FAULT_ERROR)
        g_string_append_printf (text, "\n  %s", line);
    }
}

/**
 * sp_cli_given_clear:
 * @self: what a file gave
 *
 * Lets go of it.
 */
void
sp_cli_given_clear (SpCliGiven *self)
{
  g_clear_object (&self->competition);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->source_options, g_strfreev);
  g_clear_object (&self->workbook);
}

/* From @bytes where they are given, from @file otherwise. */
static gboolean
read_workbook (GFile       *file,
               GBytes      *bytes,
               SpCliGiven  *given,
               GError     **error)
{
  g_autoptr (GListModel) faults = NULL;
  g_autoptr (SpWorkbook) workbook = NULL;
  g_autoptr (GError) local = NULL;

  if (bytes != NULL)
    workbook = sp_workbook_reader_read_bytes (bytes, _("Competition"), &faults, NULL, &local);
  else
    workbook = sp_workbook_reader_read (file, &faults, NULL, &local);
  if (workbook == NULL)
    {
      g_autoptr (GString) text = g_string_new (local->message);

      append_faults (text, faults);
      g_set_error_literal (error, local->domain, local->code, text->str);
      return FALSE;
    }
  given->competition = g_object_ref (sp_workbook_get_competition (workbook));
  given->workbook = g_steal_pointer (&workbook);

  return TRUE;
}

static gboolean
take_document (SpDocument  *document,
               SpCliGiven  *given)
{
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
  const SpDocumentValues *values;
  GHashTableIter iter;
  gpointer name, value;

  if (document == NULL)
    return FALSE;
  values = sp_document_get_values (document);
  given->competition = g_object_ref (values->competition);
  given->source = g_strdup (values->source_id);
  if (values->source_options != NULL)
    {
      g_hash_table_iter_init (&iter, values->source_options);
      while (g_hash_table_iter_next (&iter, &name, &value))
        {
          g_autofree char *option = g_strdup_printf ("%s=%s", (char *) name, (char *) value);

          g_strv_builder_add (options, option);
        }
    }
  given->source_options = g_strv_builder_end (options);

  return TRUE;
}

/* A workbook is a zip archive, which begins with PK; a document is text. */
static gboolean
read_pipe (SpCliGiven  *given,
           GError     **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SpDocument) document = NULL;

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return FALSE;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  if (g_bytes_get_size (bytes) >= 2 && memcmp (g_bytes_get_data (bytes, NULL), "PK", 2) == 0)
    return read_workbook (NULL, bytes, given, error);
  document = sp_document_from_bytes (bytes, error);

  return document != NULL && take_document (document, given);
}

/**
 * sp_cli_competition_read:
 * @path: a workbook, a document, or %SP_CLI_PIPE
 * @given: (out caller-allocates): what it gives
 * @error: return location for an error that names every fault for which nothing is taken
 *
 * Reads a competition, and for a document which source it is asked of.
 *
 * Returns: whether there is one
 */
gboolean
sp_cli_competition_read (const char  *path,
                         SpCliGiven  *given,
                         GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (SpDocument) document = NULL;

  g_return_val_if_fail (path != NULL && given != NULL, FALSE);

  *given = (SpCliGiven) { NULL };
  if (g_str_equal (path, SP_CLI_PIPE))
    return read_pipe (given, error);
  file = g_file_new_for_commandline_arg (path);
  if (!g_str_has_suffix (path, ".podium"))
    return read_workbook (file, NULL, given, error);
  document = sp_document_file_load (file, NULL, NULL, error);

  return document != NULL && take_document (document, given);
}

/**
 * sp_cli_competition_demo:
 * @source: the source that brings it
 * @error: return location for an error
 *
 * Takes the demo club's competition from a source that has one, in its property `competition`.
 *
 * Returns: (transfer full): the competition
 */
SpCompetition *
sp_cli_competition_demo (SpSource  *source,
                         GError   **error)
{
  g_autoptr (SpFetcher) fetcher = sp_source_open_plain (source, 0, error);
  GParamSpec *property;
  g_autofree char *text = NULL;

  if (fetcher == NULL)
    return NULL;
  property = g_object_class_find_property (G_OBJECT_GET_CLASS (fetcher), "competition");
  if (property == NULL || property->value_type != G_TYPE_STRING)
    {
      g_set_error_literal (error, SP_CLI_ERROR, SP_CLI_USAGE,
                           _("The source brings no demo club. Run “demo:” with --source=mock, or leave --source out."));
      return NULL;
    }
  g_object_get (fetcher, "competition", &text, NULL);

  return sp_demo_reader_read (text != NULL ? text : "", error);
}

/**
 * sp_cli_competition_check:
 * @competition: a competition
 * @error: return location for a sentence
 *
 * Looks for what would leave every board empty.
 *
 * Returns: whether boards can have rows
 */
gboolean
sp_cli_competition_check (SpCompetition  *competition,
                          GError        **error)
{
  gboolean has_groups, has_series;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), FALSE);

  has_groups = sp_competition_get_n_groups (competition) > 0;
  has_series = sp_competition_get_n_series_windows (competition) > 0;
  if (!has_groups && !has_series)
    {
      g_set_error_literal (error, SP_CLI_ERROR, SP_CLI_USAGE,
                           _("The competition has no segments and no distance series. Add a segment with its dates."));
      return FALSE;
    }
  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    {
      const SpRunnerValues *runner = sp_runner_get_values (sp_competition_get_runner (competition, i));

      if ((has_groups && runner->segment_team != NULL) || (has_series && runner->distance_team != NULL))
        return TRUE;
    }
  g_set_error_literal (error, SP_CLI_ERROR, SP_CLI_USAGE,
                       _("No runner has a team, so every board would be empty. Fill in “Segment Series Team” (or "
                         "“Distance Series Team”) for those who take part."));

  return FALSE;
}

static void
set_unknown (SpCompetition  *competition,
             const char     *name,
             GError        **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *nearest = NULL;

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    g_ptr_array_add (names, (char *) sp_runner_get_values (sp_competition_get_runner (competition, i))->name);
  nearest = sp_cli_nearest_names (name, names, 3);
  if (nearest != NULL)
    /* Translators: a name that nobody has, then names like it */
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("No runner is called “%s”. Did you mean %s?"), name, nearest);
  else
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("No runner is called “%s”: the competition has none."), name);
}

/**
 * sp_cli_competition_find:
 * @competition: a competition
 * @names: (array zero-terminated=1): names of runners
 * @error: return location for a sentence with the nearest names
 *
 * Returns: (transfer full) (element-type utf8): keys of all runners with one of these names
 */
GPtrArray *
sp_cli_competition_find (SpCompetition       *competition,
                         const char * const  *names,
                         GError             **error)
{
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (SP_IS_COMPETITION (competition) && names != NULL, NULL);

  keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *wanted = g_utf8_casefold (names[i], -1);
      guint n_before = keys->len;

      for (guint k = 0; k < sp_competition_get_n_runners (competition); k++)
        {
          const SpRunnerValues *runner = sp_runner_get_values (sp_competition_get_runner (competition, k));
          g_autofree char *name = g_utf8_casefold (runner->name, -1);

          if (g_str_equal (name, wanted))
            g_ptr_array_add (keys, g_strdup (runner->key));
        }
      if (keys->len == n_before)
        {
          set_unknown (competition, names[i], error);
          return NULL;
        }
    }

  return g_steal_pointer (&keys);
}
