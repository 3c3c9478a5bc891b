#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses an installed program once: the demo club, a refresh, a board. Prints who leads and takes a picture of the board:
use-installed.py PICTURE."""
import subprocess
import sys
import time

from person import Person, Role, until

BOARD = 'Allt y Gigfran Climb'


def main():
    with Person() as person:
        person.click(person.sees('Try the Demo Club'))
        person.sees('Not refreshed yet.')
        person.press('Refresh')
        person.sees('Demo club is complete as far as it has come.')
        person.click(person.find(Role.LIST_ITEM, BOARD, person.find(Role.LIST, 'Pages')))
        person.sees('All 34 runners known')
        rows = until(person.rows, 'rows')
        time.sleep(4)  # Until nothing is said of the refresh any more.
        subprocess.run(['import', '-window', 'root', sys.argv[1]], check=True)
        assert rows[0][0] == '1' and rows[0][3], rows
        for row in rows[:3]:
            print('  '.join(row))


main()
