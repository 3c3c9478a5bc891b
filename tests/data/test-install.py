#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs into an empty folder, looks what is there, and takes it all away again: test-install.py BUILD MESON..."""

import json
import os
import subprocess
import sys
import tempfile

ID = 'io.github.segmentpodium.SegmentPodium'


def wanted(options):
    """What must be there: a path below the prefix each, in the folders that the build was set up with."""
    data, library = options['datadir'], options['libdir']
    languages = [f'{options["localedir"]}/{language}/LC_MESSAGES/segment-podium.mo' for language in ('cy', 'de')]
    return [
        f'{options["bindir"]}/segment-podium',
        f'{library}/libsegment-podium-1.so',
        f'{library}/pkgconfig/segment-podium-1.pc',
        f'{library}/segment-podium/libsegment-podium-private.so',
        f'{library}/segment-podium/segment-podium-probe',
        *(f'{library}/segment-podium/plugins/{name}.so' for name in ('disk-cache', 'mock', 'strava')),
        f'{options["includedir"]}/segment-podium-1/api/segment-podium.h',
        f'{data}/applications/{ID}.desktop',
        f'{data}/glib-2.0/schemas/{ID}.gschema.xml',
        f'{data}/icons/hicolor/scalable/apps/{ID}.svg',
        f'{data}/icons/hicolor/scalable/mimetypes/{ID}-document.svg',
        f'{data}/icons/hicolor/symbolic/apps/{ID}-symbolic.svg',
        f'{data}/metainfo/{ID}.metainfo.xml',
        f'{data}/mime/packages/{ID}.xml',
        f'{data}/segment-podium/results.schema.json',
        f'{options["mandir"]}/man1/segment-podium.1',
        *languages,
    ]


def files_below(folder):
    return {os.path.relpath(os.path.join(where, name), folder) for where, _folders, names in os.walk(folder)
            for name in names}


def main():
    build, meson = sys.argv[1], sys.argv[2:]
    answer = subprocess.run([*meson, 'introspect', '--buildoptions', build], capture_output=True, text=True, check=True)
    options = {option['name']: option['value'] for option in json.loads(answer.stdout)}
    with tempfile.TemporaryDirectory() as destination:
        subprocess.run([*meson, 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', destination],
                       check=True, stdout=subprocess.DEVNULL)
        there = files_below(destination)
        prefix = options['prefix'].lstrip('/')
        faults = [f'{path} is not installed' for path in wanted(options) if f'{prefix}/{path}' not in there]
        faults += [f'{path} is outside the prefix' for path in sorted(there) if not path.startswith(prefix + '/')]
        # Nobody else's caches belong into a package.
        faults += [f'{path} is a cache' for path in sorted(there)
                   if path.endswith(('gschemas.compiled', 'icon-theme.cache', 'mimeinfo.cache', 'mime.cache'))]
        version = subprocess.run([f'{destination}/{prefix}/{options["bindir"]}/segment-podium', '--version'],
                                 capture_output=True, text=True, check=False,
                                 env={**os.environ, 'LD_LIBRARY_PATH': f'{destination}/{prefix}/{options["libdir"]}:'
                                      f'{destination}/{prefix}/{options["libdir"]}/segment-podium'})
        if version.returncode != 0:
            faults.append(f'the installed program does not start: {version.stderr}')
        subprocess.run(['ninja', '-C', build, 'uninstall'], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, 'DESTDIR': destination})
        faults += [f'{path} stays after uninstall' for path in sorted(files_below(destination))]
    print('\n'.join(faults) or f'{len(there)} files installed and taken away again')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
