#!/usr/bin/env python3
"""Small search service that answers the part of the Solr HTTP interface that CKAN uses.

CKAN 2.10-2.12 can only talk to Solr. Where no Solr is at hand, this keeps a real
CKAN usable for publishing tests: documents live in SQLite and in memory, queries are
evaluated by a scan (fine for a few thousand datasets). It answers /update, /select,
/schema and /admin/ping. No stemming, approximate scores; all of the rest (filters,
boolean syntax, ranges, wildcards, sort, facets, paging) follows Lucene's rules.

usage: ckan_search.py --schema CKAN/config/solr/schema.xml --db FILE [--port 8983]
"""
import argparse, json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from search_engine import Engine
from search_query import QueryError
from search_site import Schema, Store


def handler(engine):
    class H(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *a):
            pass

        def send(self, code, body, ctype="application/json; charset=utf-8"):
            if not isinstance(body, bytes):
                body = json.dumps(body).encode()
            self.send_response(code)
            self.send_header("Content-Type", ctype)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def go(self, raw):
            u = urlsplit(self.path)
            p = parse_qs(u.query, keep_blank_values=True)
            path = u.path.rstrip("/")
            try:
                if path.endswith("/select"):
                    if raw:
                        for k, v in parse_qs(raw.decode(), keep_blank_values=True).items():
                            p.setdefault(k, []).extend(v)
                    return self.send(200, engine.select(p))
                if path.endswith("/update") or path.endswith("/update/json"):
                    return self.send(200, engine.update(raw, self.headers.get("Content-Type", "")))
                if path.endswith("/schema") or path.endswith("/admin/file"):
                    return self.send(200, engine.schema.xml, "application/xml; charset=utf-8")
                if path.endswith("/admin/ping"):
                    return self.send(200, {"status": "OK", "responseHeader": {"status": 0}})
                self.send(404, {"error": {"msg": "not found", "code": 404}})
            except QueryError as e:
                self.send(400, {"responseHeader": {"status": 400}, "error": {"msg": str(e), "code": 400}})
            except Exception as e:
                self.send(500, {"error": {"msg": repr(e), "code": 500}})

        def do_GET(self):
            self.go(b"")

        def do_POST(self):
            self.go(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
    return H


if __name__ == "__main__":
    a = argparse.ArgumentParser()
    a.add_argument("--schema", required=True)
    a.add_argument("--db", required=True)
    a.add_argument("--host", default="127.0.0.1")
    a.add_argument("--port", type=int, default=8983)
    a = a.parse_args()
    eng = Engine(Store(a.db, Schema(a.schema)))
    srv = ThreadingHTTPServer((a.host, a.port), handler(eng))
    srv.daemon_threads = True
    srv.serve_forever()
