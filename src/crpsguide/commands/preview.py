"""The preview: the guide as the browser of its editor sees it. Nothing here reaches the published site."""

import asyncio
import mimetypes
import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from crpsguide.commands.edition import Edition
from crpsguide.errors import GuideError
from crpsguide.model import Diagnostic, Severity

OWN = "/_crpsguide"  # addresses of the preview's own files
MOST_HEADERS = 16 * 1024  # bytes; what most servers take
MOST = 10  # problems told on a page; the page itself should stay in reach
HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})  # a name that a stranger made lead here is refused
HERE = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]*)?", re.IGNORECASE)
POLICY = "Content-Security-Policy"
HEADERS = {
    "Cache-Control": "no-store",
    POLICY: (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",  # else a stranger's page shows our pictures, and knows of us
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
RELOAD = """\
const version = document.currentScript.dataset.version;
const source = new EventSource("/_crpsguide/events?seen=" + encodeURIComponent(version));
source.onmessage = () => location.reload();
addEventListener("pagehide", () => source.close());
"""
PUBLISHED_HEADERS = PurePosixPath("_headers")
# A preview hands out no copies: its editor wants to see what stands there now.
NOT_SHOWN = frozenset({PurePosixPath("service-worker.js")})
STYLE = """\
.crpsguide-problems { background: #fff4d6; border-block-end: 4px solid #8a1f17; color: #1c2326;
  font: 1rem/1.5 system-ui, sans-serif; padding: 1rem 1.5rem; }
.crpsguide-problems h2 { font-size: 1.25rem; margin: 0 0 .5rem; }
.crpsguide-problems ol { margin: 0; padding-inline-start: 1.5rem; }
.crpsguide-problems li { margin-block: .5rem; overflow-wrap: anywhere; }
.crpsguide-problems code { font-family: ui-monospace, monospace; }
.crpsguide-problems p { margin: 0; max-width: none; }
"""


class Preview:
    """The last good site, and what is wrong since."""

    def __init__(self) -> None:
        self.started = time.time_ns()
        self.count = 0
        self.files: Mapping[PurePosixPath, bytes] = {}
        self.assets: Mapping[PurePosixPath, Path] = {}
        self.content = Path()
        self.problems: Sequence[str] = ()
        self.ended = False
        self._changed = asyncio.Event()

    @property
    def version(self) -> str:
        """Changes with each edition, and with each start of the server."""
        return f"{self.started}-{self.count}"

    def show_edition(self, edition: Edition) -> None:
        """Show this edition; if it has errors, the one before with the errors on top."""
        errors = [one for one in edition.diagnostics if one.severity is Severity.ERROR]
        if not errors:
            self.files = edition.files
            self.assets = {one.address: one.file for one in edition.site.assets.values()}
            self.content = edition.site.root / "content"
        self._show_problems([_told(one) for one in errors])

    def show_trouble(self, error: GuideError) -> None:
        """Show why no edition could be made, on top of the one before."""
        self._show_problems([f"<p>{escape(str(error))}</p><p>{escape(error.help)}</p>"])

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the site's files, under the policy that they are published with."""
        lines = self.files.get(PUBLISHED_HEADERS, b"").decode().splitlines()
        policy = next((one.split(": ", 1)[1] for one in lines if one.strip().startswith(POLICY)), HEADERS[POLICY])
        return HEADERS | {POLICY: policy}

    async def change(self) -> None:
        """Wait for the next edition, or the end."""
        await self._changed.wait()

    def end(self) -> None:
        """Let every waiting browser go."""
        self.ended = True
        self._changed.set()

    def content_of(self, address: PurePosixPath) -> bytes | None:
        """The file at this address, with the notices of the preview if it is a page."""
        if address in NOT_SHOWN:
            return None
        if address in self.files:
            content = self.files[address]
            return self._noticed(content) if address.suffix == ".html" else content
        asset = self.assets.get(address)
        if asset is None or not asset.resolve().is_relative_to(self.content.resolve()):
            return None
        try:
            return asset.read_bytes()
        except OSError:  # taken away since the last edition
            return None

    def problem_page(self) -> bytes:
        """A page that tells the problems alone, for as long as there is no edition."""
        return self._noticed(
            b'<!doctype html><html lang="en"><head><meta charset="utf-8">'
            b'<meta name="viewport" content="width=device-width"><title>To mend first</title></head>'
            b"<body></body></html>"
        )

    def is_folder(self, address: PurePosixPath) -> bool:
        """Whether there is an index below this address."""
        return address / "index.html" in self.files

    def _show_problems(self, problems: Sequence[str]) -> None:
        self.problems = problems
        self.count += 1
        self._changed.set()
        self._changed = asyncio.Event()

    def _noticed(self, page: bytes) -> bytes:
        script = f'<script src="{OWN}/reload.js" data-version="{self.version}"></script>'
        style = f'<link rel="stylesheet" href="{OWN}/preview.css">' if self.problems else ""
        page = page.replace(b"</head>", f"{style}{script}</head>".encode(), 1)
        if not self.problems:
            return page
        before = "These are the pages of before." if self.files else "There is no page to show yet."
        items = "".join(f"<li>{one}</li>" for one in self.problems[:MOST])
        more = len(self.problems) - MOST
        rest = f"<p>And {more} more: “crpsguide check” tells them all.</p>" if more > 0 else ""
        panel = (
            '<section class="crpsguide-problems" aria-label="Problems to mend">'
            f"<h2>Something needs to be mended. {before}</h2><ol>{items}</ol>{rest}</section>"
        )
        return re.sub(rb"<body[^>]*>", lambda body: body[0] + panel.encode(), page, count=1)


def preview_app(preview: Preview) -> ASGIApp:
    """The web application around a preview."""

    async def events(request: Request) -> Response:
        """Tell the browser, once, that there is something newer than what it has seen."""

        async def newer() -> AsyncIterator[str]:
            yield "retry: 1000\n\n"
            while preview.version == request.query_params.get("seen") and not preview.ended:
                await preview.change()
            if not preview.ended:
                yield f"data: {preview.version}\n\n"

        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=HEADERS)
        return StreamingResponse(newer(), media_type="text/event-stream", headers=HEADERS)

    async def own_file(request: Request) -> Response:
        if request.path_params["name"] == "reload.js":
            return Response(RELOAD, media_type="text/javascript", headers=HEADERS)
        if request.path_params["name"] == "preview.css":
            return Response(STYLE, media_type="text/css", headers=HEADERS)
        return _not_found(preview)

    async def site_file(request: Request) -> Response:
        path = request.path_params["path"]
        address = PurePosixPath(path)
        if not preview.files:
            return Response(preview.problem_page(), media_type="text/html", headers=HEADERS)
        if path == "" or path.endswith("/"):
            address /= "index.html"
        elif preview.is_folder(address):
            return RedirectResponse(f"/{quote(str(address))}/", headers=HEADERS)
        content = preview.content_of(address) if str(address) == path or address.name == "index.html" else None
        if content is None:
            return _not_found(preview)
        sort = mimetypes.guess_type(address.name)[0] or "application/octet-stream"
        return Response(content, media_type=sort, headers=preview.headers)

    return _Guard(
        Starlette(
            routes=[
                Route(f"{OWN}/events", events),
                Route(f"{OWN}/{{name}}", own_file),
                Route("/{path:path}", site_file),
            ]
        )
    )


class _Guard:
    """Answers this computer's own browser alone, and only to look."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            refusal = self._refusal(Request(scope))
            if refusal:
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _refusal(self, request: Request) -> Response | None:
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("Only to look at.", 405, {**HEADERS, "Allow": "GET, HEAD"})
        if sum(len(name) + len(value) for name, value in request.headers.raw) > MOST_HEADERS:
            return PlainTextResponse("The headers are too long.", 431, HEADERS)
        origin = request.headers.get("origin")
        host, asker = request.headers.get("host", ""), origin.partition("://")[2] if origin else ""
        if not HERE.fullmatch(host) or (origin and not HERE.fullmatch(asker)):
            return PlainTextResponse("The preview answers this computer only.", 403, HEADERS)
        return None


def _not_found(preview: Preview) -> Response:
    page = preview.content_of(PurePosixPath("404.html"))
    if page is None:
        return PlainTextResponse("There is no such page.", 404, HEADERS)
    # The page is shown at any depth, and its links are those of a page at the top.
    policy = preview.headers[POLICY].replace("base-uri 'none'", "base-uri 'self'")
    page = page.replace(b"<head>", b'<head><base href="/">', 1)
    return Response(page, 404, {**HEADERS, POLICY: policy}, "text/html")


def _told(one: Diagnostic) -> str:
    place = f"{one.place.path}, line {one.place.line}, column {one.place.column}"
    return (
        f"<p><code>{escape(place)}</code>: {escape(one.message)} "
        f"<small>({escape(one.code)} {escape(one.name)})</small></p><p>{escape(one.help)}</p>"
    )
