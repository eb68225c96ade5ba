"""Ask a preview thousands of odd things, and see whether it answers right, goes on and stays small.

python -m tests.endurance.preview [REQUESTS]
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
from pathlib import Path

from tests.guides import write, write_guide

SECRET = "TOP-SECRET"
MOST_GROWTH = 64  # MiB that a preview may grow by while it is asked
PATIENCE = 20  # seconds for an answer
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
    "/\\..\\secret.txt": {400, 404},
    "/file:///etc/passwd": {400, 404},
    "/" + "a/" * 500: {400, 404},
    "/" + "x" * 6000: {400, 404, 414, 431},
    "/_crpsguide/other": {404},
    "/_crpsguide/../secret.txt": {400, 404},
}
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
RAW = (
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
    """A preview that runs, with a secret beside its guide and links that lead out of it."""

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
        told = (re.search(r"at http://127\.0\.0\.1:(\d+)/", line) for line in self.process.stdout)
        self.port = next(int(found[1]) for found in told if found)

    def send(self, request: bytes, *, wait: bool = True) -> bytes:
        """What comes back, up to its end or to the end of all patience; nothing when nobody waits for it."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as line:
            answer = b""
            with contextlib.suppress(ConnectionError, TimeoutError):
                line.sendall(request)
                if wait:
                    with contextlib.suppress(OSError):
                        line.shutdown(socket.SHUT_WR)
                while wait and (part := line.recv(65536)):
                    answer += part
            return answer

    @property
    def memory(self) -> int:
        """MiB that the process holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        assert found
        return int(found[1]) // 1024


def wrong_answer(preview: Preview, chance: random.Random) -> tuple[str, str]:
    """The kind of a made-up request, and what was wrong with its answer; nothing when it was right."""
    method, path = chance.choice(list(METHODS)), chance.choice(list(PATHS))
    host, origin = chance.choice(list(HOSTS)), chance.choice(list(ORIGINS))
    if chance.random() < 0.5:  # odd in one way only, so that the other answers are seen too
        method, host, origin = "GET", "127.0.0.1", None
    head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
    head += f"Origin: {origin}\r\n" if origin else ""
    answer = preview.send(head.encode("latin-1") + b"\r\n")
    found = re.match(rb"HTTP/1\.1 (\d+)", answer)
    status = int(found[1]) if found else 0
    allowed = PATHS[path]
    if not METHODS[method]:
        allowed = {400, 405}
    elif not (HOSTS[host] and ORIGINS[origin]):
        allowed = {400, 403}
    request = f"{method} {path[:40]} host {host} origin {origin}"
    if status not in allowed and not (path.startswith("/\\") and status in (200, 400, 404)):
        return "asked", f"{request}: {status} and none of {sorted(allowed)}"
    if SECRET.encode() in answer or b"root:" in answer:
        return "asked", f"{request}: tells a secret"
    if b"access-control-allow" in answer.lower():
        return "asked", f"{request}: lets strangers listen"
    if method == "HEAD" and answer.partition(b"\r\n\r\n")[2]:
        return "asked", f"{request}: sends more than headers"
    return "asked", ""


def main() -> int:
    """Ask; 1 when any answer was wrong, or the preview ended or grew."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = random.SystemRandom().randrange(2**32)
    chance = random.Random(seed)
    wrong: list[str] = []
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="preview-") as folder, contextlib.ExitStack() as hanging:
        preview = Preview(Path(folder).resolve())
        for _ in range(50):
            preview.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        before, begin = preview.memory, time.monotonic()
        for one in range(number):
            kind, fault = "asked", ""
            draw = chance.random()
            if draw < 0.05:
                kind = "broken"
                answer = preview.send(chance.choice(RAW) if draw < 0.04 else chance.randbytes(300))
                fault = "broken request: tells a secret" if SECRET.encode() in answer else ""
            elif draw < 0.08:
                kind = "gone before the answer"
                preview.send(b"GET /index.html HTTP/1.1\r\nHost: localhost\r\n\r\n", wait=False)
            elif draw < 0.10:
                kind = "hanging"
                line = hanging.enter_context(socket.create_connection(("127.0.0.1", preview.port)))
                line.sendall(
                    chance.choice((b"", b"GET / HT", b"GET /_crpsguide/events HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                )
            else:
                kind, fault = wrong_answer(preview, chance)
            kinds[kind] += 1
            wrong += [fault] if fault else []
            if preview.process.poll() is not None:
                wrong.append(f"the preview ended after {one + 1} requests")
                break
        took, grown = time.monotonic() - begin, preview.memory - before
        still = preview.send(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        if b"200 OK" not in still[:20]:
            wrong.append(f"at the end it answers {still[:60]!r}")
        if grown > MOST_GROWTH:
            wrong.append(f"it grew by {grown} MiB")
        preview.process.terminate()
        said = preview.process.communicate(timeout=PATIENCE)[0]
        if re.search("Traceback|Exception", said):
            wrong.append(said[-500:])
    print("\n".join(sorted(set(wrong))[:40]))
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    print(
        f"preview: {sum(kinds.values())} requests ({counts}) in {took:.0f} s, {len(wrong)} answered wrong, "
        f"grew by {grown} MiB, seed {seed}"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
