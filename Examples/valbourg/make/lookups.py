"""The lookup tables that come from the hand-written ones: what a code means."""
import csv

from town import TOWN, table


def write_table(name, lines):
    with open(TOWN / "lookups" / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows(lines)


def write_lookups():
    write_table("matieres", [("code", "nom"), *((m["code"], f"{m['domaine']}/{m['matiere']}") for m in table("matieres"))])
    used = {row["nature"] for row in table("budget") if row["chapitre"] == "011"}
    write_table("natures-comptables",
                [("nature", "libelle"), *sorted({(c["code"], c["libelle"]) for c in table("comptes") if c["code"] in used})])
    used = {row["fonction"] for row in table("budget") if row["chapitre"] == "011"}
    write_table("fonctions", [("fonction", "libelle"), *((f["code"], f["libelle"]) for f in table("fonctions")
                                                         if f["code"] in used)])
