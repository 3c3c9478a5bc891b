#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window is closed during a refresh: it asks whether to go on without it, and the desktop tells of the end."""
import os
import re
import sys
import tempfile

from gi.repository import Gio, GLib
from person import Person, Role, children, is_shown, name_of, run, until

SERVICE = 'org.freedesktop.Notifications'
QUESTION = 'A Refresh Is Under Way'
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f"""<node><interface name="{SERVICE}">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>""").interfaces[0]
PATH = '/org/freedesktop/Notifications'


class Desktop:
    """What shows notifications on a desktop, as far as a program can see it."""

    def __init__(self):
        self.told = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.object_id = self.bus.register_object(PATH, INTERFACE, self.answer, None, None)
        self.call_bus('RequestName', GLib.Variant('(su)', (SERVICE, 4)))

    def call_bus(self, method, arguments):
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', method, arguments,
                           None, Gio.DBusCallFlags.NONE, -1, None)

    def answer(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        reply = None
        if method == 'Notify':
            _, _, _, title, body, actions, _, _ = arguments.unpack()
            self.told.append((title, body, actions))
            reply = GLib.Variant('(u)', (len(self.told),))
        elif method == 'GetCapabilities':
            reply = GLib.Variant('(as)', (['actions', 'body'],))
        elif method == 'GetServerInformation':
            reply = GLib.Variant('(ssss)', ('test', 'test', '1', '1.2'))
        invocation.return_value(reply)

    def look(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return self.told

    def click(self):
        """On the last one told."""
        self.bus.emit_signal(None, PATH, SERVICE, 'ActionInvoked', GLib.Variant('(us)', (len(self.told), 'default')))
        self.bus.flush_sync(None)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.call_bus('ReleaseName', GLib.Variant('(s)', (SERVICE,)))
        self.bus.unregister_object(self.object_id)


def unhurried(milliseconds):
    """Lets the demo club take its time."""
    path = os.path.join(os.environ['HOME'], '.config/glib-2.0/settings/keyfile')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write("[io/github/segmentpodium/SegmentPodium]\n"
                   f"cache-mode='off'\nplugin-options={{'mock/latency': '{milliseconds}'}}\n")


def frames(person):
    return [n for n in children(person.application) if n.get_role() in (Role.FRAME, Role.DIALOG) and is_shown(n)]


def close_amid_refresh(person):
    person.sees('Not refreshed yet.')
    person.press('Refresh')
    person.find(Role.PUSH_BUTTON, 'Cancel')
    person.keys('ctrl+w')
    person.sees(QUESTION)


def test_go_on():
    """Without the window it goes on to its end, of which the desktop tells; a click leads back to the boards."""
    unhurried(500)
    with Desktop() as desktop, Person('demo') as person:
        close_amid_refresh(person)
        person.keys('Escape')
        until(lambda: len(frames(person)) == 1, 'an end of the question')
        person.find(Role.PUSH_BUTTON, 'Cancel')
        person.keys('ctrl+w')
        person.press('Go On in the Background')
        until(lambda: not frames(person), 'an end of the window')
        assert not desktop.look()
        title, body, _ = until(lambda: desktop.look(), 'a notification')[0]
        assert (title, body) == ('The refresh is done',
                                 'The boards of “Demo club” are up to date, as far as they can be.'), (title, body)
        assert not frames(person) and person.process.poll() is None
        desktop.click()
        person.sees('Demo club is complete as far as it has come.')
        assert len(desktop.look()) == 1


def test_nobody_tells():
    """Where nothing on the desktop could tell of the end, the window comes back by itself."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    names = bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                          'ListActivatableNames', None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
    if SERVICE in names:
        return
    unhurried(500)
    with Person('demo') as person:
        close_amid_refresh(person)
        person.press('Go On in the Background')
        until(lambda: not frames(person), 'an end of the window')
        until(lambda: frames(person), 'the window again')
        person.sees('Demo club is complete as far as it has come.')


def test_started_again():
    """Whoever starts the program again finds the window, and the refresh where it is."""
    unhurried(500)
    with Person('demo') as person:
        close_amid_refresh(person)
        person.press('Go On in the Background')
        until(lambda: not frames(person), 'an end of the window')
        assert Person.second() == 0
        person.find(Role.PUSH_BUTTON, 'Cancel')
        assert len(frames(person)) == 1
        person.sees('Demo club is complete as far as it has come.')


def await_end(person):
    until(lambda: person.process.poll() is not None, 'an end of the program')
    assert person.process.returncode == 0, person.process.returncode


def test_stop():
    """Stopped, it ends, and the program with it; nobody is told."""
    unhurried(1500)
    with Desktop() as desktop, Person('demo') as person:
        close_amid_refresh(person)
        person.press('Stop and Close')
        await_end(person)
        assert not desktop.look()


def test_stop_and_save():
    """Of a document it keeps what was fetched so far."""
    unhurried(1500)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'winter.podium')
        with Person('demo') as person:
            person.sees('Not refreshed yet.')
            person.keys('ctrl+s')
            person.find(Role.TEXT, 'Name:')
            person.keys('ctrl+a')
            person.type(path)
            person.keys('Return')
            person.sees('Saved.')
            person.click(person.find(Role.LIST_ITEM, 'Data Quality', person.find(Role.LIST, 'Pages')))
            person.press('Refresh')
            until(lambda: any(re.match('[1-9]', name_of(n)) for n in person.each(Role.LABEL, ' of 34 runners')),
                  'the first runners')
            person.keys('ctrl+w')
            person.press('Stop and Close')
            person.sees('Save Changes?')
            person.press('Save', Role.PUSH_BUTTON)
            await_end(person)
        with Person(path) as person:
            person.sees('Demo club is provisional: ')


if __name__ == '__main__':
    sys.exit(run([test_go_on, test_nobody_tells, test_started_again, test_stop, test_stop_and_save]))
