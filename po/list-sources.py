#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the files that hold words for people, as po/POTFILES has them: list-sources.py [--check] TOP.

With --check it says instead what POTFILES lacks, and what it has too much."""

import os
import re
import sys

MARKED = re.compile(r'(?<!\w)(?:N?C?_|d?n?p?gettext|g_d[np]?gettext2?) ?\(\s*[^)]*"')
DESKTOP = ('.desktop.in', '.gschema.xml', '.xml.in')


def holds_words(path):
    name = os.path.basename(path)
    if name.endswith(DESKTOP):
        return True
    if not name.endswith(('.c', '.h', '.ui')):
        return False
    with open(path, encoding='utf-8') as file:
        text = file.read()
    return 'translatable="' in text if name.endswith('.ui') else MARKED.search(text) is not None


def sources(top):
    for start in ('data', 'plugins', 'src'):
        for folder, _folders, names in os.walk(os.path.join(top, start)):
            for name in names:
                path = os.path.join(folder, name)
                if holds_words(path):
                    yield os.path.relpath(path, top)


def main():
    check, top = sys.argv[1:-1] == ['--check'], sys.argv[-1]
    wanted = sorted(sources(top))
    if not check:
        print('\n'.join(wanted))
        return 0
    with open(os.path.join(top, 'po', 'POTFILES'), encoding='utf-8') as file:
        listed = file.read().splitlines()
    for path in sorted(set(wanted) - set(listed)):
        print(f'{path} holds words for people and is not in po/POTFILES')
    for path in sorted(set(listed) - set(wanted)):
        print(f'po/POTFILES names {path}, which holds no words for people')
    if wanted != listed:
        print('Put it right with: ./dev po')
    return 0 if wanted == listed else 1


if __name__ == '__main__':
    sys.exit(main())
