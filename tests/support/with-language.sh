#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-language.sh LOCALE COMMAND…: runs COMMAND in LOCALE, such as de_DE, which is made for this alone: a machine has
# few, and without one nothing is translated. Exit status 77 where it can not be made.
set -uo pipefail
locale=$1
shift
if ! command -v localedef >/dev/null || [ ! -e "/usr/share/i18n/locales/$locale" ]; then
  echo "No locale can be made here: install the package locales." >&2
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
localedef -i "$locale" -f UTF-8 "$folder/$locale.UTF-8" || exit 1
unset LANGUAGE
LOCPATH=$folder LC_ALL=$locale.UTF-8 "$@"
