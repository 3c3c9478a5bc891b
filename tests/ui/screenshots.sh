#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of each page in each look: screenshots.sh FOLDER [LOOK…]. A look is WIDTHxHEIGHT-KIND, such as
# 720x480-dark; the kinds are light, dark, contrast, large (text at 150 %), rtl (right to left), and de and cy (German
# and Welsh). Without a look: all of them, at 1100x720 and 720x480, those that are not light of one scene only. SCENES
# names which scenes of take-pictures.py are wanted, all of them without it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
shift
others=
if [ $# -eq 0 ]; then
  others=doubts
  set -- {1100x720,720x480}-{light,dark,contrast,large,rtl,de,cy}
fi
mkdir -p "$folder"

# A language from right to left, without words of its own: the toolkit has none where the program has none.
make_language() {
  local messages=$folder/rtl/ar/LC_MESSAGES
  mkdir -p "$messages"
  printf 'msgid ""\nmsgstr "Language: ar\\nContent-Type: text/plain; charset=UTF-8\\n"\n' |
    msgfmt -o "$messages/segment-podium.mo" -
  echo "$folder/rtl"
}

for look in "$@"; do
  size=${look%-*} kind=${look#*-}
  wanted=${SCENES:-}
  [ "$kind" = light ] || wanted=${SCENES:-$others}
  speaks=()
  looks=('SP_TEST_SETTINGS=gtk-font-name=Cantarell 11')
  case $kind in
    dark) looks+=('ADW_DEBUG_COLOR_SCHEME=prefer-dark') ;;
    contrast) looks+=('ADW_DEBUG_HIGH_CONTRAST=1') ;;
    large) looks+=('SP_TEST_DPI=144') ;;
    rtl) looks+=('LANGUAGE=ar' "SEGMENT_PODIUM_LOCALE_PATH=$(make_language)") ;;
    de) speaks=("$here/../support/with-language.sh" de_DE) ;;
    cy) speaks=("$here/../support/with-language.sh" cy_GB) ;;
  esac
  # shellcheck disable=SC2086
  env "${looks[@]}" GSETTINGS_BACKEND=keyfile SCREEN=1800x900 "${speaks[@]}" "$here/run-person.sh" \
    "$here/take-pictures.py" "$folder" "$look" "${size%x*}" "${size#*x}" $wanted
done
