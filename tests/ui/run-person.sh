#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a script that uses the program as a person does, by the first Python that can; skips where a tool is missing.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v xdotool >/dev/null; then
  echo "1..0 # SKIP xdotool is not installed"
  exit 77
fi
export SP_TEST_G_DEBUG=${G_DEBUG:-}
unset G_DEBUG
for python in python3 /usr/bin/python3; do
  if "$python" -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null; then
    GTK_A11Y=atspi PYTHONDONTWRITEBYTECODE=1 exec "$here/run-with-display.sh" "$python" "$@"
  fi
done
echo "1..0 # SKIP gir1.2-atspi-2.0 or python3-gi is not installed"
exit 77
