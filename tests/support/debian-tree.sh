#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Unpacks Debian 13 with some packages into a folder: debian-tree.sh FOLDER PACKAGE… Exit 77 where no mirror answers.
set -euo pipefail
suite=trixie
folder=$1
shift
mirror=$("$(dirname "$0")/debian-mirror.sh" "$suite")

# Recommended packages, manuals and translations are not needed, and half of the room. By way of an archive, so that all
# belongs to whoever runs this.
rm -rf --one-file-system "$folder"
mkdir -p "$folder"
include=$(IFS=,; echo "$*")
nice mmdebstrap --quiet --variant=minbase --format=tar --include="$include" \
  --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Check-Valid-Until "false"' \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' "$suite" - "$mirror" |
  tar -C "$folder" --extract --no-same-owner --exclude='./dev/*'
