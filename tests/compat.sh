#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and tests these sources on Debian 13, whatever this machine runs: compat.sh FOLDER PACKAGE… -- [ARGS]. The tree
# is unpacked once below FOLDER and again when the list of packages changes; ARGS go to "meson test". Without a network
# inside, and without a right to write anywhere but into the build. Exit 77 where no Debian mirror answers.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
folder=$1
shift
packages=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  packages+=("$1")
  shift
done
shift || true
tree=$folder/tree build=$folder/build

wanted="${packages[*]}"
if [ "$(cat "$folder/packages" 2>/dev/null)" != "$wanted" ]; then
  begin=$SECONDS
  mkdir -p "$folder"
  rm -f "$folder/packages"
  "$top/tests/support/debian-tree.sh" "$tree" "${packages[@]}"
  echo "$wanted" >"$folder/packages"
  echo "Debian 13 in $((SECONDS - begin)) s, $(du -sh "$tree" | cut -f 1)"
fi

inside() {
  bwrap --ro-bind "$tree" / --dev /dev --proc /proc --tmpfs /tmp --tmpfs /opt --ro-bind "$folder/source" /opt/source \
    --bind "$build" /opt/build --tmpfs /run --tmpfs /root --tmpfs /var/cache --unshare-pid --unshare-net \
    --unshare-ipc --die-with-parent --clearenv --setenv PATH /usr/sbin:/usr/bin --setenv HOME /root \
    --setenv LC_ALL C.UTF-8 --setenv PYTHONDONTWRITEBYTECODE 1 --chdir /opt/build "$@"
}

# As they are now: whoever goes on writing meanwhile does not get half of it tested.
rm -rf --one-file-system "$folder/source"
mkdir -p "$build" "$folder/source"
tar -C "$top" --create --exclude='./_build*' --exclude=./.git . | tar -C "$folder/source" --extract
begin=$SECONDS
[ -f "$build/build.ninja" ] || inside meson setup /opt/build /opt/source
inside nice ninja --quiet
echo "Built in $((SECONDS - begin)) s with GTK $(inside pkg-config --modversion gtk4)," \
  "libadwaita $(inside pkg-config --modversion libadwaita-1)"
begin=$SECONDS status=0
inside meson test --no-rebuild --print-errorlogs "$@" || status=$?
echo "Tested in $((SECONDS - begin)) s"
exit "$status"
