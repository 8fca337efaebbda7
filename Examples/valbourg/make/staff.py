"""The staff on 31 December 2024, as the human resources software prints it: names, numbers and dates of birth included.

Every person is invented. The recipe must lose what names them: that is the point of this file.
"""
import random
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from town import day, export, table

FAMILY = ("Ardillot Besnault Corvisart Delavergne Foulonneau Gallardin Houdebert Jolicard Kerlaouen Lamborelle Marchegay "
          "Noirmontel Orvilliers Pelletret Quesnoyer Rabouilleau Sauvegrain Tournebise Vaucoret Verdonnay Brindejonc Chantegrel "
          "Durandeau Fontvieille Grandmougin Lebesnerais Montchanin Passelaigue Roquelaure Soubeyran").split()
FIRST = {"F": "Nathalie Sandrine Isabelle Valérie Sophie Céline Aurélie Émilie Julie Marion Laura Manon Karine Sylvie".split(),
         "M": "Philippe Thierry Laurent Stéphane Nicolas Julien Sébastien Kévin Maxime Romain Éric Franck Damien Yann".split()}
WOMEN = {"administrative": 0.78, "technique": 0.38, "médico-sociale": 0.97, "animation": 0.7, "culturelle": 0.64,
         "sportive": 0.35, "police municipale": 0.2}
HEADER = ["Matricule", "Nom", "Prénom", "Civilité", "Né(e) le", "Direction", "Service", "Filière", "Grade", "Cat.", "Statut",
          "Entrée le", "Position", "Temps de travail"]
CLOSING = date(2024, 12, 31)
AWAY = {"Disponibilité", "Congé parental"}  # not on the strength


def quota(chance, status):
    """Working time as three clerks write it, and what it is worth."""
    share = chance.choices(["1", "0.9", "0.8", "0.5", "17.5/35", "28/35"], [70, 5, 12, 4, 5, 4])[0]
    if status == "Apprenti":
        share = "1"
    if "/" in share:
        hours = Decimal(share.split("/")[0])
        return share.replace(".", ",") + "e", hours / 35
    value = Decimal(share)
    percent = f"{int(value * 100)} %"
    return chance.choice([percent, percent.replace(" ", "\u00a0"), percent.replace(" ", "")]), value


def agent(chance, number, post):
    sex = "F" if chance.random() < WOMEN[post["filiere"]] else "M"
    status = chance.choices(["Titulaire", "Stagiaire", "Contractuel CDI", "Contractuel CDD"], [74, 4, 7, 15])[0]
    age = chance.randint(22, 63)
    born = CLOSING - timedelta(days=int(age * 365.25) + chance.randint(1, 360))
    entered = CLOSING - timedelta(days=chance.randint(40, max(60, (age - 20) * 300)))
    position = chance.choices(["Activité", "Disponibilité", "Congé parental"], [94, 4, 2])[0]
    written, share = quota(chance, status)
    family, first = chance.choice(FAMILY), chance.choice(FIRST[sex])
    civility = {"F": chance.choice(["Mme", "Mme", "MME", "Madame"]), "M": chance.choice(["M.", "M.", "Monsieur"])}[sex]
    cells = [f"{number:05}", family.upper(), first, civility, day(born), post["direction"], post["service"],
             post["filiere"].capitalize(), post["grade"], post["categorie"], status, day(entered), position, written]
    years = CLOSING.year - born.year - ((CLOSING.month, CLOSING.day) < (born.month, born.day))
    return cells, {"sex": sex, "share": share, "on": position not in AWAY, "age": years, "status": status, **post}


def band(age):
    return next(limit for limit in (30, 40, 50, 55, 200) if age < limit)


def groups(agents):
    """How many groups a publication shows, by one criterion at a time, when those under five are put together."""
    shown = 0
    for criterion in ("direction", "filiere", "grade", "categorie", "status", "sex", lambda a: band(a["age"])):
        sizes = Counter(a[criterion] if isinstance(criterion, str) else criterion(a) for a in agents).values()
        small = [size for size in sizes if size < 5]
        shown += len(sizes) - len(small) + bool(small)
    return shown


def write_staff():
    chance = random.Random(3112)
    posts = [post for post in table("postes") for _ in range(int(post["agents"]))]
    numbers = sorted(chance.sample(range(120, 2400), len(posts)))
    lines, agents = [], []
    for number, post in zip(numbers, posts):
        cells, facts = agent(chance, number, post)
        lines.append(cells)
        if facts["on"]:
            agents.append(facts)
    lines = [line if rank % 6 else [*line[:5], line[5].upper(), *line[6:]] for rank, line in enumerate(lines)]
    export("effectifs-2024.csv",
           [["Situation des effectifs au 31/12/2024", "", "CONFIDENTIEL - données nominatives"], [], HEADER, *lines,
            [f"Nombre d'agents : {len(lines)}", *[""] * (len(HEADER) - 1)]], "cp1252")
    strength = sum(a["share"] for a in agents)
    women = [a for a in agents if a["sex"] == "F"]
    return [("effectifs", "count(*)", len(agents)), ("effectifs", "sum(etp)", strength),
            ("effectifs", "count(*) FILTER (sexe = 'F')", len(women)),
            ("effectifs", "count(*) FILTER (tranche_age = '55 ans et plus')", sum(a["age"] >= 55 for a in agents)),
            ("effectifs", "count(DISTINCT direction)", len({a["direction"] for a in agents})),
            ("emplois", "count(*)", groups(agents)),
            ("emplois", "sum(agents) FILTER (critere = 'direction')", len(agents)),
            ("emplois", "sum(etp) FILTER (critere = 'grade')", strength),
            ("emplois", "sum(agents) FILTER (critere = 'sexe' AND valeur = 'F')", len(women)),
            ("emplois", "count(*) FILTER (agents < 5)", 0)]
