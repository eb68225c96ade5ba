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
from tests.guides import INDEX, page, write, write_guide

PATIENCE = 20  # seconds
NO_LOW_PORTS = ("--bounding-set=-net_bind_service", "--inh-caps=-net_bind_service") if os.geteuid() == 0 else ()


@dataclass
class Server:
    process: "subprocess.Popen[str]"
    guide: Path
    port: int

    def ask(self, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, str]:
        status, _, body = self.ask_all(path, method, **headers)
        return status, body

    def ask_all(self, path: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, body

    def version(self) -> str:
        found = re.search(r'data-version="([\d-]+)"', self.ask()[1])
        assert found
        return found[1]

    def wait_for_newer(self, version: str) -> str:
        """What the browser's event stream says when there is something newer than this."""
        return self.ask(f"/_crpsguide/events?seen={version}")[1]


Start = Callable[..., Server]


def _started(guide: Path, *options: str) -> Server:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "crpsguide", "serve", str(guide), *options],
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
    running = []

    def _start(*options: str, **pages: str) -> Server:
        server = _started(write_guide(tmp_path, **pages), *options)
        running.append(server.process)
        return server

    yield _start
    for process in running:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    guide = write_guide(tmp_path_factory.mktemp("guide"))
    write(guide / "content/pages/hand.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(guide / "content/pages/5%/index.md", page("Words."))
    server = _started(guide)
    yield server
    server.process.kill()
    server.process.communicate()


def test_pages_are_served_and_reload_themselves(server: Server) -> None:
    status, headers, body = server.ask_all("/living/pacing.html")

    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert '<script src="/_crpsguide/reload.js"' in body
    assert "EventSource" in server.ask("/_crpsguide/reload.js")[1]


def test_pages_are_served_under_the_policy_that_they_are_published_with(server: Server) -> None:
    policy = server.ask_all("/living/pacing.html")[1]["Content-Security-Policy"]

    assert f"Content-Security-Policy: {policy}" in server.ask("/_headers")[1]
    assert "'sha256-" in policy


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="home"),
        pytest.param("/index.html", 200, id="home by name"),
        pytest.param("/styles.css", 200, id="style"),
        pytest.param("/hand.svg", 200, id="picture"),
        pytest.param("/scripts.js", 200, id="script"),
        pytest.param("/service-worker.js", 404, id="nothing that hands out copies of yesterday"),
        pytest.param("/?x=1", 200, id="query"),
        pytest.param("/living/", 404, id="a folder without an index is not listed"),
        pytest.param("/gone.html", 404, id="no such page"),
        pytest.param("/.env", 404, id="hidden"),
        pytest.param("/.git/config", 404, id="history"),
        pytest.param("/../content/site.yaml", 404, id="climbing"),
        pytest.param("/%2e%2e/content/site.yaml", 404, id="climbing, encoded"),
        pytest.param("/..%2fcontent/site.yaml", 404, id="climbing, slash encoded"),
        pytest.param("//etc/passwd", 404, id="two slashes"),
        pytest.param("/living//pacing.html", 404, id="two slashes within"),
        pytest.param("/%00", 404, id="NUL"),
        pytest.param("/_crpsguide/other", 404, id="no such file of ours"),
    ],
)
def test_what_is_served_and_what_is_not(path: str, status: int, server: Server) -> None:
    assert server.ask(path)[0] == status


@pytest.mark.parametrize(("path", "to"), [("/search", "/search/"), ("/5%25", "/5%25/")])
def test_a_folder_without_its_slash_leads_to_its_page(path: str, to: str, server: Server) -> None:
    status, headers, _ = server.ask_all(path)

    assert (status, headers["Location"]) == (307, to)
    assert server.ask(to)[0] == 200


def test_a_draft_is_told_where_it_would_stand(start: Start) -> None:
    server = start(later=page("Later.").replace("---\n", "---\ndraft: true\n", 1))

    status, body = server.ask("/later.html")

    assert status == 404
    assert "crpsguide serve --drafts" in body
    assert "crpsguide serve --drafts" not in server.ask("/gone.html")[1]


def test_a_missing_page_is_told_in_the_guides_own_words(server: Server) -> None:
    status, headers, body = server.ask_all("/deep/down/gone.html")

    assert status == 404
    assert '<base href="/">' in body
    assert "base-uri 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "OPTIONS"])
def test_the_preview_is_only_to_look_at(method: str, server: Server) -> None:
    status, headers, _ = server.ask_all("/", method)

    assert (status, headers["Allow"]) == (405, "GET, HEAD")
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_head_gives_the_headers_alone(server: Server) -> None:
    assert server.ask("/", "HEAD") == (200, "")


def test_the_headers_of_news_are_not_waited_for(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)

    for path in (f"/_crpsguide/events?seen={server.version()}", "/"):
        connection.request("HEAD", path)
        assert connection.getresponse().read() == b""

    connection.close()


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        pytest.param("Host", "localhost:8000", 200, id="localhost"),
        pytest.param("Host", "[::1]:8000", 200, id="the new way"),
        pytest.param("Host", "evil.example", 403, id="a stranger's name"),
        pytest.param("Host", "127.0.0.1.evil.example", 403, id="a name that looks like ours"),
        pytest.param("Host", "127-0.0.1", 403, id="a name with almost our number"),
        pytest.param("Host", "", 403, id="no name"),
        pytest.param("Host", "[::1", 403, id="half a name"),
        pytest.param("Host", "LOCALHOST:", 200, id="capitals and no port"),
        pytest.param("Host", "evil.example@localhost", 403, id="a stranger before our name"),
        pytest.param("Host", "localhost:8000, evil.example", 403, id="a stranger behind our name"),
        pytest.param("Host", "localhost:8000/a", 403, id="more than a name"),
        pytest.param("Origin", "http://localhost:8000", 200, id="our own page"),
        pytest.param("Origin", "https://evil.example", 403, id="a stranger's page"),
        pytest.param("Origin", "http://evil.example@localhost", 403, id="a stranger's page before our name"),
        pytest.param("Origin", "null", 403, id="a page from nowhere"),
    ],
)
def test_only_this_computer_is_answered(header: str, value: str, status: int, server: Server) -> None:
    assert server.ask("/", **{header: value})[0] == status


def test_a_request_that_does_not_end_is_refused(server: Server) -> None:
    assert server.ask("/", **{"X-Long": "a" * 40_000})[0] == 431


def test_a_thousand_parts_of_a_page_are_one_page(server: Server) -> None:
    status, body = server.ask("/", Range=f"bytes={'0-0,' * 1000}0-0")

    assert (status, body) == (200, server.ask()[1])


def test_a_stranger_cannot_listen_to_changes(server: Server) -> None:
    status, headers, _ = server.ask_all("/_crpsguide/events", Origin="https://evil.example")

    assert status == 403
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("address", ["/", "/gone.html", "/_crpsguide/reload.js", "/_crpsguide/events?seen=1"])
def test_a_strangers_page_may_not_show_what_is_ours(address: str, server: Server) -> None:
    headers = server.ask_all(address)[1]

    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Server" not in headers


def test_idle_browsers_keep_nobody_waiting(server: Server) -> None:
    idle = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(100)]

    assert server.ask()[0] == 200

    for one in idle:
        one.close()


def test_a_saved_page_reloads_the_browser(start: Start) -> None:
    server = start()
    version = server.version()
    write(server.guide / "content/pages/index.md", INDEX + "\nNew words.\n")

    told = server.wait_for_newer(version)

    assert "data: " in told
    assert "New words." in server.ask()[1]


def test_an_error_is_shown_on_top_of_the_last_good_page_until_it_is_mended(start: Start) -> None:
    server = start()
    version = server.version()
    write(server.guide / "content/pages/index.md", page("Worse words, and a [<b>](no.md) link.\n"))
    server.wait_for_newer(version)

    broken = server.ask()[1]
    version = server.version()
    write(server.guide / "content/pages/index.md", INDEX)
    server.wait_for_newer(version)

    assert "Worse words" not in broken
    assert 'href="living/pacing.html"' in broken
    assert "content/pages/index.md, line 5" in broken
    assert "crpsguide-problems" not in server.ask()[1]


def test_what_a_problem_says_is_escaped(start: Start) -> None:
    server = start(**{"a<img src=x>": page("[x](<no <script>.md>)")})

    body = server.ask()[1]

    assert "Something needs to be mended" in body
    assert "<img" not in body
    assert "<script>" not in body


def test_a_guide_that_cannot_be_built_at_first_is_served_with_its_problems(start: Start) -> None:
    server = start(index=page("[x](gone.md)"))

    status, headers, body = server.ask_all("/any/page.html")

    assert (status, headers["X-Content-Type-Options"]) == (200, "nosniff")
    assert "There is no page to show yet" in body
    assert "content/pages/index.md, line 5" in body


def test_many_problems_leave_room_for_the_page(start: Start) -> None:
    server = start(index=page("[x](gone.md)\n\n" * 30))

    body = server.ask()[1]

    assert body.count("<li>") == 10
    assert "And 20 more" in body


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda file: (file.unlink(), file.symlink_to("../../secret.txt")), id="a link out of the guide"),
        pytest.param(Path.unlink, id="nothing"),
    ],
)
def test_what_became_of_a_file_of_the_last_good_edition_is_not_shown(
    change: Callable[[Path], object], start: Start, tmp_path: Path
) -> None:
    write(tmp_path / "content/pages/hand.txt", "A hand.")
    write(tmp_path / "secret.txt", "SECRET")
    server = start(index=page("[hand](hand.txt)"))
    before, version = server.ask("/hand.txt"), server.version()

    change(server.guide / "content/pages/hand.txt")
    server.wait_for_newer(version)

    status, body = server.ask("/hand.txt")
    assert before == (200, "A hand.")
    assert (status, "SECRET" in body) == (404, False)


def test_a_folder_that_vanishes_does_not_end_the_preview(start: Start) -> None:
    server = start()
    version = server.version()
    (server.guide / "content").rename(server.guide / "gone")

    server.wait_for_newer(version)

    assert "Something needs to be mended" in server.ask()[1]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        pytest.param(
            "content/pages/index.md",
            page("| a |\n|---|\n" + "| a | b | c | d |\n" * 1000),
            "takes longer than 2 seconds to be read",
            id="a page",
        ),
        pytest.param(
            "templates/pages/plain.html",
            "{% for i in range(10**12) %}{% endfor %}",
            "templates/pages/plain.html:1:1</code>: The template stopped while drawing index.html",
            id="a template",
        ),
    ],
)
def test_what_has_no_end_is_stopped_and_shown(name: str, text: str, told: str, start: Start) -> None:
    server = start()
    version = server.version()
    write(server.guide / name, text)

    server.wait_for_newer(version)

    assert told in server.ask()[1]


def test_nothing_of_the_preview_reaches_the_published_site(start: Start) -> None:
    server = start()

    assert not (server.guide / "build").exists()


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_at_once_and_quietly(number: int, status: int, start: Start) -> None:
    server = start()
    with socket.create_connection(("127.0.0.1", server.port)) as waiting:
        events = f"GET /_crpsguide/events?seen={server.version()} HTTP/1.1"
        waiting.sendall(f"{events}\r\nHost: localhost\r\n\r\n".encode())
        waiting.recv(1000)

        server.process.send_signal(number)
        errors = server.process.communicate(timeout=PATIENCE)[1]
        told = waiting.recv(1000)

    assert (server.process.returncode, errors.strip()) == (status, "")
    assert b"data" not in told, "a browser asks again, and nobody answers"


def test_what_was_worked_out_first_is_kept_however_it_ends(start: Start) -> None:
    server = start()
    (server.guide / "build").mkdir()
    server.process.kill()

    again = start()
    again.process.kill()

    assert {one.name for one in (again.guide / "build/cache").glob("*.cache")} >= {"read.cache", "check.cache"}


def test_a_preview_that_begins_again_shows_its_pages_anew(start: Start) -> None:
    assert start().version() != start().version()


def test_another_folder_of_templates_in_place_of_one_is_watched(start: Start) -> None:
    server = start()
    version = server.version()
    for name in ("templates", "others"):
        write(server.guide / name / "offline.html", name)
    version = server.wait_for_newer(version).rpartition(" ")[2].strip()
    (server.guide / "templates").rename(server.guide / "away")
    (server.guide / "others").rename(server.guide / "templates")
    version = server.wait_for_newer(version).rpartition(" ")[2].strip()

    write(server.guide / "templates/offline.html", "Other words.")
    while "Other words." not in server.ask("/offline.html")[1]:
        version = server.wait_for_newer(version).rpartition(" ")[2].strip()


def test_a_browser_that_takes_nothing_holds_nobody_up(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "content/pages/long.txt", "words " * 2_000_000)
    server = start()
    with socket.create_connection(("127.0.0.1", server.port)) as stuck:
        stuck.sendall(b"GET /long.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")

        answered = server.ask()[0]
        server.process.send_signal(signal.SIGTERM)
        server.process.communicate(timeout=PATIENCE)

    assert (answered, server.process.returncode) == (200, 143)


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path, start: Start) -> None:
    server = start()

    ended = subprocess.run(
        [sys.executable, "-m", "crpsguide", "serve", str(server.guide), "--port", str(server.port)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 2
    assert f"The port {server.port} is taken" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="only setpriv takes a right away from root")
def test_a_port_that_is_not_allowed_is_told_in_one_line(tmp_path: Path) -> None:
    ended = subprocess.run(
        ["setpriv", *NO_LOW_PORTS, sys.executable, "-m", "crpsguide", "serve", write_guide(tmp_path), "--port", "1"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 2
    assert "The port 1 cannot be used: permission denied." in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_port_the_next_free_one_is_taken(start: Start) -> None:
    assert start().port != start().port


def test_the_preview_is_for_this_computer_alone(tmp_path: Path) -> None:
    guide = write_guide(tmp_path)

    ended = subprocess.run(
        [sys.executable, "-m", "crpsguide", "serve", str(guide), "--host", "0.0.0.0"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 2
    assert "this computer only" in ended.stderr
