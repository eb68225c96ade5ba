"""How the tests visit a site: from memory under its own headers, or from a server when copies are to be kept."""

import mimetypes
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, Page, Route, ViewportSize

HOME = "https://guide.example/"
PHONE: ViewportSize = {"width": 390, "height": 844}
LEFT = "net::ERR_ABORTED"  # the page before was left while it still asked for something
NO_COPIES = "Service Worker registration blocked by Playwright"  # as asked for: test_offline.py looks at the copies
# A browser that does not know `:has()`, in which such a selector is a fault that ends the script.
WITHOUT_HAS = """for (const { prototype } of [Document, Element])
    for (const name of ["querySelector", "querySelectorAll", "closest", "matches"]) {
        const found = prototype[name];
        if (found) prototype[name] = function (selector) {
            if (selector.includes(":has(")) throw new DOMException(selector, "SyntaxError");
            return found.call(this, selector);
        };
    }"""


class Visit:
    """A tab of the browser, and everything that it complains of or asks from elsewhere.

    `asked` are the addresses of the site that it has asked for since the last page was opened.
    """

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.site = site
        self.headers = published_headers(site)
        self.complaints: list[str] = []
        self.asked: list[str] = []
        context.route("**/*", self._answer)
        self.page = context.new_page()
        self.page.on("console", lambda one: self._note(one.type in ("error", "warning"), one.text))
        self.page.on("pageerror", lambda one: self._note(True, str(one)))
        self.page.on("requestfailed", lambda one: self._note(one.failure != LEFT, f"failed: {one.url}: {one.failure}"))

    def open(self, address: str) -> Page:
        self.complaints.clear()
        self.asked.clear()
        self.page.goto(HOME + address)
        return self.page

    def _answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        file = self.site / unquote(url.path).lstrip("/")
        if not route.request.url.startswith(HOME) or not file.is_file():
            self._note(True, f"asked for {route.request.url}")
            route.abort()
            return
        self.asked.append(route.request.url.removeprefix(HOME))
        sort = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), headers=self.headers | {"Content-Type": sort})

    def _note(self, is_wrong: bool, what: str) -> None:
        if is_wrong and what != NO_COPIES:
            self.complaints.append(what)


def published_headers(site: Path) -> dict[str, str]:
    """The headers for all pages, as the host is told them."""
    lines = (site / "_headers").read_text("utf-8").splitlines()
    return dict(line.strip().split(": ", 1) for line in lines if line.startswith(" ") and ": " in line)


@contextmanager
def served(site: Path, on_asked: Callable[[str], None] = lambda file: None) -> Iterator[str]:
    """The address of the site on this computer, for as long as the test runs; `on_asked` hears of each file."""
    host = partial(_Host, published_headers(site), on_asked, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), host)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Host(SimpleHTTPRequestHandler):
    """A static host that sends the site's own headers, and writes down nothing."""

    protocol_version = "HTTP/1.0"  # a line for each file, so that none is left open at the end

    def __init__(
        self, headers: Mapping[str, str], on_asked: Callable[[str], None], *arguments: object, **named: object
    ) -> None:
        self.sent = headers
        self.on_asked = on_asked
        super().__init__(*arguments, **named)  # type: ignore[arg-type] # as the server calls it

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        self.on_asked(f"{path}index.html" if path.endswith("/") or not path else path)
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass
