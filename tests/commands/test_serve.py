"""The preview server over real connections: what it serves, what it rejects, and how it updates."""

import contextlib
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.guides import INDEX, draft, page, write, write_guide
from tests.http_client import TIMEOUT, Answer, send_request

SERVE = (sys.executable, "-u", "-m", "crpsguide", "serve")
NO_LOW_PORTS = ("--bounding-set=-net_bind_service", "--inh-caps=-net_bind_service") if os.geteuid() == 0 else ()


@dataclass
class Server:
    """A running preview and its guide."""

    process: "subprocess.Popen[str]"
    guide: Path
    port: int

    def get(self, path: str = "/", **headers: str) -> Answer:
        """The answer to a GET request."""
        return send_request(self.port, path, **headers)

    def version(self) -> str:
        """The version of the guide that is served now."""
        found = re.search(r'data-version="([\d-]+)"', self.get().text)
        assert found
        return found[1]

    def wait_for_update(self, version: str) -> str:
        """Wait on the event stream until there is another version than this, and return it."""
        found = re.search(r"^data: (\S+)", self.get(f"/_crpsguide/events?seen={version}").text, re.MULTILINE)
        assert found
        return found[1]


Start = Callable[..., Server]


def start_server(guide: Path, *options: str) -> Server:
    process = subprocess.Popen(
        [*SERVE, str(guide), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    assert process.stdout
    for line in process.stdout:
        found = re.search(r"Your guide is at http://127\.0\.0\.1:(\d+)/", line)
        if found:
            return Server(process, guide, int(found[1]))
    raise AssertionError(process.communicate()[1])


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a preview of the small guide with some pages replaced; it is killed after the test."""
    servers = []

    def start(*options: str, **pages: str) -> Server:
        servers.append(start_server(write_guide(tmp_path, **pages), *options))
        return servers[-1]

    yield start
    for server in servers:
        server.process.kill()
        server.process.communicate()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview that no test changes."""
    guide = write_guide(tmp_path_factory.mktemp("guide"))
    write(guide / "content/pages/hand.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(guide / "content/pages/5%/index.md", page("Words."))
    server = start_server(guide)
    yield server
    server.process.kill()
    server.process.communicate()


def test_a_page_is_served_uncached_with_the_reload_script(server: Server) -> None:
    answer = server.get("/living/pacing.html")

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert '<script src="/_crpsguide/reload.js"' in answer.text
    assert "EventSource" in server.get("/_crpsguide/reload.js").text


def test_pages_are_served_with_the_published_content_security_policy(server: Server) -> None:
    policy = server.get("/living/pacing.html").headers["Content-Security-Policy"]

    assert f"Content-Security-Policy: {policy}" in server.get("/_headers").text
    assert "'sha256-" in policy


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="home page"),
        pytest.param("/index.html", 200, id="home page by file name"),
        pytest.param("/styles.css", 200, id="style sheet"),
        pytest.param("/hand.svg", 200, id="image"),
        pytest.param("/scripts.js", 200, id="script"),
        pytest.param("/service-worker.js", 404, id="no service worker, which would serve stale copies"),
        pytest.param("/?x=1", 200, id="query"),
        pytest.param("/living/", 404, id="a folder without an index is not listed"),
        pytest.param("/gone.html", 404, id="no such page"),
        pytest.param("/.env", 404, id="hidden file"),
        pytest.param("/.git/config", 404, id="Git folder"),
        pytest.param("/../content/site.yaml", 404, id="parent folder"),
        pytest.param("/%2e%2e/content/site.yaml", 404, id="parent folder, encoded"),
        pytest.param("/..%2fcontent/site.yaml", 404, id="parent folder, slash encoded"),
        pytest.param("//etc/passwd", 404, id="two slashes"),
        pytest.param("/living//pacing.html", 404, id="two slashes within the path"),
        pytest.param("/%00", 404, id="NUL"),
        pytest.param("/_crpsguide/other", 404, id="no such file of the preview"),
    ],
)
def test_only_site_files_are_served(path: str, status: int, server: Server) -> None:
    assert server.get(path).status == status


@pytest.mark.parametrize(("path", "location"), [("/search", "/search/"), ("/5%25", "/5%25/")])
def test_a_folder_without_trailing_slash_redirects(path: str, location: str, server: Server) -> None:
    answer = server.get(path)

    assert (answer.status, answer.headers["Location"]) == (307, location)
    assert server.get(location).status == 200


def test_the_404_page_names_the_option_that_shows_a_draft(start: Start) -> None:
    server = start(later=draft("Later."))

    of_draft, unknown = server.get("/later.html"), server.get("/gone.html")

    assert (of_draft.status, unknown.status) == (404, 404)
    assert "crpsguide serve --drafts" in of_draft.text
    assert "crpsguide serve --drafts" not in unknown.text


def test_a_missing_page_is_answered_with_the_404_page_of_the_guide(server: Server) -> None:
    answer = server.get("/deep/down/gone.html")

    assert answer.status == 404
    assert '<base href="/">' in answer.text
    assert "base-uri 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "OPTIONS"])
def test_methods_other_than_get_and_head_are_rejected(method: str, server: Server) -> None:
    answer = send_request(server.port, "/", method)

    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_head_returns_no_body(server: Server) -> None:
    answer = send_request(server.port, "/", "HEAD")

    assert (answer.status, answer.content) == (200, b"")


def test_head_of_the_event_stream_leaves_the_connection_usable(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=TIMEOUT)
    connection.request("HEAD", f"/_crpsguide/events?seen={server.version()}")
    events = connection.getresponse().read()

    connection.request("HEAD", "/")
    page = connection.getresponse()

    connection.close()
    assert (events, page.status) == (b"", 200)


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        pytest.param("Host", "localhost:8000", 200, id="localhost"),
        pytest.param("Host", "[::1]:8000", 200, id="IPv6 loopback"),
        pytest.param("Host", "evil.example", 403, id="foreign host"),
        pytest.param("Host", "127.0.0.1.evil.example", 403, id="foreign host that begins with ours"),
        pytest.param("Host", "127-0.0.1", 403, id="foreign host that resembles our address"),
        pytest.param("Host", "", 403, id="no host"),
        pytest.param("Host", "[::1", 403, id="incomplete address"),
        pytest.param("Host", "LOCALHOST:", 200, id="capitals and no port"),
        pytest.param("Host", "evil.example@localhost", 403, id="user name before our host"),
        pytest.param("Host", "localhost:8000, evil.example", 403, id="two hosts"),
        pytest.param("Host", "localhost:8000/a", 403, id="host with a path"),
        pytest.param("Origin", "http://localhost:8000", 200, id="own origin"),
        pytest.param("Origin", "https://evil.example", 403, id="foreign origin"),
        pytest.param("Origin", "http://evil.example@localhost", 403, id="origin with a user name"),
        pytest.param("Origin", "null", 403, id="opaque origin"),
    ],
)
def test_requests_with_a_foreign_host_or_origin_are_rejected(
    header: str, value: str, status: int, server: Server
) -> None:
    assert server.get("/", **{header: value}).status == status


def test_oversized_headers_are_rejected(server: Server) -> None:
    assert server.get("/", **{"X-Long": "a" * 40_000}).status == 431


def test_many_byte_ranges_are_answered_with_the_whole_page(server: Server) -> None:
    answer = server.get("/", Range=f"bytes={'0-0,' * 1000}0-0")

    assert (answer.status, answer.content) == (200, server.get().content)


def test_a_foreign_origin_cannot_read_the_event_stream(server: Server) -> None:
    answer = server.get("/_crpsguide/events", Origin="https://evil.example")

    assert answer.status == 403
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/gone.html", "/_crpsguide/reload.js", "/_crpsguide/events?seen=1"])
def test_every_answer_forbids_other_origins_to_embed_it(path: str, server: Server) -> None:
    headers = server.get(path).headers

    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Server" not in headers


def test_idle_connections_block_no_request(server: Server) -> None:
    with contextlib.ExitStack() as idle:
        for _ in range(100):
            idle.enter_context(socket.create_connection(("127.0.0.1", server.port)))

        assert server.get().status == 200


def test_a_saved_page_sends_an_event_and_is_served(start: Start) -> None:
    server = start()
    version = server.version()
    write(server.guide / "content/pages/index.md", INDEX + "\nNew words.\n")

    event = server.get(f"/_crpsguide/events?seen={version}").text

    assert "data: " in event
    assert "New words." in server.get().text


def test_errors_are_shown_above_the_last_valid_page_until_they_are_fixed(start: Start) -> None:
    server = start()
    version = server.version()
    write(server.guide / "content/pages/index.md", page("Worse words, and a [<b>](no.md) link.\n"))
    version = server.wait_for_update(version)
    broken = server.get().text
    write(server.guide / "content/pages/index.md", INDEX)
    server.wait_for_update(version)
    fixed = server.get().text

    assert "Worse words" not in broken
    assert 'href="living/pacing.html"' in broken
    assert "content/pages/index.md, line 5" in broken
    assert "crpsguide-problems" not in fixed


def test_diagnostics_are_escaped(start: Start) -> None:
    server = start(**{"a<img src=x>": page("[x](<no <script>.md>)")})

    html = server.get().text

    assert "Something needs to be mended" in html
    assert "<img" not in html
    assert "<script>" not in html


def test_a_guide_that_was_never_valid_is_served_as_its_diagnostics(start: Start) -> None:
    server = start(index=page("[x](gone.md)"))

    answer = server.get("/any/page.html")

    assert (answer.status, answer.headers["X-Content-Type-Options"]) == (200, "nosniff")
    assert "There is no page to show yet" in answer.text
    assert "content/pages/index.md, line 5" in answer.text


def test_at_most_ten_diagnostics_are_listed(start: Start) -> None:
    server = start(index=page("[x](gone.md)\n\n" * 30))

    html = server.get().text

    assert html.count("<li>") == 10
    assert "And 20 more" in html


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda file: (file.unlink(), file.symlink_to("../../secret.txt")),
            id="replaced by a symbolic link out of the guide",
        ),
        pytest.param(Path.unlink, id="deleted"),
    ],
)
def test_a_file_that_was_replaced_or_deleted_is_not_served(
    change: Callable[[Path], object], start: Start, tmp_path: Path
) -> None:
    write(tmp_path / "content/pages/hand.txt", "A hand.")
    write(tmp_path / "secret.txt", "SECRET")
    server = start(index=page("[hand](hand.txt)"))
    before, version = server.get("/hand.txt"), server.version()

    change(server.guide / "content/pages/hand.txt")
    server.wait_for_update(version)

    after = server.get("/hand.txt")
    assert (before.status, before.text) == (200, "A hand.")
    assert after.status == 404
    assert "SECRET" not in after.text


def test_a_missing_content_folder_is_reported(start: Start) -> None:
    server = start()
    version = server.version()
    (server.guide / "content").rename(server.guide / "gone")

    server.wait_for_update(version)

    assert "Something needs to be mended" in server.get().text


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param(
            "content/pages/index.md",
            page("| a |\n|---|\n" + "| a | b | c | d |\n" * 1000),
            "takes longer than 2 seconds to be read",
            id="page",
        ),
        pytest.param(
            "templates/pages/plain.html",
            "{% for i in range(10**12) %}{% endfor %}",
            "templates/pages/plain.html:1:1</code>: The template stopped while drawing index.html",
            id="template",
        ),
    ],
)
def test_a_page_or_template_over_the_time_limit_is_reported(name: str, text: str, message: str, start: Start) -> None:
    server = start()
    version = server.version()
    write(server.guide / name, text)

    server.wait_for_update(version)

    assert message in server.get().text


def test_serving_writes_no_build_folder(start: Start) -> None:
    server = start()

    assert not (server.guide / "build").exists()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_preview_without_output(number: int, status: int, start: Start) -> None:
    server = start()
    with socket.create_connection(("127.0.0.1", server.port)) as waiting:
        events = f"GET /_crpsguide/events?seen={server.version()} HTTP/1.1"
        waiting.sendall(f"{events}\r\nHost: localhost\r\n\r\n".encode())
        waiting.recv(1000)

        server.process.send_signal(number)
        errors = server.process.communicate(timeout=TIMEOUT)[1]
        rest_of_events = waiting.recv(1000)

    assert (server.process.returncode, errors.strip()) == (status, "")
    assert b"data" not in rest_of_events, "the browser would reload from a server that is gone"


def test_caches_are_written_before_the_first_answer(start: Start) -> None:
    server = start()
    (server.guide / "build").mkdir()
    server.process.kill()

    start().process.kill()

    assert {one.name for one in (server.guide / "build/cache").glob("*.cache")} >= {"read.cache", "check.cache"}


def test_a_restarted_preview_serves_another_version(start: Start) -> None:
    assert start().version() != start().version()


def test_a_replaced_templates_folder_is_watched(start: Start) -> None:
    server = start()
    version = server.version()
    for name in ("templates", "others"):
        write(server.guide / name / "offline.html", name)
    version = server.wait_for_update(version)
    (server.guide / "templates").rename(server.guide / "away")
    (server.guide / "others").rename(server.guide / "templates")
    version = server.wait_for_update(version)

    write(server.guide / "templates/offline.html", "Other words.")
    while "Other words." not in server.get("/offline.html").text:  # a change may come as several updates
        version = server.wait_for_update(version)


def test_a_client_that_does_not_read_blocks_no_request(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "content/pages/long.txt", "words " * 2_000_000)
    server = start()
    with socket.create_connection(("127.0.0.1", server.port)) as not_reading:
        not_reading.sendall(b"GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")

        status = server.get().status
        server.process.send_signal(signal.SIGTERM)
        server.process.communicate(timeout=TIMEOUT)

    assert (status, server.process.returncode) == (200, 143)


def test_the_next_free_port_is_used_by_default(start: Start) -> None:
    assert start().port != start().port


def test_a_taken_port_is_rejected(start: Start) -> None:
    server = start()

    ended = run(*SERVE, str(server.guide), "--port", str(server.port))

    assert ended.returncode == 2
    assert f"The port {server.port} is taken" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="only setpriv can drop a capability of root")
def test_a_port_without_permission_is_rejected(tmp_path: Path) -> None:
    ended = run("setpriv", *NO_LOW_PORTS, *SERVE, str(write_guide(tmp_path)), "--port", "1")

    assert ended.returncode == 2
    assert "The port 1 cannot be used: permission denied." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_host_other_than_loopback_is_rejected(tmp_path: Path) -> None:
    ended = run(*SERVE, str(write_guide(tmp_path)), "--host", "0.0.0.0")

    assert ended.returncode == 2
    assert "this computer only" in ended.stderr


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, text=True, check=False)
