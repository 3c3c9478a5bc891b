#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Flatpak and uses it, with no Flathub at hand: local.sh FOLDER. Everything is below FOLDER, also what is
# installed; the user's own Flatpaks are not touched. A runtime made of Debian 13's packages, which are of the same
# versions, stands in for GNOME's. Exit 77 where no Debian mirror answers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
work=$1
app=io.github.segmentpodium.SegmentPodium
manifest=$app.json
extension=$app.Source.folder
version=$(sed -n 's/.*"runtime-version": "\(.*\)".*/\1/p' "$here/$manifest")
export FLATPAK_USER_DIR=$work/installed
export XDG_DATA_DIRS=$work/installed/exports/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}

# What the runtime has of what the program needs, and no more: libxlsxwriter is not in it.
runtime=(libgtk-4-1 libadwaita-1-0 libsoup-3.0-0 libjson-glib-1.0-0 libsqlite3-0 libsecret-1-0 libarchive13t64 libexpat1
  glib-networking ca-certificates dconf-gsettings-backend gsettings-desktop-schemas adwaita-icon-theme
  hicolor-icon-theme shared-mime-info librsvg2-common fonts-dejavu-core at-spi2-core libc-bin)
sdk=(gcc g++ make cmake git libc6-dev meson ninja-build pkgconf gettext desktop-file-utils appstream appstream-compose
  appstream-util gtk-update-icon-cache libglib2.0-dev-bin libglib2.0-bin libgtk-4-dev libadwaita-1-dev libsoup-3.0-dev
  libjson-glib-dev libsqlite3-dev libsecret-1-dev libarchive-dev libexpat1-dev zlib1g-dev)

begin=0
say() { printf '%-46s %5d s %8s\n' "$1" $((SECONDS - begin)) "${2:+$(du -sh "$2" | cut -f 1)}"; }
fail() { echo "$*" >&2; exit 1; }

# stand_in NAME PACKAGE…: a runtime is a folder usr, in which Debian's etc goes too.
stand_in() {
  local name=$1 tree=$work/tree
  shift
  begin=$SECONDS
  "$top/tests/support/debian-tree.sh" "$tree" "$@"
  rm -rf "$tree"/etc/{apt,shadow*,gshadow*,passwd-,group-,resolv.conf,hostname,hosts,machine-id,mtab}
  mv "$tree/etc" "$tree/usr/etc"
  mkdir "$tree/files"
  printf '[Runtime]\nname=%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' \
    "$name" "$(flatpak --default-arch)" "$version" "$(flatpak --default-arch)" "$version" >"$tree/metadata"
  nice flatpak build-export --runtime --disable-sandbox "$work/repo" "$tree" "$version" >/dev/null
  install "$name//$version"
  say "$name $version, of Debian 13" "$tree/usr"
  rm -rf --one-file-system "$tree"
}

install() {
  flatpak build-update-repo "$work/repo" >/dev/null
  flatpak install --user --noninteractive --or-update local "$1" >/dev/null 2>&1 || fail "$1 can not be installed."
}

make_runtime() {
  local wanted="$version ${runtime[*]} ${sdk[*]}"
  if [ "$(cat "$work/runtime" 2>/dev/null)" != "$wanted" ]; then
    rm -rf --one-file-system "$work"/{repo,installed,runtime}
    mkdir -p "$work/repo"
    ostree --repo="$work/repo" init --mode=archive-z2
    flatpak build-update-repo "$work/repo" >/dev/null
    flatpak remote-add --user --no-gpg-verify local "file://$work/repo"
    stand_in org.gnome.Platform "${runtime[@]}"
    stand_in org.gnome.Sdk "${runtime[@]}" "${sdk[@]}"
    echo "$wanted" >"$work/runtime"
  fi
}

# The archive of a module, from Debian where it has the very same one; flatpak-builder fetches what is missing.
fetch() {
  local name=$1 url sum file mirror
  url=$(sed -n "s|.*\"url\": \"\(.*/$name/.*\)\".*|\1|p" "$here/$manifest")
  sum=$(sed -n "\|\"$url\"|{n;s/.*\"sha256\": \"\(.*\)\".*/\1/p}" "$here/$manifest")
  file=$work/state/downloads/$sum/${url##*/}
  if [ ! -f "$file" ] && mirror=$("$top/tests/support/debian-mirror.sh" stable); then
    mkdir -p "$(dirname "$file")"
    /usr/lib/apt/apt-helper download-file "$mirror/pool/main/${name:0:4}/$name/$2" "$file" "SHA256:$sum" \
      >/dev/null 2>&1 || rm -f "$file"
  fi
}

# make_flatpak MANIFEST ID BRANCH
make_flatpak() {
  begin=$SECONDS
  nice flatpak-builder --user --force-clean --disable-rofiles-fuse --default-branch=stable \
    --state-dir="$work/state" --repo="$work/repo" "$work/built" "$1" >"$work/$2.log" 2>&1 ||
    fail "$(tail -n 40 "$work/$2.log")"
  install "$2//$3"
  say "$2" "$(flatpak info --user --show-location "$2//$3")/files"
}

# The sources as they are now, without what was built of them.
make_app() {
  rm -rf --one-file-system "$work/source"
  mkdir -p "$work/source"
  tar -C "$top" --create --exclude='./_build*' --exclude=./.git . | tar -C "$work/source" --extract
  make_flatpak "$work/source/flatpak/$manifest" "$app" stable
}

# block LANGUAGE N: what plugins/README.md has between its fences.
block() {
  awk -v open="\`\`\`$1" -v wanted="$2" '$0 == open { n++; inside = 1; next } /^```/ { inside = 0 }
    inside && n == wanted' "$top/plugins/README.md"
}

# A source by a stranger: the text of plugins/README.md, and nothing else.
make_extension() {
  rm -rf --one-file-system "$work/folder"
  mkdir -p "$work/folder/results"
  block c 1 >"$work/folder/folder.c"
  block json 1 >"$work/folder/results/1.json"
  block json 2 >"$work/folder/$extension.json"
  cp "$here/club.podium" "$work/folder"
  make_flatpak "$work/folder/$extension.json" "$extension" 1
}

# run ARGS: without a display, with a home and a bus of its own.
run() {
  local home status=0
  home=$(mktemp -d)
  HOME=$home XDG_RUNTIME_DIR=$home LC_ALL=C.UTF-8 dbus-run-session -- flatpak run --user "$@" 2>"$work/run.log" ||
    status=$?
  rm -rf "$home"
  [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || cat "$work/run.log" >&2
  return "$status"
}

# expect WORDS: what is piped in has them.
expect() { grep -qF -- "$1" "$work/out" || fail "Not there: $1, in: $(cat "$work/out")"; }

use_headless() {
  begin=$SECONDS
  run "$app" run demo: --quiet --output=- >"$work/demo.csv"
  cp "$work/demo.csv" "$work/out"
  expect 'Allt y Gigfran Climb'
  say 'demo: into a pipe' "$work/demo.csv"

  begin=$SECONDS
  run "$app" run - --source=mock --quiet --output=- --format=json <"$here/club.podium" >"$work/out" || [ $? -eq 3 ]
  expect '"Canal"'
  say 'a competition out of a pipe, results into one'

  begin=$SECONDS
  run "--filesystem=$work/folder" "$app" run "$work/folder/club.podium" "--source-option=folder=$work/folder/results" \
    "--output=$work/folder/results.csv" >"$work/out" || [ $? -eq 3 ]
  cp "$work/folder/results.csv" "$work/out"
  expect 'Ann'
  expect '0:05:00'
  say "the README's source, by its extension"
  run "$app" plugins >"$work/out"
  expect 'A JSON file per runner'
  sed -n '/folder/p' "$work/out"
}

# The window, by what it tells a screen reader, with a picture of it.
use_window() {
  begin=$SECONDS
  printf '#!/bin/sh\nexec flatpak run --user %s "$@"\n' "$app" >"$work/program"
  chmod +x "$work/program"
  SP_TEST_PROGRAM=$work/program SP_TEST_SANDBOXED=segment-podium "$top/tests/ui/run-person.sh" \
    "$top/tests/ui/use-installed.py" "$work/window.png" 2>"$work/run.log" || fail "$(cat "$work/run.log")"
  say "the window: $work/window.png" "$work/window.png"
}

mkdir -p "$work"
make_runtime
fetch libxlsxwriter libxlsxwriter_1.1.4.orig.tar.gz
make_app
make_extension
use_headless
use_window
begin=0
say 'all' "$work"
