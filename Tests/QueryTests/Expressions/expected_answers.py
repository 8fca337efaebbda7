"""Requests whose values matter: names of columns, then rows, in order."""


def by(key, among=None):
    groups = {}
    for row in rows if among is None else among:
        groups.setdefault(key(row), []).append(row)
    return sorted(groups.items(), key=lambda item: (item[0] is not None, item[0]))


def total(group, name):
    values = [row[name] for row in group if row[name] is not None]
    return sum(values) if values else None


def mean(group, name):
    values = [row[name] for row in group if row[name] is not None]
    return sum(values) / len(values) if values else None


def percentile(values, percent):
    values = sorted(values)
    place = (len(values) - 1) * percent / 100
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def iso(value, zone=UTC):
    if value is None:
        return None
    return value.astimezone(zone).isoformat()


def written(value):
    return None if value is None else value.isoformat()


def last(value):
    """Nulls after everything."""
    return (value is None, value)


def descending(items, key):
    """Largest first, nulls last, equal ones in the order of the table."""
    return sorted([i for i in items if key(i) is not None], key=key, reverse=True) + [i for i in items if key(i) is None]


def values(row, *names):
    return [written(row[n]) if n == "jour" else iso(row[n]) if n == "releve" else row[n] for n in names]


DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
SHORT = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."]
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def one(id):
    return next(row for row in rows if row["id"] == id)


populated = [row["population"] for row in rows if row["population"] is not None]
amounts = [row["montant"] for row in rows if row["montant"] is not None]
near_first = sorted((row for row in rows if row["position"]), key=lambda r: metres(r["position"], 2.35, 48.85))
longitudes = [row["position"][0] for row in rows if row["position"]]
latitudes = [row["position"][1] for row in rows if row["position"]]


def rectangle(w, s, e, n):
    return json.dumps({"type": "Polygon", "coordinates": [[[w, s], [e, s], [e, n], [w, n], [w, s]]]})


ANSWERS = [
    ("select", [
        ("select=id,nom&limit=2", ["id", "nom"], [[1, "École des Lilas"], [2, "Collège Victor Hugo"]]),
        ("select=nom as titre&limit=1", ["titre"], [["École des Lilas"]]),
        ("select=nom AS `le titre`&limit=1", ["le titre"], [["École des Lilas"]]),
        ("select=`nom`&limit=1", ["nom"], [["École des Lilas"]]),
        ("select=`nom` as `nom`&limit=1", ["nom"], [["École des Lilas"]]),
        ("select=population*2&limit=1", ["population*2"], [[240]]),
        ("select=population * 2 as double, montant/0&limit=1", ["double", "montant/0"], [[240, None]]),
        ("select=population + 1, population - 1, population / 2&limit=1", ["population + 1", "population - 1", "population / 2"], [[121, 119, 60]]),
        ("select=-population&limit=1", ["-population"], [[-120]]),
        ("select=9223372036854775807 + population as n&limit=1", ["n"], [[None]]),
        ("select=length(nom) , UPPER(ville)&limit=1", ["length(nom)", "UPPER(ville)"], [[15, "PARIS"]]),
        ("select=lower(nom)&where=id=5", ["lower(nom)"], [["ecole du centre"]]),
        ("select=ifnull(ville, 'nulle part') as v&where=id=6", ["v"], [["nulle part"]]),
        ("select=ifnull(nom, ville) as v&where=id=17", ["v"], [["Paris"]]),
        ("select=ifnull(jour, date'2000') as d, ifnull(releve, date'2000') as r&where=id in (1,6)", ["d", "r"],
         [["2020-01-15", "2020-01-15T08:30:00+00:00"], ["2000-01-01", "2000-01-01T00:00:00+00:00"]]),
        ("select=1 as un, 'a' as lettre, true as vrai, null as rien&limit=1", ["un", "lettre", "vrai", "rien"], [[1, "a", True, None]]),
        ("select=record_id&limit=1", ["record_id"], [["0" * 39 + "1"]]),
        ("select=exclude(nom),exclude(ville),exclude(code),exclude(population),exclude(montant),exclude(actif),exclude(jour),exclude(releve),exclude(tags),exclude(notes),exclude(position),exclude(zone),exclude(chemin),exclude(fiche)&limit=1",
         ["id", "1_uai"], [[1, "U1"]]),
        ("select=include(po*)&limit=1", ["population", "position"], [[120, {"lon": 2.35, "lat": 48.85}]]),
        ("select=include(po*), exclude(position), id&limit=1", ["population", "id"], [[120, 1]]),
        ("select=include(n*)&where=id=12", ["nom", "notes"], [["L'été à Nîmes", [1, 9]]]),
        ("select=tags,notes,actif&where=id in (4,6)", ["tags", "notes", "actif"], [[[], None, None], [None, None, False]]),
        ("select=*&where=id=13", FIELDS, [[13, "film", "Paris", "02", 29, 29.5, True, "2020-10-25", "2020-10-25T00:30:00+00:00", ["art"], [2],
                                           {"lon": 2.34, "lat": 48.84}, None, "France/Île-de-France/Paris", None, "U13"]]),
        ("select=id&offset=18", ["id"], [[19], [20]]),
        ("select=id&limit=2&offset=3", ["id"], [[4], [5]]),
        ("select=id&limit=0", ["id"], []),
        ("select=nom, nom as nom, id&limit=1", ["nom", "id"], [["École des Lilas", 1]]),
        ("select=json_format(fiche) as f&where=id in (1,3,4)", ["f"], [['{"a": 1}'], [None], [None]]),
        ("select=json_format(fiche, 'rien') as f&where=id=3", ["f"], [['"rien"']]),
        ("select=distance(position, geom'POINT(2.35 48.85)') as d&where=id in (2,6,9)", ["d"],
         [[metres((2.36, 48.86), 2.35, 48.85)], [None], [metres((55.45, -20.88), 2.35, 48.85)]]),
    ]),
    ("dates", [
        ("select=jour,releve&where=id in (1,6,7)", ["jour", "releve"],
         [["2020-01-15", "2020-01-15T08:30:00+00:00"], [None, None], ["2020-08-01", "2020-08-01T12:00:00.250000+00:00"]]),
        ("select=jour,releve&where=id in (1,3)&timezone=Europe/Paris", ["jour", "releve"],
         [["2020-01-15", iso(one(1)["releve"], PARIS)], ["2020-08-14", iso(one(3)["releve"], PARIS)]]),
        ("select=releve&where=id=1&timezone=America/New_York", ["releve"], [["2020-01-15T03:30:00-05:00"]]),
        ("select=releve&where=id=1&timezone=Asia/Kolkata", ["releve"], [["2020-01-15T14:00:00+05:30"]]),
        ("select=year(jour) as y, month(jour) as m, day(jour) as d, quarter(jour) as q&where=id=2", ["y", "m", "d", "q"], [[2020, 2, 29, 1]]),
        ("select=hour(releve),minute(releve),second(releve)&where=id=2", ["hour(releve)", "minute(releve)", "second(releve)"], [[23, 30, 0]]),
        ("select=year(releve),hour(releve)&where=id=2&timezone=Europe/Paris", ["year(releve)", "hour(releve)"], [[2020, 0]]),
        ("select=date_format(jour, 'dd/MM/yyyy') as d&where=id in (2,6)", ["d"], [["29/02/2020"], [None]]),
        ("select=date_format(jour, 'yy YY yyyy YYYY') as d&where=id=2", ["d"], [["20 20 2020 2020"]]),
        ("select=date_format(jour, 'xx xxxx w ww e') as d&where=id=20", ["d"], [["25 2025 1 01 1"]]),
        ("select=date_format(jour, 'E EEEE') as d&where=id=2", ["d"], [["sam. samedi"]]),
        ("select=date_format(jour, 'E EEEE')&where=id=2&lang=en", ["date_format(jour, 'E EEEE')"], [["Sat Saturday"]]),
        ("select=date_format(jour, 'D DDD')  as d&where=id=2", ["d"], [["60 060"]]),
        ("select=date_format(jour, 'M MM MMM MMMM') as d&where=id=2", ["d"], [["2 02 févr. février"]]),
        ("select=date_format(jour, 'd dd') as d&where=id=5", ["d"], [["1 01"]]),
        ("select=date_format(releve, 'H:HH m,mm s?ss') as d&where=id=3", ["d"], [["6:06 2,02 0?00"]]),
        ("select=date_format(releve, 'HH') as d&where=id=3&timezone=Europe/Paris", ["d"], [["08"]]),
        ("select=date_format(jour, \"'le' d MMMM\") as d&where=id=5", ["d"], [["le 1 janvier"]]),
        ("select=date_format(jour, \"d ''MMMM'' 'l''été'\") as d&where=id=5", ["d"], [["1 'janvier' l'été"]]),
        ("select=now() as n&limit=1", ["n"], [["2025-06-15T12:00:00+00:00"]]),
        ("select=now(months=-1) as n&limit=1", ["n"], [["2025-05-15T12:00:00+00:00"]]),
        ("select=now(month=2, day=31, year=2024) as n&limit=1", ["n"], [["2024-02-29T12:00:00+00:00"]]),
        ("select=now(year=2001, months=-1) as n&limit=1", ["n"], [["2001-05-15T12:00:00+00:00"]]),
        ("select=now(weekday=0) as n, now(mondays=-1) as p, now(sundays=1) as s&limit=1", ["n", "p", "s"],
         [["2025-06-16T12:00:00+00:00", "2025-06-09T12:00:00+00:00", "2025-06-15T12:00:00+00:00"]]),
        ("select=now(microsecond=5) as n&limit=1&timezone=Europe/Paris", ["n"], [["2025-06-15T14:00:00.000005+02:00"]]),
    ]),
    ("order", [
        ("select=id&order_by=population&limit=4", ["id"], [[16], [5], [19], [20]]),
        ("select=id&order_by=population desc&limit=4", ["id"], [[15], [10], [17], [3]]),
        ("select=id&order_by=-population&limit=2", ["id"], [[15], [10]]),
        ("select=id&order_by=population", ["id"], [[r["id"]] for r in sorted(rows, key=lambda r: (r["population"] is None, r["population"] or 0, r["id"]))]),
        ("select=id&order_by=population DESC", ["id"], [[r["id"]] for r in descending(rows, lambda r: r["population"])]),
        ("select=id&order_by=ville desc, id desc", ["id"], [[r["id"]] for r in descending(sorted(rows, key=lambda r: -r["id"]), lambda r: r["ville"])]),
        ("select=id&order_by=ville asc, population desc&where=ville='Paris'", ["id"], [[17], [2], [1], [13], [18]]),
        ("select=id, population * -1 as inverse&order_by=inverse&limit=2", ["id", "inverse"], [[15, -9000000], [10, -67394]]),
        ("select=id&order_by=jour&limit=2", ["id"], [[10], [4]]),
        ("select=id&order_by=length(nom) desc&limit=1", ["id"], [[16]]),
        ("select=id&order_by=year(jour) desc, month(jour), id&limit=3", ["id"], [[19], [17], [18]]),
        ("select=id&order_by=distance(position, geom'POINT(2.35 48.85)')&limit=5", ["id"], [[r["id"]] for r in near_first[:5]]),
        ("select=id&order_by=distance(position, geom'POINT(2.35 48.85)') desc&limit=1", ["id"], [[9]]),
        ("select=id&order_by=ifnull(ville, 'A')&limit=1", ["id"], [[6]]),
        ("select=id&order_by=actif&where=id<5", ["id"], [[3], [1], [2], [4]]),
    ]),
    ("aggregates over everything", [
        ("select=count(*)&limit=1", ["count(*)"], [[len(rows)]]),
        ("select=count(*) as total&limit=1", ["total"], [[len(rows)]]),
        ("select=count(*) as count", ["count"], [[len(rows)]]),
        ("select=count(ville), count(distinct ville), count(DISTINCT ifnull(ville, 'x'))", ["count(ville)", "count(distinct ville)", "count(DISTINCT ifnull(ville, 'x'))"],
         [[19, len({r["ville"] for r in rows} - {None}), len({r["ville"] for r in rows})]]),
        ("select=count(tags), count(distinct tags)", ["count(tags)", "count(distinct tags)"],
         [[sum(len(r["tags"] or []) for r in rows), len({t for r in rows for t in r["tags"] or []})]]),
        ("select=sum(population), min(population), max(population)", ["sum(population)", "min(population)", "max(population)"],
         [[sum(populated), min(populated), max(populated)]]),
        ("select=avg(population), median(population)", ["avg(population)", "median(population)"],
         [[sum(populated) / len(populated), percentile(populated, 50)]]),
        ("select=percentile(montant, 25) as q, percentile(montant, 0) as least, percentile(montant, 99.5) as most", ["q", "least", "most"],
         [[percentile(amounts, 25), min(amounts), percentile(amounts, 99.5)]]),
        ("select=min(jour), max(jour), max(releve)", ["min(jour)", "max(jour)", "max(releve)"], [["1972-06-01", "2025-06-16", "2025-06-15T22:30:00+00:00"]]),
        ("select=sum(population * 2) as double, sum(population) * 2 as same", ["double", "same"], [[2 * sum(populated), 2 * sum(populated)]]),
        ("select=sum(population) / count(*) as m&where=ville='Paris'", ["m"], [[(120 + 450 + 29 + 1000 + 12) / 5]]),
        ("select=sum(population)&where=ville='nulle part'", ["sum(population)"], []),
        ("select=count(*) as n&where=ville='Paris'&limit=3", ["n"], [[5], [5], [5]]),
        ("select=id, avg(montant) as m&where=id<3&limit=10", ["id", "m"], [[1, 15.25], [2, 15.25]]),
        ("select=bbox(position)", ["bbox(position)"], [[rectangle(min(longitudes), min(latitudes), max(longitudes), max(latitudes))]]),
        ("select=min(nom) as premier&where=id in (1,2,3)", ["premier"], [["Collège Victor Hugo"]]),
    ]),
    ("groups", [
        ("select=ville,count(*)&group_by=ville", ["ville", "count(*)"], [[key, len(group)] for key, group in by(lambda r: r["ville"])]),
        ("select=count(*),ville&group_by=ville&limit=3", ["ville", "count(*)"], [[None, 1], ["Bordeaux", 1], ["Evry", 1]]),
        ("group_by=code", ["code"], [[key] for key, _ in by(lambda r: r["code"])]),
        ("select=count(*) as n&group_by=ville&order_by=n desc&limit=1", ["ville", "n"], [["Paris", 5]]),
        ("select=count(*) as n&group_by=ville&order_by=count(*) desc, ville&limit=3", ["ville", "n"], [["Paris", 5], ["Marseille", 2], ["Saint-Denis", 2]]),
        ("select=ville as v, sum(montant) as s&group_by=ville&where=ville in ('Paris','Lyon')", ["v", "s"],
         [["Lyon", 99.99], ["Paris", 10.5 + 20 + 29.5 + 1000 + 3.5]]),
        ("select=count(*)&group_by=ville as v&order_by=v desc&limit=1", ["v", "count(*)"], [["Évry", 1]]),
        ("select=sum(population)&group_by=ville&order_by=sum(population) desc&limit=2", ["ville", "sum(population)"], [["London", 9000000], ["Marseille", 67394]]),
        ("select=avg(montant)&group_by=actif", ["actif", "avg(montant)"], [[key, mean(group, "montant")] for key, group in by(lambda r: r["actif"])]),
        ("select=count(*)&group_by=actif, code&where=ville='Paris'", ["actif", "code", "count(*)"], [[False, "75", 1], [True, "01", 2], [True, "02", 2]]),
        ("select=count(*)&group_by=tags", ["tags", "count(*)"],
         [[None, sum(1 for r in rows if not r["tags"])]] + [[t, sum(t in (r["tags"] or []) for r in rows)] for t in sorted({t for r in rows for t in r["tags"] or []})]),
        ("select=sum(population)&group_by=tags&where=tags in ('art','mer')&order_by=tags", ["tags", "sum(population)"],
         [[t, sum(r["population"] for r in rows if t in (r["tags"] or []) and ({"art", "mer"} & set(r["tags"])))] for t in ["art", "eau", "mer", "été"]]),
        ("select=count(*)&group_by=year(jour)", ["year(jour)", "count(*)"], [[key, len(group)] for key, group in by(lambda r: r["jour"] and r["jour"].year)]),
        ("select=year(jour) as annee, count(*) as n&group_by=annee&order_by=n desc&limit=1", ["annee", "n"], [[2020, 8]]),
        ("select=count(*)&group_by=year(jour), month(jour)&where=jour >= date'2024'", ["year(jour)", "month(jour)", "count(*)"], [[2024, 2, 1], [2024, 12, 1], [2025, 5, 1], [2025, 6, 2]]),
        ("select=count(*)&group_by=date_format(jour, 'yyyy-MM')&where=jour >= date'2024'", ["date_format(jour, 'yyyy-MM')", "count(*)"], [["2024-02", 1], ["2024-12", 1], ["2025-05", 1], ["2025-06", 2]]),
        ("select=count(*)&group_by=year(releve)&where=releve >= date'2020-12-31T00:00Z' and releve < date'2021-06'&timezone=Europe/Paris", ["year(releve)", "count(*)"], [[2021, 2]]),
        ("select=count(*)&group_by=lower(ville)&where=lower(ville)='lyon'", ["lower(ville)", "count(*)"], [["lyon", 2]]),
        ("select=count(*)&group_by=ifnull(ville, 'inconnue')&where=ville is null or ville = 'Lyon'", ["ifnull(ville, 'inconnue')", "count(*)"], [["Lyon", 1], ["inconnue", 1]]),
        ("select=count(*)&group_by=jour&where=jour >= date'2025'", ["jour", "count(*)"], [["2025-05-15", 1], ["2025-06-15", 1], ["2025-06-16", 1]]),
        ("select=count(*)&group_by=releve&where=releve >= date'2025-06'&timezone=Europe/Paris", ["releve", "count(*)"], [["2025-06-15T14:00:00+02:00", 1], ["2025-06-16T00:30:00+02:00", 1]]),
        ("select=sum(population)/count(*) as moyenne&group_by=code&where=code='91'", ["code", "moyenne"], [["91", 1.5]]),
        ("select=upper(ville) as v, count(*)&group_by=ville&where=ville='Paris'", ["ville", "v", "count(*)"], [["Paris", "PARIS", 5]]),
        ("select=count(*)&group_by=ville&where=ville='nulle part'", ["ville", "count(*)"], []),
    ]),
    ("ranges", [
        ("select=count(*)&group_by=RANGE(population,15)&where=population in [0..80]", ["RANGE(population,15)", "count(*)"],
         [["[0, 14]", 5], ["[15, 29]", 2], ["[30, 44]", 1], ["[45, 59]", 1], ["[75, 89]", 2]]),
        ("select=count(*)&group_by=range(population, 10)&where=population < 10", ["range(population, 10)", "count(*)"], [["[-10, -1]", 1], ["[0, 9]", 3]]),
        ("select=count(*)&group_by=range(montant, 5)&where=montant in [0..15]", ["range(montant, 5)", "count(*)"], [["[0, 5[", 6], ["[5, 10[", 2], ["[10, 15[", 3]]),
        ("select=count(*)&group_by=range(montant, 0.1)&where=montant in [0.1..0.4]", ["range(montant, 0.1)", "count(*)"], [["[0.1, 0.2[", 1], ["[0.3, 0.4[", 1]]),
        ("select=count(*)&group_by=range(population, *, 15, 100, *)", ["range(population, *, 15, 100, *)", "count(*)"],
         [[None, 1], ["[*, 14]", sum(v < 15 for v in populated)], ["[15, 99]", sum(15 <= v < 100 for v in populated)], ["[100, *]", sum(v >= 100 for v in populated)]]),
        ("select=count(*)&group_by=range(montant, *, 20.0, *)&where=montant is not null", ["range(montant, *, 20.0, *)", "count(*)"],
         [["[*, 20.0[", sum(v < 20 for v in amounts)], ["[20.0, *]", sum(v >= 20 for v in amounts)]]),
        ("select=count(*)&group_by=range(population, 0, 30, 60)&where=population in [0..59]", ["range(population, 0, 30, 60)", "count(*)"], [["[0, 29]", 7], ["[30, 59]", 2]]),
        ("select=count(*)&group_by=range(jour, 1 year)&where=jour >= date'2024'", ["range(jour, 1 year)", "count(*)"],
         [["[2024-01-01T00:00:00.000Z, 2025-01-01T00:00:00.000Z[", 2], ["[2025-01-01T00:00:00.000Z, 2026-01-01T00:00:00.000Z[", 3]]),
        ("select=count(*)&group_by=range(releve, 1 day)&where=releve >= date'2025-06-14'", ["range(releve, 1 day)", "count(*)"], [["[2025-06-15T00:00:00.000Z, 2025-06-16T00:00:00.000Z[", 2]]),
        ("select=count(*)&group_by=range(releve, 1d)&where=releve >= date'2025-06-14'&timezone=Europe/Paris", ["range(releve, 1d)", "count(*)"],
         [["[2025-06-15T00:00:00.000+02:00, 2025-06-16T00:00:00.000+02:00[", 1], ["[2025-06-16T00:00:00.000+02:00, 2025-06-17T00:00:00.000+02:00[", 1]]),
        ("select=count(*)&group_by=range(releve, 6 hours)&where=releve >= date'2025-06-14'", ["range(releve, 6 hours)", "count(*)"],
         [["[2025-06-15T12:00:00.000Z, 2025-06-15T18:00:00.000Z[", 1], ["[2025-06-15T18:00:00.000Z, 2025-06-16T00:00:00.000Z[", 1]]),
        ("select=count(*)&group_by=range(releve, 1M)&where=releve >= date'2025'", ["range(releve, 1M)", "count(*)"],
         [["[2025-05-01T00:00:00.000Z, 2025-06-01T00:00:00.000Z[", 1], ["[2025-06-01T00:00:00.000Z, 2025-07-01T00:00:00.000Z[", 2]]),
        ("select=count(*)&group_by=range(releve, 1w)&where=releve >= date'2025-06'", ["range(releve, 1w)", "count(*)"], [["[2025-06-09T00:00:00.000Z, 2025-06-16T00:00:00.000Z[", 2]]),
        ("select=count(*)&group_by=range(releve, 1q)&where=releve >= date'2025'", ["range(releve, 1q)", "count(*)"], [["[2025-04-01T00:00:00.000Z, 2025-07-01T00:00:00.000Z[", 3]]),
        ("select=count(*)&group_by=range(jour, *, date'2020-11-13', date'2021-01-01')&where=jour is not null", ["range(jour, *, date'2020-11-13', date'2021-01-01')", "count(*)"],
         [[None, sum(r["jour"] is not None and r["jour"] >= dt.date(2021, 1, 1) for r in rows)],
          ["[*, 2020-11-13T00:00:00.000Z[", sum(r["jour"] is not None and r["jour"] < dt.date(2020, 11, 13) for r in rows)],
          ["[2020-11-13T00:00:00.000Z, 2021-01-01T00:00:00.000Z[", 1]]),
        ("select=count(*) as n&group_by=range(population, 1000) as tranche&order_by=tranche desc&limit=1&where=population is not null", ["tranche", "n"], [["[9000000, 9000999]", 1]]),
    ]),
    ("clusters", [
        ("select=count(*)&group_by=GEO_CLUSTER(position,3)&where=ville='Paris'", ["GEO_CLUSTER(position,3)", "count(*)"],
         [[{"lon": (2.35 + 2.36 + 2.34 + 2.33) / 4, "lat": (48.85 + 48.86 + 48.84 + 48.87) / 4}, 4]]),
        ("select=count(*), sum(population) as p&group_by=geo_cluster( position , 8 )&where=id in (1,2,9)", ["geo_cluster( position , 8 )", "count(*)", "p"],
         [[{"lon": 2.355, "lat": 48.855}, 2, 570], [{"lon": 55.45, "lat": -20.88}, 1, 75]]),
        ("select=count(*)&group_by=geo_cluster(position, 25)&where=id in (1,2)", ["geo_cluster(position, 25)", "count(*)"], [[{"lon": 2.35, "lat": 48.85}, 1], [{"lon": 2.36, "lat": 48.86}, 1]]),
        ("select=count(*)&group_by=geo_cluster(position, 0, 40)&where=id in (1,2)", ["geo_cluster(position, 0, 40)", "count(*)"], [[{"lon": 2.355, "lat": 48.855}, 2]]),
    ]),
]
