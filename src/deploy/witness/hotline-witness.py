#!/usr/bin/env python3
"""Keeps the heads of a hotline's audit trail, one JSON object a line, on a machine of somebody else.

    hotline-witness.py PORT FILE SHARED

listens on 127.0.0.1:PORT, behind a proxy with TLS, and appends to FILE what is signed with the text in the file SHARED,
which is the hotline's hotline.audit.witness.secret. Run it as a user of its own, make FILE append-only (chattr +a), and
let a timer tell somebody when FILE has not grown for two hours: a hotline that falls silent hides something, or is down.
"""
import hashlib
import hmac
import http.server
import os
import pathlib
import sys
import time

LONGEST = 1000
PATIENCE = 300


def verdict(headers, body, shared):
    stamp = headers.get("X-Hotline-Timestamp", "")
    told = headers.get("X-Hotline-Signature", "")
    ours = "sha256=" + hmac.new(shared, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    fresh = stamp.isascii() and stamp.isdigit() and abs(time.time() - int(stamp)) <= PATIENCE
    return 204 if fresh and b"\n" not in body and hmac.compare_digest(ours.encode(), told.encode()) else 401


def keep(file, body):
    with open(file, "ab") as out:
        out.write(body + b"\n")
        out.flush()
        os.fsync(out.fileno())


def receiver(file, shared):
    class Receiver(http.server.BaseHTTPRequestHandler):
        timeout = 10

        def do_POST(self):
            length = self.headers.get("Content-Length", "")
            usable = length.isascii() and length.isdigit() and int(length) <= LONGEST
            body = self.rfile.read(int(length)) if usable else b""
            status = verdict(self.headers, body, shared) if usable else 413
            if status == 204:
                keep(file, body)
            self.send_response(status)
            self.end_headers()

    return Receiver


if __name__ == "__main__":
    port, kept, text = sys.argv[1:]
    with http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), receiver(kept, pathlib.Path(text).read_text().strip().encode())) as server:
        server.serve_forever()
