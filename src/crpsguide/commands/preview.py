"""The preview: the guide as the browser of its editor sees it. Nothing here reaches the published site."""

import asyncio
import mimetypes
import re
import time
from collections.abc import AsyncIterator, Mapping, Sequence, Set
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote

import jinja2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from crpsguide.commands.edition import Edition
from crpsguide.errors import GuideError
from crpsguide.installed import builtin_templates
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
NOT_FOUND = PurePosixPath("404.html")
PUBLISHED_HEADERS = PurePosixPath("_headers")
# A preview hands out no copies: its editor wants to see what stands there now.
NOT_SHOWN = frozenset({PurePosixPath("service-worker.js")})
OWN_FILES = {"reload.js": "text/javascript", "preview.css": "text/css"}
# Never a guide's own: what steers the preview is no part of how a guide looks.
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(builtin_templates() / "preview"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Preview:
    """The last good site, and what is wrong since."""

    def __init__(self) -> None:
        self.started = time.time_ns()
        self.count = 0
        self.files: Mapping[PurePosixPath, bytes] = {}
        self.assets: Mapping[PurePosixPath, Path] = {}
        self.content = Path()
        self.drafts: Set[PurePosixPath] = frozenset()
        self.errors: Sequence[Diagnostic] = ()
        self.trouble: GuideError | None = None
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
            self.drafts = edition.site.drafts
        self._show_problems(errors)

    def show_trouble(self, error: GuideError) -> None:
        """Show why no edition could be made, on top of the one before."""
        self._show_problems((), error)

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

    def missing_page(self, address: PurePosixPath) -> bytes | None:
        """The page that tells that there is none at this address, or why; None for as long as there is no edition."""
        page, is_draft = self.files.get(NOT_FOUND), address.name and address.with_suffix(".md") in self.drafts
        told = TEMPLATES.get_template("draft.html").render() if is_draft else ""
        return None if page is None else self._noticed(page, told)

    def problem_page(self) -> bytes:
        """A page that tells the problems alone, for as long as there is no edition."""
        return self._noticed(TEMPLATES.get_template("no-page.html").render().encode())

    def is_folder(self, address: PurePosixPath) -> bool:
        """Whether there is an index below this address."""
        return address / "index.html" in self.files

    def _show_problems(self, errors: Sequence[Diagnostic], trouble: GuideError | None = None) -> None:
        self.errors, self.trouble = errors, trouble
        self.count += 1
        self._changed.set()
        self._changed = asyncio.Event()

    def _noticed(self, page: bytes, told: str = "") -> bytes:
        """The page with what reloads it, and on top what is wrong, or else what is `told`."""
        problems = self.errors or self.trouble
        script = f'<script src="{OWN}/reload.js" data-version="{self.version}"></script>'
        style = f'<link rel="stylesheet" href="{OWN}/preview.css">' if problems or told else ""
        page = page.replace(b"</head>", f"{style}{script}</head>".encode(), 1)
        if problems:
            told = TEMPLATES.get_template("problems.html").render(
                errors=self.errors, trouble=self.trouble, has_pages=bool(self.files), most=MOST
            )
        return re.sub(rb"<body[^>]*>", lambda body: body[0] + told.encode(), page, count=1)


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
        name = request.path_params["name"]
        if name not in OWN_FILES:
            return _not_found(preview, PurePosixPath(name))
        return Response(_own_file(name), media_type=OWN_FILES[name], headers=HEADERS)

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
            return _not_found(preview, address)
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


def _not_found(preview: Preview, address: PurePosixPath) -> Response:
    page = preview.missing_page(address)
    if page is None:
        return PlainTextResponse("There is no such page.", 404, HEADERS)
    # The page is shown at any depth, and its links are those of a page at the top.
    policy = preview.headers[POLICY].replace("base-uri 'none'", "base-uri 'self'")
    page = page.replace(b"<head>", b'<head><base href="/">', 1)
    return Response(page, 404, {**HEADERS, POLICY: policy}, "text/html")


@cache
def _own_file(name: str) -> bytes:
    return (builtin_templates() / "preview" / name).read_bytes()
