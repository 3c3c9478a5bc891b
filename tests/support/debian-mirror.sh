#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the address of a Debian mirror that answers: DEBIAN_MIRROR, else the one that apt uses here. Exit 77, with a
# sentence, where there is none.
set -euo pipefail
suite=$1
helper=/usr/lib/apt/apt-helper
mirror=${DEBIAN_MIRROR:-}
if [ -z "$mirror" ] && command -v apt-get >/dev/null; then
  # shellcheck disable=SC2016
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' | head -n 1)
fi
mirror=${mirror%/}
release=$(mktemp)
trap 'rm -f "$release"' EXIT
if [ -z "$mirror" ] || ! "$helper" -o Acquire::Retries=0 -o Acquire::http::Timeout=15 \
    download-file "$mirror/dists/$suite/InRelease" "$release" >/dev/null 2>&1; then
  echo "Skipped: no Debian mirror answers${mirror:+ at $mirror}. Name one in DEBIAN_MIRROR." >&2
  exit 77
fi
echo "$mirror"
