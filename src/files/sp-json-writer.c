/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-json-writer.h"

#include "files/sp-json-text.h"
#include "files/sp-results-json.h"

/**
 * sp_json_writer_to_bytes:
 * @results: results
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Writes results for other programs, as `data/results.schema.json` describes. The same results give the same bytes.
 * Blocks; call it from a worker.
 *
 * Returns: (transfer full): the file, %NULL with %G_IO_ERROR_CANCELLED
 */
GBytes *
sp_json_writer_to_bytes (SpResults     *results,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(JsonObject) object = NULL;

  g_return_val_if_fail (SP_IS_RESULTS (results), NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  object = sp_results_json_encode (results);
  json_object_set_string_member (object, "format", "segment-podium-results");
  json_object_set_int_member (object, "version", SP_JSON_WRITER_VERSION);
  json_object_set_string_member (object, "competition",
                                 sp_competition_get_name (sp_results_get_values (results)->competition));

  return sp_json_text_write (object);
}
