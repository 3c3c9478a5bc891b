/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/sp-cli.h"

int
main (int    argc,
      char **argv)
{
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("segment-podium");
  g_set_application_name ("Segment Podium");

  arguments = g_strdupv (argv);
  g_free (arguments[0]);
  for (int i = 0; i < argc; i++)
    arguments[i] = arguments[i + 1];

  return sp_cli_main (arguments);
}
