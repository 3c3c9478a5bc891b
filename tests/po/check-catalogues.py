#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each catalogue says everything that the program says, in whole, and with the same places for what is filled in:
check-catalogues.py TOP XGETTEXT-OPTION..."""

import os
import re
import subprocess
import sys
import tempfile

COUNTS = re.compile(r'(\d+) (translated|fuzzy|untranslated)')


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def languages(top):
    with open(os.path.join(top, 'po', 'LINGUAS'), encoding='utf-8') as file:
        return file.read().split()


def make_template(top, options, path):
    with open(os.path.join(top, 'po', 'POTFILES'), encoding='utf-8') as file:
        sources = file.read().split()
    answer = run('xgettext', '-D', top, '-o', path, *options, *sources, env={**os.environ, 'LC_ALL': 'C'})
    if answer.returncode != 0:
        return answer.stderr.splitlines()
    # A string that ends within a directive was cut off before a macro: no translator could get it right.
    return [line for line in answer.stderr.splitlines() if 'not a valid C format string' in line]


def faults_of(catalogue, template):
    """What is wrong with a catalogue by itself, then what it lacks of the template."""
    answer = run('msgfmt', '--check', '--check-accelerators=_', '-o', os.devnull, catalogue)
    yield from answer.stderr.splitlines()
    merged = run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', '-', catalogue, template)
    counted = run('msgfmt', '--statistics', '-o', os.devnull, '-', input=merged.stdout,
                  env={**os.environ, 'LC_ALL': 'C'})
    counts = {kind: int(number) for number, kind in COUNTS.findall(counted.stderr)}
    for kind, option in (('untranslated', '--untranslated'), ('fuzzy', '--only-fuzzy')):
        if counts.get(kind, 0):
            missing = run('msgattrib', option, '--no-obsolete', '--no-wrap', '-', input=merged.stdout).stdout
            texts = re.findall(r'^msgid "(.+)"', missing, re.M)
            yield f'{counts[kind]} {kind}, such as: {"; ".join(texts[:5])}. Run ./dev po, then translate them'
    if not counts.get('translated', 0):
        yield 'nothing is translated'


def main():
    top, options = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'segment-podium.pot')
        faults = make_template(top, options, template)
        for language in languages(top) if not faults else ():
            catalogue = os.path.join(top, 'po', language + '.po')
            faults += [f'{language}: {fault}' for fault in faults_of(catalogue, template)]
    print('\n'.join(faults) or 'complete: ' + ', '.join(languages(top)))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
