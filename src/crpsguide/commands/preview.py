"""The preview: a web application that shows the latest edition to its editor, with what needs to be mended on top."""

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

OWN_PATH = "/_crpsguide"  # below it are the preview's own files
MAX_HEADERS_SIZE = 16 * 1024  # bytes, as in most servers
MAX_PROBLEMS_SHOWN = 10  # so that the page below them stays in reach
HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
LOCAL_HOST_HEADER = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]*)?", re.IGNORECASE)
POLICY = "Content-Security-Policy"
HEADERS = {
    "Cache-Control": "no-store",
    POLICY: (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",  # else a foreign page could load our pictures and notice us
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
NOT_FOUND = PurePosixPath("404.html")
PUBLISHED_HEADERS = PurePosixPath("_headers")
# A service worker would show cached pages, and an editor wants to see the latest.
NOT_SERVED = frozenset({PurePosixPath("service-worker.js")})
OWN_FILES = {"reload.js": "text/javascript", "preview.css": "text/css"}
# Built-in only, without a guide's own templates: those are for the published site.
TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(builtin_templates() / "preview"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


class Preview:
    """The last edition without errors, and what is wrong with the latest."""

    def __init__(self) -> None:
        self.started = time.time_ns()
        self.count = 0
        self.files: Mapping[PurePosixPath, bytes] = {}
        self.assets: Mapping[PurePosixPath, Path] = {}
        self.content = Path()
        self.drafts: Set[PurePosixPath] = frozenset()
        self.errors: Sequence[Diagnostic] = ()
        self.failure: GuideError | None = None
        self.ended = False
        self._changed = asyncio.Event()

    @property
    def version(self) -> str:
        """Another text for each edition and each start of the server."""
        return f"{self.started}-{self.count}"

    def show_edition(self, edition: Edition) -> None:
        """Show this edition; if it has errors, the last one without, with the errors on top."""
        errors = [diagnostic for diagnostic in edition.diagnostics if diagnostic.severity is Severity.ERROR]
        if not errors:
            self.files = edition.files
            self.assets = {asset.address: asset.file for asset in edition.site.assets.values()}
            self.content = edition.site.root / "content"
            self.drafts = edition.site.drafts
        self._show_problems(errors)

    def show_failure(self, error: GuideError) -> None:
        """Show why no edition could be made, on top of the last one."""
        self._show_problems((), error)

    @property
    def headers(self) -> Mapping[str, str]:
        """The response headers for the site's files, with the Content-Security-Policy of the published site."""
        lines = self.files.get(PUBLISHED_HEADERS, b"").decode().splitlines()
        policy = next((line.split(": ", 1)[1] for line in lines if line.strip().startswith(POLICY)), HEADERS[POLICY])
        return HEADERS | {POLICY: policy}

    async def wait_for_change(self) -> None:
        """Wait for the next edition or failure, or the end."""
        await self._changed.wait()

    def end(self) -> None:
        """End all event streams, so that the server can stop."""
        self.ended = True
        self._changed.set()

    def content_of(self, address: PurePosixPath) -> bytes | None:
        """The file at this address, None if there is none; HTML with the preview's script and messages."""
        if address in NOT_SERVED:
            return None
        if address in self.files:
            content = self.files[address]
            return self._with_messages(content) if address.suffix == ".html" else content
        asset = self.assets.get(address)
        if asset is None or not asset.resolve().is_relative_to(self.content.resolve()):
            return None
        try:
            return asset.read_bytes()
        except OSError:  # deleted since the last edition
            return None

    def not_found_page(self, address: PurePosixPath) -> bytes | None:
        """The site's 404 page, with a message if there is a draft at this address; None if there is no edition yet."""
        page, is_draft = self.files.get(NOT_FOUND), address.name and address.with_suffix(".md") in self.drafts
        message = TEMPLATES.get_template("draft.html").render() if is_draft else ""
        return None if page is None else self._with_messages(page, message)

    def problem_page(self) -> bytes:
        """A page with the problems alone, as long as no edition without errors was made."""
        return self._with_messages(TEMPLATES.get_template("no-page.html").render().encode())

    def is_folder(self, address: PurePosixPath) -> bool:
        """Whether there is an `index.html` below this address."""
        return address / "index.html" in self.files

    def _show_problems(self, errors: Sequence[Diagnostic], failure: GuideError | None = None) -> None:
        self.errors, self.failure = errors, failure
        self.count += 1
        self._changed.set()
        self._changed = asyncio.Event()

    def _with_messages(self, page: bytes, message: str = "") -> bytes:
        """The HTML page with the script that reloads it, and on top the problems, or if there are none the message."""
        has_problems = self.errors or self.failure
        script = f'<script src="{OWN_PATH}/reload.js" data-version="{self.version}"></script>'
        style = f'<link rel="stylesheet" href="{OWN_PATH}/preview.css">' if has_problems or message else ""
        page = page.replace(b"</head>", f"{style}{script}</head>".encode(), 1)
        if has_problems:
            message = TEMPLATES.get_template("problems.html").render(
                errors=self.errors, failure=self.failure, has_pages=bool(self.files), most=MAX_PROBLEMS_SHOWN
            )
        return re.sub(rb"<body[^>]*>", lambda body: body[0] + message.encode(), page, count=1)


def preview_app(preview: Preview) -> ASGIApp:
    """The ASGI application that serves a preview."""

    async def events(request: Request) -> Response:
        """An event stream with a single event, as soon as there is a version other than the one that was seen."""

        async def event_stream() -> AsyncIterator[str]:
            yield "retry: 1000\n\n"
            while preview.version == request.query_params.get("seen") and not preview.ended:
                await preview.wait_for_change()
            if not preview.ended:
                yield f"data: {preview.version}\n\n"

        if request.method == "HEAD":
            return Response(media_type="text/event-stream", headers=HEADERS)
        return StreamingResponse(event_stream(), media_type="text/event-stream", headers=HEADERS)

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
        media_type = mimetypes.guess_type(address.name)[0] or "application/octet-stream"
        return Response(content, media_type=media_type, headers=preview.headers)

    return _LocalOnly(
        Starlette(
            routes=[
                Route(f"{OWN_PATH}/events", events),
                Route(f"{OWN_PATH}/{{name}}", own_file),
                Route("/{path:path}", site_file),
            ]
        )
    )


class _LocalOnly:
    """Middleware that refuses all but GET and HEAD requests from pages of this computer.

    The `Host` header is checked against DNS rebinding: another site's name may be made to lead to this computer.
    """

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
        if sum(len(name) + len(value) for name, value in request.headers.raw) > MAX_HEADERS_SIZE:
            return PlainTextResponse("The headers are too long.", 431, HEADERS)
        origin = request.headers.get("origin")
        host, origin_host = request.headers.get("host", ""), origin.partition("://")[2] if origin else ""
        if not LOCAL_HOST_HEADER.fullmatch(host) or (origin and not LOCAL_HOST_HEADER.fullmatch(origin_host)):
            return PlainTextResponse("The preview answers this computer only.", 403, HEADERS)
        return None


def _not_found(preview: Preview, address: PurePosixPath) -> Response:
    page = preview.not_found_page(address)
    if page is None:
        return PlainTextResponse("There is no such page.", 404, HEADERS)
    # It is shown at addresses of any depth, but its links are relative to the top.
    policy = preview.headers[POLICY].replace("base-uri 'none'", "base-uri 'self'")
    page = page.replace(b"<head>", b'<head><base href="/">', 1)
    return Response(page, 404, {**HEADERS, POLICY: policy}, "text/html")


@cache
def _own_file(name: str) -> bytes:
    return (builtin_templates() / "preview" / name).read_bytes()
