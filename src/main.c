/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/sp-cli.h"
#include "ui/sp-application.h"
#include "ui/sp-opener.h"

/* Where words are translated: as installed, or as built. */
static void
set_up_languages (void)
{
  const char *folder = g_getenv ("SEGMENT_PODIUM_LOCALE_PATH");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SP_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (SpApplication) application = NULL;
  g_auto (GStrv) arguments = NULL;

  /* What is printed is for the next program. Only where there are no threads yet can that be said. */
  g_log_writer_default_set_use_stderr (TRUE);
  set_up_languages ();
  g_set_prgname ("segment-podium");
  g_set_application_name ("Segment Podium");

  arguments = g_strdupv (argv);
  g_free (arguments[0]);
  for (int i = 0; i < argc; i++)
    arguments[i] = arguments[i + 1];

  if (sp_cli_has_command (arguments))
    return sp_cli_main (arguments);
  if (!sp_application_has_display ())
    return sp_cli_need_command ();

  if (sp_cli_wants_demo_window (arguments))
    argv[1] = (char *) SP_OPENER_DEMO;
  application = sp_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
