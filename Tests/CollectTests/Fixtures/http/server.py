"""A web server for the tests, on loopback: it prints its port, serves the files of its folder, and misbehaves by path.

With an argument it speaks TLS, with the certificate in that file. Each request is a line of requests.log: method, path, status, and the conditional header that came with it.
"""
import gzip, hashlib, http.server, os, socketserver, ssl, sys, threading, urllib.parse

failures = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_): pass

    def note(self, status):
        asked = self.headers.get("If-None-Match") or self.headers.get("If-Modified-Since") or "-"
        with open("requests.log", "a") as log:
            log.write(f"{self.path} {status} {asked} {self.headers.get('Authorization', '-')}\n")

    def answer(self, status, body=b"", **headers):
        self.note(status)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        name = address.path.strip("/")
        special = getattr(self, "serve_" + name.split(".")[0], None)
        if special:
            return special(query)
        if not os.path.isfile(name):
            return self.answer(404, b"no such file")
        body = open(name, "rb").read()
        tag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
        if self.headers.get("If-None-Match") == tag:
            return self.answer(304, ETag=tag)
        self.answer(200, body, ETag=tag, Content_Type="text/csv")

    def serve_dated(self, query):
        """Last-Modified only."""
        when = "Mon, 03 Feb 2025 04:05:06 GMT"
        if self.headers.get("If-Modified-Since") == when:
            return self.answer(304)
        self.answer(200, b"a;b\n1;2\n", Last_Modified=when)

    def serve_to(self, query):
        self.answer(302, Location=query["url"])

    def serve_loop(self, query):
        self.answer(301, Location="/loop")

    def serve_packed(self, query):
        body = gzip.compress(b"a;b\n" + b"1;2\n" * 1000)
        self.answer(200, body, Content_Encoding="gzip")

    def serve_bomb(self, query):
        self.answer(200, gzip.compress(bytes(80 << 20)), Content_Encoding="gzip")

    def serve_brotli(self, query):
        self.answer(200, b"?", Content_Encoding="br")

    def serve_flaky(self, query):
        """Fails as often as asked, then answers."""
        failures[self.path] = failures.get(self.path, 0) + 1
        if failures[self.path] <= int(query.get("times", 1)):
            return self.answer(int(query.get("status", 500)), b"oops")
        self.answer(200, b"a;b\n1;2\n")

    def serve_status(self, query):
        self.answer(int(query["code"]), b"a;b\nno;no\n")

    def serve_short(self, query):
        self.answer(200, b"a;b\n1;2\n", Content_Length="1000")
        self.close_connection = True

    def serve_large(self, query):
        self.answer(200, b"a", Content_Length=str(1 << 40))
        self.close_connection = True

    def serve_endless(self, query):
        """As much as the other side takes."""
        self.note(200)
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self.wfile.write(b"a;b\n")
            while True:
                self.wfile.write(b"1;2\n" * 4096)
        except OSError:
            self.close_connection = True

    def serve_silent(self, query):
        """Answers, then says no more."""
        self.note(200)
        self.send_response(200)
        self.send_header("Content-Length", "100")
        self.end_headers()
        self.wfile.write(b"a;b\n")
        self.wfile.flush()
        self.rfile.read(1)
        self.close_connection = True

    def serve_secret(self, query):
        if self.headers.get("Authorization") != "Bearer s3cret":
            return self.answer(401, b"who are you?")
        self.answer(200, b"a;b\n1;2\n")


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, request, address): pass  # clients that hang up are what the tests are about


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1])
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
print(server.server_address[1], flush=True)
# The end of the test closes standard input: the server then goes too, even when the test was killed.
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
server.serve_forever()
