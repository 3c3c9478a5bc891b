#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the house as it is drawn: check-house.py [TOP]. Prints each fault as PATH:LINE: RULE: TEXT; exit 1 on any."""

import os
import sys

sys.dont_write_bytecode = True

# pylint: disable=wrong-import-position
import house_tree
import rules_build
import rules_text
import rules_walls

RULES = (
    rules_walls.walls,
    rules_walls.circles,
    rules_text.licences,
    rules_text.lengths,
    rules_text.functions,
    rules_text.lines,
    rules_build.listed,
    rules_build.finishes,
    rules_build.guards,
)


def faults(top):
    tree = house_tree.read_tree(top)
    return len(tree), sorted(fault for rule in RULES for fault in rule(tree))


def main():
    top = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
    files, found = faults(top)
    for fault in found:
        print(f'{fault.path}:{fault.line}: {fault.rule}: {fault.text}')
    print(f'{files} files, {len(found)} faults')
    return 1 if found or not files else 0


if __name__ == '__main__':
    sys.exit(main())
