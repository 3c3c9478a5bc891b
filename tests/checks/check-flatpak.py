#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the Flatpak's manifest as it is meant: check-flatpak.py TOP. It asks for no more than the program needs, each
module of others is pinned, and what plugins/README.md teaches fits the extension point. Prints faults; exit 1 then."""

import json
import os
import re
import sys

APP = 'io.github.segmentpodium.SegmentPodium'
PERMISSIONS = {'--share=network', '--share=ipc', '--socket=wayland', '--socket=fallback-x11',
               '--talk-name=org.freedesktop.secrets'}
OWN = 'segment-podium'
# Flathub's, for what is released.
BRANCH = 'stable'


def read(*path):
    with open(os.path.join(*path), encoding='utf-8') as file:
        return file.read()


def check_sources(module, folder):
    for source in module['sources']:
        kind = source['type']
        if kind == 'patch':
            if not os.path.isfile(os.path.join(folder, source['path'])):
                yield f'{module["name"]}: there is no {source["path"]}'
        elif kind != 'archive' or not source['url'].startswith('https://'):
            yield f'{module["name"]}: {kind} is no archive with an address'
        elif not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
            yield f'{module["name"]}: {source["url"]} is not pinned by its checksum'


def check_manifest(manifest, folder):
    asked = manifest['finish-args']
    if manifest['id'] != APP or manifest['runtime'] != 'org.gnome.Platform':
        yield f'{manifest["id"]} on {manifest["runtime"]} is not the program on its runtime'
    if set(asked) != PERMISSIONS or len(asked) != len(PERMISSIONS):
        yield f'it asks for {sorted(set(asked) ^ PERMISSIONS)} more, or less, than the program needs'
    for module in manifest['modules'][:-1]:
        yield from check_sources(module, folder)
    own = manifest['modules'][-1]
    if own['name'] != OWN or own['sources'] != [{'type': 'dir', 'path': '..'}]:
        yield 'the last module is not the program, from the folder above'
    # Headers and what pkg-config reads stay: a source of others is built against the Flatpak.
    if any(path.startswith(('/include', '/lib')) for m in (manifest, own) for path in m.get('cleanup', [])):
        yield 'what a source is built against is taken out'


def check_extension(manifest, text, number):
    """The second JSON text of the README is a manifest, the first is what its source reads."""
    extension = json.loads(re.findall(r'^```json\n(.*?)^```$', text, re.M | re.S)[1])
    point, name = extension['id'].rsplit('.', 1)
    if point not in manifest['add-extensions']:
        yield f'plugins/README.md: {extension["id"]} has no extension point'
        return
    offered = manifest['add-extensions'][point]
    if not offered['subdirectories'] or not offered['no-autodownload'] or not offered['autodelete']:
        yield f'{point} is not for sources that come and go one by one'
    if not offered['version'] == extension['branch'] == number:
        yield f'{extension["branch"]} and {offered["version"]} are not the number of the plugin interface, {number}'
    if extension['build-options']['prefix'] != f'/app/{offered["directory"]}/{name}':
        yield f'{extension["id"]} is installed elsewhere than {point} is looked for'
    if extension['runtime'] != manifest['id'] or extension['runtime-version'] != BRANCH \
            or extension['sdk'] != f'{manifest["sdk"]}//{manifest["runtime-version"]}':
        yield f'{extension["id"]} is made for another program or runtime'


def main():
    top = sys.argv[1]
    folder = os.path.join(top, 'flatpak')
    manifest = json.loads(read(folder, APP + '.json'))
    number = re.search(r'#define SP_API_NUMBER (\d+)u', read(top, 'src', 'api', 'sp-plugin.h'))[1]
    faults = [*check_manifest(manifest, folder), *check_extension(manifest, read(top, 'plugins', 'README.md'), number)]
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
