"""A server that answers each path as its name says. Prints its port; ends with its input; requests.log lists what came."""
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Portal(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fails = {"/twice": 2}

    def log_message(self, *arguments):
        pass

    def say(self, status, body=b"{}", more=()):
        self.send_response(status)
        for name, value in [("Content-Length", str(len(body))), *more]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def go(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with open("requests.log", "a") as log:
            log.write(f"{self.command} {self.path} {len(body)}\n")
        with open("body", "wb") as file:
            file.write(body)
        if self.path == "/silent":
            time.sleep(30)
        elif self.path == "/twice" and Portal.fails["/twice"]:
            Portal.fails["/twice"] -= 1
            self.say(503, b"<h1>down</h1>")
        elif self.path == "/busy":
            self.say(500, b"<h1>down</h1>")
        elif self.path == "/elsewhere":
            self.say(302, b"", [("Location", "https://elsewhere.example/?token=secret-token")])
        elif self.path == "/html":
            self.say(200, b"<h1>not found here</h1>")
        else:
            self.say(200, b'{"ok": true}')

    do_GET = do_POST = go


server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
