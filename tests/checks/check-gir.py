#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what others see of the public library: check-gir.py GIR PC HEADER...; each function is known and told of."""

import re
import sys
import xml.etree.ElementTree

CORE = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
CALLS = ('function', 'method', 'constructor')
TOLD = CALLS + ('class', 'interface', 'record', 'enumeration', 'bitfield', 'virtual-method', 'property', 'signal')
DECLARED = re.compile(r'^(?!typedef|static|#| \*)[A-Za-z][\w ]*[\s*]+(sp_\w+)\s*\(', re.MULTILINE)
# Names for other languages are made from these; they have nothing to tell.
PLAIN = re.compile(r'sp_\w+_get_type$|sp_\w+_error_quark$')


def declared(paths):
    names = set()
    for path in paths:
        with open(path, encoding='utf-8') as file:
            names |= set(DECLARED.findall(file.read()))
    return {name for name in names if not PLAIN.match(name)}


def name_of(node):
    return node.get(C + 'identifier') or node.get(C + 'type') or node.get('name')


def is_told(node):
    """By a text of its own, or where that says it all by what is returned; a table of slots by its class."""
    return node.find(CORE + 'doc') is not None or node.find(f'{CORE}return-value/{CORE}doc') is not None \
        or node.get('{http://www.gtk.org/introspection/glib/1.0}is-gtype-struct-for') is not None


def faults(gir, pc, headers):
    namespace = xml.etree.ElementTree.parse(gir).getroot().find(CORE + 'namespace')
    known = set()
    for kind in TOLD:
        for node in namespace.iter(CORE + kind):
            name = name_of(node)
            if kind in CALLS:
                known.add(name)
            if not is_told(node) and not PLAIN.match(name):
                yield f'{kind} {name} has no words'
    for name in sorted(declared(headers) - known):
        yield f'{name} is declared, and other languages do not know it'
    with open(pc, encoding='utf-8') as file:
        text = file.read()
    for line in ('plugindir=', 'Requires: gio-2.0'):
        if '\n' + line not in text:
            yield f'{pc} has no {line}'


def main():
    found = list(faults(sys.argv[1], sys.argv[2], sys.argv[3:]))
    for fault in found:
        print(fault)
    print(f'{len(declared(sys.argv[3:]))} functions, {len(found)} faults')
    return 1 if found or not declared(sys.argv[3:]) else 0


if __name__ == '__main__':
    sys.exit(main())
