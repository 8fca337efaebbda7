#!/usr/bin/env python3
"""Makes the workbooks of this folder. Needs openpyxl. Run it from anywhere: it writes beside itself."""
import datetime as dt
import io
import pathlib
import re
import zipfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent


def save(book, name, edit=None):
    """Saves with fixed dates, so that a second run gives the same bytes; `edit` changes parts as text."""
    stream = io.BytesIO()
    book.properties.created = dt.datetime(2025, 1, 1)
    book.save(stream)
    with zipfile.ZipFile(stream) as source:
        parts = {part: source.read(part).decode() for part in source.namelist()}
    parts["docProps/core.xml"] = re.sub(
        r"(<dcterms:modified[^>]*>)[^<]*", r"\g<1>2025-01-01T00:00:00Z", parts["docProps/core.xml"])
    share_strings(parts)
    with zipfile.ZipFile(HERE / name, "w") as target:
        for part, text in parts.items():
            text = edit(part, text) if edit else text
            target.writestr(zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def share_strings(parts):
    """Moves the texts into the shared table, after the sheets, as Excel does: recent openpyxl writes them inline."""
    if "xl/sharedStrings.xml" in parts:
        return
    items = []

    def share(match):
        if match[3] not in items:
            items.append(match[3])
        return f'<c{match[1]} t="s"{match[2]}><v>{items.index(match[3])}</v></c>'

    for part in [part for part in parts if part.startswith("xl/worksheets/")]:
        parts[part] = re.sub(r'<c([^>]*) t="inlineStr"([^>]*)><is>(.*?)</is></c>', share, parts[part], flags=re.S)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">' + "".join(f"<si>{item}</si>" for item in items) + "</sst>"
    types = "[Content_Types].xml"
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{content}"/>'
    parts[types] = parts[types].replace("</Types>", override + "</Types>")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="strings" Type="{kind}" Target="sharedStrings.xml"/>'
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = parts[rels].replace("</Relationships>", relation + "</Relationships>")


def sheet(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def values():
    book = sheet(["cas", "valeur"])
    ws = book.active
    cases = [
        ("siret", 21560046100085, None), ("decimal", 1500.5, None), ("tenth", 0.1, None), ("whole", 12.0, None),
        ("negative", -3.25, None), ("percent", 0.256, "0.0%"), ("zeros", "01000", None), ("true", True, None),
        ("false", False, None), ("error", "#N/A", None), ("text", "L'été & <l'eau>", None),
        ("date", dt.date(2024, 3, 31), "dd/mm/yyyy"), ("datetime", dt.datetime(2024, 3, 31, 14, 30), "dd/mm/yyyy hh:mm"),
        ("time", dt.time(14, 30), "hh:mm"), ("elapsed", dt.timedelta(hours=36), "[h]:mm:ss"),
        ("serial-59", 59, "dd/mm/yyyy"), ("serial-60", 60, "dd/mm/yyyy"), ("serial-61", 61, "dd/mm/yyyy"),
        ("builtin-14", 45382, "mm-dd-yy"), ("month", 45382, "mmmm yyyy"), ("locale", 45382, "[$-40C]d mmmm yyyy;@"),
        ("euro", 45382, '#,##0.00\\ "dh"'), ("red", 45382, "[Red]#,##0"), ("not-a-date", -5, "dd/mm/yyyy"),
    ]
    for name, value, form in cases:
        ws.append([name, value])
        if form:
            ws.cell(ws.max_row, 2).number_format = form
    ws.append(["rich", CellRichText("gras ", TextBlock(InlineFont(b=True), "et"), " maigre")])
    ws.append(["formula", "=1+1"])
    ws.append(["formula-text", "=A1"])
    ws.append(["formula-empty", "=A1"])
    ws.append(["artefact", "RAW1"])
    ws.append(["exponent", "RAW2"])
    ws.append(["small", "RAW3"])
    ws.append(["inline", "RAW4"])
    ws.append(["escaped", "a_x000D_\nb _x005F_x0041_"])
    ws.append(["iso", "RAW5"])
    ws.append(["spaces", "  deux  "])
    raw = {
        "RAW1": '<v>1499.9999999999998</v>', "RAW2": "<v>2.1560046100085E13</v>", "RAW3": "<v>1.5E-3</v>",
        "RAW5": "2024-03-31T00:00:00.000",
    }

    def edit(part, text):
        if part == "xl/sharedStrings.xml":
            shared.extend(re.findall(r"<si>(.*?)</si>", text, re.S))
        return text

    shared = []
    save(book, "values.xlsx", edit)

    def swap(match):
        text = re.sub("<[^>]*>", "", shared[int(match[2])])
        if text == "RAW4":
            runs = '<r><t>en </t></r><r><t xml:space="preserve">ligne</t></r><rPh sb="0" eb="1"><t>non</t></rPh>'
            return f'<c r="{match[1]}" t="inlineStr"><is>{runs}</is></c>'
        if text == "RAW5":
            return f'<c r="{match[1]}" t="d"><v>{raw[text]}</v></c>'
        return f'<c r="{match[1]}">{raw[text]}</c>' if text in raw else match[0]

    def replace(part, text):
        if part == "xl/worksheets/sheet1.xml":
            text = re.sub(r'<c r="(B\d+)" t="s"><v>(\d+)</v></c>', swap, text)
            text = re.sub(r"<f>1\+1</f><v ?/?>(</v>)?", "<f>1+1</f><v>2</v>", text)
            text = re.sub(r'(<c r="B28")(><f>A1</f>)<v ?/?>(</v>)?', r'\1 t="str"\2<v>cas</v>', text)
        return text

    save(book, "values.xlsx", replace)


def epoch1904():
    book = sheet(["nom", "jour"], ["a", dt.date(2024, 3, 31)], ["b", dt.datetime(2024, 3, 31, 6, 0)])
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in (2, 3):
        book.active.cell(row, 2).number_format = "dd/mm/yyyy"
    save(book, "epoch-1904.xlsx")


def layout():
    """Title, note pairs, gap rows, duplicated, empty and broken headers, hidden rows and columns, merged cells."""
    book = sheet()
    ws = book.active
    ws.title = "Feuil1"
    ws["A1"] = "Subventions 2024"
    ws.merge_cells("A1:F1")
    ws["A2"], ws["B2"] = "Service", "Finances"
    for column, title in enumerate(["Nom", "Montant\nvoté ", "nom", None, "_row", None, "Vide"], start=1):
        ws.cell(4, column, title)
    rows = [("ASSO A", 100, "x", "d5", "r"), ("ASSO B", 200, "y", None, "s"), None, (None, 300, "z", None, "t")]
    for row, values in enumerate(rows, start=5):
        for column, value in enumerate(values or [], start=1):
            ws.cell(row, column, value)
    ws.merge_cells("A7:A8")
    ws.row_dimensions[6].hidden = True
    ws.column_dimensions["C"].hidden = True
    for row in range(9, 400):
        ws.cell(row, 1).font = Font(bold=True)
    save(book, "layout.xlsx")


def sheets():
    book = sheet(["Lisez-moi"], ["Ce classeur contient les marchés."])
    book.active.title = "Notice"
    hidden = book.create_sheet("Calculs")
    for row in (["a", "b"], [1, 2], [3, 4]):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.create_chartsheet("Graphique")
    for row in (["Objet", "Montant"], ["Voirie", 10], ["Écoles", 20]):
        (book["Marchés"] if "Marchés" in book.sheetnames else book.create_sheet("Marchés")).append(row)
    save(book, "sheets.xlsx")


def dimension(name, element):
    rows = [["nom", "valeur", "tard"]] + [[f"n{i}", i, None] for i in range(80)]
    rows[-1][2] = "dernier"
    book = sheet(*rows)
    book.active.cell(70, 30, "loin")

    def edit(part, text):
        if part == "xl/worksheets/sheet1.xml":
            text = re.sub(r"<dimension[^>]*/>", element, text)
            # Programs that stream leave the references out as well.
            text = re.sub(r'<c r="[AB]\d+"', "<c", text)
        return text

    save(book, name, edit)


def endless():
    """Formatted down to the last row of the sheet: 1,048,576 rows, 3 of them with values."""
    book = sheet(["nom", "valeur"], ["a", 1], ["b", 2])

    def edit(part, text):
        if part == "xl/worksheets/sheet1.xml":
            # Without their numbers, which a program may leave out, the rows take 90 kB rather than 2.5 MB.
            empty = '<row s="1" customFormat="1"/>' * 1048573
            text = text.replace("</sheetData>", empty + "</sheetData>")
        return text

    save(book, "endless.xlsx", edit)


def broken():
    book = sheet(["nom", "valeur"], ["a", 1], ["b", 2])
    save(book, "whole.tmp")
    content = (HERE / "whole.tmp").read_bytes()
    (HERE / "whole.tmp").unlink()
    (HERE / "cut.xlsx").write_bytes(content[: len(content) // 2])
    save(book, "bad-xml.xlsx", lambda part, text: text.replace("</sheetData>", "") if "sheet1" in part else text)
    entity = '<!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>'
    save(book, "entities.xlsx", lambda part, text: entity + re.sub("<v>1</v>", "<v>&b;</v>", text) if "sheet1" in part else text)
    save(book, "bomb.xlsx", lambda part, text: text.replace("</sheetData>", " " * (60 << 20) + "</sheetData>") if "sheet1" in part else text)
    # The flag of encryption on each member, as zip programs set it: bit 0 of both headers.
    locked = bytearray(content)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = locked.find(signature)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(signature, at + 4)
    (HERE / "encrypted-zip.xlsx").write_bytes(locked)
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)
    (HERE / "password.xlsx").write_bytes(container + "EncryptedPackage".encode("utf-16-le") + bytes(64))
    (HERE / "old-excel.xlsx").write_bytes(container + "Workbook".encode("utf-16-le") + bytes(64))
    (HERE / "html.xlsx").write_text("<html><body><table><tr><td>nom</td></tr></table></body></html>")
    (HERE / "empty.xlsx").write_bytes(b"")
    with zipfile.ZipFile(HERE / "zip.xlsx", "w") as archive:
        archive.writestr(zipfile.ZipInfo("notes.txt", (2025, 1, 1, 0, 0, 0)), "rien")


values()
epoch1904()
layout()
sheets()
dimension("dimension-wrong.xlsx", '<dimension ref="A1"/>')
dimension("dimension-absent.xlsx", "")
endless()
broken()
