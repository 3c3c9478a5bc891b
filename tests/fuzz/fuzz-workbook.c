/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes at all as a workbook: a competition, faults or an error, and never anything else. */
#include "fuzz/fuzz.h"

#include "files/sp-file-error.h"
#include "files/sp-workbook-reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SpWorkbook) workbook = sp_workbook_reader_read_bytes (bytes, "fuzz", &faults, NULL, &error);

  g_assert_true ((workbook != NULL) == (error == NULL));
  g_assert_true (error == NULL || error->domain == SP_FILE_ERROR);
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  g_assert_true (error == NULL || error->code != SP_FILE_ERROR_INVALID || g_list_model_get_n_items (faults) > 0);

  return 0;
}
