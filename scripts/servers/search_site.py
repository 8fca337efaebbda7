"""What `ckan_search.py` knows: the fields of CKAN's Solr schema, and the documents, in SQLite and in memory."""
import fnmatch, json, re, sqlite3, threading, unicodedata
import xml.etree.ElementTree as ET


def fold(s):
    s = unicodedata.normalize("NFKD", str(s))
    return "".join(c for c in s if not unicodedata.combining(c)).lower()


def words(s):
    return re.findall(r"\w+", fold(s).replace("_", " "))


class Schema:
    def __init__(self, path):
        self.xml = open(path, "rb").read()
        root = ET.fromstring(self.xml)
        cls = {}
        for t in root.iter("fieldType"):
            cls[t.get("name")] = t.get("class", "").split(".")[-1]
        self.fields, self.dynamic, self.copies, self.multi = {}, [], [], set()
        for f in root.iter("field"):
            self.fields[f.get("name")] = cls.get(f.get("type"), "StrField")
            if f.get("multiValued") == "true":
                self.multi.add(f.get("name"))
        for f in root.iter("dynamicField"):
            self.dynamic.append((f.get("name"), cls.get(f.get("type"), "StrField")))
        self.dynamic.sort(key=lambda p: -len(p[0]))
        for c in root.iter("copyField"):
            self.copies.append((c.get("source"), c.get("dest")))

    def kind(self, name):
        if name in self.fields:
            return self.fields[name]
        for pat, k in self.dynamic:
            if fnmatch.fnmatchcase(name, pat):
                return k
        return "StrField"

    def known(self, name):
        return name in self.fields or any(fnmatch.fnmatchcase(name, p) for p, _ in self.dynamic)


class Store:
    def __init__(self, path, schema):
        self.schema, self.lock, self.docs = schema, threading.RLock(), {}
        self.db = sqlite3.connect(path, check_same_thread=False)
        self.db.execute("create table if not exists doc(id text primary key, body text)")
        for i, b in self.db.execute("select id, body from doc"):
            self.docs[i] = self.analyse(json.loads(b))

    def analyse(self, doc):
        val, tok = {}, {}
        for k, v in doc.items():
            if v is None or v == "" or v == []:
                continue
            val[k] = v if isinstance(v, list) else [v]
        full = {k: list(v) for k, v in val.items()}
        for src, dst in self.schema.copies:
            for k in list(val):
                if k == src or fnmatch.fnmatchcase(k, src):
                    full.setdefault(dst, []).extend(val[k])
        for k, v in full.items():
            if self.schema.kind(k) == "TextField":
                tok[k] = [words(x) for x in v]
        return {"raw": doc, "val": full, "tok": tok}

    def add(self, docs):
        with self.lock, self.db:
            for d in docs:
                i = d.get("index_id") or d.get("id")
                self.docs[i] = self.analyse(d)
                self.db.execute("insert or replace into doc values(?,?)", (i, json.dumps(d)))

    def delete(self, pred):
        with self.lock, self.db:
            for i in [i for i, d in self.docs.items() if pred(d)]:
                del self.docs[i]
                self.db.execute("delete from doc where id=?", (i,))
