#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and --help name the same commands and options, and the sources no other variables of the environment:
check-man.py PAGE PROGRAM TOP."""

import os
import re
import subprocess
import sys

OPTION = re.compile(r'(?<![\w-])--([a-z][a-z-]*)')
VARIABLE = re.compile(r'"((?:SEGMENT|STRAVA)_[A-Z_]+)"')


def help_of(program, *command):
    answer = subprocess.run([program, *command, '--help'], capture_output=True, text=True, check=True)
    return answer.stdout


def options_of_help(text):
    """Those that lead a line, and those of the list of commands."""
    return set(OPTION.findall('\n'.join(re.findall(r'^  [^ ].*?(?:   |$)', text, re.M))))


def sections_of_page(page):
    """Commands by the list of them; options by the heading they stand under."""
    commands, options, heading = set(), {}, ''
    for line in page.splitlines():
        if line.startswith(('.Sh ', '.Ss ')):
            heading = line[4:]
        named = re.findall(r'(?<=[ ,])\\-([a-z][a-z-]*)', line)
        # Beside the options that a section explains it names those it shares.
        if line.startswith('.It ') or heading.startswith('Options of') and line.startswith('.Fl '):
            options.setdefault(heading, set()).update(named)
        if line.startswith('.It Cm ') and heading == 'DESCRIPTION':
            commands.add(line[7:])
    return commands, options


def variables_of_sources(top):
    found = set()
    for start in ('src', 'plugins'):
        for folder, _folders, names in os.walk(os.path.join(top, start)):
            for name in names:
                if name.endswith('.c'):
                    with open(os.path.join(folder, name), encoding='utf-8') as file:
                        found.update(VARIABLE.findall(file.read()))
    return found


def differences(what, said, written):
    for name in sorted(said - written):
        yield f'{what}: {name} is not in the manual page'
    for name in sorted(written - said):
        yield f'{what}: the manual page tells of {name}, which is not there'


def main():
    path, program, top = sys.argv[1:]
    with open(path, encoding='utf-8') as file:
        page = file.read()
    commands, options = sections_of_page(page)
    usage = help_of(program)
    faults = list(differences('commands', set(re.findall(r'^  segment-podium ([a-z]+)', usage, re.M)), commands))
    groups = {
        'Options of run and demo': ('run', 'demo'),
        'Options of connect, disconnect and forget': ('connect', 'disconnect', 'forget'),
        'Options of cache': ('cache',),
    }
    for heading, names in groups.items():
        said = set().union(*(options_of_help(help_of(program, name)) for name in names))
        faults += differences(heading, said | {'help'}, options[heading] | {'help'})
    faults += differences('Options without a command', set(re.findall(r'^  segment-podium --([a-z]+)', usage, re.M)),
                          options['Options without a command'])
    faults += differences('ENVIRONMENT', variables_of_sources(top),
                          set(re.findall(r'Ev ((?:SEGMENT|STRAVA)_[A-Z_]+)', page)))
    print('\n'.join(faults) or f'{len(commands)} commands, {len(set().union(*options.values()))} options')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
