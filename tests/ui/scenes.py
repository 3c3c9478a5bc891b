# SPDX-License-Identifier: GPL-3.0-or-later
"""What pictures are taken of beside the demo club on a good day: settings that make its source fail, and a workbook."""
import os
import shutil
import zipfile
from xml.sax.saxutils import escape

SETTINGS = '[io/github/segmentpodium/SegmentPodium]\n'

# Two runners are never had, of a third some activities are not; of a fourth only what was asked before.
FAULTS = 'runner=1007:401,runner=1019:list:503,runner=1006:detail:500,runner=1030:detail:500'
LATER = 'runner=1003:list:503,runner=1013:list:503'

WORKBOOK = {
    'Runners': [
        ('Name', 'Strava ID', 'Refresh Token', 'Segment Series Team', 'Distance Series Team', 'Birthday (dd-mmm)'),
        ('Elin Carter', '48121101', 'first', 'Red Kites', 'Early Birds', '14-Mar'),
        ('Nia Bowen', '', '', 'Blue Herons', '', ''),
        ('Wyn Bevan', '48121103', '', 'Golden Plovers', 'Early Birds', '2-Nov'),
    ],
    'Segment Series': [
        ('Segment ID', 'Segment Name', 'Start Date', 'End Date', 'Default Time', 'Minimum Distance (m)',
         'Birthday Bonus (secs)'),
        ('4200017', 'Sandy Slog', '2026-01-05', '2026-02-01', '25:00', '3400', '30'),
    ],
}

FAULTY = {
    'Runners': WORKBOOK['Runners'][:1] + [
        ('', '48121101', '', 'Red Kites', '', ''),
        ('Wyn Bevan', '4812x137', '', 'Golden Plovers', '', '31-Feb'),
        ('Huw Young', '48121137', '', 'Blue Herons', '', ''),
        ('Ffion Parry', '48121137', '', 'Blue Herons', '', ''),
    ],
    'Segment Series': WORKBOOK['Segment Series'][:1] + [
        ('Sandy-Slog', 'Sandy Slog', '2026-01-05', '2026-02-01', '25:00', '3400', '30'),
        ('4200018', 'Old Mill Climb', '2026-02-01', '2026-01-26', '−5', '3400', '-30'),
    ],
}


def forget_all():
    """Nothing is left of another scene."""
    for folder in ('.cache', '.local'):
        shutil.rmtree(os.path.join(os.environ['HOME'], folder), ignore_errors=True)


def write_settings(**options):
    """Sets options of the source, for the program that runs as well."""
    folder = os.path.join(os.environ['HOME'], '.config', 'glib-2.0', 'settings')
    os.makedirs(folder, exist_ok=True)
    inside = ', '.join(f"'mock/{name}': '{value}'" for name, value in options.items())
    with open(os.path.join(folder, 'keyfile.new'), 'w', encoding='utf-8') as file:
        # A keyring would ask for its password.
        file.write(SETTINGS + f"token-file='{os.environ['HOME']}/tokens'\n")
        file.write('plugin-options=' + (f'{{{inside}}}' if inside else '@a{ss} {}') + '\n')
    os.replace(os.path.join(folder, 'keyfile.new'), os.path.join(folder, 'keyfile'))


def write_sheet(rows):
    lines = []
    for i, row in enumerate(rows, 1):
        cells = ''.join(f'<c r="{chr(ord("A") + j)}{i}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
                        for j, text in enumerate(row) if text)
        lines.append(f'<row r="{i}">{cells}</row>')
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            f'{"".join(lines)}</sheetData></worksheet>')


def write_workbook(path, sheets):
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006/relationships'
    names = ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
    parts = ''.join(f'<Relationship Id="r{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                    for i in range(1, len(sheets) + 1))
    with zipfile.ZipFile(path, 'w') as book:
        book.writestr('_rels/.rels', f'<Relationships xmlns="{package}"><Relationship Id="r1" '
                      f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr('xl/workbook.xml', '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                      f'xmlns:r="{office}"><sheets>{names}</sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{package}">{parts}</Relationships>')
        for i, rows in enumerate(sheets.values(), 1):
            book.writestr(f'xl/worksheets/sheet{i}.xml', write_sheet(rows))
