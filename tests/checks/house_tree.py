# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of sources, as the rules see it: text files below the house's folders, and what is wrong with them."""

import os
from collections import namedtuple

FOLDERS = ('.ci', 'data', 'flatpak', 'plugins', 'po', 'src', 'tests')
# Inputs that tests feed in, and what they expect to the byte, are not ours to tidy.
NOT_OURS = ('tests/fuzz/corpus/', 'COPYING')
NOT_FILES = ('~', '.orig', '.rej', '.pyc')
NOT_FOLDERS = ('__pycache__',)

Fault = namedtuple('Fault', 'path line rule text')


class Source:
    """One file: its path from the top, its lines without their ends, and whether the last one has an end."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.folder, self.name = os.path.split(path)
        self.stem, self.suffix = os.path.splitext(self.name)
        self.lines = text.split('\n')
        self.ended = self.lines[-1] == ''
        if self.ended:
            self.lines.pop()

    def fault(self, line, rule, text):
        return Fault(self.path, line, rule, text)


def paths_below(top):
    for name in sorted(os.listdir(top)):
        if os.path.isfile(os.path.join(top, name)):
            yield name
    for folder in FOLDERS:
        for where, folders, names in os.walk(os.path.join(top, folder)):
            folders[:] = sorted(f for f in folders if f not in NOT_FOLDERS)
            for name in sorted(names):
                yield os.path.relpath(os.path.join(where, name), top)


def read_tree(top):
    """Reads every text file of the house; what is not UTF-8 is no source."""
    tree = {}
    for path in paths_below(top):
        if path.startswith(NOT_OURS) or path.endswith(NOT_FILES) or os.path.basename(path).startswith('.#'):
            continue
        try:
            with open(os.path.join(top, path), encoding='utf-8', newline='') as file:
                tree[path] = Source(path, file.read())
        except (UnicodeDecodeError, FileNotFoundError):
            continue
    return tree
