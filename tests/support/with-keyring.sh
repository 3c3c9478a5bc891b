#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a bus of its own with an unlocked keyring, where the test keeps its secrets; skips where there is none.
set -uo pipefail
for tool in dbus-run-session gnome-keyring-daemon gdbus; do
  if ! command -v "$tool" >/dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 77
  fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home XDG_DATA_HOME=$home SP_TEST_KEYRING=1
unset DISPLAY WAYLAND_DISPLAY
# shellcheck disable=SC2016
dbus-run-session -- bash -c '
  printf secret | env -u G_DEBUG -u MALLOC_CHECK_ -u MALLOC_PERTURB_ \
    gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  for _ in $(seq 100); do
    gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus \
      -m org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets | grep -q true && exec "$@"
    sleep .05
  done
  echo "1..0 # SKIP the keyring did not start"' _ "$@" 2> >(grep -v 'dbus-daemon' >&2)
