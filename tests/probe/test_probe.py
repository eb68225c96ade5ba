"""Probing of web addresses, against local servers and fake responses."""

import errno
import json
import os
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.guides import page, write_guide

from crpsguide.cli import main
from crpsguide.model import Answer, Reach
from crpsguide.probe import ProbeSettings, RequestError, Response, probe_addresses

TODAY = date(2026, 11, 21)
PATIENCE = 20  # seconds
ROBOTS = "https://a.example/robots.txt"
FORBIDDEN = Response(200, text="User-agent: *\nDisallow: /")
QUICK = ProbeSettings(
    timeout=0.4, max_attempts=2, pause=0.0, backoff=0.0, max_redirects=4, guide_url="https://guide.example"
)
REDIRECTS = {
    "/moved": (301, "/ok"),
    "/moved-308": (308, "/ok"),
    "/moved-twice": (301, "/moved"),
    "/for-now": (302, "/ok"),
    "/for-now-303": (303, "/ok"),
    "/for-now-307": (307, "/ok"),
    "/for-now-moved": (302, "/moved"),
    "/moved-for-now": (301, "/for-now"),
    "/moved-to-nothing": (301, "/gone"),
    "/self": (301, "/self"),
    "/circle": (302, "/round"),
    "/round": (302, "/circle"),
    "/to-file": (302, "file:///etc/passwd"),
    "/to-file-of-a-host": (302, "file://localhost/etc/passwd"),
    "/to-no-host": (302, "https:///ok"),
    "/to-nowhere": (302, ""),
    "/to-letters": (301, "/caf\u00e9"),
}


class Web(ThreadingHTTPServer):
    """A server that answers by the path, and records requests."""

    daemon_threads = True

    def __init__(self, robots: str = "", *, certificate: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.robots = robots
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.at_work: Counter[str] = Counter()
        self.most_at_work: Counter[str] = Counter()
        self.turns: Counter[str] = Counter()
        self.over = threading.Event()
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
        self.over.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, *_: object) -> None:
        """A client that goes away is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: Web

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
        web.at_work[host] += 1
        web.most_at_work[host] = max(web.most_at_work[host], web.at_work[host])
        web.over.wait(0.01 if path.startswith("/work") else 0)
        web.at_work[host] -= 1  # before the answer goes out, for then the next request may come
        self._reply(path, is_head=is_head)

    def _reply(self, path: str, *, is_head: bool) -> None:
        web = self.server
        web.turns[path] += 1
        if path == "/robots.txt":
            self._send(200 if web.robots else 404, text=web.robots)
        elif path in REDIRECTS:
            self._send(*REDIRECTS[path])
        elif path.startswith("/endless/"):
            self._send(302, f"/endless/{int(path.rpartition('/')[2]) + 1}")
        elif path.startswith("/via/"):
            self._send(302, web.address(f"/work/{path.rpartition('/')[2]}"))
        elif path.startswith("/status/"):
            self._send(int(path.rpartition("/")[2]))
        elif path == "/gone":
            self._send(404)
        elif path in ("/no-head", "/nothing-by-head"):
            self._send({"/no-head": 405, "/nothing-by-head": 404}[path] if is_head else 200)
        elif path == "/better-later":
            self._send(200 if web.turns[path] > 1 else 503, wait="0")
        elif path == "/much-later":
            self._send(503, wait="3600")
        elif path == "/much-later-by-date":
            self._send(503, wait="Fri, 31 Dec 2100 23:59:59 GMT")
        elif path == "/text-without-end":
            self.send_response_only(405 if is_head else 200)
            self.send_header("Content-Length", "9999999")
            self.end_headers()
            web.over.wait(0 if is_head else 5)
        elif path == "/slow":
            web.over.wait(5)
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


StartWeb = Callable[..., Web]


@pytest.fixture
def start_web(monkeypatch: pytest.MonkeyPatch) -> Iterator[StartWeb]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    started: list[Web] = []

    def start(robots: str = "", *, certificate: Path | None = None) -> Web:
        started.append(Web(robots, certificate=certificate))
        return started[-1]

    yield start
    for one in started:
        one.close()


def probe(address: str, settings: ProbeSettings = QUICK) -> Answer:
    return probe_addresses([address], today=TODAY, settings=settings, sleep=lambda seconds: None)[address]


@pytest.mark.parametrize(
    ("path", "reach", "told"),
    [
        pytest.param("/ok", Reach.OK, "", id="there"),
        pytest.param("/ok#part", Reach.OK, "", id="a part of it"),
        pytest.param("/caf\u00e9 a?b=\u00e9#c", Reach.OK, "", id="letters and a blank"),
        pytest.param("/no-head", Reach.OK, "", id="a server that does not know HEAD"),
        pytest.param("/nothing-by-head", Reach.OK, "", id="a server that lies to HEAD"),
        pytest.param("/text-without-end", Reach.OK, "", id="a text that nobody reads"),
        pytest.param("/better-later", Reach.OK, "", id="busy at first"),
        pytest.param("/for-now", Reach.OK, "", id="elsewhere for now"),
        pytest.param("/for-now-303", Reach.OK, "", id="see elsewhere"),
        pytest.param("/for-now-307", Reach.OK, "", id="elsewhere for now, by the newer number"),
        pytest.param("/for-now-moved", Reach.OK, "", id="elsewhere for now, and moved there"),
        pytest.param("/moved", Reach.MOVED, "/ok", id="moved"),
        pytest.param("/moved-308", Reach.MOVED, "/ok", id="moved, by the newer number"),
        pytest.param("/moved-twice", Reach.MOVED, "/ok", id="moved twice"),
        pytest.param("/moved-for-now", Reach.MOVED, "/for-now", id="moved, and elsewhere for now"),
        pytest.param("/to-letters", Reach.MOVED, "/caf\u00e9", id="moved to other letters"),
        pytest.param("/gone", Reach.GONE, "404", id="gone"),
        pytest.param("/status/410", Reach.GONE, "410", id="gone for good"),
        pytest.param("/moved-to-nothing", Reach.GONE, "404", id="moved to nothing"),
        *(
            pytest.param(f"/status/{status}", Reach.UNKNOWN, str(status), id=str(status))
            for status in (400, 401, 403, 405, 418, 429, 451, 500, 502, 503, 504, 599)
        ),
        pytest.param("/much-later", Reach.UNKNOWN, "503", id="asks us to wait too long"),
        pytest.param("/self", Reach.UNKNOWN, "circle", id="leads to itself"),
        pytest.param("/circle", Reach.UNKNOWN, "circle", id="leads in a circle"),
        pytest.param("/endless/1", Reach.UNKNOWN, "on and on", id="leads on and on"),
        pytest.param("/to-file", Reach.UNKNOWN, "not to an address", id="leads to a file"),
        pytest.param("/to-file-of-a-host", Reach.UNKNOWN, "not to an address", id="leads to a file of a host"),
        pytest.param("/to-no-host", Reach.UNKNOWN, "not to an address", id="leads to no host"),
        pytest.param("/to-nowhere", Reach.UNKNOWN, "not to an address", id="leads nowhere"),
        pytest.param("/slow", Reach.UNKNOWN, "in time", id="slow"),
        pytest.param("/reset", Reach.UNKNOWN, "broke off", id="hangs up"),
        pytest.param("/garbage", Reach.UNKNOWN, "broke off", id="nonsense"),
    ],
)
def test_a_verdict_is_never_harder_than_the_answer(path: str, reach: Reach, told: str, start_web: StartWeb) -> None:
    web = start_web()

    answer = probe(web.address(path))

    assert (answer.reach, answer.seen) == (reach, TODAY)
    assert told in answer.reason + answer.target


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://127.0.0.1:1/", id="nobody listens"),
        pytest.param("http://no-such-host.invalid/", id="no such host"),
        pytest.param("http://[::1/", id="brackets"),
        pytest.param("http://a:b/", id="no number for a port"),
        pytest.param("https://\u2603..example.invalid/", id="no name for a host"),
    ],
)
def test_an_address_that_cannot_be_asked_is_unknown(
    address: str, monkeypatch: pytest.MonkeyPatch, start_web: StartWeb
) -> None:
    def resolve(host: str, *_: object, **__: object) -> Sequence[object]:
        raise socket.gaierror("no such host")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    assert probe(address).reach is Reach.UNKNOWN


@pytest.mark.parametrize(
    ("certificate", "told"),
    [
        pytest.param(
            Path(__file__).parent / "self-signed.pem", "its certificate is not in order", id="signed by itself"
        ),
        pytest.param(None, "no safe connection", id="no certificate at all"),
    ],
)
def test_a_connection_that_is_not_safe_leaves_a_doubt(certificate: Path | None, told: str, start_web: StartWeb) -> None:
    web = start_web(certificate=certificate)
    address, settings = f"https://localhost:{web.server_port}/ok", replace(QUICK, backoff=5.0)
    slept: list[float] = []

    answer = probe_addresses([address], today=TODAY, settings=settings, sleep=slept.append)[address]

    assert (answer.reach, told in answer.reason) == (Reach.UNKNOWN, True)
    assert web.requests == []
    assert not any(slept)  # another try would not help


@pytest.mark.parametrize(
    ("path", "requests"),
    [
        pytest.param("/slow", ["HEAD /slow"] * 2, id="after silence"),
        pytest.param("/reset", ["HEAD /reset"] * 2, id="after a connection that broke off"),
        pytest.param("/much-later", ["HEAD /much-later", "GET /much-later"], id="not for an hour"),
        pytest.param(
            "/much-later-by-date", ["HEAD /much-later-by-date", "GET /much-later-by-date"], id="nor until then"
        ),
        pytest.param("/status/429", ["HEAD /status/429"] * 2, id="after too many requests, and never in another way"),
    ],
)
def test_what_may_be_passing_is_probed_for_again(path: str, requests: list[str], start_web: StartWeb) -> None:
    web = start_web()

    probe(web.address(path))

    assert web.requests == ["GET /robots.txt", *requests]


def test_a_host_in_other_letters_is_probed_for_by_its_plain_name(
    start_web: StartWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    web, look_up = start_web(), socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *more, **named: look_up("127.0.0.1", *more, **named))

    answer = probe(web.address("/ok", host="schm\u00e9rz.example"))

    assert answer.reach is Reach.OK
    assert set(web.most_at_work) == {f"xn--schmrz-eva.example:{web.server_port}"}


def test_we_say_who_asks(start_web: StartWeb) -> None:
    web = start_web()

    probe(web.address("/ok"))

    assert web.agents == {"crpsguide (link check; https://guide.example)"}


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param({"work": "localhost", "work/too": "127.0.0.1"}, id="two hosts"),
        pytest.param({"via": "localhost", "work": "127.0.0.1"}, id="a host that another one leads to"),
    ],
)
def test_a_host_is_probed_one_thing_at_a_time(ways: Mapping[str, str], start_web: StartWeb) -> None:
    web = start_web()
    addresses = [web.address(f"/{way}/{number}", host) for number in range(8) for way, host in ways.items()]

    answers = probe_addresses(addresses, today=TODAY, settings=QUICK)

    assert {one.reach for one in answers.values()} == {Reach.OK}
    assert set(web.most_at_work.values()) == {1}


def test_an_address_is_probed_for_once(start_web: StartWeb) -> None:
    web = start_web()

    probe_addresses([web.address("/ok"), web.address("/ok")], today=TODAY, settings=QUICK)

    assert web.requests == ["GET /robots.txt", "HEAD /ok"]


@pytest.mark.parametrize(
    ("robots", "reach", "requests"),
    [
        pytest.param("User-agent: *\nDisallow: /", Reach.UNKNOWN, [], id="all programs"),
        pytest.param("User-agent: crpsguide\nDisallow: /o", Reach.UNKNOWN, [], id="this program"),
        pytest.param("User-agent: other\nDisallow: /", Reach.OK, ["HEAD /ok"], id="another program"),
        pytest.param("User-agent: *\nDisallow: /private", Reach.OK, ["HEAD /ok"], id="another part"),
        pytest.param("", Reach.OK, ["HEAD /ok"], id="no such file"),
    ],
)
def test_what_robots_txt_forbids_is_left_alone(
    robots: str, reach: Reach, requests: list[str], start_web: StartWeb
) -> None:
    web = start_web(robots)

    assert probe(web.address("/ok")).reach is reach
    assert web.requests == ["GET /robots.txt", *requests]


# From here on, no server is needed.


class FakeSender:
    """Sends the given responses in order, and records requests. `robots` are by address; by default there are none."""

    def __init__(
        self, *responses: Response | RequestError, robots: Mapping[str, Response] = MappingProxyType({})
    ) -> None:
        self.responses = list(responses)
        self.robots = robots
        self.robots_requests: list[str] = []
        self.max_length = 0
        self.addresses: list[str] = []

    def __call__(self, method: str, address: str, length: int) -> Response:
        self.max_length = max(self.max_length, length)
        if address.endswith("/robots.txt"):
            self.robots_requests.append(address)
            return self.robots.get(address, Response(404))
        self.addresses.append(address)
        response = self.responses.pop(0) if self.responses else Response(200)
        if isinstance(response, RequestError):
            raise response
        return response


def waits(sender: FakeSender, *addresses: str, settings: ProbeSettings) -> list[int]:
    """The pauses made, in whole seconds, without those of no time."""
    slept: list[float] = []
    probe_addresses(addresses, today=TODAY, settings=settings, send=sender, sleep=slept.append)
    return [round(one) for one in slept if one >= 0.5]


@pytest.mark.parametrize("other", ["https://a.example/2", "https://A.Example/2"])
def test_a_host_gets_a_pause_after_each_request(other: str) -> None:
    sender = FakeSender()

    assert waits(sender, "https://a.example/1", other, settings=ProbeSettings(pause=5)) == [5, 5]
    assert sender.robots_requests == [ROBOTS]


@pytest.mark.parametrize(
    ("delay", "pause"),
    [
        pytest.param(9, 9, id="longer"),
        pytest.param(1, 5, id="not shorter"),
        pytest.param(3600, 30, id="not longer than the limit"),
    ],
)
def test_a_host_may_ask_for_longer_pauses(delay: int, pause: int) -> None:
    sender = FakeSender(robots={ROBOTS: Response(200, text=f"User-agent: *\nCrawl-delay: {delay}")})

    assert waits(sender, "https://a.example/1", "https://a.example/2", settings=ProbeSettings(pause=5)) == [5, pause]


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        *(pytest.param([Response(status)], [2], id=str(status)) for status in (500, 502, 504)),
        pytest.param([Response(503), Response(503)], [2, 4], id="longer each time"),
        pytest.param([Response(503)] * 4, [2, 4, 5, 5], id="not longer than the limit"),
        pytest.param([Response(429, wait=4)], [4], id="as long as the server asks for"),
        pytest.param([Response(429, wait=3600)], [], id="not for an hour"),
        pytest.param([RequestError("time", transient=True)], [2], id="after silence"),
        pytest.param([RequestError("bad", transient=False)], [], id="not when nothing would change"),
        pytest.param([Response(403), Response(403)], [], id="not after a refusal"),
    ],
)
def test_we_try_again_later_when_that_may_help(responses: list[Response | RequestError], expected: list[int]) -> None:
    settings = ProbeSettings(pause=0, backoff=2, max_attempts=5, max_wait=5)

    assert waits(FakeSender(*responses), "https://a.example/1", settings=settings) == expected


def test_nobody_is_followed_without_end() -> None:
    sender = FakeSender(*(Response(302, f"/{number}") for number in range(99)))

    probe_addresses(["https://a.example/"], today=TODAY, settings=QUICK, send=sender, sleep=lambda seconds: None)

    assert len(sender.addresses) == QUICK.max_redirects + 1


# RFC 9309, section 2.3.1
@pytest.mark.parametrize(
    ("robots", "is_probed"),
    [
        pytest.param({ROBOTS: Response(500)}, False, id="broken"),
        pytest.param({ROBOTS: Response(429)}, False, id="busy"),
        pytest.param({ROBOTS: Response(404, text=FORBIDDEN.text)}, True, id="a page about nothing"),
        pytest.param(
            {ROBOTS: Response(301, "/a/robots.txt"), ROBOTS.replace("/r", "/a/r"): FORBIDDEN}, False, id="moved"
        ),
        pytest.param({ROBOTS: Response(301, "/robots.txt")}, True, id="in a circle"),
        pytest.param(
            {ROBOTS: Response(301, "https://b.example/robots.txt"), "https://b.example/robots.txt": FORBIDDEN},
            True,
            id="of another host",
        ),
    ],
)
def test_a_host_whose_robots_txt_cannot_be_had(robots: Mapping[str, Response], is_probed: bool) -> None:
    sender, address = FakeSender(robots=robots), "https://a.example/1"

    [answer] = probe_addresses([address], today=TODAY, settings=QUICK, send=sender, sleep=lambda seconds: None).values()

    assert answer.reach is (Reach.OK if is_probed else Reach.UNKNOWN)
    assert sender.addresses == [address] * is_probed
    assert not any("b.example" in one for one in sender.robots_requests)


def test_no_more_is_read_of_an_answer_than_of_a_robots_txt() -> None:
    sender = FakeSender()

    probe_addresses(["https://a.example/1"], today=TODAY, settings=QUICK, send=sender, sleep=lambda seconds: None)

    assert sender.max_length == 500 * 1024  # bytes; RFC 9309, section 2.5


@pytest.mark.parametrize(
    ("responses", "days", "asked_again"),
    [
        pytest.param([Response(200)], 0, False, id="there, on the same day"),
        pytest.param([Response(200)], 6, False, id="there, six days later"),
        pytest.param([Response(200)], 7, True, id="there, a week later"),
        pytest.param([Response(200)], -1, True, id="there, seen tomorrow"),
        pytest.param([Response(301, "/2")], 6, False, id="moved, six days later"),
        pytest.param([Response(301, "/2")], 7, True, id="moved, a week later"),
        pytest.param([Response(404)] * 2, 0, False, id="gone, on the same day"),
        pytest.param([Response(404)] * 2, 1, True, id="gone, a day later"),
        pytest.param([Response(403)] * 2, 0, True, id="unknown"),
    ],
)
def test_an_answer_is_kept_for_a_while(
    responses: Sequence[Response], days: int, asked_again: bool, tmp_path: Path
) -> None:
    cache, address = tmp_path / "build/cache/web.json", "https://a.example/1"
    first, later = FakeSender(*responses), FakeSender(*responses)
    before = probe_addresses([address], today=TODAY, settings=QUICK, cache=cache, send=first)

    after = probe_addresses([address], today=TODAY + timedelta(days), settings=QUICK, cache=cache, send=later)

    assert after[address].reach is before[address].reach
    assert bool(later.addresses) is asked_again


OF_ANOTHER_VERSION = {"reach": "ok", "seen": f"{TODAY}", "reason": "", "target": ""}


@pytest.mark.parametrize(
    "kept",
    [
        *("", "{", "[]", '{"version": 0}', '{"version": 1, "answers": {"a": {"reach": "x"}}}'),
        json.dumps({"version": 0, "answers": {"https://a.example/1": OF_ANOTHER_VERSION}}),
    ],
)
def test_a_cache_that_is_none_of_ours_is_made_again(kept: str, tmp_path: Path) -> None:
    cache, first, again = tmp_path / "web.json", FakeSender(), FakeSender()
    cache.write_text(kept)

    probe_addresses(["https://a.example/1"], today=TODAY, settings=QUICK, cache=cache, send=first)

    probe_addresses(["https://a.example/1"], today=TODAY, settings=QUICK, cache=cache, send=again)
    assert (first.addresses, again.addresses) == (["https://a.example/1"], [])


def test_what_is_probed_for_later_drops_no_answer_of_before(tmp_path: Path) -> None:
    cache, again = tmp_path / "web.json", FakeSender()
    probe_addresses(["https://a.example/1"], today=TODAY, settings=QUICK, cache=cache, send=FakeSender())

    probe_addresses(["https://a.example/2"], today=TODAY, settings=QUICK, cache=cache, send=FakeSender())

    probe_addresses(["https://a.example/1"], today=TODAY, settings=QUICK, cache=cache, send=again)
    assert again.addresses == []


def test_answers_that_cannot_be_written_whole_leave_those_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    cache = tmp_path / "web.json"
    probe_addresses(["https://a.example/1"], today=TODAY, settings=QUICK, cache=cache, send=FakeSender())
    before = cache.read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(OSError, match="No space"):
        probe_addresses(["https://a.example/2"], today=TODAY, settings=QUICK, cache=cache, send=FakeSender())

    assert cache.read_bytes() == before


def test_after_an_end_no_host_is_probed_for_more() -> None:
    began, requests = threading.Event(), []

    def sender(method: str, address: str, length: int) -> Response:
        requests.append(address)
        if "a.example" in address:
            began.wait(PATIENCE)
            raise KeyboardInterrupt
        began.set()
        time.sleep(0.001)  # until the end is known, some more may be asked for
        return Response(404)

    addresses = ["https://a.example/1", *(f"https://b.example/{number}" for number in range(500))]
    with pytest.raises(KeyboardInterrupt):
        probe_addresses(addresses, today=TODAY, settings=QUICK, send=sender)

    assert len(requests) < 500


def test_what_was_answered_before_an_end_is_kept(tmp_path: Path) -> None:
    cache = tmp_path / "web.json"

    def sender(method: str, address: str, length: int) -> Response:
        if address.endswith("/2"):
            raise KeyboardInterrupt
        return Response(404 if address.endswith("robots.txt") else 200)

    addresses = ["https://a.example/1", "https://a.example/2", "https://a.example/3"]
    with pytest.raises(KeyboardInterrupt):
        probe_addresses(addresses, today=TODAY, settings=QUICK, cache=cache, send=sender)

    again = FakeSender()
    probe_addresses(addresses, today=TODAY, settings=QUICK, cache=cache, send=again)
    assert again.addresses == ["https://a.example/2", "https://a.example/3"]


def test_check_asks_the_web_only_when_it_is_told_to(
    start_web: StartWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    web = start_web()
    monkeypatch.chdir(write_guide(tmp_path, index=page(f"[a]({web.address('/gone')})\n[b](living/pacing.md)\n")))
    without = main(["check", "--select", "O"])

    status = main(["check", "--select", "O", "--external"])

    told = capsys.readouterr().out
    assert (without, status) == (0, 1)
    assert told.startswith("content/pages/index.md:5:1: error O1 gone-link: ")
    assert (tmp_path / "build/cache/web.json").exists()
    assert web.requests == ["GET /robots.txt", "HEAD /gone", "GET /gone"]
