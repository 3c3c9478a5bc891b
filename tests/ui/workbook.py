# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook as small as one can be: sheets of texts."""
import zipfile
from xml.sax.saxutils import escape

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'


def sheet_xml(rows):
    lines = []
    for y, row in enumerate(rows, 1):
        cells = ''.join(f'<c r="{chr(65 + x)}{y}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
                        for x, text in enumerate(row) if text)
        lines.append(f'<row r="{y}">{cells}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def write(path, sheets):
    """Writes sheets, each a name and its rows."""
    names = list(sheets)
    with zipfile.ZipFile(path, 'w') as book:
        book.writestr('[Content_Types].xml', f'<Types xmlns="{PACKAGE}/content-types">'
                      '<Default Extension="rels" '
                      'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      f'<Default Extension="xml" ContentType="{KIND}.worksheet+xml"/>'
                      f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/></Types>')
        book.writestr('_rels/.rels', f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                      f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        each = ''.join(f'<sheet name="{name}" sheetId="{i}" r:id="s{i}"/>' for i, name in enumerate(names, 1))
        book.writestr('xl/workbook.xml',
                      f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{each}</sheets></workbook>')
        book.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{PACKAGE}/relationships">' + ''.join(
            f'<Relationship Id="s{i}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(1, len(names) + 1)) + '</Relationships>')
        for i, name in enumerate(names, 1):
            book.writestr(f'xl/worksheets/sheet{i}.xml', sheet_xml(sheets[name]))
