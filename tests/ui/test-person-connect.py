#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A runner is connected beside the organiser: the browser opens, somebody signs in, and the name is looked at."""
import os
import sys
import tempfile
import urllib.parse
import urllib.request

import workbook
from person import Person, Role, run, until

HOME = os.environ['HOME']
VISITED = os.path.join(HOME, 'visited')
TOKENS = os.path.join(HOME, 'tokens')
SCOPE = 'read,activity:read,activity:read_all'
SHEETS = {'Runners': [['Name', 'Strava ID', 'Refresh Token', 'Segment Series Team', 'Distance Series Team',
                       'Birthday (dd-mmm)'],
                      ['Ben Roe', '502', '', 'Otters', '', '']],
          'Segment Series': [['Segment ID', 'Segment Name', 'Start Date', 'End Date', 'Default Time',
                              'Minimum Distance (m)', 'Birthday Bonus (secs)'],
                             ['77', 'Canal Mile', '2026-01-05', '2026-01-11', '', '', '']]}


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def prepare():
    """A browser that only writes down where it was sent, and a file for permissions: there is no keyring here."""
    write(os.path.join(HOME, 'browser'), f'#!/bin/sh\nprintf %s "$1" >{VISITED}.new\nmv {VISITED}.new {VISITED}\n')
    os.chmod(os.path.join(HOME, 'browser'), 0o755)
    write(os.path.join(HOME, '.local/share/applications/browser.desktop'),
          f'[Desktop Entry]\nType=Application\nName=Browser\nExec={HOME}/browser %u\n'
          'MimeType=x-scheme-handler/http;x-scheme-handler/https;\n')
    write(os.path.join(HOME, '.config/mimeapps.list'), '[Default Applications]\n'
          'x-scheme-handler/http=browser.desktop\nx-scheme-handler/https=browser.desktop\n')
    write(os.path.join(HOME, '.config/glib-2.0/settings/keyfile'),
          f"[io/github/segmentpodium/SegmentPodium]\ntoken-file='{TOKENS}'\n")


def visited():
    """Where the browser was sent, once."""
    def look():
        try:
            with open(VISITED, encoding='utf-8') as file:
                return file.read()
        except FileNotFoundError:
            return None
    uri = until(look, 'a visit of the browser')
    os.remove(VISITED)
    return urllib.parse.parse_qs(urllib.parse.urlsplit(uri).query)


def sign_in(query, code):
    """As somebody whose answer is that code; gives back the page that the browser ends at."""
    answer = urllib.parse.urlencode({'state': query['state'][0], 'code': os.environ[code], 'scope': SCOPE})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f'{query["redirect_uri"][0]}?{answer}', timeout=30) as page:
        return page.read().decode()


def stored():
    try:
        with open(TOKENS, encoding='utf-8') as file:
            return '502' in file.read()
    except FileNotFoundError:
        return False


def test_connect():
    """Whoever signs in as somebody else is named, and nothing is stored; the right one is connected."""
    prepare()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'club.xlsx')
        workbook.write(path, SHEETS)
        with Person(path) as person:
            person.click(person.find(Role.LIST_ITEM, 'Runners', person.find(Role.LIST, 'Pages')))
            person.click(person.reads('Ben Roe'))
            person.find(Role.PUSH_BUTTON, 'Refresh This Runner')
            person.press('Connect')
            person.find((Role.DIALOG, Role.FRAME), 'Connect Ben')
            person.click(person.sees('that others in the club see these times'))
            person.press('Open Browser')
            sign_in(visited(), 'SP_TEST_CODE_ANNA')
            person.sees('Anna Berg')
            assert not stored()
            person.press('Open Browser')
            sign_in(visited(), 'SP_TEST_CODE_BEN')
            person.sees('Ben Roe is connected.')
            assert stored()


if __name__ == '__main__':
    sys.exit(run([test_connect]))
