# SPDX-License-Identifier: GPL-3.0-or-later
"""A server whose every answer a case decides, a workspace in a temporary folder, and the runs of `weirctl sync` in it."""
import http.server
import json
import os
import pathlib
import random
import shutil
import socket
import socketserver
import sqlite3
import struct
import subprocess
import tempfile
import threading
import time
import urllib.parse

CASES = []
FAST = {"attempts": 3, "base": "PT0.01S", "longest": "PT0.05S"}
STREAM_KEYS = {"stream", "disposition", "status", "requests", "retries", "pages", "rows_read", "rows_loaded", "refused", "seconds",
               "asleep_seconds", "resumed", "state", "error"}


class Broken(AssertionError):
    """The program did not do what the sentence says."""


def case(function):
    CASES.append(function)
    return function


def expect(good, said):
    if not good:
        raise Broken(said)


def equal(got, wanted, what):
    expect(got == wanted, f"{what}: expected {wanted!r}, got {got!r}"[:1500])


class Reply:
    """`how`: whole | reset | close (no answer) | cut (half of the body) | silent (never answers) | drip (slowly)."""

    def __init__(self, body=b"", status=200, headers=None, how="whole", pause=0.0, kind="application/json"):
        self.body = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.status, self.headers, self.how, self.pause, self.kind = status, headers or {}, how, pause, kind


class Request:
    def __init__(self, handler, number):
        self.time = time.monotonic()
        self.number = number
        self.raw = handler.path
        parts = urllib.parse.urlsplit(handler.path)
        self.path = parts.path
        self.pairs = urllib.parse.parse_qsl(parts.query, keep_blank_values=True)
        self.query = dict(self.pairs)
        self.headers = {k.lower(): v for k, v in handler.headers.items()}
        self.header_pairs = list(handler.headers.items())


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server.owner
        with server.lock:
            request = Request(self, len(server.requests))
            server.requests.append(request)
        try:
            reply = server.answer(request)
        except Exception as error:  # a mistake in a case must not look like a fault of the program
            server.mistakes.append(repr(error))
            reply = Reply("mistake in the case", 400)
        if isinstance(reply, int):
            reply = Reply({"error": "no"}, reply)
        elif not isinstance(reply, Reply):
            reply = Reply(reply)
        self.send(reply)

    def send(self, reply):
        if reply.pause:
            time.sleep(reply.pause)
        if reply.how in ("reset", "close", "silent"):
            if reply.how == "silent":
                self.server.owner.stopped.wait(8)
            if reply.how == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        head = [f"HTTP/1.1 {reply.status} X", f"Content-Length: {len(reply.body)}", f"Content-Type: {reply.kind}"]
        head += [f"{k}: {v}" for k, v in reply.headers.items()]
        self.wfile.write(("\r\n".join(head) + "\r\n\r\n").encode())
        if reply.how == "cut":
            self.wfile.write(reply.body[:len(reply.body) // 2])
            self.wfile.flush()
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        if reply.how == "drip":
            for i in range(0, len(reply.body), 8):
                self.wfile.write(reply.body[i:i + 8])
                time.sleep(0.1)
            return
        self.wfile.write(reply.body)

    def log_message(self, *_):
        pass


class Listener(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        pass


class Server:
    def __init__(self, answer):
        self.answer, self.requests, self.mistakes, self.lock, self.stopped = answer, [], [], threading.Lock(), threading.Event()
        self.http = Listener(("127.0.0.1", 0), Handler)
        self.http.owner = self
        self.port = self.http.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self):
        self.stopped.set()
        self.http.shutdown()
        self.http.server_close()

    def values(self, name):
        return [r.query.get(name) for r in self.requests]


class Run:
    def __init__(self, rc, out, err):
        self.rc, self.out, self.err = rc, out, err
        try:
            self.json = json.loads(out)
        except ValueError:
            self.json = None

    def stream(self, name="items"):
        expect(self.json is not None, f"stdout is not one JSON document: {self.out[:300]!r} {self.err[:300]!r}")
        for s in self.json["streams"]:
            if s["stream"] == name:
                return s
        raise Broken(f"no stream {name} in {self.out[:600]!r}")

    def error(self, name="items"):
        expect(self.json is not None, f"stdout is not one JSON document: {self.out[:300]!r} {self.err[:300]!r}")
        for s in self.json["streams"]:
            if s["stream"] == name and s["error"]:
                return s["error"]
        return self.json["error"] or {}

    def must_be(self, status, name="items"):
        equal((self.rc, self.stream(name)["status"]), (0 if status in ("ok", "skipped") else 1, status),
              f"exit status and status of {name} ({self.error(name)})")
        return self


class Trial:
    """One case's folder, servers and runs."""

    def __init__(self, weirctl, seed):
        self.weirctl, self.random = weirctl, random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="localsync-"))
        self.space, self.home = self.folder / "space", self.folder / "home"
        (self.space / "connections").mkdir(parents=True)
        self.home.mkdir()
        (self.space / "weirkeeper.yaml").write_text("# nothing but a comment\n")
        self.servers = []
        self.into = self.folder / "t.sqlite"
        self.environment = {}

    def close(self):
        mistakes = [m for s in self.servers for m in s.mistakes]
        for server in self.servers:
            server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        if mistakes:
            raise RuntimeError(f"the case itself is wrong: {mistakes[0]}")

    def server(self, answer):
        self.servers.append(Server(answer))
        return self.servers[-1]

    def connect(self, server, streams=None, sync=None, **config):
        whole = {"base_url": server if isinstance(server, str) else server.url, "retry": FAST, **config}
        whole["streams"] = {n: {"path": f"/{n}", "records": "data", **s} for n, s in (streams or {"items": {}}).items()}
        if sync and not isinstance(sync, dict):
            sync = {n: {"disposition": sync} for n in whole["streams"]}
        text = {"connection": {"kind": "rest", "config": whole, **({"sync": sync} if sync else {})}}
        self.write(json.dumps(text, indent=1, ensure_ascii=False))

    def write(self, text):
        (self.space / "connections" / "c.yaml").write_text(text, encoding="utf-8")

    def command(self, *more, json_out=True, into=None):
        return [self.weirctl, "sync", str(self.space), "c", *(["--json"] if json_out else []), "--into", str(into or self.into), *more]

    def env(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.home), "WEIRKEEPER_HOME": str(self.home), "LC_ALL": "C.UTF-8",
                "TZ": "America/New_York", **self.environment}

    def start(self, *more, into=None):
        return subprocess.Popen(self.command(*more, into=into), env=self.env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def sync(self, *more, json_out=True, into=None, patience=60):
        try:
            done = subprocess.run(self.command(*more, json_out=json_out, into=into), env=self.env(), capture_output=True, timeout=patience)
        except subprocess.TimeoutExpired:
            raise Broken(f"did not end within {patience} s") from None
        expect(done.returncode in (0, 1, 2), f"exit status {done.returncode}: {done.stderr[-300:]!r}")
        return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def rows(self, sql):
        with sqlite3.connect(f"file:{self.into}?mode=ro", uri=True) as db:
            db.text_factory = lambda b: b.decode("utf-8", "surrogateescape")
            return db.execute(sql).fetchall()

    def ids(self, table="items"):
        return [r[0] for r in self.rows(f"SELECT id FROM {table} ORDER BY id")]

    def no_server(self):
        """A port where nothing listens."""
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            return f"http://127.0.0.1:{s.getsockname()[1]}"


def items(count, first=0):
    return [{"id": i, "name": f"n{i}"} for i in range(first, first + count)]


def paged(records, cap, parameter="page", start=1):
    """Answers by page number, never more than `cap` records."""
    def answer(request):
        at = (int(request.query[parameter]) - start) * cap
        return {"data": records[at:at + cap]}
    return answer


def once(first, then):
    """`first` for the first request, `then` (a callable or a reply) afterwards."""
    return lambda r: first if r.number == 0 else then(r) if callable(then) else then


PAGE = {"type": "page", "parameter": "page", "start": 1, "size_parameter": "size", "size": 10}
OFFSET = {"type": "offset", "parameter": "offset", "size_parameter": "size", "size": 10}
CURSOR = {"type": "cursor", "parameter": "token", "path": "next"}
LINK = {"type": "link", "path": "next"}
