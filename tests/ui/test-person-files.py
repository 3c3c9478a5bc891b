#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files as one meets them: a workbook with faults, the program killed amid edits, a document opened again."""
import glob
import os
import shutil
import sys
import tempfile

import workbook
from person import Person, Role, children, run, until

HOME = os.environ['HOME']
BOARD = 'Allt y Gigfran Climb'
RUNNERS = [['Name', 'Strava ID', 'Refresh Token', 'Segment Series Team', 'Distance Series Team', 'Birthday (dd-mmm)'],
           ['Huw Young', '1001', '', 'Red Kites', '', '15-Mar'],
           ['Nia Carter', '1002', '', 'Otters', '', '2-Jan'],
           ['Elin Pugh', '1003', '', 'Otters', '', '']]
SEGMENTS = [['Segment ID', 'Segment Name', 'Start Date', 'End Date', 'Default Time', 'Minimum Distance (m)',
             'Birthday Bonus (secs)'],
            ['7', 'Canal Mile', '2026-01-05', '2026-01-11', '0:20:00', '', '30']]


def write_book(path, runners=RUNNERS, segments=SEGMENTS):
    workbook.write(path, {'Runners': runners, 'Segment Series': segments})


def show(person, page):
    person.click(person.find(Role.LIST_ITEM, page, person.find(Role.LIST, 'Pages')))


def test_bad_workbook():
    """All faults with their cells, and nothing taken; put right and checked again it opens."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'club.xlsx')
        bad = [SEGMENTS[0], ['7', 'Canal Mile', '2026-01-11', '2026-01-05', '0:20:00', '', '30'],
               ['8', 'Lock Hill', 'soon', '2026-01-11', '', '', '']]
        write_book(path, RUNNERS + [['Huw Again', '1001', '', 'Otters', '', '']], bad)
        with Person(path) as person:
            person.sees('3 faults in club.xlsx')
            person.sees('Nothing was taken from it.')
            for cell in ('B5', 'D2', 'C3'):
                person.sees(cell)
            write_book(path)
            person.press('Check Again')
            show(person, 'Runners')
            for name in ('Huw Young', 'Nia Carter', 'Elin Pugh'):
                person.reads(name)
            # Beside the competition it is one page more, until it is dismissed.
            path = os.path.join(folder, 'spring.xlsx')
            write_book(path, RUNNERS, bad)
            assert Person.second(path) == 0
            person.sees('2 faults in spring.xlsx')
            person.find(Role.LIST_ITEM, 'spring.xlsx', person.find(Role.LIST, 'Pages'))
            show(person, 'Runners')
            person.reads('Nia Carter')
            show(person, 'spring.xlsx')
            person.press('Dismiss')
            until(lambda: not list(person.each(Role.LIST_ITEM, 'spring.xlsx')), 'the page to go')
            assert len([n for n in children(person.application) if n.get_role() == Role.FRAME]) == 1
    forget_kept()


def recoveries():
    return glob.glob(os.path.join(HOME, '.local/share/**/recovery/*'), recursive=True)


def forget_kept():
    for path in recoveries():
        os.remove(path)


def kept():
    """What the program has kept of edits that nobody saved."""
    texts = []
    for path in recoveries():
        with open(path, encoding='utf-8') as file:
            texts.append(file.read())
    return texts


def test_kill():
    """Killed amid edits, the program offers them when it is started again, and nothing is lost."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'club.xlsx')
        write_book(path)
        with Person(path) as person:
            show(person, 'Runners')
            person.click(person.reads('Nia Carter'))
            person.click(person.find(Role.TEXT, 'Name'))
            person.keys('ctrl+a')
            person.type('Nia Morgan')
            person.keys('Return')
            person.find(Role.PUSH_BUTTON, 'Undo')
            until(lambda: any('Nia Morgan' in text for text in kept()), 'the edit to be kept')
            person.kill()
    with Person() as person:
        person.sees('Restore Unsaved Changes?')
        person.press('Restore')
        show(person, 'Runners')
        person.reads('Nia Morgan')
        person.kill()
    assert any('Nia Morgan' in text for text in kept())
    forget_kept()


def test_stored_boards():
    """A document shows its last boards at once, dated, without anything else that was kept; and is remembered."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'winter.podium')
        with Person('demo') as person:
            person.sees('Not refreshed yet.')
            person.keys('ctrl+r')
            person.sees('Demo club is complete as far as it has come.')
            person.keys('ctrl+s')
            person.find(Role.TEXT, 'Name:')
            person.keys('ctrl+a')
            person.type(path)
            person.keys('Return')
            person.sees('Saved.')
            show(person, BOARD)
            rows = person.waits_for_all_rows(34)
        shutil.rmtree(os.path.join(HOME, '.cache'))
        with Person() as person:
            person.click(person.sees('winter.podium'))
            person.sees('As of today at ')
            show(person, BOARD)
            person.waits_for_rows(lambda again: again == rows, 'the rows that were saved')
            # A second start hands its file to the first program, and ends; what is open already comes to the front.
            assert Person.second(path) == 0
            assert len([n for n in children(person.application) if n.get_role() == Role.FRAME]) == 1


if __name__ == '__main__':
    sys.exit(run([test_bad_workbook, test_kill, test_stored_boards]))
