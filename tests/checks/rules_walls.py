# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom, and that no two parts need each other."""

import os
import re

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Rooms of src/, and whose headers each may include.
ROOMS = {
    'api': {'api'},
    'model': {'api', 'model'},
    'engine': {'api', 'model', 'engine'},
    'platform': {'api', 'platform'},
    'files': {'api', 'model', 'files'},
    'ui': {'api', 'model', 'engine', 'platform', 'files', 'ui'},
    'cli': {'api', 'model', 'engine', 'platform', 'files', 'cli'},
}
EVERY_ROOM = set(ROOMS)

# Everybody may have these: the C library, POSIX, GLib and GIO.
COMMON = re.compile(
    r'(assert|ctype|elf|errno|fcntl|float|inttypes|langinfo|limits|link|locale|math|poll|pwd|signal|stdarg|stdatomic|'
    r'stdbool|stddef|stdint|stdio|stdlib|string|strings|termios|time|unistd|wchar|sys/\w+)\.h$'
    r'|(glib|glib-object|glib-unix|gmodule)\.h$|(glib|gio|gobject)/\w[\w-]*\.h$')

# Everything else belongs to a few.
LIBRARIES = (
    (re.compile(r'(gtk|gdk|gsk|graphene|adwaita)(\.h$|/)|gdk-pixbuf/'), 'GTK', {'src/ui'}),
    (re.compile(r'(cairo|pango)([\w-]*\.h$|/)'), 'cairo and pango', {'src/files', 'src/ui'}),
    (re.compile(r'libsoup/'), 'libsoup', {'plugins/strava'}),
    (re.compile(r'sqlite3'), 'SQLite', {'plugins/disk-cache'}),
    (re.compile(r'libsecret/'), 'libsecret', {'src/platform'}),
    (re.compile(r'json-glib/'), 'json-glib', {'src/files', 'plugins/disk-cache', 'plugins/mock', 'plugins/strava'}),
    (re.compile(r'archive(_entry)?\.h$'), 'libarchive', {'src/files'}),
    (re.compile(r'expat\.h$'), 'expat', {'src/files'}),
    (re.compile(r'xlsxwriter'), 'libxlsxwriter', {'src/files'}),
)


def room_of(path):
    """The part of the house a file stands in: src/engine, plugins/mock, or the file itself where it stands alone."""
    parts = path.split('/')
    if parts[0] in ('src', 'plugins') and len(parts) > 2:
        return '/'.join(parts[:2])
    return path


def includes(source):
    for number, line in enumerate(source.lines, 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) == '<', match.group(2)


def may_include(room, target):
    """Whether ROOM may include "TARGET" of the house."""
    kind, _, name = room.partition('/')
    if kind == 'plugins':
        return target.startswith('api/') or '/' not in target
    if name in ROOMS:
        return target.split('/')[0] in ROOMS[name] and '/' in target
    # The start of the program may have everything; other programs beside it need no window.
    return target.split('/')[0] in (EVERY_ROOM if room == 'src/main.c' else EVERY_ROOM - {'ui'})


def library_fault(room, target):
    if COMMON.match(target):
        return None
    for pattern, name, rooms in LIBRARIES:
        if pattern.match(target):
            return None if room in rooms else f'{name} belongs to {", ".join(sorted(rooms))}: <{target}>'
    return f'no part of the house is known to need <{target}>; name it in tests/checks/rules_walls.py'


def walls(tree):
    for source in tree.values():
        if source.suffix not in ('.c', '.h') or not source.path.startswith(('src/', 'plugins/')):
            continue
        room = room_of(source.path)
        for number, system, target in includes(source):
            if system:
                text = library_fault(room, target)
                if text:
                    yield source.fault(number, 'wall', text)
            elif not may_include(room, target):
                yield source.fault(number, 'wall', f'{room} may not include "{target}"')


def part_of(path):
    """A class is one part: sp-foo.c, sp-foo.h, and sp-foo-private.h that its other files share."""
    return re.sub(r'-private$', '', os.path.splitext(path)[0])


def needs(tree):
    """Which part includes which: part -> {other: (source, line)}."""
    graph = {}
    for source in tree.values():
        if source.suffix not in ('.c', '.h') or not source.path.startswith(('src/', 'plugins/')):
            continue
        part = part_of(source.path)
        for number, system, target in includes(source):
            for path in ('src/' + target, source.folder + '/' + target):
                other = part_of(path)
                if not system and path in tree and other != part:
                    graph.setdefault(part, {}).setdefault(other, (source, number))
    return graph


def circles(tree):
    graph, done = needs(tree), set()

    def walk(part, way):
        if part in way:
            circle = way[way.index(part):] + [part]
            source, number = graph[circle[-2]][part]
            yield source.fault(number, 'circle', ' needs '.join(os.path.basename(p) for p in circle))
            return
        if part in done:
            return
        for other in sorted(graph.get(part, ())):
            yield from walk(other, way + [part])
        done.add(part)

    for part in sorted(graph):
        yield from walk(part, [])
