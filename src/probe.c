/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plugin-probe.h"

/* Loads one module, to see whether a process survives that. */
int
main (int    argc,
      char **argv)
{
  return argc == 2 ? sp_plugin_probe_run_in_child (argv[1]) : 2;
}
