#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test of widgets on a display and a bus of its own; skips where there is none to be had.
set -uo pipefail
for tool in xvfb-run dbus-run-session; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 77
  fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GTK_A11Y=test
unset WAYLAND_DISPLAY XDG_DATA_DIRS
xvfb-run -a -s '-screen 0 1280x800x24' dbus-run-session -- "$@" 2> >(grep -v 'dbus-daemon' >&2)
