#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The weekly round as one does it: the program as a whole, by what it tells a screen reader, and by keys alone."""
import csv
import json
import os
import sys
import tempfile
import zipfile

from person import Person, Role, State, has_state, name_of, run, until, walk

BOARD = 'Allt y Gigfran Climb'
# What can be pressed, chosen, written into or moved to.
CONTROLS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.COMBO_BOX, Role.ENTRY,
            Role.TEXT, Role.LIST, Role.LIST_ITEM, Role.TREE_TABLE, Role.TABLE_ROW, Role.LINK, Role.SPIN_BUTTON,
            Role.SLIDER, Role.MENU_ITEM, Role.PAGE_TAB, Role.LABEL)


def is_xlsx(path):
    try:
        with zipfile.ZipFile(path) as book:
            return book.testzip() is None and '[Content_Types].xml' in book.namelist()
    except (FileNotFoundError, zipfile.BadZipFile):
        return False


def is_csv(path):
    """One long table: every board with all its rows."""
    try:
        with open(path, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        return False
    return len([row for row in rows if row['Board'] == BOARD]) == 34


def is_json(path):
    try:
        with open(path, encoding='utf-8') as file:
            return BOARD in [board['name'] for board in json.load(file)['boards']]
    except FileNotFoundError:
        return False


def refreshed(person):
    person.sees('Demo club is complete as far as it has come.')
    until(lambda: has_state(person.find(Role.PUSH_BUTTON, 'Refresh'), State.SENSITIVE), 'an end of the refresh')


def unhurried(milliseconds):
    """Lets the demo club take its time, as an organiser may prefer: a screen reader needs a moment for each button."""
    path = os.path.join(os.environ['HOME'], '.config/glib-2.0/settings/keyfile')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write("[io/github/segmentpodium/SegmentPodium]\n"
                   f"plugin-options={{'mock/latency': '{milliseconds}'}}\n")


def is_sorted(rows, column, down=False):
    """Whoever has no place stands below, however the others are sorted."""
    values = [row[column] for row in rows if row[0] != '–']
    return (len(values) > 2 and values == sorted(values, reverse=down)
            and all(row[0] == '–' for row in rows[len(values):]))


def export(person):
    with tempfile.TemporaryDirectory() as folder:
        for ending, is_whole in (('xlsx', is_xlsx), ('csv', is_csv), ('json', is_json)):
            path = os.path.join(folder, f'results.{ending}')
            person.keys('ctrl+e')
            person.find(Role.TEXT, 'Name:')
            person.keys('ctrl+a')
            person.type(path)
            person.keys('Return')
            person.sees('The results were written.')
            until(lambda: is_whole(path), f'the whole of {path}')


def nameless(person):
    """What has no name at the second look either: a page may be on its way."""
    first = until(lambda: (look_for_nameless(person),), 'a look at every control')[0]
    return first and until(lambda: (look_for_nameless(person),), 'another look')[0]


def look_for_nameless(person):
    """Controls of what is shown that a screen reader could not name. The toolkit's own parts stand in what has a name,
    and a table's row is read cell by cell."""
    found = []
    for node in person.each():
        if not has_state(node, State.FOCUSABLE) and node.get_role() != Role.PUSH_BUTTON:
            continue
        name = name_of(node)
        above = node.get_parent()
        if name and not name.startswith(('Gtk', 'Adw', 'Sp')):
            if node.get_role() not in CONTROLS:
                found.append(f'{node.get_role_name()} “{name}” is none of what can be used')
            if '_' in name:
                found.append(f'{node.get_role_name()} “{name}” is not as one says it')
        elif node.get_role() in (Role.TABLE_ROW, Role.LIST) and any(
                n.get_role() == Role.LABEL for n in walk(node)):
            continue
        elif above.get_role() == Role.COMBO_BOX and not name_of(above).startswith('Gtk'):
            continue
        elif name_of(above) == 'AdwToastWidget':
            continue
        elif node.get_role() in CONTROLS:
            found.append(f'{node.get_role_name()} “{name}” in {above.get_role_name()} “{name_of(above)}”')
    return found


def test_round():
    """First start, demo, cancelled at once and asked again, board, sort, filter, why, teams, quality, export."""
    unhurried(400)
    with Person() as person:
        go_round(person)


def go_round(person):
    faults = nameless(person)
    person.click(person.sees('Try the Demo Club'))
    person.sees('Not refreshed yet.')
    person.press('Refresh')
    person.press('Cancel')
    person.sees('Cancelled. What was fetched is kept.')
    person.press('Refresh')
    refreshed(person)
    faults += nameless(person)

    pages = person.find(Role.LIST, 'Pages')
    person.click(person.find(Role.LIST_ITEM, BOARD, pages))
    person.sees('All 34 runners known')
    rows = person.waits_for_all_rows(34)
    assert rows[0][0] == '1' and is_sorted(rows, 3), rows
    leader, time = rows[0][1], rows[0][3]
    person.sort('Runner', lambda rows: is_sorted(rows, 1))
    person.sort('Time', lambda rows: is_sorted(rows, 3))
    person.sort('Time', lambda rows: is_sorted(rows, 3, down=True))
    person.sort('Time', lambda rows: rows[0][1] == leader)

    person.press('Search')
    person.click(person.find(Role.ENTRY))
    person.type(leader)
    person.waits_for_rows(lambda rows: [row[1] for row in rows] == [leader], 'one runner')
    person.click(person.cell(leader), times=2)
    person.sees(f'Why {time}')
    person.sees('counts')
    faults += nameless(person)
    person.press('Close the Explanation')
    person.press('Teams')
    person.sees('Rank sum')
    faults += nameless(person)

    person.click(person.find(Role.LIST_ITEM, 'Data Quality', pages))
    person.sees('runners')
    faults += nameless(person)
    export(person)
    for kind in ('Runners', 'Whole Series'):
        person.click(person.find(Role.LIST_ITEM, kind, pages))
        person.find(Role.LABEL, kind)
        faults += nameless(person)
    assert not faults, '\n'.join(sorted(set(faults)))


def tab_to(person, role, name, limit=30):
    """Goes from control to control until one of that kind says that."""
    for _ in range(limit):
        person.keys('Tab')
        node = until(person.focused, 'a focus')
        if node.get_role() == role and any(name in name_of(n) for n in walk(node)):
            return
    raise AssertionError(f'no way to “{name}” by keys')


def test_keys():
    """The same without a mouse."""
    unhurried(20)
    with Person() as person:
        go_round_by_keys(person)


def go_round_by_keys(person):
    person.sees('Try the Demo Club')
    tab_to(person, Role.LIST_ITEM, 'Open a Competition')
    person.keys('Down', 'Down', 'Return')
    person.sees('Not refreshed yet.')
    person.keys('ctrl+r')
    refreshed(person)
    person.keys('alt+1')
    person.sees('All 34 runners known')
    rows = person.waits_for_all_rows(34)
    person.keys('ctrl+f')
    person.type('night')
    person.waits_for_rows(lambda rows: 0 < len(rows) < 34 and all(r[2] == 'Night Owls' for r in rows), 'one team')
    person.keys('Escape')
    person.waits_for_all_rows(34)
    tab_to(person, Role.TABLE_ROW, '')
    person.keys('Home', 'Down', 'Return')
    person.sees(f'Why {rows[1][3]}')
    person.keys('Escape')
    export(person)


if __name__ == '__main__':
    sys.exit(run([test_round, test_keys]))
