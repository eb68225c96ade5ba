"""Asks the web whether addresses still lead somewhere: politely, and remembering the answers for a while.

One request at a time goes to a host, with a pause after it, and none that its robots.txt forbids. Doubt is
never a verdict: only a server that says so makes an address gone.
"""

import contextlib
import http.client
import json
import ssl
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from crpsguide.cache import write_whole
from crpsguide.frozen import frozen
from crpsguide.model import Answer, Reach

AGENT = "crpsguide"  # the name that a robots.txt may address
CACHE_VERSION = 1
DAYS_KEPT = {Reach.OK: 7, Reach.MOVED: 7, Reach.GONE: 1, Reach.UNKNOWN: 0}
FOR_GOOD, FOR_NOW = frozenset({301, 308}), frozenset({302, 303, 307})
GONE = frozenset({404, 410})
LATER = frozenset({429, 500, 502, 503, 504})  # worth another try
LONGEST_ROBOTS = 500 * 1024  # bytes; RFC 9309, section 2.5
# Signs that may stand in an address as they are; others are escaped, and escapes stay.
SAFE_IN_PATH, SAFE_IN_QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?"


@frozen(kw_only=True)
class Manners:
    """How the web is asked. Times are in seconds.

    `pause` lies between two requests to one host; `patience` is the longest wait for a server that asks
    us to come back later.
    """

    about: str = ""
    timeout: float = 20.0
    tries: int = 3
    pause: float = 1.0
    back_off: float = 2.0
    patience: float = 30.0
    hops: int = 10
    hosts_at_once: int = 8


@frozen
class Reply:
    """A server's answer. `location` is empty when it sends us nowhere, `wait` the seconds that it asks us to wait."""

    status: int
    location: str = ""
    wait: float = 0.0
    text: str = ""


class NoReply(Exception):
    """No server answered; the text says what happened. `passing` when another try may help."""

    def __init__(self, reason: str, *, passing: bool) -> None:
        super().__init__(reason)
        self.passing = passing


Ask = Callable[[str, str, int], Reply]  # method, address, and how many bytes of the text to read


def probe_addresses(
    addresses: Iterable[str],
    *,
    today: date,
    manners: Manners,
    cache: Path | None = None,
    ask: Ask | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Mapping[str, Answer]:
    """What became of each address.

    `cache` is a file that may be deleted at any time; answers that are young enough are taken from it.

    Raises:
        OSError: the cache cannot be written.
    """
    wanted = list(dict.fromkeys(addresses))
    remembered = _read_cache(cache, today) if cache else {}
    visitor = _Visitor(manners, ask or web_ask(manners), sleep, today)
    try:
        visitor.visit([one for one in wanted if one not in remembered])
    finally:
        if cache:
            _write_cache(cache, remembered | visitor.answers)
    answers = remembered | visitor.answers
    return {one: answers[one] for one in wanted}


def web_ask(manners: Manners) -> Ask:
    """Ask over the network.

    `urllib` of the standard library opens the connection, minds proxies and certificates; the manners
    (pauses, retries, redirects, verdicts) are what no library has.
    """
    about = f" (link check; {manners.about})" if manners.about else " (link check)"
    headers = {"User-Agent": AGENT + about, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "en,*;q=0.5"}
    opener = urllib.request.build_opener(_NoRedirect)

    def ask(method: str, address: str, length: int) -> Reply:
        try:
            request = urllib.request.Request(_escaped(address), headers=headers, method=method)
            with opener.open(request, timeout=manners.timeout) as response:
                return _reply(response, length)
        except urllib.error.HTTPError as error:
            with error:
                return _reply(error, 0)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _no_reply(error) from None

    return ask


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves it to us where to go next."""

    def redirect_request(self, *asked: object) -> None:
        """Follow nothing."""


@dataclass(slots=True)
class _Host:
    """What is known of a host: when it may be asked again, and what it forbids."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    pause: float = 0.0
    robots: RobotFileParser | None = None
    refusal: str = ""


class _Visitor:
    """Asks for many addresses: hosts beside each other, the addresses of one host one after another."""

    def __init__(self, manners: Manners, ask: Ask, sleep: Callable[[float], None], today: date) -> None:
        self.manners = manners
        self.ask = ask
        self.sleep = sleep
        self.today = today
        self.answers: dict[str, Answer] = {}
        self.hosts: dict[str, _Host] = {}
        self.lock = threading.Lock()
        self.stopped = False

    def visit(self, addresses: Iterable[str]) -> None:
        """Ask for all addresses; what is known so far is in `answers`."""
        by_host: dict[str, list[str]] = {}
        for address in addresses:
            by_host.setdefault(_host_of(address), []).append(address)
        with ThreadPoolExecutor(self.manners.hosts_at_once) as pool:
            try:
                for _ in pool.map(self._visit_host, by_host.values()):
                    pass
            except BaseException:
                self.stopped = True  # the requests at work end, no other begins
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _visit_host(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if not self.stopped:
                self.answers[address] = self._answer(address)

    def _answer(self, address: str) -> Answer:
        """Follow an address to its end. What was moved for good is told up to the first hop that is for now."""
        here = _next_address("", address)
        if not here:
            return self._unknown("it is no address of the web")
        visited = {here}
        moved_to, for_good = "", True
        for _ in range(self.manners.hops + 1):
            try:
                reply = self._reply(here)
            except NoReply as error:
                return self._unknown(str(error))
            if reply.status not in FOR_GOOD | FOR_NOW:
                return self._verdict(reply.status, moved_to)
            here = _next_address(here, reply.location)
            if not here:
                return self._unknown(f"it sends readers on ({reply.status}), but not to an address of the web")
            if here in visited:
                return self._unknown("it sends readers in a circle")
            visited.add(here)
            for_good = for_good and reply.status in FOR_GOOD
            moved_to = here if for_good else moved_to
        return self._unknown("it sends readers on and on")

    def _verdict(self, status: int, moved_to: str) -> Answer:
        if 200 <= status < 300:
            return Answer(Reach.MOVED, self.today, target=moved_to) if moved_to else Answer(Reach.OK, self.today)
        if status in GONE:
            return Answer(Reach.GONE, self.today, f"the server answers {status}")
        return self._unknown(f"the server answers {status}")

    def _unknown(self, reason: str) -> Answer:
        return Answer(Reach.UNKNOWN, self.today, reason)

    def _reply(self, address: str) -> Reply:
        """The answer to HEAD; to GET where a server may not know HEAD, or says that nothing is there."""
        with self.lock:
            host = self.hosts.setdefault(_host_of(address), _Host(pause=self.manners.pause))
        with host.lock:
            if host.robots is None:
                host.robots = self._robots(host, address)
            if host.refusal:
                raise NoReply(host.refusal, passing=False)
            if not host.robots.can_fetch(AGENT, address):
                raise NoReply("its robots.txt asks programs not to look", passing=False)
            reply = self._patiently(host, "HEAD", address)
            if reply.status < 400 or reply.status == 429:
                return reply
            return self._patiently(host, "GET", address)

    def _robots(self, host: _Host, address: str) -> RobotFileParser:
        """What a host forbids. One without the file forbids nothing; one that cannot tell is left alone (RFC 9309)."""
        rules = RobotFileParser()
        where = urlunsplit((*urlsplit(address)[:2], "/robots.txt", "", ""))
        for _ in range(5):
            try:
                reply = self._patiently(host, "GET", where, LONGEST_ROBOTS)
            except NoReply as error:
                host.refusal = str(error)
                return rules
            if reply.status not in FOR_GOOD | FOR_NOW:
                break
            where = _next_address(where, reply.location)
            if _host_of(where) != _host_of(address):
                break
        else:
            reply = Reply(404)
        if reply.status >= 500 or reply.status == 429:
            host.refusal = f"the server answers {reply.status}"
        rules.parse(reply.text.splitlines() if 200 <= reply.status < 300 else [])
        delay = rules.crawl_delay(AGENT)
        host.pause = max(host.pause, min(float(delay or 0), self.manners.patience))
        return rules

    def _patiently(self, host: _Host, method: str, address: str, length: int = 0) -> Reply:
        """Ask, and again a little later when that may help; the pause of the host is kept."""
        wait = 0.0
        for attempt in range(1, self.manners.tries + 1):
            self.sleep(max(host.free_at - time.monotonic(), wait, 0.0))
            try:
                reply = self.ask(method, address, length)
            except NoReply as error:
                if attempt == self.manners.tries or not error.passing:
                    raise
                wait = self._back_off(attempt)
            else:
                if reply.status not in LATER or attempt == self.manners.tries or reply.wait > self.manners.patience:
                    return reply
                wait = max(reply.wait, self._back_off(attempt))
            finally:
                host.free_at = time.monotonic() + host.pause
        raise AssertionError("the last try returns or raises")

    def _back_off(self, attempt: int) -> float:
        return float(min(self.manners.back_off * 2 ** (attempt - 1), self.manners.patience))


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).netloc.casefold()
    except ValueError:
        return ""


def _next_address(here: str, location: str) -> str:
    """Where a server sends us; empty when that is no address of the web."""
    try:
        there, _ = urldefrag(urljoin(here, location))
        return there if location and urlsplit(there).scheme in ("http", "https") and urlsplit(there).hostname else ""
    except ValueError:
        return ""


def _escaped(address: str) -> str:
    """The address in the signs that may travel: a host in other letters as its ASCII form, the rest with escapes."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, SAFE_IN_PATH) or "/", quote(parts.query, SAFE_IN_QUERY), "")
    )


def _reply(response: http.client.HTTPResponse | urllib.error.HTTPError, length: int) -> Reply:
    text = response.read(length).decode("utf-8", "replace") if length else ""
    location = response.headers.get("Location", "")
    # Servers send addresses in UTF-8, which headers hand on as Latin-1.
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return Reply(response.status or 0, location, _wait(response.headers.get("Retry-After", "")), text)


def _wait(written: str) -> float:
    """Seconds of a Retry-After, which holds them or a date; 0 when it is neither."""
    if written.strip().isdigit():
        return float(written)
    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, parsedate_to_datetime(written).timestamp() - time.time())
    return 0.0


def _no_reply(error: Exception) -> NoReply:
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return NoReply(f"its certificate is not in order ({cause.verify_message})", passing=False)
    if isinstance(cause, ssl.SSLError):
        return NoReply("no safe connection came about", passing=False)
    if isinstance(cause, TimeoutError):
        return NoReply("no answer in time", passing=True)
    if isinstance(cause, ConnectionError | http.client.HTTPException):
        return NoReply("the connection broke off", passing=True)
    if isinstance(cause, OSError):
        return NoReply("the server cannot be found or reached", passing=True)
    return NoReply("it cannot be asked for", passing=False)


def _read_cache(cache: Path, today: date) -> dict[str, Answer]:
    """The answers that are young enough."""
    return {
        address: one
        for address, one in remembered_answers(cache).items()
        if timedelta(0) <= today - one.seen < timedelta(days=DAYS_KEPT[one.reach])
    }


def remembered_answers(cache: Path) -> Mapping[str, Answer]:
    """The answers that were kept, however old; none when the file is missing or not ours."""
    try:
        kept = json.loads(cache.read_text(encoding="utf-8"))
        if kept["version"] != CACHE_VERSION:
            return {}
        return {
            address: Answer(Reach(one["reach"]), date.fromisoformat(one["seen"]), one["reason"], one["target"])
            for address, one in kept["answers"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _write_cache(cache: Path, answers: Mapping[str, Answer]) -> None:
    kept = {
        address: {"reach": one.reach.value, "seen": one.seen.isoformat(), "reason": one.reason, "target": one.target}
        for address, one in sorted(answers.items())
        if DAYS_KEPT[one.reach]
    }
    cache.parent.mkdir(parents=True, exist_ok=True)
    whole = json.dumps({"version": CACHE_VERSION, "answers": kept}, indent=1, ensure_ascii=False)
    write_whole(cache, whole.encode())
