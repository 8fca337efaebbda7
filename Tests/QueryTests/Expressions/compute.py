"""Writes table.sql, where.tsv, answers.tsv: what each expression must answer, computed here and by hand, without any SQL.

usage: python3 compute.py        in this folder; the results are committed
"""
import datetime as dt, json, math, re, unicodedata, zoneinfo
from rows import FIELDS, ROWS

UTC, PARIS = dt.timezone.utc, zoneinfo.ZoneInfo("Europe/Paris")


def sql(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, list):
        return "[" + ", ".join(sql(part) for part in value) + "]"
    if isinstance(value, tuple):
        return f"{{'lon': {value[0]}, 'lat': {value[1]}}}"
    if isinstance(value, dt.datetime):
        return f"TIMESTAMP '{value:%Y-%m-%d %H:%M:%S.%f}'"
    return f"DATE '{value}'"


TYPES = ["BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP", "VARCHAR[]", "BIGINT[]",
         "STRUCT(lon DOUBLE, lat DOUBLE)", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"]
with open("table.sql", "w") as out:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in zip(FIELDS, TYPES))
    out.write(f"CREATE TABLE seed ({columns}, _source VARCHAR, _row BIGINT, _id VARCHAR, secret VARCHAR);\n")
    for row in ROWS:
        values = ", ".join(sql(row[name]) for name in FIELDS)
        out.write(f"INSERT INTO seed VALUES ({values}, 'seed.csv', {row['id'] + 1}, '{row['id']:040x}', 'private');\n")


class Row(dict):
    """A row whose comparisons with a null are false."""
    __getattr__ = dict.get

    def has(self, name, test):
        return self[name] is not None and test(self[name])


rows = [Row(row) for row in ROWS]


def fold(text):
    marks = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in marks if unicodedata.category(c) != "Mn")


def words(value):
    if value is None:
        return []
    if isinstance(value, list):
        return [word for part in value for word in words(part)]
    return re.findall(r"[^\W_]+", fold(str(value)))


def edits(a, b):
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        now = [i]
        for j, y in enumerate(b, 1):
            now.append(min(last[j] + 1, now[-1] + 1, last[j - 1] + (x != y)))
        last = now
    return last[-1]


SEARCHED = ["id", "nom", "ville", "code", "population", "tags", "chemin", "1_uai"]


def whole(row, text, fields=SEARCHED):
    return all(any(word in words(row[f]) for f in fields) for word in words(text))


def prefixes(row, text, fields=SEARCHED):
    return all(any(w.startswith(word) for f in fields for w in words(row[f])) for word in words(text))


def fuzzy(row, text, fields=SEARCHED):
    asked = words(text)
    near = all(any(edits(w, word) <= (2 if len(word) > 5 else 1 if len(word) > 2 else 0) or (len(word) > 2 and word in w)
                   for f in fields for w in words(row[f])) for word in asked[:-1])
    return near and all(any(w.startswith(word) for f in fields for w in words(row[f])) for word in asked[-1:])


def metres(point, lon, lat):
    if point is None:
        return None
    a, b, c, d = map(math.radians, (point[0], point[1], lon, lat))
    h = math.sin((d - b) / 2) ** 2 + math.cos(b) * math.cos(d) * math.sin((c - a) / 2) ** 2
    return 2 * 6371008.8 * math.asin(math.sqrt(h))


def box(point, west, south, east, north):
    return point is not None and west <= point[0] <= east and south <= point[1] <= north


def utc(*parts):
    return dt.datetime(*parts, tzinfo=UTC)


def paris(*parts):
    return dt.datetime(*parts, tzinfo=PARIS).astimezone(UTC)


D = dt.date
exec(open("expected_where.py").read())
exec(open("expected_answers.py").read())

with open("where.tsv", "w") as out:
    for section, cases in WHERE:
        out.write(f"# {section}\n")
        for request, test in cases:
            found = [str(row["id"]) for row in rows if test(row)] if callable(test) else [str(number) for number in test]
            request = request if re.match(r"(where|refine|exclude|qv1|timezone|lang|order_by)=", request) else f"where={request}"
            out.write(f"{request}\t{' '.join(found)}\n")

with open("answers.tsv", "w") as out:
    for section, cases in ANSWERS:
        out.write(f"# {section}\n")
        for request, names, values in cases:
            table = [names] + [list(value) for value in values]
            out.write(f"{request}\t{json.dumps(table, ensure_ascii=False)}\n")
