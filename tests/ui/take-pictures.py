#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of each page of the demo club, or of one: take-pictures.py FOLDER PREFIX WIDTH HEIGHT [PAGE]. How it
all looks comes by the environment; screenshots.sh has that."""
import os
import subprocess
import sys
import time

from person import Person, Role, State, has_state, until, xdo

ROOMY = (1100, 720)


def look_for_window():
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Segment Podium'], capture_output=True,
                           text=True, check=False)
    return next(reversed(found.stdout.split()), None)


def main():
    folder, prefix, width, height = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    only = sys.argv[5] if len(sys.argv) > 5 else None

    def shoot(page):
        if only in (None, page):
            time.sleep(0.6)  # What moves comes to rest.
            subprocess.run(['import', '-window', 'root', '-crop', f'{width}x{height}+0+0', '+repage',
                            os.path.join(folder, f'{prefix}-{page}.png')], check=True)

    with Person() as person:
        window = until(look_for_window, 'a window')
        xdo('windowsize', window, width, height)
        shoot('first-start')
        xdo('key', 'Tab', 'End', 'Return')
        person.sees('Not refreshed yet.')
        person.keys('ctrl+r')
        person.find(Role.PUSH_BUTTON, 'Cancel')
        person.keys('alt+1')
        shoot('refreshing')
        person.find(Role.LABEL, 'All 34 runners known')
        until(lambda: has_state(person.find(Role.PUSH_BUTTON, 'Refresh'), State.SENSITIVE), 'an end of the refresh')
        time.sleep(4 if only is None else 1)  # Until nothing is said of the refresh any more.
        shoot('board')
        if only == 'board':
            return
        second = person.rows()[1]
        person.click(person.cell(second[1]), times=2)
        person.sees(f'Why {second[3]}')
        shoot('why')
        if only == 'why':
            return
        person.keys('Escape')
        person.press('Teams')
        person.sees('Rank sum')
        shoot('teams')
        for page, row in (('overview', 'Overview'), ('distance', 'Whole Series'), ('runners', 'Runners'),
                          ('quality', 'Data Quality')):
            # The list of pages is folded away where there is little room.
            xdo('windowsize', window, *ROOMY)
            time.sleep(0.6)
            person.click(person.find(Role.LIST_ITEM, row, person.find(Role.LIST, 'Pages')))
            xdo('windowsize', window, width, height)
            shoot(page)


main()
