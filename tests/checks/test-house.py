#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants each fault in a small house, and asserts that the check names it there and nothing else."""

import importlib
import os
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
CHECK = importlib.import_module('check-house')
C = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
H = C + '#pragma once\n'
PY = '# SPDX-License-Identifier: GPL-3.0-or-later\n'
SOUND = {
    'meson.build': PY,
    'src/meson.build': PY + "exe = executable('it', 'main.c')\n",
    'src/main.c': C + '#include "ui/sp-window.h"\n#include "cli/sp-cli.h"\n',
    'src/api/meson.build': PY + "sources = files('sp-one.c', 'sp-two.c')\n",
    'src/api/sp-one.h': H + '#include <gio/gio.h>\nvoid sp_one_go_async (int i);\nint sp_one_go_finish (int i);\n',
    'src/api/sp-one.c': C + '#include "api/sp-one.h"\n#include "api/sp-two.h"\n#include <string.h>\n',
    'src/api/sp-two.h': H,
    'src/api/sp-two.c': C + '#include "api/sp-two.h"\n\nint\ntwo (void)\n{\n  return 2;\n}\n',
    'src/cli/sp-cli.h': H + '#include "engine/sp-run.h"\n',
    'src/engine/sp-run.h': H + '#include "model/sp-row.h"\n',
    'src/files/sp-book.h': H + '#include <archive.h>\n#include <expat.h>\n#include <xlsxwriter.h>\n',
    'src/model/sp-row.h': H + '#include "api/sp-one.h"\n',
    'src/platform/sp-key.h': H + '#include <libsecret/secret.h>\n',
    'src/ui/sp-window.h': H + '#include <adwaita.h>\n#include "engine/sp-run.h"\n',
    'plugins/strava/sp-strava.h': H + '#include <libsoup/soup.h>\n#include "api/sp-one.h"\n#include "sp-other.h"\n',
    'plugins/disk-cache/sp-disk.h': H + '#include <sqlite3.h>\n',
    'tests/api/meson.build': PY + "api_tests = [\n  'one',\n]\n",
    'tests/api/test-one.c': C + '#include "ui/sp-window.h"\n',
    'tests/cli/golden/board.txt': 'a table\twith what it has  \n',
}
# What is planted: a name, the file, the text put behind what it holds (None: no such file), and the fault expected.
APPENDED = (
    ('api asks model', 'src/api/sp-two.c', '#include "model/sp-board.h"\n', 'wall'),
    ('model asks engine', 'src/model/sp-row.h', '#include "engine/sp-plan.h"\n', 'wall'),
    ('engine asks platform', 'src/engine/sp-run.h', '#include "platform/sp-key.h"\n', 'wall'),
    ('engine asks files', 'src/engine/sp-run.h', '#include "files/sp-book.h"\n', 'wall'),
    ('platform asks model', 'src/platform/sp-key.h', '#include "model/sp-row.h"\n', 'wall'),
    ('files asks engine', 'src/files/sp-book.h', '#include "engine/sp-run.h"\n', 'wall'),
    ('cli asks ui', 'src/cli/sp-cli.h', '#include "ui/sp-window.h"\n', 'wall'),
    ('ui asks cli', 'src/ui/sp-window.h', '#include "cli/sp-cli.h"\n', 'wall'),
    ('a room by a bare name', 'src/model/sp-row.h', '#include "sp-one.h"\n', 'wall'),
    ('plugin asks model', 'plugins/strava/sp-strava.h', '#include "model/sp-row.h"\n', 'wall'),
    ('plugin asks another', 'plugins/strava/sp-strava.h', '#include "disk-cache/sp-disk.h"\n', 'wall'),
    ('cli opens GTK', 'src/cli/sp-cli.h', '#include <gtk/gtk.h>\n', 'wall'),
    ('engine opens libadwaita', 'src/engine/sp-run.h', '#  include <adwaita.h>\n', 'wall'),
    ('engine opens libsoup', 'src/engine/sp-run.h', '#include <libsoup/soup.h>\n', 'wall'),
    ('files opens SQLite', 'src/files/sp-book.h', '#include <sqlite3.h>\n', 'wall'),
    ('model opens libarchive', 'src/model/sp-row.h', '#include <archive_entry.h>\n', 'wall'),
    ('cli opens libsecret', 'src/cli/sp-cli.h', '#include <libsecret/secret.h>\n', 'wall'),
    ('api opens json-glib', 'src/api/sp-two.h', '#include <json-glib/json-glib.h>\n', 'wall'),
    ('a library nobody knows', 'src/api/sp-two.h', '#include <curl/curl.h>\n', 'wall'),
    ('two files need each other', 'src/api/sp-two.c', '#include "api/sp-one.h"\n', 'circle'),
    ('a plugin goes round', 'plugins/strava/sp-other.h', H + '#include "sp-strava.h"\n', 'circle'),
    ('a long source', 'src/api/sp-two.c', 'x;\n' * 400, 'length'),
    ('a long test', 'tests/api/test-one.c', 'x;\n' * 400, 'length'),
    ('a long script', 'tests/api/make.py', PY + 'x\n' * 400, 'length'),
    ('a long function', 'src/api/sp-two.c', 'int\nlong_one (void)\n{\n' + '  x;\n' * 59 + '}\n', 'function'),
    ('a tab', 'src/api/sp-two.c', '\tint x;\n', 'line'),
    ('blanks at the end', 'src/api/sp-two.c', 'int x; \n', 'line'),
    ('a carriage return', 'src/api/sp-two.c', 'int x;\r\n', 'line'),
    ('a long line', 'src/api/sp-two.c', '/' * 121 + '\n', 'line'),
    ('no end of the last line', 'src/api/sp-two.c', 'int x;', 'line'),
    ('left for later', 'src/api/sp-two.c', '/* TO' + 'DO: the rest */\n', 'later'),
    ('mend it one day', 'README.md', 'FIX' + 'ME\n', 'later'),
    ('a source without licence', 'src/api/sp-two.h', None, 'licence'),
    ('a script without licence', 'dev', '#!/bin/sh\n', 'licence'),
    ('a build without licence', 'tests/meson.build', "subdir('api')\n", 'licence'),
    ('a source that is not built', 'src/api/sp-three.c', C, 'listed'),
    ('a test that is not run', 'tests/api/test-two.c', C, 'listed'),
    ('a start without its end', 'src/api/sp-one.h', 'void sp_one_stop_async (int i);\n', 'finish'),
    ('a slot without its end', 'src/api/sp-two.h', 'struct S\n{\n  void (* stop_async) (int i);\n};\n', 'finish'),
    ('a header without guard', 'src/api/sp-three.h', C + 'int three (void);\n', 'guard'),
)
# What looks like a fault and is none.
INNOCENT = (
    ('a file of 400 lines', 'src/api/sp-two.h', 'int x;\n' * 398),
    ('a function of 60 lines', 'src/api/sp-two.c', 'int\nlong_one (void)\n{\n' + '  x;\n' * 58 + '}\n'),
    ('a long table', 'src/api/sp-two.c', 'static int table[] =\n{\n' + '  x,\n' * 100 + '};\n'),
    ('a line of 120 columns', 'src/api/sp-two.c', '/*' + '–' * 116 + '*/\n'),
    ('a name for a temporary file', 'src/api/sp-two.c', 'char name[] = "sp-' + 6 * 'X' + '";\n'),
    ('the private header of a class', 'src/api/sp-two-private.h', H + '#include "api/sp-two.h"\n'),
    ('what a fuzzer found', 'tests/fuzz/corpus/odd.c', '\t \n'),
)


def build(top, house):
    for path, text in house.items():
        os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
        with open(os.path.join(top, path), 'w', encoding='utf-8', newline='') as file:
            file.write(text)


def check(house):
    with tempfile.TemporaryDirectory() as top:
        build(top, house)
        return CHECK.faults(top)[1]


def run(top):
    return subprocess.run([sys.executable, CHECK.__file__, top], capture_output=True, text=True, check=False)


class House(unittest.TestCase):
    def test_sound(self):
        self.assertEqual(check(SOUND), [])

    def test_each_fault(self):
        for name, path, text, rule in APPENDED:
            with self.subTest(name):
                faults = check(SOUND | {path: '' if text is None else SOUND.get(path, '') + text})
                rules = {fault.rule for fault in faults} - ({'guard'} if text is None else set())
                self.assertEqual(rules, {rule}, faults)
                if rule != 'circle':
                    self.assertEqual({fault.path for fault in faults}, {path})

    def test_innocent(self):
        for name, path, text in INNOCENT:
            with self.subTest(name):
                self.assertEqual(check(SOUND | {path: SOUND.get(path, '') + text}), [])

    def test_program(self):
        for more, status, said in (
                ({}, 0, f'{len(SOUND)} files, 0 faults\n'),
                ({'src/model/sp-row.h': H + '\n#include <gtk/gtk.h>\n'}, 1,
                 'src/model/sp-row.h:4: wall: GTK belongs to src/ui: <gtk/gtk.h>\n'
                 f'{len(SOUND)} files, 1 faults\n')):
            with tempfile.TemporaryDirectory() as top:
                build(top, SOUND | more)
                os.makedirs(os.path.join(top, 'src', '__pycache__'))
                with open(os.path.join(top, 'src', 'picture.c'), 'wb') as file:
                    file.write(b'\xff\xfe')
                done = run(top)
            self.assertEqual((done.returncode, done.stdout, done.stderr), (status, said, ''))

    def test_nothing_to_check(self):
        with tempfile.TemporaryDirectory() as top:
            done = run(top)
        self.assertEqual((done.returncode, done.stdout), (1, '0 files, 0 faults\n'))


if __name__ == '__main__':
    unittest.main(verbosity=2)
