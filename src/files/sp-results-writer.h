/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

G_BEGIN_DECLS

/**
 * SpResultsFormat:
 * @SP_RESULTS_XLSX: an Excel workbook
 * @SP_RESULTS_CSV: one long table
 * @SP_RESULTS_JSON: for other programs
 *
 * How results are written.
 */
typedef enum
{
  SP_RESULTS_XLSX,
  SP_RESULTS_CSV,
  SP_RESULTS_JSON,
} SpResultsFormat;

gboolean  sp_results_writer_find_format  (const char           *name,
                                          SpResultsFormat      *format,
                                          GError              **error);
GBytes   *sp_results_writer_to_bytes     (SpResults            *results,
                                          SpResultsFormat       format,
                                          GCancellable         *cancellable,
                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  sp_results_writer_write        (SpResults            *results,
                                          GFile                *file,
                                          GCancellable         *cancellable,
                                          GError              **error);
gboolean  sp_results_writer_write_stream (SpResults            *results,
                                          SpResultsFormat       format,
                                          GOutputStream        *stream,
                                          GCancellable         *cancellable,
                                          GError              **error);
void      sp_results_writer_write_async  (SpResults            *results,
                                          GFile                *file,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean  sp_results_writer_write_finish (GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
