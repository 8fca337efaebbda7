"""The rows of the tests, written by hand: nulls, accents, lists, dates, points. `python3 compute.py` writes the tables from them."""
import datetime as dt

FIELDS = "id nom ville code population montant actif jour releve tags notes position zone chemin fiche 1_uai".split()


def day(text):
    return text and dt.date.fromisoformat(text)


def instant(text):
    return text and dt.datetime.fromisoformat(text).replace(tzinfo=dt.timezone.utc)


SQUARE = '{"type":"Polygon","coordinates":[[[2,48],[3,48],[3,49],[2,49],[2,48]]]}'
FAR = '{"type":"Polygon","coordinates":[[[-1,44],[0,44],[0,45],[-1,45],[-1,44]]]}'
LINE = '{"type":"LineString","coordinates":[[2.2,48.8],[2.5,48.9]]}'

# id, nom, ville, code, population, montant, actif, jour, releve (UTC), tags, notes, position (lon, lat), zone, chemin, fiche, 1_uai
TEXT = [
    (1, "École des Lilas", "Paris", "01", 120, 10.5, True, "2020-01-15", "2020-01-15 08:30:00", ["eau", "été"], [1, 2], (2.35, 48.85), SQUARE, "France/Île-de-France/Paris", '{"a": 1}', "U1"),
    (2, "Collège Victor Hugo", "Paris", "02", 450, 20.0, True, "2020-02-29", "2020-02-29 23:30:00", ["eau"], [3], (2.36, 48.86), LINE, "France/Île-de-France/Paris", "[1]", "U2"),
    (3, "Lycée Jean-Moulin", "Lyon", "01", 900, 99.99, False, "2020-08-14", "2020-08-14 06:02:00", ["air", "sol"], [], (4.84, 45.76), None, "France/Auvergne-Rhône-Alpes/Lyon", "pas du json", "U3"),
    (4, "Crèche d'en haut", "lyon", "03", 30, -5.25, None, "2019-12-31", "2019-12-31 22:59:59", [], None, (4.85, 45.75), None, "France/Auvergne-Rhône-Alpes", None, None),
    (5, "ECOLE DU CENTRE", "Marseille", "03", 0, 0.0, True, "2021-01-01", "2021-01-01 00:00:00", ["mer"], [2], (5.37, 43.30), None, "France/Provence/Marseille", '"texte"', "U5"),
    (6, "Maison de l'eau", None, "04", None, 12.5, False, None, None, None, None, None, None, None, None, None),
    (7, "Théâtre national", "Bordeaux", None, 300, None, None, "2020-08-01", "2020-08-01 12:00:00.25", ["art", "été"], [5, 5], (-0.58, 44.84), FAR, "France/Nouvelle-Aquitaine/Bordeaux", None, "U7"),
    (8, "Bibliothèque Saint-Denis", "Saint-Denis", "05", 75, 7.0, True, "2022-03-12", "2022-03-12 10:00:00", ["livre"], [4], (2.357, 48.936), None, "France/Île-de-France/Saint-Denis", "{}", "U8"),
    (9, "Piscine", "Saint-Denis", "97", 75, 7.25, False, "2022-04-27", "2022-04-27 23:59:59", ["eau", "sport"], [1], (55.45, -20.88), None, "France/La Réunion/Saint-Denis", "1", "U9"),
    (10, "Stade \"Vélodrome\"", "Marseille", "01", 67394, 1234567.891, True, "1972-06-01", "1972-06-01 15:45:30", ["sport"], [9], (5.396, 43.27), None, "France/Provence/Marseille", "null", "U10"),
    (11, "100% bio", "Nantes", "10", 15, 100.0, None, "2020-12-31", "2020-12-31 23:00:00", None, [7], (-1.55, 47.22), None, "France/Pays de la Loire/Nantes", None, "U11"),
    (12, "L'été à Nîmes", "Nîmes", "30", 14, 14.0, False, "2020-06-21", "2020-06-21 21:43:00", ["été", "eau"], [1, 9], (4.36, 43.84), None, "France/Occitanie/Nîmes", None, "U12"),
    (13, "film", "Paris", "02", 29, 29.5, True, "2020-10-25", "2020-10-25 00:30:00", ["art"], [2], (2.34, 48.84), None, "France/Île-de-France/Paris", None, "U13"),
    (14, "films et filmographies", "Lille", "59", 45, 40.0, True, "2020-10-25", "2020-10-25 01:30:00", ["art"], [3], (3.06, 50.63), None, "France/Hauts-de-France/Lille", None, "U14"),
    (15, "THE BOOK OF SECRETS", "London", "GB", 9000000, 0.1, None, "2024-02-29", "2024-02-29 12:00:00", ["livre"], [], (-0.13, 51.51), None, "Royaume-Uni/Londres", None, None),
    (16, "Marché; DROP TABLE seed --", "Le Mans", "72", -7, 0.30000000000000004, False, "2023-03-26", "2023-03-26 01:00:00", ["a,b", "c"], [8], (0.2, 48.0), None, "France/Pays de la Loire/Le Mans", None, "U16"),
    (17, None, "Paris", "01", 1000, 1000.0, True, "2025-06-15", "2025-06-15 12:00:00", None, None, None, None, "France", None, None),
    (18, "Œuvre d'art", "Paris", "75", 12, 3.5, False, "2025-06-16", "2025-06-15 22:30:00", ["art", "eau"], [3, 1], (2.33, 48.87), None, "France/Île-de-France/Paris", None, "U18"),
    (19, "   ", "Évry", "91", 1, 1.0, True, "2025-05-15", "2025-05-15 12:00:00", ["  "], [0], (2.44, 48.63), None, "France/Île-de-France/Évry", None, "U19"),
    (20, "école maternelle", "Evry", "91", 2, 2.0, False, "2024-12-30", "2024-12-30 00:00:00", ["sol"], [2, 2], (2.45, 48.62), None, "France/Île-de-France/Évry", None, "U20"),
]

ROWS = []
for values in TEXT:
    row = dict(zip(FIELDS, values))
    row["jour"], row["releve"] = day(row["jour"]), instant(row["releve"])
    ROWS.append(row)
