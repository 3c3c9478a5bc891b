# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs together: a source and its entry in a meson.build, an _async and its _finish, a header and its guard."""

import os
import re

DECLARED = re.compile(r'^\s*(?:[A-Za-z_][\w\s]*[\s*])?\(?\*?\s*(\w+)_async\s*\)?\s*\(')
PREFIXES = ('test-', 'bench-', 'fuzz-')


def named_by(tree, source):
    """The text of the meson.build files that may name SOURCE: its folder's, and those above."""
    folder, text = source.folder, ''
    while folder:
        build = tree.get(folder + '/meson.build')
        text += build.text if build else ''
        folder = os.path.dirname(folder)
    return text


def listed(tree):
    for source in tree.values():
        if source.suffix != '.c' or not source.path.startswith(('src/', 'plugins/', 'tests/')):
            continue
        names = [source.name]
        for prefix in PREFIXES:
            if source.path.startswith('tests/') and source.name.startswith(prefix):
                names.append(source.stem[len(prefix):])
        text = named_by(tree, source)
        if not any(re.search(r"['/]" + re.escape(name) + "'", text) for name in names):
            yield source.fault(1, 'listed', f'no meson.build of its folder names {" or ".join(names)}')


def finishes(tree):
    for source in tree.values():
        if source.suffix != '.h' or not source.path.startswith('src/'):
            continue
        for number, line in enumerate(source.lines, 1):
            match = DECLARED.match(line)
            if match and not re.search(r'\b' + match.group(1) + r'_finish\b', source.text):
                yield source.fault(number, 'finish', f'{match.group(1)}_async has no {match.group(1)}_finish beside it')


def guards(tree):
    for source in tree.values():
        if source.suffix == '.h' and source.path.startswith(('src/', 'plugins/', 'tests/')) \
                and '#pragma once' not in source.lines[:3]:
            yield source.fault(2, 'guard', 'a header starts with #pragma once, below its licence')
