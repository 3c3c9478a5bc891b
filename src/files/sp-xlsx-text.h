/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpXlsxText:
 * @text: (owned): what was gathered so far
 * @phonetic: how deep inside reading aids we are
 *
 * Gathers a text that may be in several runs, each with its own look; reading aids above the text are left out.
 */
typedef struct
{
  GString *text;
  guint    phonetic;
} SpXlsxText;

void  sp_xlsx_text_init   (SpXlsxText  *self);
void  sp_xlsx_text_clear  (SpXlsxText  *self);
void  sp_xlsx_text_reset  (SpXlsxText  *self);
void  sp_xlsx_text_start  (SpXlsxText  *self,
                           const char  *name);
void  sp_xlsx_text_end    (SpXlsxText  *self,
                           const char  *name,
                           const char  *text);

void  sp_xlsx_text_append (GString     *to,
                           const char  *escaped);
char *sp_xlsx_text_escape (const char  *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
