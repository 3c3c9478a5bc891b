/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-status.h"

#include <gio/gio.h>

#include "engine/sp-plugin-error.h"
#include "engine/sp-union.h"
#include "files/sp-file-error.h"

static char *printed;

static void
print_cb (const char *text)
{
  g_free (printed);
  printed = g_strdup (text);
}

/* What a command ends with, by what went wrong. */
static void
test_statuses (void)
{
  const struct
  {
    GQuark      domain;
    int         code;
    SpCliStatus expected;
  } cases[] = {
    { SP_CLI_ERROR, SP_CLI_USAGE, SP_CLI_USAGE },
    { SP_CLI_ERROR, SP_CLI_FAILED, SP_CLI_FAILED },
    { SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN, SP_CLI_USAGE },
    { SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION, SP_CLI_USAGE },
    { SP_UNION_ERROR, SP_UNION_ERROR_EMPTY, SP_CLI_USAGE },
    { SP_FILE_ERROR, SP_FILE_ERROR_NOT_A_WORKBOOK, SP_CLI_USAGE },
    { SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE, SP_CLI_FAILED },
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, SP_CLI_INTERRUPTED },
    { G_IO_ERROR, G_IO_ERROR_FAILED, SP_CLI_FAILED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain, cases[i].code, "Something is wrong");

      g_clear_pointer (&printed, g_free);
      g_assert_cmpint (sp_cli_report (error), ==, cases[i].expected);
      g_assert_cmpstr (printed, ==, cases[i].expected == SP_CLI_INTERRUPTED
                                      ? NULL
                                      : "segment-podium: Something is wrong.\n");
    }
}

/* Lines stay lines; what a terminal would act on is shown. */
static void
test_words (void)
{
  g_autoptr (GError) error = g_error_new_literal (SP_CLI_ERROR, SP_CLI_USAGE, "Bad:\n  one\033[1m\n  two.");
  g_autoptr (GError) question = g_error_new_literal (SP_CLI_ERROR, SP_CLI_USAGE, "Did you mean Huw?");
  g_autoptr (GError) bytes = g_error_new_literal (SP_CLI_ERROR, SP_CLI_USAGE, "No file a\xff.");

  sp_cli_report (error);
  g_assert_cmpstr (printed, ==, "segment-podium: Bad:\n  one?[1m\n  two.\n");
  sp_cli_report (question);
  g_assert_cmpstr (printed, ==, "segment-podium: Did you mean Huw?\n");
  sp_cli_report (bytes);
  g_assert_true (g_utf8_validate (printed, -1, NULL));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_set_printerr_handler (print_cb);

  g_test_add_func ("/cli/status/statuses", test_statuses);
  g_test_add_func ("/cli/status/words", test_words);
  status = g_test_run ();
  g_clear_pointer (&printed, g_free);

  return status;
}
