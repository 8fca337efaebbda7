"""Stands between the program and a real portal: counts what passes, and breaks what it is told to break.

proxy.py UPSTREAM FOLDER [keep-host]     prints its port; ends with its input; signatures cover the host

FOLDER/requests.log has a line for each request: method, path, status. FOLDER/faults has a line for each fault to come, once:
METHOD WORD KIND, where WORD stands in the path. Kinds: `429` and `500` (answered in its place), `html` (a page of 502), `500-after`
and `cut-after` (the portal does it, the answer is lost), `cut-before` (the connection ends while the body is on its way),
`redirect`, `echo` (a refusal that repeats the request's headers).
"""
import http.client
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

upstream, folder = urlsplit(sys.argv[1]), sys.argv[2]
keeps_host = "keep-host" in sys.argv[3:]
lock = threading.Lock()


def fault(method, path):
    with lock:
        name = os.path.join(folder, "faults")
        lines = open(name).read().splitlines() if os.path.exists(name) else []
        for number, line in enumerate(lines):
            verb, word, kind = line.split()
            if verb == method and word in path:
                with open(name, "w") as file:
                    file.write("\n".join(lines[:number] + lines[number + 1:]))
                return kind
    return None


class Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def note(self, status):
        with lock, open(os.path.join(folder, "requests.log"), "a") as file:
            file.write(f"{self.command} {self.path} {status}\n")

    def say(self, status, body, kind="application/json", more=()):
        self.note(status)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def cut(self):
        self.note("cut")
        self.close_connection = True
        self.connection.shutdown(2)

    def go(self):
        kind = fault(self.command, self.path)
        length = int(self.headers.get("Content-Length") or 0)
        if kind == "cut-before":
            self.rfile.read(min(length, 1000))
            return self.cut()
        body = self.rfile.read(length)
        if kind == "429":
            return self.say(429, b"slow down", "text/plain", [("Retry-After", "1")])
        if kind == "500":
            return self.say(500, b"{}")
        if kind == "html":
            return self.say(502, b"<!doctype html><h1>Bad gateway</h1>", "text/html")
        if kind == "redirect":
            return self.say(302, b"", "text/html", [("Location", "https://elsewhere.example/api?token=x")])
        if kind == "echo":
            return self.say(409, ('{"success": false, "error": {"__type": "Validation Error", "title": ["%s"]}}'
                                  % (self.headers.get("Authorization") or self.headers.get("X-API-KEY"))).encode())
        status, answer, kept = self.forward(body)
        if kind == "500-after":
            return self.say(500, b"<h1>oops</h1>", "text/html")
        if kind == "cut-after":
            return self.cut()
        self.say(status, answer, more=kept)

    def forward(self, body):
        connection = http.client.HTTPConnection(upstream.hostname, upstream.port, timeout=120)
        headers = {k: v for k, v in self.headers.items() if k.lower() not in (*(() if keeps_host else ("host",)), "connection", "content-length", "transfer-encoding")}
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        data = answer.read()
        kept = [("X-Type", answer.getheader("Content-Type") or "")]
        kept += [(name, value) for name, value in answer.getheaders() if name.lower() in ("etag", "x-amz-meta-sha256")]
        return answer.status, data, kept

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = go


server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
