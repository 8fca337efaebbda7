"""The list of facilities, as a desktop database exports it: Windows-1252, decimal commas, telephones in four hands."""
import random

from town import TOWN, table

HEADER = ["N°", "Type d'équipement", "Nom de l’équipement", "N° voie", "Voie", "CP", "Commune", "Latitude",
          "Longitude", "Téléphone", "Accessible PMR", "Mise en service"]
OUTDOOR = {"Aire de jeux", "Parc", "Lavoir", "Parking", "Borne de recharge", "Toilettes publiques", "Cimetière",
           "City-stade", "Skatepark", "Jardins familiaux", "Boulodrome"}


def telephone(chance):
    """A number of the range kept for fiction (03 53 01), as four clerks would type it."""
    digits = f"035301{chance.randrange(10000):04}"
    pairs = [digits[i:i + 2] for i in range(0, 10, 2)]
    return chance.choice([" ".join(pairs), ".".join(pairs), digits, digits[1:]])


def write_facilities():
    chance = random.Random(4705)
    lines = [";".join(HEADER)]
    streets, ways, dated = {}, [], 0
    for number, row in enumerate(table("equipements"), 1):
        latitude, longitude = streets.setdefault(
            row["voie"], (47.05 + chance.uniform(-0.016, 0.016), 3.10 + chance.uniform(-0.022, 0.022)))
        point = [latitude + chance.uniform(-0.0012, 0.0012), longitude + chance.uniform(-0.0016, 0.0016)]
        opened = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(1952, 2023)}"
        cells = [number, row["type"] + (" " if number % 9 == 4 else ""),
                 row["nom"].replace(" de ", "  de ", 1) if number % 14 == 6 else row["nom"], row["numero"], row["voie"],
                 "58990", "VALBOURG" if number % 4 == 0 else "Valbourg",
                 *(f"{p:.6f}".replace(".", ",") for p in point),
                 "" if row["type"] in OUTDOOR else telephone(chance),
                 chance.choice(["oui", "oui", "Oui", "non"]), opened if number % 5 else ""]
        ways.append(cells[-2])
        dated += 1 if number % 5 else 0
        lines.append(";".join(map(str, cells)))
        if number % 23 == 0:
            lines.append(";" * (len(HEADER) - 1))
        if number == 50:
            lines += ["", ""]
    (TOWN / "exports" / "equipements.csv").write_bytes(("\r\n".join(lines) + "\r\n").encode("cp1252"))
    return [("equipements", "count(*)", len(ways)), ("equipements", "count(DISTINCT EQUIP_UID)", len(ways)),
            ("equipements", "count(*) FILTER (ACCESSIBLE_PMR)", sum(w.lower() == "oui" for w in ways)),
            ("equipements", "count(MISE_EN_SERVICE)", dated),
            ("equipements", "count(*) FILTER (ADR_NUMERO = '99999')", sum(not row["numero"] for row in table("equipements")))]
