/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpCliTone:
 * @SP_CLI_PLAIN: as it is
 * @SP_CLI_STRONG: headings
 * @SP_CLI_FAINT: what matters less
 * @SP_CLI_DOUBT: what may still change
 * @SP_CLI_BAD: what has to be mended
 *
 * How a piece of text is meant. Words say it too: colour is never alone.
 */
typedef enum
{
  SP_CLI_PLAIN,
  SP_CLI_STRONG,
  SP_CLI_FAINT,
  SP_CLI_DOUBT,
  SP_CLI_BAD,
} SpCliTone;

/**
 * SpCliPaper:
 * @width: columns of a line
 * @colour: whether tones are shown
 *
 * What text is written on.
 */
typedef struct
{
  guint    width;
  gboolean colour;
} SpCliPaper;

/**
 * SP_CLI_PLAIN_WIDTH:
 *
 * Columns of what is no terminal.
 */
#define SP_CLI_PLAIN_WIDTH 80

SpCliPaper sp_cli_text_get_paper  (int               fd);
guint      sp_cli_text_get_width  (const char       *text);
void       sp_cli_text_append     (GString          *out,
                                   const SpCliPaper *paper,
                                   SpCliTone         tone,
                                   const char       *text);
void       sp_cli_text_append_cell (GString         *out,
                                   const char       *text,
                                   guint             width,
                                   gboolean          to_right);
GStrv      sp_cli_text_wrap       (const char       *text,
                                   guint             width);
void       sp_cli_text_append_wrapped (GString      *out,
                                   const SpCliPaper *paper,
                                   guint             indent,
                                   const char       *text);

G_END_DECLS
