#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a display and a bus of its own; skips where there is none to be had. SCREEN is its size. A person
# before the window finds things by what they tell a screen reader: GTK_A11Y=atspi; widgets are tested without.
set -uo pipefail
for tool in Xvfb dbus-run-session; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 77
  fi
done
home=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; wait; rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home GDK_BACKEND=x11 GSK_RENDERER=cairo
export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
export GTK_A11Y=${GTK_A11Y:-test}
# What is there, is there at once, and moves not. SP_TEST_SETTINGS are further lines of the toolkit's settings.
mkdir -p "$home/.config/gtk-4.0"
printf '[Settings]\ngtk-enable-animations=0\n%s\n' "${SP_TEST_SETTINGS:-}" >"$home/.config/gtk-4.0/settings.ini"
# Without a desktop the resolution of text is not among those settings.
[ -z "${SP_TEST_DPI:-}" ] || printf 'Xft.dpi: %s\n' "$SP_TEST_DPI" >"$home/.Xdefaults"
unset WAYLAND_DISPLAY XDG_DATA_DIRS XAUTHORITY
# The server chooses its number itself, for many begin at once; and stays as it is between one client and the next.
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1280x800}x24" -nolisten tcp -noreset 3>"$home/display" 2>"$home/server.log" &
server=$!
until [ -s "$home/display" ]; do
  if ! kill -0 "$server" 2>/dev/null; then
    cat "$home/server.log" >&2
    exit 1
  fi
  sleep 0.05
done
DISPLAY=:$(cat "$home/display")
export DISPLAY
# What the bus starts talks too: only the program's words are to be taken for its results.
# shellcheck disable=SC2016
dbus-run-session -- bash -c 'exec "$@" 1>&4 4>&-' _ "$@" 4>&1 1>&2 2> >(grep -v 'dbus-daemon' >&2)
