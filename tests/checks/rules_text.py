# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file keeps to: its licence line, its length, its columns, nothing left for later."""

import re

LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LICENSED = ('.c', '.h', '.py', '.sh', '.build', '.ui', '.css', '.supp', '.suppressions')
LICENSED_FILES = ('dev', 'meson_options.txt', '.editorconfig', '.clang-format')
CODE = ('.c', '.h', '.py')
MAX_LINES = 400
MAX_COLUMNS = 120
MAX_FUNCTION = 60
# Written so that this file does not name itself.
LATER = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X)\b')


def licences(tree):
    for source in tree.values():
        needs = source.suffix in LICENSED or source.path in LICENSED_FILES or source.folder == '.ci'
        start = 1
        if source.lines and source.lines[0].startswith(('#!', '<?xml')):
            start = 2
        if needs and LICENCE not in ''.join(source.lines[start - 1:start]):
            yield source.fault(start, 'licence', f'this line must say {LICENCE}')


def lengths(tree):
    for source in tree.values():
        if source.suffix in CODE and source.path.startswith(('src/', 'plugins/', 'tests/')) \
                and len(source.lines) > MAX_LINES:
            yield source.fault(MAX_LINES + 1, 'length', f'{len(source.lines)} lines, at most {MAX_LINES}: split it')


def functions(tree):
    """A function's body starts with a brace in the first column, after a line that ends its parameters."""
    for source in tree.values():
        if source.suffix not in ('.c', '.h'):
            continue
        start = None
        for number, line in enumerate(source.lines, 1):
            if line == '{' and number > 1 and source.lines[number - 2].endswith(')'):
                start = number
            elif line.startswith('}') and start is not None:
                if number - start + 1 > MAX_FUNCTION:
                    yield source.fault(start, 'function', f'{number - start + 1} lines, at most {MAX_FUNCTION}')
                start = None


def lines(tree):
    for source in tree.values():
        golden = '/golden/' in source.path
        for number, line in enumerate(source.lines, 1):
            if line.endswith('\r'):
                yield source.fault(number, 'line', 'a carriage return')
            elif line != line.rstrip() and not golden:
                yield source.fault(number, 'line', 'blanks at the end')
            if '\t' in line and not golden:
                yield source.fault(number, 'line', 'a tab')
            if len(line) > MAX_COLUMNS and source.suffix in CODE + ('.build', '.sh', ''):
                yield source.fault(number, 'line', f'{len(line)} columns, at most {MAX_COLUMNS}')
            if LATER.search(line):
                yield source.fault(number, 'later', 'nothing is left for later: do it, or file it')
        if source.lines and not source.ended:
            yield source.fault(len(source.lines), 'line', 'the last line has no end')
