/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-text.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define NARROWEST 40

/**
 * sp_cli_text_get_paper:
 * @fd: a file descriptor
 *
 * Returns: what it is: a terminal of some width, in colour unless NO_COLOR is set or it is a dumb one; or 80 plain
 * columns
 */
SpCliPaper
sp_cli_text_get_paper (int fd)
{
  SpCliPaper paper = { SP_CLI_PLAIN_WIDTH, FALSE };
  const char *no_colour = g_getenv ("NO_COLOR");
  struct winsize size;

  if (!isatty (fd))
    return paper;

  paper.colour = (no_colour == NULL || *no_colour == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  if (ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= NARROWEST)
    paper.width = size.ws_col;

  return paper;
}

/* What a terminal would act on, in place of showing it, is shown as a question mark. A no-break space has done its work
 * when lines are broken: who searches the output types a plain one. */
static gunichar
get_shown (gunichar sign)
{
  if (sign == 0xa0)
    return ' ';

  return g_unichar_iscntrl (sign) || g_unichar_type (sign) == G_UNICODE_LINE_SEPARATOR ? '?' : sign;
}

static guint
get_sign_width (gunichar sign)
{
  if (g_unichar_iszerowidth (sign))
    return 0;

  return g_unichar_iswide (sign) ? 2 : 1;
}

/**
 * sp_cli_text_get_width:
 * @text: a text in UTF-8
 *
 * Returns: how many columns it takes
 */
guint
sp_cli_text_get_width (const char *text)
{
  guint width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_sign_width (get_shown (g_utf8_get_char (at)));

  return width;
}

static const char *
get_code (SpCliTone tone)
{
  switch (tone)
    {
    case SP_CLI_STRONG:
      return "\033[1m";
    case SP_CLI_FAINT:
      return "\033[2m";
    case SP_CLI_DOUBT:
      return "\033[33m";
    case SP_CLI_BAD:
      return "\033[31m";
    case SP_CLI_PLAIN:
    default:
      return NULL;
    }
}

/**
 * sp_cli_text_append:
 * @out: where to
 * @paper: what it is written on
 * @tone: how it is meant
 * @text: the text
 *
 * Appends it in its tone.
 */
void
sp_cli_text_append (GString          *out,
                    const SpCliPaper *paper,
                    SpCliTone         tone,
                    const char       *text)
{
  const char *code = paper->colour ? get_code (tone) : NULL;

  g_return_if_fail (out != NULL && text != NULL);

  if (code != NULL)
    g_string_append (out, code);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (out, get_shown (g_utf8_get_char (at)));
  if (code != NULL)
    g_string_append (out, "\033[0m");
}

static void
append_blanks (GString *out,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/**
 * sp_cli_text_append_cell:
 * @out: where to
 * @text: the text
 * @width: columns to fill
 * @to_right: whether it stands at the right
 *
 * Appends exactly @width columns: the text and blanks, or as much of it as fits with an ellipsis.
 */
void
sp_cli_text_append_cell (GString    *out,
                         const char *text,
                         guint       width,
                         gboolean    to_right)
{
  guint whole, used = 0;

  g_return_if_fail (out != NULL && text != NULL);

  whole = sp_cli_text_get_width (text);
  if (to_right && whole < width)
    append_blanks (out, width - whole);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = get_shown (g_utf8_get_char (at));

      if (whole > width && used + get_sign_width (sign) + 1 > width)
        {
          if (used < width)
            g_string_append (out, "…");
          used++;
          break;
        }
      g_string_append_unichar (out, sign);
      used += get_sign_width (sign);
    }
  if (!to_right && used < width)
    append_blanks (out, width - used);
  else if (whole > width && used < width)
    append_blanks (out, width - used);
}

/**
 * sp_cli_text_wrap:
 * @text: words with blanks between
 * @width: columns of a line
 *
 * Breaks it between words; a word that is longer than a line has one of its own.
 *
 * Returns: (transfer full): the lines, one at least
 */
GStrv
sp_cli_text_wrap (const char *text,
                  guint       width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit_set (text, " \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (line->len > 0 && sp_cli_text_get_width (line->str) + 1 + sp_cli_text_get_width (words[i]) > width)
        {
          g_strv_builder_add (lines, line->str);
          g_string_truncate (line, 0);
        }
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }
  g_strv_builder_add (lines, line->str);

  return g_strv_builder_end (lines);
}

/**
 * sp_cli_text_append_wrapped:
 * @out: where to
 * @paper: what it is written on
 * @indent: blanks before each line
 * @text: words with blanks between
 *
 * Appends whole words on as many lines as it takes.
 */
void
sp_cli_text_append_wrapped (GString          *out,
                            const SpCliPaper *paper,
                            guint             indent,
                            const char       *text)
{
  g_auto (GStrv) lines = NULL;
  SpCliPaper plain = { paper->width, FALSE };

  g_return_if_fail (out != NULL && text != NULL);

  lines = sp_cli_text_wrap (text, paper->width - MIN (indent, paper->width));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_blanks (out, *lines[i] != '\0' ? indent : 0);
      sp_cli_text_append (out, &plain, SP_CLI_PLAIN, lines[i]);
      g_string_append_c (out, '\n');
    }
}
