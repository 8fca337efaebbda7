"""The register of deliberations of 2024, as the software of the assemblies exports it: Latin-1, breaks in quoted cells."""
import csv
import random
from datetime import date

from town import day, days_after, export, table

MEMBERS = 33
HEADER = ["N° délibération", "Séance du", "Rapporteur", "Matière ACTES", "Objet", "Exercice", "Budget", "Reçu en préfecture le",
          "Effectif", "Présents", "Pouvoirs", "Votants", "Pour", "Contre", "Abstention", "NPPV", "État"]
REPORTERS = ["M. le Maire", "Mme ARDILLOT", "M. BESNAULT", "Mme CORVISART", "M. DELAVERGNE", "Mme FOULONNEAU"]
BROKEN = {"Programme local de l'habitat : ": "\n", "Groupe scolaire des Tilleuls : ": "\n", "Restauration scolaire : ": "\n ",
          "Dotation d'équipement des territoires ruraux : ": "\r\n", "Petites villes de demain : ": "\n"}
WITHDRAWN = {"Permis de louer : périmètre du centre ancien", "Dénomination de voies du lotissement de la Prairie"}
NOTED = ("Compte rendu", "Rapport", "Droit de préemption urbain", "Plan canicule")  # the council takes note, no vote
DISPUTED = ("7.1", "7.2", "7.3", "2.1", "6.1", "8.5")


def ballot(chance, row):
    """What the minutes say of a vote: effective, present, proxies, voters, for, against, abstention, not taking part."""
    present = chance.randint(24, 30)
    proxies = chance.randint(1, MEMBERS - present)
    aside = 1 if row["matiere"].startswith("7.5") and chance.random() < 0.7 else 0
    voters = present + proxies - aside
    if row["objet"].startswith(NOTED):
        return [MEMBERS, present, proxies, "", "Prend acte", "", "", ""]
    if row["matiere"][:3] in DISPUTED and chance.random() < 0.75:
        against, blank = chance.choice([(6, 0), (4, 2), (6, 1), (0, 6), (5, 1)])
        return [MEMBERS, present, proxies, voters, voters - against - blank, against, blank, aside or ""]
    return [MEMBERS, present, proxies, voters, "Unanimité" if chance.random() < 0.7 else "UNANIMITE ", "", "", aside or ""]


def objects(text, chance):
    """The title as it was typed: broken in two lines, or with spaces at its edges."""
    for start, broken in BROKEN.items():
        text = text.replace(start, start.rstrip() + broken)
    text = text.replace("œ", "oe").replace("Œ", "OE")  # Latin-1 has no such letter
    return f"{text}  " if chance.random() < 0.1 else text


def exercise(row):
    """The year of the budget that a deliberation bears on; those of the last months may bear on the next."""
    return ("2025" if "2025" in row["objet"] else "2024") if row["budget"] else ""


def write_deliberations():
    chance = random.Random(2125)
    ranks, lines, kept = {}, [], []
    for row in table("deliberations"):
        held = date.fromisoformat(row["seance"])
        ranks[held] = ranks.get(held, 0) + 1
        withdrawn = row["objet"] in WITHDRAWN
        votes = [""] * 8 if withdrawn else ballot(chance, row)
        # A spreadsheet once took 7.5 for the seventh of May.
        matter = "07-mai" if row["matiere"] == "7.5" and held.month == 3 and ranks[held] < 12 else row["matiere"]
        lines.append([f"{held:%Y-%m}-{ranks[held]:03}", day(held), chance.choice(REPORTERS), matter,
                      objects(row["objet"], chance), exercise(row), row["budget"], "" if withdrawn else day(days_after(chance, held, 1, 9)),
                      *votes, "Retirée" if withdrawn else "Exécutoire"])
        if not withdrawn:
            kept.append((row, votes))
    repeated = [lines[24], lines[49], lines[74]]  # the last line of a page, printed again at the top of the next
    for place, line in zip((77, 51, 25), reversed(repeated)):
        lines.insert(place, line)
    export("deliberations-2024.csv",
           [["Ville de Valbourg - Registre des délibérations, année 2024"], [], HEADER, *lines], "iso-8859-1",
           quoting=csv.QUOTE_ALL)
    voters = sum(v[3] for _, v in kept if v[3] != "")
    return [("deliberations", "count(*)", len(kept)),
            ("deliberations", "count(DISTINCT DELIB_ID)", len(kept)),
            ("deliberations", "sum(VOTE_REEL)", voters),
            ("deliberations", "count(*) FILTER (VOTE_REEL IS NULL)", sum(v[3] == "" for _, v in kept)),
            ("deliberations", "sum(VOTE_CONTRE)", sum(v[5] or 0 for _, v in kept)),
            ("deliberations", "sum(VOTE_ABSTENTION)", sum(v[6] or 0 for _, v in kept)),
            ("deliberations", "sum(VOTE_POUR)", sum((v[3] if isinstance(v[4], str) else v[4]) for _, v in kept if v[3] != "")),
            ("deliberations", "count(*) FILTER (DELIB_MATIERE_CODE = '7.5')",
             sum(r["matiere"] == "7.5" for r, _ in kept))]
