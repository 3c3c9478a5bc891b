#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does what plugins/README.md tells a stranger to: test-stranger.py TOP BUILD MESON... The program is installed under
its prefix, in a view of the file system of its own; the source is built with the commands as they stand, and a
competition is run with it from each place where modules are looked for. Skips where such a view can not be had."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIP = 77
TOOLS = ('bwrap', 'cc', 'pkg-config')


def block(text, language):
    return re.search(rf'^```{language}\n(.*?)^```$', text, re.M | re.S)[1]


def write(text, *path):
    os.makedirs(os.path.join(*path[:-1]), exist_ok=True)
    with open(os.path.join(*path), 'w', encoding='utf-8') as file:
        file.write(text)


class Place:
    """A machine on which the program is installed, and nothing of its sources or its build is of use."""

    def __init__(self, top, build, meson, folder):
        answer = subprocess.run([*meson, 'introspect', '--buildoptions', build], capture_output=True, text=True,
                                check=True)
        options = {option['name']: option['value'] for option in json.loads(answer.stdout)}
        subprocess.run([*meson, 'install', '-C', build, '--no-rebuild', '--quiet', '--destdir', f'{folder}/root'],
                       check=True, stdout=subprocess.DEVNULL)
        self.prefix, self.folder = options['prefix'], folder
        self.library = f'{self.prefix}/{options["libdir"]}'
        self.view = ['bwrap', '--dev-bind', '/', '/', '--bind', f'{folder}/root{self.prefix}', self.prefix,
                     '--tmpfs', top, '--bind', folder, folder, '--chdir', folder, '--die-with-parent']
        self.environment = {'PATH': f'{self.prefix}/{options["bindir"]}:/usr/bin:/bin', 'HOME': f'{folder}/home',
                            'PKG_CONFIG_PATH': f'{self.library}/pkgconfig', 'LC_ALL': 'C.UTF-8'}

    def run(self, script, **more):
        return subprocess.run([*self.view, 'sh', '-ec', script], capture_output=True, text=True, check=False,
                              env={**self.environment, **more})

    def works(self):
        return os.path.isdir(self.prefix) and self.run('true').returncode == 0


def compete(place, where, **more):
    """The competition, by that source. Ann has one effort; Bob has no file, and so is not known."""
    answer = place.run('segment-podium run club.podium --source-option folder=results --cache=off --quiet '
                       '--output=results.csv || [ $? -eq 3 ]; cat results.csv', **more)
    yield from (f'{where}: no {line} in {answer.stdout}{answer.stderr}'
                for line in ('Ann,1,1,1,300,0:05:00,2026-01-05T18:05:00', 'Bob,,,,,,,,no data')
                if line not in answer.stdout)


def follow(place, text, top):
    """Yields what does not go as the text says."""
    commands = block(text, 'sh').splitlines()
    write(block(text, 'c'), place.folder, 'folder.c')
    write(block(text, 'json'), place.folder, 'results', '1.json')
    shutil.copy(os.path.join(top, 'flatpak', 'club.podium'), place.folder)
    print(f'{block(text, "c").count(chr(10))} lines, {len(commands)} commands')
    answer = place.run('\n'.join(commands[:4]))
    if answer.returncode != 0 or 'A JSON file per runner' not in answer.stdout or 'Not loaded' in answer.stdout:
        yield f'{commands[:4]}: {answer.stdout}{answer.stderr}'
    yield from compete(place, "the user's folder")

    place.run('mkdir elsewhere; mv home/.local/share/segment-podium/plugins/folder.so elsewhere')
    yield from compete(place, 'SEGMENT_PODIUM_PLUGIN_PATH', SEGMENT_PODIUM_PLUGIN_PATH=f'{place.folder}/elsewhere')
    if 'folder' in place.run('segment-podium plugins').stdout:
        yield 'it is found where it is not'
    place.run(f'd={place.library}/segment-podium/extensions/folder; mkdir -p $d; mv elsewhere/folder.so $d')
    yield from compete(place, 'the folder of extensions')
    place.run(f'mv {place.library}/segment-podium/extensions/folder/folder.so '
              '"$(pkg-config --variable=plugindir segment-podium-1)"')
    yield from compete(place, "the program's own folder")


def main():
    top, build, meson = sys.argv[1], sys.argv[2], sys.argv[3:]
    if not all(map(shutil.which, TOOLS)):
        print(f'one of {TOOLS} is not installed')
        return SKIP
    with open(os.path.join(top, 'plugins', 'README.md'), encoding='utf-8') as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(top, build, meson, folder)
        if not place.works():
            print(f'no view of its own can be had, or there is no {place.prefix}')
            return SKIP
        faults = list(follow(place, text, top))
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
