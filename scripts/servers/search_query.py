"""Reads the queries of `ckan_search.py`: Lucene's boolean syntax, as a tree of `bool`, `term`, `phrase` and `range`."""
import re


class QueryError(Exception):
    pass


LEX = re.compile(r"""\s*(?:(?P<op>&&|\|\||[()!+\-])|(?P<str>"(?:\\.|[^"\\])*")
  |(?P<rng>[\[{]\s*(?:"[^"]*"|\S+?)\s+TO\s+(?:"[^"]*"|\S+?)\s*[\]}])
  |(?P<term>(?:\\.|[^\s()":\[\]{}^~!\\])(?:\\.|[^\s()":\[\]{}^~\\])*)
  |(?P<colon>:)|(?P<boost>\^[\d.]+)|(?P<slop>~[\d.]*))""", re.X)


def unescape(s):
    return re.sub(r"\\(.)", r"\1", s)


class Parser:
    def __init__(self, text, default_field="text", op="OR"):
        self.toks, self.i, self.df, self.op = [], 0, default_field, op
        pos, text = 0, text.strip()
        while pos < len(text):
            m = LEX.match(text, pos)
            if not m or m.end() == pos:
                raise QueryError("org.apache.solr.search.SyntaxError: Cannot parse '%s'" % text)
            self.toks.append((m.lastgroup, m.group(m.lastgroup)))
            pos = m.end()
            while pos < len(text) and text[pos].isspace():
                pos += 1

    def peek(self, n=0):
        return self.toks[self.i + n] if self.i + n < len(self.toks) else (None, None)

    def take(self):
        t = self.peek()
        self.i += 1
        return t

    def parse(self):
        n = self.group(self.df)
        if self.i < len(self.toks):
            raise QueryError("org.apache.solr.search.SyntaxError: unexpected '%s'" % self.peek()[1])
        return n

    def group(self, field):
        cl = []
        while True:
            k, v = self.peek()
            if k is None or (k, v) == ("op", ")"):
                break
            conj = mod = None
            if (k == "term" and v in ("AND", "OR")) or (k == "op" and v in ("&&", "||")):
                conj = "AND" if v in ("AND", "&&") else "OR"
                self.take()
                k, v = self.peek()
            if k == "term" and v == "NOT" or k == "op" and v in "!-" and v:
                mod = "-"
                self.take()
            elif k == "op" and v == "+":
                mod = "+"
                self.take()
            node = self.clause(field)
            if conj == "AND" and cl and cl[-1][0] != "-":
                cl[-1][0] = "+"
            if self.op == "AND" and conj == "OR" and cl and cl[-1][0] == "+":
                cl[-1][0] = "?"
            if mod is None:
                must = conj == "AND" if self.op == "OR" else conj != "OR"
                mod = "+" if must else "?"
            cl.append([mod, node])
        return ("bool", cl)

    def clause(self, field):
        k, v = self.take()
        if k == "term" and self.peek()[0] == "colon":
            field = unescape(v)
            self.take()
            k, v = self.take()
        if k == "op" and v == "(":
            node = self.group(field)
            if self.take() != ("op", ")"):
                raise QueryError("org.apache.solr.search.SyntaxError: missing )")
        elif k == "str":
            node = ("phrase", field, unescape(v[1:-1]))
        elif k == "rng":
            a, b = re.split(r"\s+TO\s+", v[1:-1].strip())
            node = ("range", field, a.strip('"'), b.strip('"'), v[0] == "[", v[-1] == "]")
        elif k == "op" and v == "-":
            k2, v2 = self.take()
            node = ("term", field, "-" + (v2 or ""))
        elif k == "term":
            node = ("term", field, v)
        else:
            raise QueryError("org.apache.solr.search.SyntaxError: unexpected %r" % (v,))
        while self.peek()[0] in ("boost", "slop"):
            self.take()
        return node


def number(s):
    try:
        return float(s)
    except (TypeError, ValueError):
        return None


def date_math(s):
    """NOW, NOW-7DAYS, NOW/DAY ... -> ISO string; anything else unchanged."""
    if not s.startswith("NOW"):
        return s
    from datetime import datetime, timedelta, timezone
    t = datetime.now(timezone.utc)
    for sign, n, unit in re.findall(r"([+-])(\d+)(SECOND|MINUTE|HOUR|DAY|MONTH|YEAR)S?", s):
        sec = {"SECOND": 1, "MINUTE": 60, "HOUR": 3600, "DAY": 86400, "MONTH": 2629746, "YEAR": 31556952}[unit]
        t += timedelta(seconds=sec * int(n) * (1 if sign == "+" else -1))
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")
