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

/* What a terminal would act on, in place of showing it, is shown as a question mark. */
static gunichar
get_shown (gunichar sign)
{
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
  g_auto(GStrv) words = NULL;
  guint used = 0;

  g_return_if_fail (out != NULL && text != NULL);

  words = g_strsplit_set (text, " \n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint width = sp_cli_text_get_width (words[i]);
      SpCliPaper plain = { paper->width, FALSE };

      if (width == 0)
        continue;
      if (used == 0)
        append_blanks (out, indent);
      else if (used + 1 + width > paper->width)
        {
          g_string_append_c (out, '\n');
          append_blanks (out, indent);
          used = 0;
        }
      else
        g_string_append_c (out, ' ');
      used = used == 0 ? indent + width : used + 1 + width;
      sp_cli_text_append (out, &plain, SP_CLI_PLAIN, words[i]);
    }
  g_string_append_c (out, '\n');
}
