/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-workbook.h"

G_BEGIN_DECLS

SpWorkbook *sp_workbook_reader_read_bytes  (GBytes               *bytes,
                                            const char           *name,
                                            GListModel          **faults,
                                            GCancellable         *cancellable,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
SpWorkbook *sp_workbook_reader_read        (GFile                *file,
                                            GListModel          **faults,
                                            GCancellable         *cancellable,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        sp_workbook_reader_read_async  (GFile                *file,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
SpWorkbook *sp_workbook_reader_read_finish (GAsyncResult         *result,
                                            GListModel          **faults,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
