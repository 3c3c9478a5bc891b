/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-text.h"

G_BEGIN_DECLS

/**
 * SpCliColumn:
 * @title: its heading
 * @to_right: whether its cells stand at the right, as figures do
 * @least: down to what width it may be narrowed where the line is short, its words on further lines; 0 for never
 *
 * A column of a table.
 */
typedef struct
{
  const char *title;
  gboolean    to_right;
  guint       least;
} SpCliColumn;

/**
 * SpCliTable:
 *
 * A table of texts, aligned, that fits the line.
 */
typedef struct _SpCliTable SpCliTable;

SpCliTable *sp_cli_table_new     (const SpCliColumn  *columns,
                                  guint               n_columns);
void        sp_cli_table_free    (SpCliTable         *self);
void        sp_cli_table_add     (SpCliTable         *self,
                                  SpCliTone           tone,
                                  const char * const *cells);
void        sp_cli_table_append  (SpCliTable         *self,
                                  const SpCliPaper   *paper,
                                  GString            *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpCliTable, sp_cli_table_free)

G_END_DECLS
