"""Serve: show the guide in the browser of this computer, and show it anew whenever a file is saved."""

import asyncio
import contextlib
import errno
import socket
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import uvicorn
from watchfiles import awatch

from crpsguide.cache import Caches
from crpsguide.commands.edition import Choices, Edition, make_edition
from crpsguide.commands.guide import find_guide
from crpsguide.commands.preview import HOSTS, Preview, preview_app
from crpsguide.errors import GuideError

FIRST_PORT, PORTS = 8000, 20
QUIET = 20  # milliseconds without another change before the pages are made anew
SOON = 1000  # milliseconds until new folders are looked for
BUSY = 400  # milliseconds of changes after which they are made anew all the same


def serve_guide(
    guide: Path,
    choices: Choices,
    *,
    host: str,
    port: int | None,
    caches: Caches,
    on_address: Callable[[str], None],
    on_edition: Callable[[Edition, float], None],
    on_trouble: Callable[[GuideError], None],
) -> None:
    """Serve until somebody ends it, with KeyboardInterrupt.

    `port` None means 8000 or the next free one. `on_edition` hears of each edition and the
    seconds it took, `on_trouble` why none could be made.

    Raises:
        GuideError: the port is taken or not allowed, or the host is not this computer.
    """
    with _listening(host, port) as listener, caches.saved():
        beside = _Beside(listener, guide)

        def renew() -> None:
            begin = time.monotonic()
            try:
                edition = make_edition(find_guide(guide), choices, caches=caches)
            except GuideError as error:  # shown too, and the next change tries again
                beside.tell(beside.preview.show_trouble, error)
                on_trouble(error)
            else:
                beside.tell(beside.preview.show_edition, edition)
                on_edition(edition, time.monotonic() - begin)

        renew()
        caches.save()  # and once more at the end: to write all of it takes longer than to renew a page
        with beside:
            on_address(f"http://{_host_and_port(listener)}/")
            while beside.has_changed():
                renew()


class _Beside:
    """The server, and the watch over the guide's files, in a thread of their own.

    Editions are made in the first thread of the process: work without an end is stopped nowhere else.
    """

    def __init__(self, listener: socket.socket, guide: Path) -> None:
        self._listener = listener
        self._guide = guide
        self.preview = Preview()
        self._server = _Server(self.preview)
        self._runner = asyncio.Runner()
        self._changed = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self.tell(self._server.stop)
        self._thread.join()

    def tell(self, work: Callable[..., None], *news: object) -> None:
        """Do something in the thread where browsers are answered."""
        self._runner.get_loop().call_soon_threadsafe(work, *news)

    def has_changed(self) -> bool:
        """Wait until a file has changed; False when the server has ended."""
        self._changed.wait()
        self._changed.clear()
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            with self._runner:
                self._runner.run(self._serve())
        finally:
            self._changed.set()

    async def _serve(self) -> None:
        watching = asyncio.create_task(self._watch())
        watching.add_done_callback(lambda task: self._server.stop())
        await self._server.serve(sockets=[self._listener])
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching

    async def _watch(self) -> None:
        # A folder of templates may be made, taken away and made again while the preview runs.
        while await self._have_other_folders(_watched(self._guide)):
            self._changed.set()

    async def _have_other_folders(self, folders: Mapping[Path, int]) -> bool:
        """Tell of changes in these folders until there are others, or until the end."""
        watch = awatch(*folders, debounce=BUSY, step=QUIET, rust_timeout=SOON, yield_on_timeout=True)
        async with contextlib.aclosing(watch):
            async for changes in watch:
                if changes:
                    self._changed.set()
                if _watched(self._guide) != folders:
                    return True
        return False


def _watched(guide: Path) -> Mapping[Path, int]:
    """The folders of a guide that are there, each with its number: a new folder of an old name is another one."""
    found = {}
    for folder in (guide / "content", guide / "templates"):
        with contextlib.suppress(OSError):
            if folder.is_dir():
                found[folder] = folder.stat().st_ino
    return found


class _Server(uvicorn.Server):
    """A quiet server that lets waiting browsers go when it ends."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        super().__init__(
            uvicorn.Config(
                preview_app(preview),
                access_log=False,
                lifespan="off",
                log_config=None,
                log_level="critical",
                server_header=False,
                timeout_graceful_shutdown=1,  # seconds
                ws="none",
            )
        )

    def stop(self) -> None:
        self.preview.end()
        self.should_exit = True


def _listening(host: str, port: int | None) -> socket.socket:
    """A socket that listens on this computer alone."""
    if host not in HOSTS:
        raise GuideError(
            f"The preview cannot be shown at {host}: it is for this computer only.",
            "Leave “--host” out. To show others your guide, publish what “crpsguide build” made.",
        )
    family = socket.AF_INET6 if host == "::1" else socket.AF_INET
    for number in [port] if port else range(FIRST_PORT, FIRST_PORT + PORTS):
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("::1" if host == "::1" else "127.0.0.1", number))
            listener.listen()
        except OSError as error:
            listener.close()
            if error.errno == errno.EADDRINUSE and port is None:
                continue
            if error.errno == errno.EADDRINUSE:
                raise GuideError(
                    f"The port {number} is taken by another program.", "Leave “--port” out to get a free one."
                ) from None
            raise GuideError(
                f"The port {number} cannot be used: {(error.strerror or '').lower()}.",
                "Leave “--port” out to get one that is allowed.",
            ) from None
        else:
            return listener
    raise GuideError(
        f"All ports from {FIRST_PORT} to {FIRST_PORT + PORTS - 1} are taken.", "Name a free one with “--port”."
    )


def _host_and_port(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
