#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that knows the MIME type knows a competition by its ending, by what is in it, and nothing else by that:
test-mime.py TYPES.xml."""

import os
import shutil
import subprocess
import sys
import tempfile

COMPETITION = 'application/vnd.segment-podium+json'
DOCUMENT = '{\n "format" : "segment-podium",\n "version" : 1\n}\n'
FILES = {
    'club.podium': ('{}', {COMPETITION}),
    'a copy without an ending': (DOCUMENT, {COMPETITION}),
    'close': (DOCUMENT.replace(' : ', ':').replace('\n', ''), {COMPETITION}),
    'results.json': (DOCUMENT.replace('podium', 'podium-results'), {'application/json'}),
    'results': (DOCUMENT.replace('podium', 'podium-results'), {'application/json', 'text/plain'}),
    'notes.txt': ('A "format" for "segment-podium"', {'text/plain'}),
}


def asked(path, folder, attribute):
    environment = {**os.environ, 'XDG_DATA_HOME': folder, 'LC_ALL': 'C.UTF-8'}
    answer = subprocess.run(['gio', 'info', '-a', attribute, path], capture_output=True, text=True, check=True,
                            env=environment)
    return next((line.split(':: ')[-1].split(': ')[-1] for line in answer.stdout.splitlines()
                 if line.strip().startswith(attribute)), '')


def main():
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, 'mime', 'packages')
        os.makedirs(packages)
        shutil.copy(sys.argv[1], packages)
        subprocess.run(['update-mime-database', os.path.join(folder, 'mime')], check=True,
                       env={**os.environ, 'XDG_DATA_HOME': folder})
        for name, (text, wanted) in FILES.items():
            path = os.path.join(folder, name)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
            found = asked(path, folder, 'standard::content-type')
            if found not in wanted:
                faults.append(f'{name} is taken for {found}, not for {" or ".join(sorted(wanted))}')
        icons = asked(os.path.join(folder, 'club.podium'), folder, 'standard::icon')
        if not icons.startswith('io.github.segmentpodium.SegmentPodium-document'):
            faults.append(f'the icon is {icons}')
    print('\n'.join(faults) or f'{len(FILES)} files known for what they are')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
