"""The finance office's workbook of grants: one row for each association, a column for each year and kind of aid.

Two levels of titles with merged cells, amounts typed in several hands, subtotals, a grand total, a total column, blank rows
and columns, SIRET numbers that lost their zero, and a second sheet of notes.
"""
import random
import re
from decimal import Decimal

import openpyxl
from openpyxl.styles import Alignment, Font

from town import NARROW, NO_BREAK, french, invented_siren, save, siret, spaced, table

YEARS = ["2022", "2023", "2024"]
KINDS = ["Fonctionnement", "Projet", "Manifestation", "Investissement", "Mise à disposition de locaux"]
PLAIN = [(year, kind) for year in YEARS for kind in KINDS]
FIRST = 6  # the sheet's column of the first amount; the one before it is blank
NOTES = ["Notes de la direction des finances", "",
         "Une ligne par association, un groupe de colonnes par année. Les mises à disposition de locaux sont valorisées.",
         "Les montants sont ceux votés par le conseil municipal, en euros.",
         "« à confirmer » : la convention n'est pas signée.",
         "Une association sans SIRET est connue par son numéro RNA (W suivi de neuf chiffres).",
         "Attention : le sous-total Culture 2024 n'a pas été refait après l'ajout de Mémoire des Faïenciers (mars).",
         "Version de travail, ne pas diffuser telle quelle."]
LATE = "Mémoire des Faïenciers"  # added after the subtotals were made


def number(text):
    return Decimal(text.replace(",", "."))


def written(amount, chance):
    """A number, or the same amount typed as French text."""
    if chance.random() < 0.55:
        return int(amount) if amount == int(amount) else float(amount)
    space, end = chance.choice([(NO_BREAK, f"{NO_BREAK}€"), (" ", " €"), (NARROW, f"{NO_BREAK}€"), (NO_BREAK, "")])
    return french(amount, space) + end


def total(amount):
    return french(amount, NO_BREAK) + f"{NO_BREAK}€" if amount else None


def identifiers(names, chance):
    """The SIRET of each association (spaced, bare, as a number that lost its zero, or missing) and its RNA."""
    found = {}
    for rank, name in enumerate(names):
        digits = siret(invented_siren(chance, "0990" if rank % 3 == 0 else "2990"), 1 + rank % 4)
        rna = f"W58{chance.randrange(10 ** 7):07}"
        if rank % 8 == 5:  # known to the prefecture only
            found[name] = (None, f"{rna[:3]} {rna[3:]}" if rank % 16 == 5 else rna)
        else:
            text = spaced(digits) if rank % 2 else spaced(digits).replace(" ", NO_BREAK) if rank % 5 == 0 else digits
            found[name] = (int(digits) if rank % 6 == 0 else text, rna if rank % 7 == 2 else None)
    return found


def associations():
    """Policy and association, with what each year and kind gave it; None where nothing was given."""
    found = {}
    for row in table("associations"):
        aids = found.setdefault((row["politique"], row["association"]), {})
        for year in YEARS:
            if row[year]:
                aids[year, row["objet"]] = row[year]
    return found


def value(text):
    return number(text) if text and re.fullmatch(r"\d+(,\d+)?", text) else Decimal(0)


def summed(label, rows, first):
    """A line of totals: its label, then a sum for each column and the sum of sums."""
    sums = [sum((value(aids.get(column)) for aids in rows), Decimal(0)) for column in PLAIN]
    label_cells = [label, None, None, None, None] if first else [None, label, None, None, None]
    return [*label_cells, *map(total, sums), total(sum(sums))]


def association_line(rank, policy, name, ids, aids, chance):
    cells = [written(value(aids[c]), chance) if value(aids.get(c)) else aids.get(c) for c in PLAIN]
    empty = [i for i, cell in enumerate(cells) if cell is None]
    if rank % 9 == 4:
        cells[empty[rank % len(empty)]] = "-"
    if rank % 13 == 7:
        cells[empty[rank % len(empty)]] = f"0,00{NO_BREAK}€"
    typed = f"  {name}{NO_BREAK}" if rank % 11 == 3 else name
    return [policy, typed, *ids[name], None, *cells, total(sum((value(t) for t in aids.values()), Decimal(0)))]


def body(chance):
    """The lines under the titles: blocks by policy, the policy written once, a subtotal, a blank row, the total."""
    everything = associations()
    ids = identifiers(dict.fromkeys(name for _, name in everything), chance)
    policies = list(dict.fromkeys(policy for policy, _ in everything))
    rank = 0
    for block, policy in enumerate(policies):
        rows = {name: aids for (p, name), aids in everything.items() if p == policy}
        for place, (name, aids) in enumerate(rows.items()):
            yield association_line(rank, policy if place == 0 else None, name, ids, aids, chance)
            rank += 1
        yield summed(f"Sous-total {policy}", [a for name, a in rows.items() if name != LATE], first=False)
        yield [None, NO_BREAK if block % 3 == 1 else None]  # some of them only look blank
    yield summed("TOTAL GÉNÉRAL", everything.values(), first=True)


def titles(sheet):
    """Title lines, then two levels of column titles; the upper one is merged."""
    last = FIRST + len(PLAIN)
    sheet["A1"] = "Subventions et avantages en nature versés aux associations - exercices 2022 à 2024"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    sheet["A2"] = "Conseil municipal du 25 mars 2024 (en euros)"
    for column, text in enumerate(["Politique publique", "Association", "N° SIRET", "N° RNA"], 1):
        sheet.cell(4, column, text)
        sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    for rank, year in enumerate(YEARS):
        start = FIRST + rank * len(KINDS)
        sheet.cell(4, start, int(year)).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=4, start_column=start, end_row=4, end_column=start + len(KINDS) - 1)
        for place, kind in enumerate(KINDS):
            text = kind.replace("disposition de", "disposition\nde") if year == "2023" else kind
            sheet.cell(5, start + place, text.upper() if year == "2024" else text)
    sheet.cell(4, last, "Total")
    sheet.merge_cells(start_row=4, start_column=last, end_row=5, end_column=last)


def write_workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Annexe B1.7"
    titles(sheet)
    for rank, line in enumerate(body(random.Random(58)), 6):
        for column, cell in enumerate(line, 1):
            if cell is not None:
                sheet.cell(rank, column, cell)
    notes = book.create_sheet("Notes")
    for line in NOTES:
        notes.append([line])
    save(book, "subventions-2024.xlsx")
    return figures()


def figures():
    given = [(year, kind, value(text)) for aids in associations().values() for (year, kind), text in aids.items()]
    lent = "Mise à disposition de locaux"
    by_year = [("subventions", f"sum(montant) FILTER (annee = {y})", sum(v for year, _, v in given if year == y)) for y in YEARS]
    return [("subventions", "count(*)", len(given)), ("subventions", "sum(montant)", sum(v for _, _, v in given)), *by_year,
            ("subventions", "sum(montant) FILTER (nature = 'aide en nature')", sum(v for _, k, v in given if k == lent)),
            ("subventions", "count(*) FILTER (montant IS NULL)", sum(not v for _, _, v in given)),
            ("subventions", "count(DISTINCT nomBeneficiaire)", len(associations()))]
