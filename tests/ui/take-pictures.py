#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes a picture of each page: take-pictures.py FOLDER PREFIX WIDTH HEIGHT [SCENE…]. How it all looks comes by the
environment; screenshots.sh has that. Words are looked for in the language that the program speaks."""
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import scenes
from person import Person, Role, State, WORDS, children, has_state, name_of, said, until, xdo

ROOMY = (1100, 720)
BUS = 'io.github.segmentpodium.SegmentPodium'


class Photographer:
    def __init__(self, folder, prefix, width, height):
        self.folder, self.prefix, self.size = folder, prefix, (width, height)
        self.person = None
        self.window = None

    def shoot(self, name):
        time.sleep(0.4)  # What moves comes to rest.
        subprocess.run(['import', '-window', 'root', '-crop', f'{self.size[0]}x{self.size[1]}+0+0', '+repage',
                        os.path.join(self.folder, f'{self.prefix}-{name}.png')], check=True)

    def resize(self, size):
        xdo('windowsize', self.window, *size)
        time.sleep(0.4)

    def start(self, person):
        self.person = person
        self.window = until(look_for_window, 'a window')
        self.resize(self.size)

    def open_demo(self):
        act('demo')
        self.person.sees(said('Not refreshed yet.'))

    def show(self, name):
        """The list of pages is folded away where there is little room."""
        self.resize((1600, 880))
        self.person.click(until(lambda: next(row for row in children(self.person.find(Role.LIST, said('Pages')))
                                             if said(name) in name_of(row)), name))
        self.resize(self.size)
        time.sleep(0.6)

    def refresh(self):
        self.person.keys('ctrl+r')
        self.person.find(Role.PUSH_BUTTON, said('Cancel'))

    def wait_for_end(self):
        until(lambda: has_state(self.person.find(Role.PUSH_BUTTON, said('Refresh')), State.SENSITIVE),
              'an end of the refresh')
        time.sleep(5)  # Until nothing is said of it any more.

    def why(self, pick):
        row = next(row for row in self.person.rows() if pick(row))
        self.person.click(self.person.cell(row[1]))
        self.person.keys('Return')
        self.person.sees(said('Why %s'))


def look_for_window():
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Segment Podium'], capture_output=True,
                           text=True, check=False)
    return next(reversed(found.stdout.split()), None)


def act(action, *arguments):
    subprocess.run(['gapplication', 'action', BUS, action, *arguments], check=True)


def take_day(photographer, person):
    """The demo club on a good day, from the first start on."""
    photographer.shoot('first-start')
    photographer.open_demo()
    photographer.show('Bryn Helyg')
    photographer.refresh()
    until(lambda: progress_of(person) > 40, 'half of the refresh')
    # It goes on once the picture is taken.
    person.process.send_signal(signal.SIGSTOP)
    photographer.shoot('refreshing')
    person.process.send_signal(signal.SIGCONT)
    photographer.wait_for_end()
    photographer.shoot('complete')
    photographer.show('Nant Oer')
    photographer.shoot('upcoming')
    photographer.show('Whole Series')
    photographer.shoot('distance')
    photographer.show('Runners')
    photographer.shoot('runners-connected')


def progress_of(person):
    """Of the runners, so many in a hundred are done."""
    runners = WORDS.ngettext('%u of %u runner', '%u of %u runners', 34).replace('%u', '%d') % (0, 34)
    pattern = re.compile(runners.replace('0', r'(\d+)', 1) + '(,|$)')
    found = until(lambda: next(filter(None, (pattern.match(name_of(label))
                                             for label in person.each(Role.LABEL, ' 34 '))), None), 'progress')
    return 100 * int(found[1]) / 34


def take_doubts(photographer, person):
    """The same club on a day on which not all can be had."""
    photographer.open_demo()
    photographer.refresh()
    photographer.wait_for_end()
    scenes.write_settings(faults=scenes.FAULTS + ',' + scenes.LATER)
    time.sleep(0.5)
    photographer.refresh()
    photographer.wait_for_end()
    photographer.shoot('overview')
    photographer.show('Allt y Gigfran')
    photographer.why(lambda row: row[0] == '2')
    photographer.shoot('why')
    person.keys('Escape')
    xdo('click', 3)  # The mouse is still on that row.
    photographer.shoot('row-menu')
    person.keys('Escape')
    photographer.shoot('board')
    person.keys('End')
    photographer.shoot('board-end')
    person.keys('Return')
    photographer.shoot('why-no-data')
    person.keys('Escape')
    person.press(said('Teams'))
    person.sees(said('Rank sum'))
    photographer.shoot('teams')
    photographer.show('Runners')
    photographer.shoot('runners')
    photographer.show('Data Quality')
    photographer.shoot('quality')


def take_wait(photographer, person):
    """A source that allows little: the plan that is agreed to, and the wait."""
    photographer.open_demo()
    photographer.show('Allt y Gigfran')
    person.keys('ctrl+r')
    person.sees(said('This Refresh Takes a While'))
    photographer.shoot('plan')
    person.keys('Return')
    person.sees(said('Waiting for %s until %s, %s'))
    photographer.shoot('waiting')


def take_workbooks(photographer, person):
    """A workbook with faults, and one that opens, whose runners are in all states."""
    with tempfile.TemporaryDirectory() as folder:
        good, bad = os.path.join(folder, 'Winter Series.xlsx'), os.path.join(folder, 'Spring Series.xlsx')
        scenes.write_workbook(good, scenes.WORKBOOK)
        scenes.write_workbook(bad, scenes.FAULTY)
        open_file(good)
        person.sees(said('Not refreshed yet.'))
        photographer.shoot('not-refreshed')
        photographer.show('Runners')
        photographer.shoot('runners-unconnected')
        person.click(person.find(Role.LABEL, 'Elin Carter', person.application), times=2)
        time.sleep(1)
        photographer.shoot('runner')
        person.keys('Escape')
        open_file(bad)
        person.find(Role.PUSH_BUTTON, said('_Check Again'))
        photographer.shoot('faults')


def open_file(path):
    subprocess.run([os.environ['SP_TEST_PROGRAM'], path], check=True)


def take_windows(photographer, person):
    """The windows beside the competition's."""
    photographer.open_demo()
    act('preferences')
    for page in ('Sources', 'Data'):
        person.click(until(lambda: next(n for n in person.each(Role.LABEL, said(page)) if name_of(n) == said(page)),
                           page))
        photographer.shoot(f'preferences-{page.lower()}')
    person.keys('Escape')
    act('help')
    photographer.shoot('help')
    person.keys('Escape')
    person.keys('ctrl+question')
    photographer.shoot('shortcuts')


# Each with the options of its source.
SCENES = {
    'day': (take_day, {}),
    'doubts': (take_doubts, {'faults': scenes.FAULTS}),
    'wait': (take_wait, {'quota': '60/900'}),
    'workbooks': (take_workbooks, {}),
    'windows': (take_windows, {}),
}


def main():
    folder, prefix, width, height = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    photographer = Photographer(folder, prefix, width, height)
    for scene in sys.argv[5:] or SCENES:
        take, options = SCENES[scene]
        scenes.forget_all()
        scenes.write_settings(**options)
        with Person() as person:
            photographer.start(person)
            take(photographer, person)


main()
