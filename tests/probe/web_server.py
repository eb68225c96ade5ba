"""A local web server with redirects, errors, slow answers and broken connections."""

import socket
import ssl
import struct
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

REDIRECTS = {
    "/moved": (301, "/ok"),
    "/moved-308": (308, "/ok"),
    "/moved-twice": (301, "/moved"),
    "/temporary": (302, "/ok"),
    "/temporary-303": (303, "/ok"),
    "/temporary-307": (307, "/ok"),
    "/temporary-to-moved": (302, "/moved"),
    "/moved-to-temporary": (301, "/temporary"),
    "/moved-to-gone": (301, "/gone"),
    "/loop-to-itself": (301, "/loop-to-itself"),
    "/loop-a": (302, "/loop-b"),
    "/loop-b": (302, "/loop-a"),
    "/to-file": (302, "file:///etc/passwd"),
    "/to-file-with-host": (302, "file://localhost/etc/passwd"),
    "/to-missing-host": (302, "https:///ok"),
    "/to-empty-location": (302, ""),
    "/to-non-ascii": (301, "/caf\u00e9"),
}


class WebServer(ThreadingHTTPServer):
    """A web server on this computer whose answer depends on the path, and which records requests.

    `max_active` is the largest number of concurrent requests by host.
    """

    daemon_threads = True

    def __init__(self, robots: str = "", *, certificate: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.robots = robots
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.active: Counter[str] = Counter()
        self.max_active: Counter[str] = Counter()
        self.visits: Counter[str] = Counter()
        self.closed = threading.Event()
        self.scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
            self.scheme = "https"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.server_port}{path}"

    def close(self) -> None:
        self.closed.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """Print nothing: some tests abort requests on purpose."""


class _Handler(BaseHTTPRequestHandler):
    server: WebServer

    def do_HEAD(self) -> None:
        self._answer(is_head=True)

    def do_GET(self) -> None:
        self._answer(is_head=False)

    def log_message(self, *_: object) -> None:
        """Print nothing."""

    def _answer(self, *, is_head: bool) -> None:
        web, host, path = self.server, self.headers["Host"], self.path.partition("?")[0]
        web.requests.append(f"{self.command} {self.path}")
        web.agents.add(self.headers["User-Agent"])
        web.active[host] += 1
        web.max_active[host] = max(web.max_active[host], web.active[host])
        web.closed.wait(0.01 if path.startswith("/page") else 0)
        web.active[host] -= 1  # before the answer, after which the next request may come
        self._reply(path, is_head=is_head)

    def _reply(self, path: str, *, is_head: bool) -> None:
        web = self.server
        web.visits[path] += 1
        if path == "/robots.txt":
            self._send(200 if web.robots else 404, text=web.robots)
        elif path in REDIRECTS:
            self._send(*REDIRECTS[path])
        elif path.startswith("/endless/"):
            self._send(302, f"/endless/{int(path.rpartition('/')[2]) + 1}")
        elif path.startswith("/redirect/"):
            self._send(302, web.address(f"/page/{path.rpartition('/')[2]}"))
        elif path.startswith("/status/"):
            self._send(int(path.rpartition("/")[2]))
        elif path == "/gone":
            self._send(404)
        elif path in ("/no-head", "/wrong-head"):
            self._send({"/no-head": 405, "/wrong-head": 404}[path] if is_head else 200)
        elif path == "/busy-once":
            self._send(200 if web.visits[path] > 1 else 503, wait="0")
        elif path == "/busy-for-an-hour":
            self._send(503, wait="3600")
        elif path == "/busy-until-date":
            self._send(503, wait="Fri, 31 Dec 2100 23:59:59 GMT")
        elif path == "/endless-body":
            self.send_response_only(405 if is_head else 200)
            self.send_header("Content-Length", "9999999")
            self.end_headers()
            web.closed.wait(0 if is_head else 5)
        elif path == "/slow":
            web.closed.wait(5)
        elif path == "/reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        elif path == "/garbage":
            self.wfile.write(b"\x00\xff nonsense\r\n\r\n")
        else:
            self._send(200)

    def _send(self, status: int, location: str = "", *, wait: str = "", text: str = "") -> None:
        self.send_response_only(status)
        if location:
            self.send_header("Location", location.encode().decode("latin-1"))
        if wait:
            self.send_header("Retry-After", wait)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(text.encode())
