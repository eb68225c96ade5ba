"""Checks whether web addresses still exist, and caches the answers for some days.

Each host gets one request at a time, with a pause between requests, and none that its robots.txt forbids. An address
counts as gone only if its server says so; any other failure is `Reach.UNKNOWN`.
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

AGENT = "crpsguide"  # the user agent, as a robots.txt may name it
CACHE_VERSION = 1
MAX_AGE_DAYS = {Reach.OK: 7, Reach.MOVED: 7, Reach.GONE: 1, Reach.UNKNOWN: 0}
PERMANENT_REDIRECTS, TEMPORARY_REDIRECTS = frozenset({301, 308}), frozenset({302, 303, 307})
GONE_STATUSES = frozenset({404, 410})
RETRY_STATUSES = frozenset({429, 500, 502, 503, 504})  # worth another attempt
MAX_ROBOTS_SIZE = 500 * 1024  # bytes; RFC 9309, section 2.5
MAX_ROBOTS_REDIRECTS = 5  # RFC 9309, section 2.3.1.2
# Characters left as they are in an address; others are percent-encoded. `%` is among them, so escapes are kept.
SAFE_IN_PATH, SAFE_IN_QUERY = "/%:@!$&'()*+,;=~-._", "/%:@!$&'()*+,;=~-._?"


@frozen(kw_only=True)
class ProbeSettings:
    """Settings for requests. Times are in seconds.

    `guide_url` is for the User-Agent header. `max_attempts` is for one request; `pause` is the time between two
    requests to one host; `backoff` is the wait before the second attempt, doubled for each later one. `max_wait` is
    the longest wait or pause: if a server asks for a longer wait, there is no further attempt. `max_hosts` is the
    number of hosts probed at the same time.
    """

    guide_url: str = ""
    timeout: float = 20.0
    max_attempts: int = 3
    pause: float = 1.0
    backoff: float = 2.0
    max_wait: float = 30.0
    max_redirects: int = 10
    max_hosts: int = 8


@frozen
class Response:
    """An HTTP response: `location` is the redirect target or empty, `wait` the seconds of its Retry-After header."""

    status: int
    location: str = ""
    wait: float = 0.0
    text: str = ""


class RequestError(Exception):
    """No response, with the reason as text; `transient` means that another attempt may succeed."""

    def __init__(self, reason: str, *, transient: bool) -> None:
        super().__init__(reason)
        self.transient = transient


Send = Callable[[str, str, int], Response]  # sends a request: method, address, bytes of the body to read


def probe_addresses(
    addresses: Iterable[str],
    *,
    today: date,
    settings: ProbeSettings,
    cache: Path | None = None,
    send: Send | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Mapping[str, Answer]:
    """The answer for each address, from the cache if recent enough (`MAX_AGE_DAYS`), otherwise from the network.

    `cache` is a file that may be deleted at any time. `send` is replaced in tests.

    Raises:
        OSError: the cache cannot be written.
    """
    wanted = list(dict.fromkeys(addresses))
    cached = _read_cache(cache, today) if cache else {}
    prober = _Prober(settings, send or _network_sender(settings), sleep, today)
    try:
        prober.probe([address for address in wanted if address not in cached])
    finally:
        if cache:
            _write_cache(cache, cached | prober.answers)
    answers = cached | prober.answers
    return {address: answers[address] for address in wanted}


def _network_sender(settings: ProbeSettings) -> Send:
    """A function that sends requests over the network with `urllib`, which handles proxies and certificates.

    Redirects are not followed here: `_Prober` needs to see each of them.
    """
    comment = f" (link check; {settings.guide_url})" if settings.guide_url else " (link check)"
    headers = {"User-Agent": AGENT + comment, "Accept": "text/html,*/*;q=0.5", "Accept-Language": "en,*;q=0.5"}
    opener = urllib.request.build_opener(_NoRedirect)

    def send(method: str, address: str, length: int) -> Response:
        try:
            request = urllib.request.Request(_escaped(address), headers=headers, method=method)
            with opener.open(request, timeout=settings.timeout) as response:
                return _response(response, length)
        except urllib.error.HTTPError as error:
            with error:
                return _response(error, 0)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _request_error(error) from None

    return send


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Returns redirects as responses."""

    def redirect_request(self, *args: object) -> None:
        """Follow no redirect."""


@dataclass(slots=True)
class _Host:
    """The state of a host: when the next request may be sent, and what its robots.txt forbids.

    `refusal` says why the host gets no requests at all, or is empty.
    """

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    pause: float = 0.0
    robots: RobotFileParser | None = None
    refusal: str = ""


class _Prober:
    """Probes many addresses: hosts in parallel, the addresses of one host one after another."""

    def __init__(self, settings: ProbeSettings, send: Send, sleep: Callable[[float], None], today: date) -> None:
        self.settings = settings
        self.send = send
        self.sleep = sleep
        self.today = today
        self.answers: dict[str, Answer] = {}
        self.hosts: dict[str, _Host] = {}
        self.lock = threading.Lock()
        self.stopped = False

    def probe(self, addresses: Iterable[str]) -> None:
        """Add the answer for each address to `answers`; if interrupted, those found so far."""
        by_host: dict[str, list[str]] = {}
        for address in addresses:
            by_host.setdefault(_host_of(address), []).append(address)
        with ThreadPoolExecutor(self.settings.max_hosts) as pool:
            try:
                for _ in pool.map(self._probe_host, by_host.values()):
                    pass
            except BaseException:
                self.stopped = True  # requests already sent run to their end, no more are started
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _probe_host(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            if not self.stopped:
                self.answers[address] = self._answer(address)

    def _answer(self, address: str) -> Answer:
        """Follow the redirects of an address. It has moved to the last target before the first temporary redirect."""
        current = _resolved("", address)
        if not current:
            return self._unknown("it is no address of the web")
        visited = {current}
        moved_to, is_permanent = "", True
        for _ in range(self.settings.max_redirects + 1):
            try:
                response = self._response(current)
            except RequestError as error:
                return self._unknown(str(error))
            if response.status not in PERMANENT_REDIRECTS | TEMPORARY_REDIRECTS:
                return self._final_answer(response.status, moved_to)
            current = _resolved(current, response.location)
            if not current:
                return self._unknown(f"it sends readers on ({response.status}), but not to an address of the web")
            if current in visited:
                return self._unknown("it sends readers in a circle")
            visited.add(current)
            is_permanent = is_permanent and response.status in PERMANENT_REDIRECTS
            if is_permanent:
                moved_to = current
        return self._unknown("it sends readers on and on")

    def _final_answer(self, status: int, moved_to: str) -> Answer:
        if 200 <= status < 300:
            return Answer(Reach.MOVED, self.today, target=moved_to) if moved_to else Answer(Reach.OK, self.today)
        if status in GONE_STATUSES:
            return Answer(Reach.GONE, self.today, f"the server answers {status}")
        return self._unknown(f"the server answers {status}")

    def _unknown(self, reason: str) -> Answer:
        return Answer(Reach.UNKNOWN, self.today, reason)

    def _response(self, address: str) -> Response:
        """The response to HEAD, or to GET if HEAD fails: some servers do not support HEAD, or wrongly answer 404.

        Raises:
            RequestError: no response, or robots.txt forbids the request.
        """
        with self.lock:
            host = self.hosts.setdefault(_host_of(address), _Host(pause=self.settings.pause))
        with host.lock:
            if host.robots is None:
                host.robots = self._robots(host, address)
            if host.refusal:
                raise RequestError(host.refusal, transient=False)
            if not host.robots.can_fetch(AGENT, address):
                raise RequestError("its robots.txt asks programs not to look", transient=False)
            response = self._send_with_retries(host, "HEAD", address)
            if response.status < 400 or response.status == 429:
                return response
            return self._send_with_retries(host, "GET", address)

    def _robots(self, host: _Host, address: str) -> RobotFileParser:
        """The robots.txt of a host; sets the pause and, if the file cannot be read, the refusal of the host.

        Without the file everything is allowed; if the server fails to deliver it, nothing is (RFC 9309).
        """
        rules = RobotFileParser()
        robots_address = urlunsplit((*urlsplit(address)[:2], "/robots.txt", "", ""))
        for _ in range(MAX_ROBOTS_REDIRECTS):
            try:
                response = self._send_with_retries(host, "GET", robots_address, MAX_ROBOTS_SIZE)
            except RequestError as error:
                host.refusal = str(error)
                return rules
            if response.status not in PERMANENT_REDIRECTS | TEMPORARY_REDIRECTS:
                break
            robots_address = _resolved(robots_address, response.location)
            if _host_of(robots_address) != _host_of(address):
                break
        else:
            response = Response(404)
        if response.status >= 500 or response.status == 429:
            host.refusal = f"the server answers {response.status}"
        rules.parse(response.text.splitlines() if 200 <= response.status < 300 else [])
        delay = rules.crawl_delay(AGENT)
        host.pause = max(host.pause, min(float(delay or 0), self.settings.max_wait))
        return rules

    def _send_with_retries(self, host: _Host, method: str, address: str, length: int = 0) -> Response:
        """Send a request, and again after a wait if that may help; keeps the host's pause between requests."""
        wait = 0.0
        for attempt in range(1, self.settings.max_attempts + 1):
            self.sleep(max(host.free_at - time.monotonic(), wait, 0.0))
            is_last = attempt == self.settings.max_attempts
            try:
                response = self.send(method, address, length)
            except RequestError as error:
                if is_last or not error.transient:
                    raise
                wait = self._backoff(attempt)
            else:
                if response.status not in RETRY_STATUSES or is_last or response.wait > self.settings.max_wait:
                    return response
                wait = max(response.wait, self._backoff(attempt))
            finally:
                host.free_at = time.monotonic() + host.pause
        raise AssertionError("the last attempt returns or raises")

    def _backoff(self, attempt: int) -> float:
        return float(min(self.settings.backoff * 2 ** (attempt - 1), self.settings.max_wait))


def _host_of(address: str) -> str:
    """The host and port of an address; empty if it cannot be parsed."""
    try:
        return urlsplit(address).netloc.casefold()
    except ValueError:
        return ""


def _resolved(base: str, location: str) -> str:
    """A redirect target as an absolute address without fragment; empty unless it is an HTTP or HTTPS address."""
    try:
        target, _ = urldefrag(urljoin(base, location))
        return target if location and urlsplit(target).scheme in ("http", "https") and urlsplit(target).hostname else ""
    except ValueError:
        return ""


def _escaped(address: str) -> str:
    """The address in ASCII: the host in its IDNA form, path and query percent-encoded."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, SAFE_IN_PATH) or "/", quote(parts.query, SAFE_IN_QUERY), "")
    )


def _response(response: http.client.HTTPResponse | urllib.error.HTTPError, length: int) -> Response:
    text = response.read(length).decode("utf-8", "replace") if length else ""
    location = response.headers.get("Location", "")
    # Servers send UTF-8 here, but `http.client` decodes headers as Latin-1.
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    return Response(response.status or 0, location, _retry_after(response.headers.get("Retry-After", "")), text)


def _retry_after(header: str) -> float:
    """The wait in seconds of a Retry-After header, which is a number or a date; 0 if it is neither."""
    if header.strip().isdigit():
        return float(header)
    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    return 0.0


def _request_error(error: Exception) -> RequestError:
    """The error in an editor's words."""
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return RequestError(f"its certificate is not in order ({cause.verify_message})", transient=False)
    if isinstance(cause, ssl.SSLError):
        return RequestError("no safe connection came about", transient=False)
    if isinstance(cause, TimeoutError):
        return RequestError("no answer in time", transient=True)
    if isinstance(cause, ConnectionError | http.client.HTTPException):
        return RequestError("the connection broke off", transient=True)
    if isinstance(cause, OSError):
        return RequestError("the server cannot be found or reached", transient=True)
    return RequestError("it cannot be asked for", transient=False)


def _read_cache(cache: Path, today: date) -> dict[str, Answer]:
    """The cached answers that are recent enough (`MAX_AGE_DAYS`)."""
    return {
        address: answer
        for address, answer in cached_answers(cache).items()
        if timedelta(0) <= today - answer.seen < timedelta(days=MAX_AGE_DAYS[answer.reach])
    }


def cached_answers(cache: Path) -> Mapping[str, Answer]:
    """All cached answers, however old; none if the file is missing, damaged or of another version."""
    try:
        content = json.loads(cache.read_text(encoding="utf-8"))
        if content["version"] != CACHE_VERSION:
            return {}
        return {
            address: Answer(Reach(entry["reach"]), date.fromisoformat(entry["seen"]), entry["reason"], entry["target"])
            for address, entry in content["answers"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _write_cache(cache: Path, answers: Mapping[str, Answer]) -> None:
    entries = {
        address: {
            "reach": answer.reach.value,
            "seen": answer.seen.isoformat(),
            "reason": answer.reason,
            "target": answer.target,
        }
        for address, answer in sorted(answers.items())
        if MAX_AGE_DAYS[answer.reach]
    }
    cache.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": CACHE_VERSION, "answers": entries}, indent=1, ensure_ascii=False)
    write_whole(cache, text.encode())
