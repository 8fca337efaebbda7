"""First names given at the maternity of Valbourg: each year a CSV in Latin-1, the girls on the left, the boys on the right."""
import random
from collections import Counter

from town import export, table

BIRTHS = {2022: (152, 161), 2023: (147, 150), 2024: (139, 146)}


def drawn(chance, names, births):
    """How often each first name was given, the most given first."""
    given = Counter(chance.choices([n["prenom"] for n in names], [int(n["poids"]) for n in names], k=births))
    return sorted(given.items(), key=lambda item: (-item[1], item[0]))


def block(given, births, year):
    """Three columns: the first name, its count, its rate; the clerk of 2023 typed in capitals."""
    lines = [[name.upper() if year == 2023 else f"{name} " if count == 4 else name, count, f"{1000 * count / births:.2f}"]
             for name, count in given]
    return [*lines, ["", "", ""], ["TOTAL", births, "1000.00"]]


def write_firstnames():
    names, figures = table("prenoms"), []
    for year, sexes in BIRTHS.items():
        chance = random.Random(year)
        blocks = []
        for sex, births in zip("FM", sexes):
            given = drawn(chance, [n for n in names if n["sexe"] == sex], births)
            blocks.append(block(given, births, year))
            figures.append(("prenoms", f"count(*) FILTER (ANNEE = {year} AND ENFANT_SEXE = '{sex}')", len(given)))
            figures.append(("prenoms", f"sum(NOMBRE_OCCURRENCES) FILTER (ANNEE = {year} AND ENFANT_SEXE = '{sex}')", births))
        height = max(map(len, blocks))
        left, right = (b + [["", "", ""]] * (height - len(b)) for b in blocks)
        export(f"prenoms/prenoms-{year}.csv",
               [["Filles", "Nombre", "Pour mille", "Garçons", "Nombre", "Pour mille"],
                *(a + b for a, b in zip(left, right))], "iso-8859-1", ",")
    return [("prenoms", "count(*)", sum(value for _, question, value in figures if question.startswith("count"))), *figures]
