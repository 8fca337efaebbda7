#!/usr/bin/env python3
"""Real udata application (the software of data.gouv.fr) served over HTTP, without MongoDB.

Routes, forms, permissions, quality score, RDF export and uploads are udata's own code; only
the database is replaced by an in-memory work-alike (mongomock), so data are lost at stop.
There is no Elasticsearch; background jobs run inline. Known limit: listing with q= (text search) fails;
list by organization without q=.

usage: udata-server.py DATA PORT     DATA/udata-ready tells that it answers; tokens and the organisation lie beside it
Python packages: udata mongomock
"""
import os, sys
data = os.path.abspath(sys.argv[1])
port = int(sys.argv[2])
os.makedirs(data + "/fs", exist_ok=True)

# A catalogue of schemas of two, in the shape of schema.data.gouv.fr, on a port of its own.
import json, threading
from http.server import BaseHTTPRequestHandler, HTTPServer

CATALOGUE = {"version": 1, "schemas": [
    {"name": name, "title": name, "schema_url": f"https://schema.data.gouv.fr/schemas/{name}/latest/schema.json",
     "schema_type": "tableschema", "contact": "essai@example.org", "labels": [],
     "versions": [{"version_name": v, "schema_url": f"https://schema.data.gouv.fr/schemas/{name}/{v}/schema.json"} for v in versions]}
    for name, versions in (("scdl/subventions", ["2.1.0", "2.1.1"]), ("scdl/deliberations", ["2.1.3"]))]}


class Catalogue(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps(CATALOGUE).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


catalogue = HTTPServer(("127.0.0.1", 0), Catalogue)
threading.Thread(target=catalogue.serve_forever, daemon=True).start()
with open(data + "/udata.cfg", "w") as f:
    f.write(f"""
SECRET_KEY = "{'8c1f' * 16}"
API_TOKEN_SECRET = "{'3c1f' * 16}"
SECURITY_PASSWORD_SALT = "salt"
SERVER_NAME = "127.0.0.1:{port}"
SITE_ID = "test"
MONGODB_HOST = "mongodb://127.0.0.1:27017/udata"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = "cache+memory://"
CACHE_TYPE = "NullCache"
FS_PREFIX = "/s"
FS_ROOT = {data + "/fs"!r}
SEND_MAIL = False
PLUGINS = []
HARVESTER_BACKENDS = ["dcat"]
DEFAULT_LANGUAGE = "fr"
SESSION_COOKIE_SECURE = False
URLS_ALLOW_PRIVATE = True
URLS_ALLOW_LOCAL = True
SCHEMA_CATALOG_URL = "http://127.0.0.1:{catalogue.server_address[1]}/schemas.json"
""")
os.environ["UDATA_SETTINGS"] = data + "/udata.cfg"

import mongomock
import mongoengine.connection as connection
import mongomock.collection as mc

CLIENT = mongomock.MongoClient()
connection._create_connection = lambda alias, mongo_client_class, **kw: CLIENT
# options that mongomock refuses although they do not change the outcome here
for name in ("create_index",):
    real = getattr(mc.Collection, name)

    def lenient(self, *a, _real=real, **k):
        for opt in ("collation", "weights", "default_language", "partialFilterExpression"):
            k.pop(opt, None)
        try:
            return _real(self, *a, **k)
        except NotImplementedError:
            return "skipped"
    setattr(mc.Collection, name, lenient)

# MongoDB's $text search: all words must occur in the document's strings
import json, mongomock.filtering as mf
real_apply = mf._Filterer.apply


def apply(self, search_filter, document):
    if isinstance(search_filter, dict) and "$text" in search_filter:
        rest = {k: v for k, v in search_filter.items() if k != "$text"}
        blob = json.dumps({k: v for k, v in document.items() if isinstance(v, (str, list))}, default=str, ensure_ascii=False).lower()
        wanted = search_filter["$text"]["$search"].lower().replace('"', " ").split()
        return all(w in blob for w in wanted) and real_apply(self, rest, document)
    return real_apply(self, search_filter, document)


mf._Filterer.apply = apply
# ... and sorting by text score is ignored
import mongomock.collection
real_sort = mongomock.collection.Cursor.sort


def sort(self, key_or_list, direction=None):
    if isinstance(key_or_list, list):
        key_or_list = [k for k in key_or_list if not isinstance(k[1], dict)]
        if not key_or_list:
            return self
    return real_sort(self, key_or_list, direction)


mongomock.collection.Cursor.sort = sort

from udata.app import create_app, standalone
app = standalone(create_app())
with app.app_context():
    from datetime import UTC, datetime
    from udata.core.api_token.models import ApiToken
    from udata.core.organization.models import Member
    from udata.models import License, Organization, User, datastore
    admin = datastore.create_user(first_name="Ada", last_name="Test", email="ada@example.org",
                                  password="x" * 12, confirmed_at=datetime.now(UTC))
    role = datastore.find_or_create_role("admin")
    datastore.add_role_to_user(admin, role)
    for i, t, u in (("lov2", "Licence Ouverte / Open Licence version 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"),
                    ("fr-lo", "Licence Ouverte / Open Licence", "https://www.etalab.gouv.fr/wp-content/uploads/2014/05/Licence_Ouverte.pdf"),
                    ("odc-odbl", "Open Data Commons Open Database License (ODbL)", "http://opendatacommons.org/licenses/odbl/summary/"),
                    ("notspecified", "License Not Specified", None)):
        License(id=i, title=t, url=u, active=True).save()
    def person(name):
        return datastore.create_user(first_name=name, last_name="Essai", email=f"{name.lower()}@example.org",
                                     password="x" * 12, confirmed_at=datetime.now(UTC))

    editor, stranger = person("Editeur"), person("Passant")
    org = Organization(name="Ville de test", description="Commune fictive",
                       members=[Member(user=admin, role="admin"), Member(user=editor, role="editor")])
    org.save()
    Organization(name="Autre ville", description="Commune fictive", members=[Member(user=stranger, role="editor")]).save()
    for name, user in (("udata-token", editor), ("udata-stranger", stranger), ("udata-admin", admin)):
        with open(os.path.join(data, name), "w") as f:
            f.write(ApiToken.generate(user, name="essai")[1])
    with open(data + "/udata-organization", "w") as f:
        f.write(str(org.id))

from werkzeug.serving import make_server
server = make_server("127.0.0.1", port, app, threaded=True)
open(data + "/udata-ready", "w").close()
server.serve_forever()
