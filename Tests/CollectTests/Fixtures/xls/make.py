#!/usr/bin/env python3
"""Makes the XLS workbooks of this folder. Needs xlwt. Run it from anywhere: it writes beside itself."""
import datetime as dt
import pathlib

import xlwt

HERE = pathlib.Path(__file__).parent


def values():
    book = xlwt.Workbook()
    sheet = book.add_sheet("Valeurs")
    cases = [
        ("siret", 21560046100085, None), ("decimal", 1500.5, None), ("tenth", 0.1, None), ("hundredth", 100.25, None),
        ("negative", -3.25, None), ("large", 536870912, None), ("small", 1e-7, None), ("zeros", "01000", None),
        ("true", True, None), ("false", False, None), ("text", "L'été & l'œuvre €", None), ("long", "é" * 20000, None),
        ("date", dt.date(2024, 3, 31), "dd/mm/yyyy"), ("datetime", dt.datetime(2024, 3, 31, 14, 30), "dd/mm/yyyy hh:mm"),
        ("time", dt.time(14, 30), "hh:mm"), ("elapsed", 1.5, "[h]:mm"), ("euro", 45382.5, '#,##0.00 "dh"'),
        ("locale", 45382, "[$-40C]d mmmm yyyy;@"), ("formula", xlwt.Formula("1+1"), None),
    ]
    sheet.write(0, 0, "cas")
    sheet.write(0, 1, "valeur")
    for index, (name, value, form) in enumerate(cases, start=1):
        sheet.write(index, 0, name)
        sheet.write(index, 1, value, xlwt.easyxf(num_format_str=form) if form else xlwt.Style.default_style)
    # Many texts, so that the table of shared texts is cut between records, inside a text of either width.
    texts = book.add_sheet("Textes")
    texts.write(0, 0, "n")
    texts.write(0, 1, "texte")
    for index in range(1, 1200):
        texts.write(index, 0, index)
        texts.write(index, 1, f"{index} " + ("été œuvre € " if index % 2 else "plain ascii ") * (index % 9))
    book.save(str(HERE / "values.xls"))
    patch("values.xls")


def patch(name):
    """Gives the formula the value 2, which xlwt leaves at 0: row, column, style, then eight bytes."""
    content = bytearray((HERE / name).read_bytes())
    at = content.find(b"\x06\x00")
    while at >= 0:
        if content[at + 4:at + 8] == (19).to_bytes(2, "little") + (1).to_bytes(2, "little"):
            content[at + 10:at + 18] = b"\0\0\0\0\0\0\0\x40"
        at = content.find(b"\x06\x00", at + 1)
    (HERE / name).write_bytes(content)


def layout():
    book = xlwt.Workbook()
    note = book.add_sheet("Notice")
    note.write(0, 0, "Ce classeur contient les marchés.")
    sheet = book.add_sheet("Marchés")
    sheet.write_merge(0, 0, 0, 3, "Marchés conclus")
    sheet.write_merge(2, 2, 0, 1, "Marché")
    sheet.write_merge(2, 2, 2, 3, "Lots")
    for row, values in enumerate([("N°", "Objet", "Lot", "Montant"), (None, "Voirie", 1, 10), (None, None, 2, 20),
                                  ("12M02", "Écoles", 3, 30)], start=3):
        for column, value in enumerate(values):
            if value is not None:
                sheet.write(row, column, value)
    sheet.write_merge(4, 5, 0, 0, "12M01")
    sheet.row(5).hidden = True
    sheet.col(2).hidden = True
    hidden = book.add_sheet("Calculs")
    hidden.visibility = 1
    hidden.write(0, 0, "a")
    book.save(str(HERE / "layout.xls"))


def refused():
    whole = (HERE / "layout.xls").read_bytes()
    (HERE / "cut.xls").write_bytes(whole[: len(whole) // 2])
    # WRITEACCESS becomes FILEPASS: the records that follow are encrypted.
    locked = bytearray(whole)
    at = locked.find(b"\x5c\x00\x70\x00")
    locked[at] = 0x2F
    (HERE / "password.xls").write_bytes(locked)
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (HERE / "noise.xls").write_bytes(container + bytes((index * 37) % 256 for index in range(4096)))


values()
layout()
refused()
