"""Serve: a local web server for the preview, which makes a new edition whenever a file is saved."""

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
QUIET_TIME = 20  # milliseconds without another change before a new edition is made
MAX_DEBOUNCE = 400  # milliseconds of constant changes after which one is made all the same
FOLDER_CHECK_INTERVAL = 1000  # milliseconds between looks for new or replaced folders


def serve_guide(
    guide: Path,
    choices: Choices,
    *,
    host: str,
    port: int | None,
    caches: Caches,
    on_address: Callable[[str], None],
    on_edition: Callable[[Edition, float], None],
    on_failure: Callable[[GuideError], None],
) -> None:
    """Serve until KeyboardInterrupt.

    `port` None means 8000 or the next free one. `on_edition` is called with each edition and the seconds it took,
    `on_failure` with the reason why none could be made.

    Raises:
        GuideError: the port is taken or not allowed, or the host is not this computer.
    """
    with _listening_socket(host, port) as listener, caches.saved():
        background = _ServerThread(listener, guide)

        def refresh() -> None:
            started = time.monotonic()
            try:
                edition = make_edition(find_guide(guide), choices, caches=caches)
            except GuideError as error:  # the next change tries again
                background.call(background.preview.show_failure, error)
                on_failure(error)
            else:
                background.call(background.preview.show_edition, edition)
                on_edition(edition, time.monotonic() - started)

        refresh()
        caches.save()  # now and at the end, not after each edition: it takes longer than to refresh a page
        with background:
            on_address(f"http://{_host_and_port(listener)}/")
            while background.wait_for_change():
                refresh()


class _ServerThread:
    """The web server and the file watcher, in a background thread while a `with` block runs.

    Editions are made in the main thread, because time limits work nowhere else.
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
        self.call(self._server.stop)
        self._thread.join()

    def call(self, function: Callable[..., None], *arguments: object) -> None:
        """Call a function in the server's event loop."""
        self._runner.get_loop().call_soon_threadsafe(function, *arguments)

    def wait_for_change(self) -> bool:
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
        watcher = asyncio.create_task(self._watch())
        watcher.add_done_callback(lambda task: self._server.stop())
        await self._server.serve(sockets=[self._listener])
        watcher.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watcher

    async def _watch(self) -> None:
        while await self._watch_folders(_folders_to_watch(self._guide)):
            self._changed.set()

    async def _watch_folders(self, folders: Mapping[Path, int]) -> bool:
        """Signal changes in these folders; True as soon as others are to be watched, False at the end."""
        watch = awatch(
            *folders, debounce=MAX_DEBOUNCE, step=QUIET_TIME, rust_timeout=FOLDER_CHECK_INTERVAL, yield_on_timeout=True
        )
        async with contextlib.aclosing(watch):
            async for changes in watch:
                if changes:
                    self._changed.set()
                if _folders_to_watch(self._guide) != folders:
                    return True
        return False


def _folders_to_watch(guide: Path) -> Mapping[Path, int]:
    """The folders of content and templates that exist, with their inodes: one may be deleted and created again."""
    found = {}
    for folder in (guide / "content", guide / "templates"):
        with contextlib.suppress(OSError):
            if folder.is_dir():
                found[folder] = folder.stat().st_ino
    return found


class _Server(uvicorn.Server):
    """A uvicorn server without logs, which closes open event streams when it stops."""

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


def _listening_socket(host: str, port: int | None) -> socket.socket:
    """A socket that listens on the loopback interface only."""
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
