"""Probing of web addresses, against local servers and fake responses."""

import errno
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.guides import page, write_guide
from tests.probe.web_server import WebServer

from crpsguide.cli import main
from crpsguide.model import Answer, Reach
from crpsguide.probe import ProbeSettings, RequestError, Response, probe_addresses

TODAY = date(2026, 11, 21)
TIMEOUT = 20  # seconds
ROBOTS = "https://a.example/robots.txt"
FORBIDDEN = Response(200, text="User-agent: *\nDisallow: /")
FAST = ProbeSettings(
    timeout=0.4, max_attempts=2, pause=0.0, backoff=0.0, max_redirects=4, guide_url="https://guide.example"
)
StartServer = Callable[..., WebServer]


@pytest.fixture
def start_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StartServer]:
    """Starts local web servers, which are stopped after the test; no proxy is used."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    started: list[WebServer] = []

    def start(robots: str = "", *, certificate: Path | None = None) -> WebServer:
        started.append(WebServer(robots, certificate=certificate))
        return started[-1]

    yield start
    for one in started:
        one.close()


def probe(address: str) -> Answer:
    return probe_addresses([address], today=TODAY, settings=FAST, sleep=no_sleep)[address]


def no_sleep(seconds: float) -> None:
    """Takes the place of `time.sleep`."""


@pytest.mark.parametrize(
    ("path", "reach", "detail"),
    [
        pytest.param("/ok", Reach.OK, "", id="page"),
        pytest.param("/ok#part", Reach.OK, "", id="fragment"),
        pytest.param("/caf\u00e9 a?b=\u00e9#c", Reach.OK, "", id="non-ASCII letters and a space"),
        pytest.param("/no-head", Reach.OK, "", id="HEAD not supported"),
        pytest.param("/wrong-head", Reach.OK, "", id="wrong answer to HEAD"),
        pytest.param("/endless-body", Reach.OK, "", id="body that is not read to its end"),
        pytest.param("/busy-once", Reach.OK, "", id="busy once"),
        pytest.param("/temporary", Reach.OK, "", id="temporary redirect, 302"),
        pytest.param("/temporary-303", Reach.OK, "", id="temporary redirect, 303"),
        pytest.param("/temporary-307", Reach.OK, "", id="temporary redirect, 307"),
        pytest.param("/temporary-to-moved", Reach.OK, "", id="temporary, then permanent redirect"),
        pytest.param("/moved", Reach.MOVED, "/ok", id="permanent redirect, 301"),
        pytest.param("/moved-308", Reach.MOVED, "/ok", id="permanent redirect, 308"),
        pytest.param("/moved-twice", Reach.MOVED, "/ok", id="two permanent redirects"),
        pytest.param("/moved-to-temporary", Reach.MOVED, "/temporary", id="permanent, then temporary redirect"),
        pytest.param("/to-non-ascii", Reach.MOVED, "/caf\u00e9", id="redirect to non-ASCII letters"),
        pytest.param("/gone", Reach.GONE, "404", id="not found"),
        pytest.param("/status/410", Reach.GONE, "410", id="gone"),
        pytest.param("/moved-to-gone", Reach.GONE, "404", id="redirect to a missing page"),
        *(
            pytest.param(f"/status/{status}", Reach.UNKNOWN, str(status), id=str(status))
            for status in (400, 401, 403, 405, 418, 429, 451, 500, 502, 503, 504, 599)
        ),
        pytest.param("/busy-for-an-hour", Reach.UNKNOWN, "503", id="Retry-After too long"),
        pytest.param("/loop-to-itself", Reach.UNKNOWN, "circle", id="redirect to itself"),
        pytest.param("/loop-a", Reach.UNKNOWN, "circle", id="redirect loop"),
        pytest.param("/endless/1", Reach.UNKNOWN, "on and on", id="endless redirects"),
        pytest.param("/to-file", Reach.UNKNOWN, "not to an address", id="redirect to a file"),
        pytest.param("/to-file-with-host", Reach.UNKNOWN, "not to an address", id="redirect to a file with a host"),
        pytest.param("/to-missing-host", Reach.UNKNOWN, "not to an address", id="redirect without a host"),
        pytest.param("/to-empty-location", Reach.UNKNOWN, "not to an address", id="redirect without a location"),
        pytest.param("/slow", Reach.UNKNOWN, "in time", id="timeout"),
        pytest.param("/reset", Reach.UNKNOWN, "broke off", id="connection reset"),
        pytest.param("/garbage", Reach.UNKNOWN, "broke off", id="no HTTP"),
    ],
)
def test_an_answer_is_classified(path: str, reach: Reach, detail: str, start_server: StartServer) -> None:
    web = start_server()

    answer = probe(web.address(path))

    assert (answer.reach, answer.seen) == (reach, TODAY)
    assert detail in answer.reason + answer.target


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("http://127.0.0.1:1/", id="closed port"),
        pytest.param("http://no-such-host.invalid/", id="unknown host"),
        pytest.param("http://[::1/", id="incomplete IPv6 address"),
        pytest.param("http://a:b/", id="port that is no number"),
        pytest.param("https://\u2603..example.invalid/", id="invalid host name"),
    ],
)
def test_an_unreachable_address_is_unknown(
    address: str, monkeypatch: pytest.MonkeyPatch, start_server: StartServer
) -> None:
    def resolve(host: str, *_: object, **__: object) -> Sequence[object]:
        raise socket.gaierror("no such host")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)

    assert probe(address).reach is Reach.UNKNOWN


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        pytest.param(Path(__file__).parent / "self-signed.pem", "its certificate is not in order", id="self-signed"),
        pytest.param(None, "no safe connection", id="no TLS"),
    ],
)
def test_an_insecure_connection_is_unknown_and_not_retried(
    certificate: Path | None, reason: str, start_server: StartServer
) -> None:
    web = start_server(certificate=certificate)
    address, settings = f"https://localhost:{web.server_port}/ok", replace(FAST, backoff=5.0)
    slept: list[float] = []

    answer = probe_addresses([address], today=TODAY, settings=settings, sleep=slept.append)[address]

    assert answer.reach is Reach.UNKNOWN
    assert reason in answer.reason
    assert web.requests == []
    assert not any(slept)


@pytest.mark.parametrize(
    ("path", "requests"),
    [
        pytest.param("/slow", ["HEAD /slow"] * 2, id="timeout"),
        pytest.param("/reset", ["HEAD /reset"] * 2, id="connection reset"),
        pytest.param(
            "/busy-for-an-hour",
            ["HEAD /busy-for-an-hour", "GET /busy-for-an-hour"],
            id="Retry-After too long, in seconds",
        ),
        pytest.param(
            "/busy-until-date", ["HEAD /busy-until-date", "GET /busy-until-date"], id="Retry-After too long, as a date"
        ),
        pytest.param("/status/429", ["HEAD /status/429"] * 2, id="too many requests, with HEAD only"),
    ],
)
def test_transient_failures_are_retried(path: str, requests: list[str], start_server: StartServer) -> None:
    web = start_server()

    probe(web.address(path))

    assert web.requests == ["GET /robots.txt", *requests]


def test_a_non_ascii_host_is_requested_by_its_punycode_name(
    start_server: StartServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    web, getaddrinfo = start_server(), socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *args, **options: getaddrinfo("127.0.0.1", *args, **options)
    )

    answer = probe(web.address("/ok", host="schm\u00e9rz.example"))

    assert answer.reach is Reach.OK
    assert set(web.max_active) == {f"xn--schmrz-eva.example:{web.server_port}"}


def test_requests_have_a_user_agent_with_the_address_of_the_guide(start_server: StartServer) -> None:
    web = start_server()

    probe(web.address("/ok"))

    assert web.agents == {"crpsguide (link check; https://guide.example)"}


@pytest.mark.parametrize(
    "hosts",
    [
        pytest.param({"page": "localhost", "page/too": "127.0.0.1"}, id="two hosts"),
        pytest.param({"redirect": "localhost", "page": "127.0.0.1"}, id="host that another one redirects to"),
    ],
)
def test_a_host_gets_one_request_at_a_time(hosts: Mapping[str, str], start_server: StartServer) -> None:
    web = start_server()
    addresses = [web.address(f"/{path}/{number}", host) for number in range(8) for path, host in hosts.items()]

    answers = probe_addresses(addresses, today=TODAY, settings=FAST)

    assert {one.reach for one in answers.values()} == {Reach.OK}
    assert set(web.max_active.values()) == {1}


def test_an_address_is_requested_once(start_server: StartServer) -> None:
    web = start_server()

    probe_addresses([web.address("/ok"), web.address("/ok")], today=TODAY, settings=FAST)

    assert web.requests == ["GET /robots.txt", "HEAD /ok"]


@pytest.mark.parametrize(
    ("robots", "reach", "requests"),
    [
        pytest.param("User-agent: *\nDisallow: /", Reach.UNKNOWN, [], id="all user agents"),
        pytest.param("User-agent: crpsguide\nDisallow: /o", Reach.UNKNOWN, [], id="this user agent"),
        pytest.param("User-agent: other\nDisallow: /", Reach.OK, ["HEAD /ok"], id="another user agent"),
        pytest.param("User-agent: *\nDisallow: /private", Reach.OK, ["HEAD /ok"], id="another path"),
        pytest.param("", Reach.OK, ["HEAD /ok"], id="no robots.txt"),
    ],
)
def test_paths_that_robots_txt_disallows_are_not_requested(
    robots: str, reach: Reach, requests: list[str], start_server: StartServer
) -> None:
    web = start_server(robots)

    answer = probe(web.address("/ok"))

    assert answer.reach is reach
    assert web.requests == ["GET /robots.txt", *requests]


class FakeSender:
    """Returns the given responses in order, then 200, and records requests. `robots`: robots.txt files by address."""

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


def recorded_pauses(sender: FakeSender, *addresses: str, settings: ProbeSettings) -> list[int]:
    """Probe addresses, and return the pauses in whole seconds, without those of zero."""
    slept: list[float] = []
    probe_addresses(addresses, today=TODAY, settings=settings, send=sender, sleep=slept.append)
    return [round(one) for one in slept if one >= 0.5]


@pytest.mark.parametrize("other", ["https://a.example/2", "https://A.Example/2"])
def test_each_request_to_a_host_is_followed_by_a_pause(other: str) -> None:
    sender = FakeSender()

    pauses = recorded_pauses(sender, "https://a.example/1", other, settings=ProbeSettings(pause=5))

    assert pauses == [5, 5]
    assert sender.robots_requests == [ROBOTS]


@pytest.mark.parametrize(
    ("delay", "pause"),
    [
        pytest.param(9, 9, id="longer delay"),
        pytest.param(1, 5, id="shorter delay"),
        pytest.param(3600, 30, id="delay over the limit"),
    ],
)
def test_the_crawl_delay_of_robots_txt_extends_the_pause(delay: int, pause: int) -> None:
    sender = FakeSender(robots={ROBOTS: Response(200, text=f"User-agent: *\nCrawl-delay: {delay}")})

    pauses = recorded_pauses(sender, "https://a.example/1", "https://a.example/2", settings=ProbeSettings(pause=5))

    assert pauses == [5, pause]


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        *(pytest.param([Response(status)], [2], id=str(status)) for status in (500, 502, 504)),
        pytest.param([Response(503), Response(503)], [2, 4], id="exponential backoff"),
        pytest.param([Response(503)] * 4, [2, 4, 5, 5], id="backoff up to the limit"),
        pytest.param([Response(429, wait=4)], [4], id="Retry-After"),
        pytest.param([Response(429, wait=3600)], [], id="Retry-After too long"),
        pytest.param([RequestError("time", transient=True)], [2], id="transient error"),
        pytest.param([RequestError("bad", transient=False)], [], id="permanent error"),
        pytest.param([Response(403), Response(403)], [], id="refusal"),
    ],
)
def test_retries_wait_for_the_backoff_or_retry_after(
    responses: list[Response | RequestError], expected: list[int]
) -> None:
    settings = ProbeSettings(pause=0, backoff=2, max_attempts=5, max_wait=5)

    assert recorded_pauses(FakeSender(*responses), "https://a.example/1", settings=settings) == expected


def test_the_number_of_redirects_is_limited() -> None:
    sender = FakeSender(*(Response(302, f"/{number}") for number in range(99)))

    probe_addresses(["https://a.example/"], today=TODAY, settings=FAST, send=sender, sleep=no_sleep)

    assert len(sender.addresses) == FAST.max_redirects + 1


# RFC 9309, section 2.3.1
@pytest.mark.parametrize(
    ("robots", "is_probed"),
    [
        pytest.param({ROBOTS: Response(500)}, False, id="server error"),
        pytest.param({ROBOTS: Response(429)}, False, id="too many requests"),
        pytest.param({ROBOTS: Response(404, text=FORBIDDEN.text)}, True, id="not found"),
        pytest.param(
            {ROBOTS: Response(301, "/a/robots.txt"), ROBOTS.replace("/r", "/a/r"): FORBIDDEN}, False, id="redirected"
        ),
        pytest.param({ROBOTS: Response(301, "/robots.txt")}, True, id="redirect loop"),
        pytest.param(
            {ROBOTS: Response(301, "https://b.example/robots.txt"), "https://b.example/robots.txt": FORBIDDEN},
            True,
            id="redirect to another host",
        ),
    ],
)
def test_a_robots_txt_that_is_not_returned_at_once(robots: Mapping[str, Response], is_probed: bool) -> None:
    sender, address = FakeSender(robots=robots), "https://a.example/1"

    [answer] = probe_addresses([address], today=TODAY, settings=FAST, send=sender, sleep=no_sleep).values()

    assert answer.reach is (Reach.OK if is_probed else Reach.UNKNOWN)
    assert sender.addresses == [address] * is_probed
    assert not any("b.example" in one for one in sender.robots_requests)


def test_a_response_is_read_up_to_the_limit_for_robots_txt() -> None:
    sender = FakeSender()

    probe_addresses(["https://a.example/1"], today=TODAY, settings=FAST, send=sender, sleep=no_sleep)

    assert sender.max_length == 500 * 1024  # bytes; RFC 9309, section 2.5


@pytest.mark.parametrize(
    ("responses", "days", "is_requested"),
    [
        pytest.param([Response(200)], 0, False, id="ok, on the same day"),
        pytest.param([Response(200)], 6, False, id="ok, six days later"),
        pytest.param([Response(200)], 7, True, id="ok, a week later"),
        pytest.param([Response(200)], -1, True, id="ok, from the future"),
        pytest.param([Response(301, "/2")], 6, False, id="moved, six days later"),
        pytest.param([Response(301, "/2")], 7, True, id="moved, a week later"),
        pytest.param([Response(404)] * 2, 0, False, id="gone, on the same day"),
        pytest.param([Response(404)] * 2, 1, True, id="gone, a day later"),
        pytest.param([Response(403)] * 2, 0, True, id="unknown"),
    ],
)
def test_an_answer_is_cached_for_days_that_depend_on_it(
    responses: Sequence[Response], days: int, is_requested: bool, tmp_path: Path
) -> None:
    cache, address = tmp_path / "build/cache/web.json", "https://a.example/1"
    first, later = FakeSender(*responses), FakeSender(*responses)
    before = probe_addresses([address], today=TODAY, settings=FAST, cache=cache, send=first)

    after = probe_addresses([address], today=TODAY + timedelta(days), settings=FAST, cache=cache, send=later)

    assert after[address].reach is before[address].reach
    assert bool(later.addresses) is is_requested


OK_ANSWER = {"reach": "ok", "seen": f"{TODAY}", "reason": "", "target": ""}


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", '{"version": 0}', '{"version": 1, "answers": {"a": {"reach": "x"}}}'),
        json.dumps({"version": 0, "answers": {"https://a.example/1": OK_ANSWER}}),
    ],
)
def test_a_cache_of_another_version_or_structure_is_replaced(content: str, tmp_path: Path) -> None:
    cache, first, again = tmp_path / "web.json", FakeSender(), FakeSender()
    cache.write_text(content)

    probe_addresses(["https://a.example/1"], today=TODAY, settings=FAST, cache=cache, send=first)

    probe_addresses(["https://a.example/1"], today=TODAY, settings=FAST, cache=cache, send=again)
    assert (first.addresses, again.addresses) == (["https://a.example/1"], [])


def test_a_later_run_keeps_the_cached_answers_of_other_addresses(tmp_path: Path) -> None:
    cache, again = tmp_path / "web.json", FakeSender()
    probe_addresses(["https://a.example/1"], today=TODAY, settings=FAST, cache=cache, send=FakeSender())

    probe_addresses(["https://a.example/2"], today=TODAY, settings=FAST, cache=cache, send=FakeSender())

    probe_addresses(["https://a.example/1"], today=TODAY, settings=FAST, cache=cache, send=again)
    assert again.addresses == []


def test_a_failed_write_keeps_the_cached_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    cache = tmp_path / "web.json"
    probe_addresses(["https://a.example/1"], today=TODAY, settings=FAST, cache=cache, send=FakeSender())
    before = cache.read_bytes()
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(OSError, match="No space"):
        probe_addresses(["https://a.example/2"], today=TODAY, settings=FAST, cache=cache, send=FakeSender())

    assert cache.read_bytes() == before


def test_an_interrupt_stops_the_requests_to_all_hosts() -> None:
    has_started, requests = threading.Event(), []

    def sender(method: str, address: str, length: int) -> Response:
        requests.append(address)
        if "a.example" in address:
            has_started.wait(TIMEOUT)
            raise KeyboardInterrupt
        has_started.set()
        time.sleep(0.001)  # some requests may follow before the interrupt is noticed
        return Response(404)

    addresses = ["https://a.example/1", *(f"https://b.example/{number}" for number in range(500))]
    with pytest.raises(KeyboardInterrupt):
        probe_addresses(addresses, today=TODAY, settings=FAST, send=sender)

    assert len(requests) < 500


def test_answers_before_an_interrupt_are_cached(tmp_path: Path) -> None:
    cache = tmp_path / "web.json"

    def sender(method: str, address: str, length: int) -> Response:
        if address.endswith("/2"):
            raise KeyboardInterrupt
        return Response(404 if address.endswith("robots.txt") else 200)

    addresses = ["https://a.example/1", "https://a.example/2", "https://a.example/3"]
    with pytest.raises(KeyboardInterrupt):
        probe_addresses(addresses, today=TODAY, settings=FAST, cache=cache, send=sender)

    again = FakeSender()
    probe_addresses(addresses, today=TODAY, settings=FAST, cache=cache, send=again)
    assert again.addresses == ["https://a.example/2", "https://a.example/3"]


def test_check_probes_links_only_with_the_option_external(
    start_server: StartServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    web = start_server()
    monkeypatch.chdir(write_guide(tmp_path, index=page(f"[a]({web.address('/gone')})\n[b](living/pacing.md)\n")))
    without = main(["check", "--select", "O"])

    status = main(["check", "--select", "O", "--external"])

    output = capsys.readouterr().out
    assert (without, status) == (0, 1)
    assert output.startswith("content/pages/index.md:5:1: error O1 gone-link: ")
    assert (tmp_path / "build/cache/web.json").exists()
    assert web.requests == ["GET /robots.txt", "HEAD /gone", "GET /gone"]
