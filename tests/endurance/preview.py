"""Sends thousands of valid and malformed requests to a preview server, and checks its answers and its memory.

    python -m tests.endurance.preview [REQUESTS]

Every answer must have an allowed status and disclose nothing; the server must keep running and must not grow.
"""

import contextlib
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from tests.guides import write, write_guide

SECRET = "TOP-SECRET"
MAX_GROWTH = 64  # MiB of memory
TIMEOUT = 20  # seconds for an answer
WARM_UP_REQUESTS = 50
MAX_PRINTED_FAULTS = 40
PLAIN_REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
UNFINISHED_REQUESTS = (b"", b"GET / HT", b"GET /_crpsguide/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
# The allowed statuses of each path. A browser sends a backslash as a slash, so only secrets matter in that path.
PATHS = {
    "/": {200},
    "/index.html": {200},
    "/living/pacing.html": {200},
    "/styles.css": {200},
    "/?x=1": {200},
    "/gone.html": {404},
    "/living/": {404},
    "/.env": {404},
    "/.git/config": {404},
    "/site.yaml": {404},
    "/content/site.yaml": {404},
    "/service-worker.js": {404},
    "/outside/hostname": {404},
    "/../secret.txt": {400, 404},
    "/%2e%2e/secret.txt": {400, 404},
    "/%252e%252e/secret.txt": {400, 404},
    "/..%2fsecret.txt": {400, 404},
    "/..%5csecret.txt": {400, 404},
    "/%c0%ae%c0%ae/secret.txt": {400, 404},
    "/....//secret.txt": {400, 404},
    "/%00": {400, 404},
    "/%": {400, 404},
    "/%zz": {400, 404},
    "//etc/passwd": {400, 404},
    "//evil.example/": {400, 404},
    "/\\..\\secret.txt": {200, 400, 404},
    "/file:///etc/passwd": {400, 404},
    "/" + "a/" * 500: {400, 404},
    "/" + "x" * 6000: {400, 404, 414, 431},
    "/_crpsguide/other": {404},
    "/_crpsguide/../secret.txt": {400, 404},
}
# Whether a request with this Host or Origin header, or with this method, is to be answered.
HOSTS = {
    "127.0.0.1": True,
    "localhost:1": True,
    "[::1]": True,
    "evil.example": False,
    "127.0.0.1.evil.example": False,
    "": False,
    "[::1": False,
    "localhost@evil.example": False,
    "evil.example#localhost": False,
}
ORIGINS = {None: True, "http://localhost:9": True, "https://evil.example": False, "null": False, "http://[": False}
METHODS = {
    "GET": True,
    "HEAD": True,
    "POST": False,
    "PUT": False,
    "DELETE": False,
    "TRACE": False,
    "OPTIONS": False,
    "PATCH": False,
    "PROPFIND": False,
}
MALFORMED_REQUESTS = (
    b"\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
    b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(2000)) + b"\r\n",
    b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=" + b"0-0," * 1000 + b"0-0\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nabc",
    b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nzz\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    b"GET /\x00\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"\x00" * 5000,
)


class Preview:
    """A running preview of a guide, with files around it that it must not serve."""

    def __init__(self, root: Path) -> None:
        guide = write_guide(root / "guide")
        write(root / "secret.txt", SECRET)
        write(guide / "secret.txt", SECRET)
        write(guide / ".env", SECRET)
        write(guide / "content/pages/.git/config", SECRET)
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "crpsguide", "serve", str(guide)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=os.environ | {"PYTHONWARNINGS": "ignore"},
        )
        assert self.process.stdout
        matches = (re.search(r"at http://127\.0\.0\.1:(\d+)/", line) for line in self.process.stdout)
        self.port = next(int(match[1]) for match in matches if match)

    def connect(self) -> socket.socket:
        """A new connection."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT)

    def send(self, request: bytes) -> bytes:
        """The answer to a request, as far as it comes before the connection or the time ends."""
        answer = b""
        with self.connect() as connection, contextlib.suppress(ConnectionError, TimeoutError):
            connection.sendall(request)
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
            while part := connection.recv(65536):
                answer += part
        return answer

    def send_and_disconnect(self, request: bytes) -> None:
        """Send a request, and close the connection before the answer."""
        with self.connect() as connection, contextlib.suppress(ConnectionError, TimeoutError):
            connection.sendall(request)

    @property
    def memory(self) -> int:
        """The resident memory of the server process in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        match = re.search(r"VmRSS:\s+(\d+)", status)
        assert match
        return int(match[1]) // 1024


@dataclass(frozen=True, slots=True)
class Request:
    """A request, well-formed except for what its values say."""

    method: str
    path: str
    host: str
    origin: str | None

    @property
    def text(self) -> bytes:
        """The request as it is sent."""
        origin = f"Origin: {self.origin}\r\n" if self.origin else ""
        head = f"{self.method} {self.path} HTTP/1.1\r\nHost: {self.host}\r\nConnection: close\r\n{origin}\r\n"
        return head.encode("latin-1")

    @property
    def allowed_statuses(self) -> Set[int]:
        """The statuses with which it may be answered."""
        if not METHODS[self.method]:
            return {400, 405}
        if not (HOSTS[self.host] and ORIGINS[self.origin]):
            return {400, 403}
        return PATHS[self.path]

    def faults(self, answer: bytes) -> Iterator[str]:
        """What is wrong with an answer to it."""
        match = re.match(rb"HTTP/1\.1 (\d+)", answer)
        status = int(match[1]) if match else 0
        request = f"{self.method} {self.path[:40]} host {self.host} origin {self.origin}"
        if status not in self.allowed_statuses:
            yield f"{request}: {status} and none of {sorted(self.allowed_statuses)}"
        if SECRET.encode() in answer or b"root:" in answer:
            yield f"{request}: discloses a secret"
        if b"access-control-allow" in answer.lower():
            yield f"{request}: allows other origins to read it"
        if self.method == "HEAD" and answer.partition(b"\r\n\r\n")[2]:
            yield f"{request}: has a body"


def random_request(random_: random.Random) -> Request:
    """A request of which one value or several are unusual."""
    path = random_.choice(list(PATHS))
    if random_.random() < 0.5:  # only the path: a refused host would hide how it is answered
        return Request("GET", path, "127.0.0.1", None)
    return Request(random_.choice(list(METHODS)), path, random_.choice(list(HOSTS)), random_.choice(list(ORIGINS)))


class Load:
    """Sends random traffic to a preview; counts it by kind, and collects what is wrong with the answers."""

    def __init__(self, preview: Preview, random_: random.Random) -> None:
        self.preview = preview
        self.random = random_
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.hanging: list[socket.socket] = []

    def send_one(self) -> None:
        """Send a request of a random kind."""
        kinds = {"complete": self._complete, "malformed": self._malformed, "abandoned": self._abandon}
        [kind] = self.random.choices([*kinds, "hanging"], weights=[90, 5, 3, 2])
        self.counts[kind] += 1
        kinds.get(kind, self._hang)()

    def _complete(self) -> None:
        request = random_request(self.random)
        self.faults += request.faults(self.preview.send(request.text))

    def _malformed(self) -> None:
        is_listed = self.random.random() < 0.8
        request = self.random.choice(MALFORMED_REQUESTS) if is_listed else self.random.randbytes(300)
        if SECRET.encode() in self.preview.send(request):
            self.faults.append("malformed request: discloses a secret")

    def _abandon(self) -> None:
        self.preview.send_and_disconnect(b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n")

    def _hang(self) -> None:
        connection = self.preview.connect()
        connection.sendall(self.random.choice(UNFINISHED_REQUESTS))
        self.hanging.append(connection)


def main(arguments: Iterable[str]) -> int:
    """Send the requests; 1 when an answer was wrong, or the server ended, hung or grew."""
    number = int(next(iter(arguments), "10000"))
    seed = random.SystemRandom().randrange(2**32)
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        preview = Preview(Path(folder).resolve())
        for _ in range(WARM_UP_REQUESTS):
            preview.send(PLAIN_REQUEST)
        load = Load(preview, random.Random(seed))
        memory_before, begin = preview.memory, time.monotonic()
        while load.counts.total() < number and preview.process.poll() is None:
            load.send_one()
        seconds = time.monotonic() - begin
        faults = [*load.faults, *_faults_at_end(preview)]
        growth = preview.memory - memory_before if preview.process.poll() is None else 0
        if growth > MAX_GROWTH:
            faults.append(f"the preview grew by {growth} MiB")
        faults += _faults_of_shutdown(preview)
        for connection in load.hanging:
            connection.close()
    print("\n".join(sorted(set(faults))[:MAX_PRINTED_FAULTS]))
    counts = ", ".join(f"{count} {kind}" for kind, count in load.counts.most_common())
    print(
        f"preview: {load.counts.total()} requests ({counts}) in {seconds:.0f} s, {len(faults)} faults, "
        f"grew by {growth} MiB, seed {seed}"
    )
    return 1 if faults else 0


def _faults_at_end(preview: Preview) -> Iterator[str]:
    if preview.process.poll() is not None:
        yield f"the preview ended with exit status {preview.process.returncode}"
    elif b"200 OK" not in (answer := preview.send(PLAIN_REQUEST))[:20]:
        yield f"at the end the preview answers {answer[:60]!r}"


def _faults_of_shutdown(preview: Preview) -> Iterator[str]:
    preview.process.terminate()
    output = preview.process.communicate(timeout=TIMEOUT)[0]
    if re.search("Traceback|Exception", output):
        yield output[-500:]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
