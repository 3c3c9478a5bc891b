/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes at all as a document: whole, or refused. What was read is written and read again, and is the same. */
#include "fuzz/fuzz.h"

#include "files/sp-document.h"
#include "files/sp-file-error.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpDocument) document = sp_document_from_bytes (bytes, &error);
  g_autoptr(SpDocument) again = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;

  if (document == NULL)
    {
      g_assert_true (error != NULL && error->domain == SP_FILE_ERROR);
      return 0;
    }

  first = sp_document_to_bytes (document);
  again = sp_document_from_bytes (first, &error);
  g_assert_no_error (error);
  second = sp_document_to_bytes (again);
  g_assert_true (g_bytes_equal (first, second));

  return 0;
}
