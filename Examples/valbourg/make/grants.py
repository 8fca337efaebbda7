"""The workbook of grants, as a finance office keeps it: a notice, a title, blocks, a total, amounts of every kind."""
import io
import random
import re
import zipfile
from decimal import Decimal

import openpyxl
from openpyxl.styles import Font

from town import TOWN, invented_siren, siret, table

NO_BREAK, NARROW = "\u00a0", "\u202f"
NOTICE = ["Ville de Valbourg - Direction des finances", "",
          "Annexe B1.7 : concours attribués à des tiers en nature ou en subventions",
          "Une ligne par association et par objet ; la politique publique n'est écrite qu'une fois par bloc.",
          "Les mises à disposition de locaux sont valorisées.",
          "Version de travail, ne pas diffuser telle quelle."]
EMPTY_COLUMN = 5  # a column that lost its header and its cells


def number(text):
    return Decimal(text.replace(",", "."))


def written(amount, chance):
    """A number, or the same amount typed as French text."""
    if chance.random() < 0.55:
        return int(amount) if amount == int(amount) else float(amount)
    space, end = chance.choice([(NO_BREAK, f"{NO_BREAK}€"), (" ", " €"), (NARROW, f"{NO_BREAK}€"), (NO_BREAK, "")])
    return f"{amount:,.2f}".replace(",", space).replace(".", ",") + end


def identifiers(names, chance):
    """A SIRET for each association: text with spaces, bare text, a number that lost its zero, or nothing."""
    found = {}
    for rank, name in enumerate(names):
        digits = siret(invented_siren(chance, "0990" if rank % 3 == 0 else "2990"), 1 + rank % 4)
        spaced = f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"
        found[name] = (None if rank % 17 == 9 else int(digits) if rank % 6 == 0
                       else spaced if rank % 2 else spaced.replace(" ", NO_BREAK) if rank % 5 == 0 else digits)
    return found


def body(rows, chance):
    """The lines of the sheet, with their blank rows and their total."""
    ids = identifiers(dict.fromkeys(r["association"] for r in rows), chance)
    sums, policy = {"2022": Decimal(0), "2023": Decimal(0), "2024": Decimal(0)}, None
    for rank, row in enumerate(rows):
        first = row["politique"] != policy
        if first and policy:
            yield [None, NO_BREAK if rank % 2 else None]  # one of them only looks blank
        policy = row["politique"]
        amounts = []
        for year in sums:
            readable = re.fullmatch(r"\d+(,\d+)?", row[year])
            sums[year] += number(row[year]) if readable else 0
            amounts.append(written(number(row[year]), chance) if readable else row[year] or None)
        name = f"  {row['association']}{NO_BREAK}" if rank % 11 == 3 else row["association"]
        aim = {5: row["objet"].upper(), 8: row["objet"] + " "}.get(rank % 13, row["objet"])
        yield [policy if first else None, name, ids[row["association"]], aim, None, *amounts]
    yield []
    yield ["TOTAL", None, None, None, None, *(f"{s:,.2f}".replace(",", NO_BREAK).replace(".", ",") + f"{NO_BREAK}€"
                                              for s in sums.values())]


def write_workbook():
    book = openpyxl.Workbook()
    notice = book.active
    notice.title = "Notice"
    for line in NOTICE:
        notice.append([line])
    sheet = book.create_sheet("Annexe B1.7")
    sheet.append(["Subventions versées aux associations - exercices 2022 à 2024"])
    sheet.merge_cells("A1:H1")
    sheet["A1"].font = Font(bold=True)
    sheet["A3"] = "(en euros)"
    lines = [["Politique publique", "Association", "N° SIRET", "Objet", None, 2022, 2023, 2024],
             *body(table("associations"), random.Random(58))]
    for rank, line in enumerate(lines, 4):
        for column, value in enumerate(line, 1):
            if value is not None:
                sheet.cell(rank, column, value)
    save(book, TOWN / "exports" / "subventions-2024.xlsx")


def save(book, path):
    """The same workbook gives the same bytes: no clock in the archive."""
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-20T09:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(name, (2025, 1, 20, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
