"""Answers the queries of `ckan_search.py` by looking at every document: filters, scores, order, page, facets; and takes documents in."""
import fnmatch, json, re
import xml.etree.ElementTree as ET
from search_query import Parser, QueryError, date_math, number, unescape
from search_site import fold, words


class Engine:
    def __init__(self, store):
        self.store, self.schema = store, store.schema

    def match(self, n, d):
        kind = n[0]
        if kind == "bool":
            score, should, any_should, must = 0.0, False, False, False
            for occ, c in n[1]:
                s = self.match(c, d)
                if occ == "+":
                    must = True
                    if not s:
                        return 0.0
                    score += s
                elif occ == "-":
                    if s:
                        return 0.0
                else:
                    any_should = True
                    if s:
                        should = True
                        score += s
            if any_should and not must and not should:
                return 0.0
            return score or 1.0
        field = n[1]
        if field == "*":
            return 1.0
        vals = d["val"].get(field)
        if kind == "range":
            if not vals:
                return 0.0
            _, _, lo, hi, il, ih = n
            lo, hi = date_math(lo), date_math(hi)
            for v in vals:
                a, b = number(lo), number(hi)
                x = number(v)
                if x is None or (lo != "*" and a is None) or (hi != "*" and b is None):
                    x, a, b = str(v), lo, hi
                if (lo == "*" or (a <= x if il else a < x)) and (hi == "*" or (x <= b if ih else x < b)):
                    return 1.0
            return 0.0
        if not vals:
            return 0.0
        text = n[2]
        if kind == "term" and text == "*":
            return 1.0
        wild = kind == "term" and re.search(r"(?<!\\)[*?]", text)
        if field in d["tok"]:
            toks = d["tok"][field]
            if wild:
                rx = re.compile(fnmatch.translate(fold(text)))
                return float(any(rx.match(t) for ts in toks for t in ts))
            want = words(unescape(text) if kind == "term" else text)
            if not want:
                return 0.0
            if kind == "term" and len(want) == 1:
                return float(min(3, sum(ts.count(want[0]) for ts in toks)))
            for ts in toks:
                for i in range(len(ts) - len(want) + 1):
                    if ts[i:i + len(want)] == want:
                        return 2.0
            return 0.0
        if wild:
            rx = re.compile(fnmatch.translate(text))
            return float(any(rx.match(str(v)) for v in vals))
        text = unescape(text) if kind == "term" else text
        if self.schema.kind(field) == "BoolField":
            return float(any(str(v).lower() == text.lower() for v in vals))
        return float(any(str(v) == text for v in vals))

    def dismax(self, q, qf):
        fields = []
        for part in qf.split():
            f, _, b = part.partition("^")
            fields.append((f, float(b or 1)))
        terms = re.findall(r'[+-]?"[^"]*"|\S+', q)
        terms = [t for t in terms if t not in ("AND", "OR")] if "OR" not in terms else [t for t in terms if t != "AND"]
        either = "OR" in terms
        terms = [t for t in terms if t != "OR"]

        def one(t, d):
            neg = t.startswith("-") and len(t) > 1
            t2 = t.lstrip("+-") or t
            node = "phrase" if t2.startswith('"') else "term"
            t2 = t2.strip('"')
            s = max((self.match((node, f, t2), d) * b for f, b in fields), default=0.0)
            return (0.0 if s else 0.01) if neg else s

        def run(d):
            got = [one(t, d) for t in terms]
            hit, n = sum(1 for g in got if g), len(terms)
            need = 1 if either else n if n <= 2 else n - 1 if n <= 5 else int(n * .8)
            return sum(got) if n and hit >= need else 0.0
        return run

    def select(self, p):
        one = lambda k, dflt=None: p.get(k, [dflt])[0]
        q, op = one("q", "*:*"), one("q.op", "OR")
        dt = one("defType", "lucene")
        if q.strip() in ("*:*", ""):
            scorer = lambda d: 1.0
        elif dt in ("dismax", "edismax") and ":" not in q:
            scorer = self.dismax(q, one("qf", "text"))
        else:
            node = Parser(q, one("df", "text"), op).parse()
            scorer = lambda d: self.match(node, d)
        filters = [Parser(f, one("df", "text"), op).parse() for f in p.get("fq", []) if f.strip()]
        with self.store.lock:
            docs = list(self.store.docs.values())
        hits = []
        for d in docs:
            if all(self.match(f, d) for f in filters):
                s = scorer(d)
                if s:
                    hits.append((s, d))
        for part in reversed([x for x in (one("sort") or "score desc").split(",") if x.strip()]):
            bits = part.split()
            if len(bits) != 2 or bits[1].lower() not in ("asc", "desc"):
                raise QueryError("Can't determine a Sort Order (asc or desc) in sort spec '%s'" % part)
            f, rev = bits[0], bits[1].lower() == "desc"
            if f != "score" and not self.schema.known(f):
                raise QueryError("sort param field can't be found: " + f)

            def key(h):
                if f == "score":
                    return (0, h[0], "")
                v = (h[1]["val"].get(f) or [None])[0]
                if v is None:
                    return (-1, 0, "")
                x = number(v) if not isinstance(v, bool) else float(v)
                return (0, x, "") if x is not None else (1, 0, fold(v) if f == "title_string" else str(v))
            hits.sort(key=key, reverse=rev)
        start, rows = int(one("start", 0)), int(one("rows", 10))
        fl = [x for x in re.split(r"[\s,]+", " ".join(p.get("fl", ["*"]))) if x]
        out = []
        for s, d in hits[start:start + rows]:
            r = d["raw"]
            o = {k: v for k, v in r.items() if v is not None and ("*" in fl or k in fl or any(fnmatch.fnmatchcase(k, x) for x in fl))}
            if "score" in fl:
                o["score"] = s
            out.append(o)
        res = {"responseHeader": {"status": 0, "QTime": 1},
               "response": {"numFound": len(hits), "start": start, "numFoundExact": True, "docs": out}}
        if one("facet", "false") == "true" and p.get("facet.field"):
            ff = {}
            limit, minc = int(one("facet.limit", 100)), int(one("facet.mincount", 0))
            for f in p["facet.field"]:
                f = re.sub(r"^\{![^}]*\}", "", f)
                c = {}
                for _, d in hits:
                    for v in set(map(str, d["val"].get(f, []))):
                        c[v] = c.get(v, 0) + 1
                items = sorted(((k, n) for k, n in c.items() if n >= minc), key=lambda t: (-t[1], t[0]))
                if limit >= 0:
                    items = items[:limit]
                ff[f] = [x for kn in items for x in kn]
            res["facet_counts"] = {"facet_queries": {}, "facet_fields": ff, "facet_ranges": {}}
        return res

    def update(self, body, ctype):
        if "json" in ctype or body.lstrip()[:1] in (b"[", b"{"):
            data = json.loads(body or b"[]")
            if isinstance(data, list):
                self.store.add(data)
            elif "delete" in data and "query" in data["delete"]:
                self.delete(data["delete"]["query"])
        elif body.strip():
            root = ET.fromstring(body)
            if root.tag == "delete":
                for e in root:
                    if e.tag == "query":
                        self.delete(e.text or "")
                    elif e.tag == "id":
                        self.store.delete(lambda d: d["raw"].get("index_id") == e.text or d["raw"].get("id") == e.text)
            elif root.tag == "add":
                docs = []
                for e in root.iter("doc"):
                    o = {}
                    for f in e.iter("field"):
                        o.setdefault(f.get("name"), []).append(f.text)
                    docs.append({k: v if k in self.schema.multi else v[0] for k, v in o.items()})
                self.store.add(docs)
        return {"responseHeader": {"status": 0, "QTime": 1}}

    def delete(self, q):
        node = Parser(q, "text", "OR").parse()
        self.store.delete(lambda d: bool(self.match(node, d)))
