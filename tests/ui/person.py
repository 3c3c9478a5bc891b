# SPDX-License-Identifier: GPL-3.0-or-later
"""A person before the window: finds things by what they are and say, presses, types, clicks. By AT-SPI and X events."""
import gettext
import os
import signal
import subprocess
import sys
import time
import traceback

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

Role = Atspi.Role
State = Atspi.StateType

# Generous, for a machine with other things to do: nothing waits longer than it must.
PATIENCE_S = float(os.environ.get('SP_TEST_PATIENCE_S', '60'))
# As the program has it.
WORDS = gettext.translation('segment-podium', os.environ.get('SEGMENT_PODIUM_LOCALE_PATH'), fallback=True)


def said(english):
    """As the program says it: what stands before anything that is filled in."""
    return WORDS.gettext(english).split('%')[0].replace('_', '')

PAGE = 12
# In a sandbox the program has another number than the process that began it: there it goes by its name.
SANDBOXED = os.environ.get('SP_TEST_SANDBOXED')


def xdo(*words):
    subprocess.run(['xdotool', *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def children(node):
    return [c for c in (node.get_child_at_index(i) for i in range(node.get_child_count())) if c]


def walk(node, rows=True):
    """All below, without what stands in a table's rows where that is not looked for: there is much of it."""
    yield node
    if rows or node.get_role() != Role.TABLE_ROW:
        for child in children(node):
            yield from walk(child, rows)


def name_of(node):
    return node.get_name() or ''


def extents(node):
    return Atspi.Component.get_extents(node.get_component_iface(), Atspi.CoordType.WINDOW)


def is_shown(node):
    """Older versions of the toolkit tell it of windows only: what never had a place is left out."""
    if node.get_role() == Role.APPLICATION or node.get_component_iface() is None:
        return True
    return node.get_state_set().contains(State.VISIBLE) and extents(node).width > 0


def has_state(node, state):
    return node.get_state_set().contains(state)


def until(look, what, patience_s=PATIENCE_S):
    """Looks again and again until there is something, and gives that back."""
    end = time.monotonic() + patience_s
    while True:
        try:
            found = look()
            if found:
                return found
        except (GLib.GError, AttributeError):
            pass  # What was looked at went away meanwhile, or has no child there yet.
        if time.monotonic() > end:
            raise AssertionError(f'never came: {what}')
        time.sleep(0.05)


class Person:
    """Uses one process of the program."""

    def __init__(self, *args):
        # A fault of the program ends it; what the library that looks at it warns of does not.
        debug = dict(os.environ, G_DEBUG=os.environ.get('SP_TEST_G_DEBUG', ''))
        self.process = subprocess.Popen([os.environ['SP_TEST_PROGRAM'], *args], env=debug)
        self.board = None
        self.application = until(self._look_for_application, 'the program')

    @staticmethod
    def second(*args):
        """Starts the program once more while it runs, and gives back how that ended."""
        return subprocess.run([os.environ['SP_TEST_PROGRAM'], *args], timeout=PATIENCE_S, check=False).returncode

    def kill(self):
        """As when the power goes: it is given no time for anything."""
        self.process.kill()
        self.process.wait()

    def _look_for_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}')
        return next((c for c in children(Atspi.get_desktop(0))
                     if c.get_process_id() == self.process.pid or name_of(c) == SANDBOXED), None)

    def each(self, roles=None, name='', root=None):
        roles = roles if roles is None or isinstance(roles, (tuple, list)) else (roles,)
        return (n for n in walk(root or self.application, root is not None)
                if (roles is None or n.get_role() in roles) and name in name_of(n) and is_shown(n))

    def find(self, roles, name='', root=None):
        return until(lambda: next(self.each(roles, name, root), None), f'{roles} “{name}”')

    def sees(self, text):
        return self.find(Role.LABEL, text)

    def reads(self, text):
        """As it sees, but in the lines of tables too."""
        return self.find(Role.LABEL, text, self.find(Role.FRAME))

    def press(self, name, roles=(Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.MENU_ITEM)):
        node = self.find(roles, name)
        assert '_' not in name_of(node), name_of(node)
        until(lambda: has_state(node, State.SENSITIVE), f'“{name}” to be pressed')
        assert node.get_action_iface().do_action(0), name

    def click(self, node, times=1):
        """The window lies within its shadow, which a screen without a manager of windows keeps."""
        box, frame = extents(node), extents(self.window(node))
        margin = 5 if frame.x >= 0 else -2 * frame.x
        xdo('mousemove', box.x + box.width // 2 + margin, box.y + box.height // 2 + margin,
            'click', '--repeat', times, '--delay', 60, 1)

    @staticmethod
    def window(node):
        while node.get_parent() and node.get_parent().get_role() != Role.APPLICATION:
            node = node.get_parent()
        return node

    @staticmethod
    def keys(*keys):
        xdo('key', '--delay', 60, *keys)

    @staticmethod
    def type(text):
        xdo('type', '--delay', 30, text)

    def table(self):
        """Of the leaderboard, which stays the same for all boards."""
        self.board = self.board or self.find(Role.TREE_TABLE, said('Leaderboard'))
        return self.board

    def rows(self):
        """What the leaderboard says, from above: for each row place, runner, team and time."""
        body = next(n for n in children(self.table()) if n.get_role() == Role.LIST)
        return [[self.text_of(row.get_child_at_index(i)) for i in range(4)] for row in children(body)]

    @staticmethod
    def text_of(cell):
        return next((name_of(n) for n in walk(cell) if n.get_role() == Role.LABEL), '').strip('\u2066\u2069')

    def cell(self, text):
        return self.find(Role.LABEL, text, self.table())

    def waits_for_rows(self, holds, what):
        return until(lambda: next((rows for rows in [self.rows()] if holds(rows)), None), what)

    def waits_for_all_rows(self, n):
        """Newer versions of the toolkit tell of those within sight alone; a page of them says that no filter is on."""
        tells_all = self.application.get_toolkit_version().startswith('4.8.')
        return self.waits_for_rows(lambda rows: len(rows) == n or (not tells_all and PAGE <= len(rows) < n),
                                   f'all {n} rows')

    def sort(self, column, holds):
        """Clicks on a column until it stands as it should: it goes up, down, and as it was."""
        for _ in range(4):
            self.click(self.cell(column))
            try:
                return until(lambda: holds(self.rows()), f'rows sorted by {column}', PATIENCE_S / 4)
            except AssertionError as error:
                last = error
        raise last

    def focused(self):
        return next((n for n in walk(self.application, False)
                     if has_state(n, State.FOCUSED) and n.get_role() not in (Role.FRAME, Role.APPLICATION)), None)

    def tree(self, out=sys.stderr):
        def show(node, depth):
            print('  ' * depth + f'{node.get_role_name()} “{name_of(node)}”', file=out)
            for child in filter(is_shown, children(node)):
                show(child, depth + 1)
        show(self.application, 0)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        """Ends the program, which is to end well when it is asked to."""
        if error is not None and self.process.poll() is None:
            try:
                self.tree()
            except (GLib.GError, AttributeError) as gone:
                print(f'(it went on meanwhile: {gone})', file=sys.stderr)
        killed = self.process.returncode == -signal.SIGKILL
        self.process.terminate()
        status = self.process.wait(PATIENCE_S)
        if error is None and not killed and status not in (0, -signal.SIGTERM):
            raise AssertionError(f'the program ended with {status}')


def run(tests):
    """Runs tests one after the other, and tells how they ended as TAP."""
    failed = 0
    print(f'1..{len(tests)}')
    for i, test in enumerate(tests, 1):
        try:
            test()
            print(f'ok {i} {test.__name__}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {i} {test.__name__}', flush=True)
            traceback.print_exc()
    return failed
