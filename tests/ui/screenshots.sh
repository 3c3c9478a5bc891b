#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of each page in each look: screenshots.sh FOLDER [LOOK…]. A look is WIDTHxHEIGHT-KIND, such as
# 720x480-dark; the kinds are light, dark, contrast and large. Without a look: all of them, at 1100x720 and 720x480.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift
if [ $# -eq 0 ]; then
  set -- {1100x720,720x480}-{light,dark,contrast,large}
fi
mkdir -p "$folder"
for look in "$@"; do
  size=${look%-*} kind=${look#*-}
  settings=(SP_TEST_SETTINGS=)
  case $kind in
    dark) settings=('ADW_DEBUG_COLOR_SCHEME=prefer-dark') ;;
    contrast) settings=('ADW_DEBUG_HIGH_CONTRAST=1') ;;
    large) settings=('SP_TEST_SETTINGS=gtk-xft-dpi=147456') ;;
  esac
  env "${settings[@]}" SCREEN=1280x800 "$here/run-person.sh" "$here/take-pictures.py" "$folder" "$look" \
    "${size%x*}" "${size#*x}" ${PAGE:+"$PAGE"}
done
