"""Receives announcements as an application would: with the `standardwebhooks` library, which checks signature and time.

hook.py SECRET FOLDER     prints its port; ends with its input

FOLDER/received.log has a line for each message: identifier, type, dataset, `good` or `bad`. FOLDER/faults has a line for each
answer to come instead of 204, once: a status, or `cut`.
"""
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

secret, folder = sys.argv[1], sys.argv[2]


class Hook(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            message = Webhook(secret).verify(body, dict(self.headers))
            line = [self.headers["webhook-id"], message["type"], message["data"]["dataset"], "good"]
        except WebhookVerificationError:
            line = [self.headers["webhook-id"], "-", "-", "bad"]
        with open(os.path.join(folder, "received.log"), "a") as log:
            log.write(" ".join(line) + "\n")
        name = os.path.join(folder, "faults")
        faults = open(name).read().split() if os.path.exists(name) else []
        with open(name, "w") as file:
            file.write("\n".join(faults[1:]))
        if faults and faults[0] == "cut":
            self.close_connection = True
            return self.connection.shutdown(2)
        self.send_response(int(faults[0]) if faults else 204)
        self.send_header("Location", "http://127.0.0.1:1/")
        self.send_header("Content-Length", "0")
        self.end_headers()


server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
