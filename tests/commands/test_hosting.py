"""nginx and Caddy, where they are installed, serving a site with the configuration that a build generates."""

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.guides import write, write_guide
from tests.http_client import Answer, send_request

from crpsguide.cli import main

START_TIMEOUT = 20  # seconds
PRECOMPRESSED = b"/* compressed before it is served */"
NGINX = """\
daemon off; master_process off; pid {here}/nginx.pid; error_log stderr crit;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
  uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
  server {{ listen 127.0.0.1:{port}; root {site}; include {hosting}/nginx.conf; {subfolder} }}
}}
"""
CADDY = """\
{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  root * {site}
  import {hosting}/Caddyfile
  {subfolder}
}}
"""
# By name: the configuration, the command, and the directive for a guide in a subfolder of the served root.
SERVERS = {
    "nginx": (NGINX, ["nginx", "-p", "{here}", "-c", "{file}"], "set $guide /guide;"),
    "caddy": (CADDY, ["caddy", "run", "--adapter", "caddyfile", "--config", "{file}"], "vars guide /guide"),
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running web server, and the folder that it serves."""

    port: int
    root: Path

    def get(self, path: str, **headers: str) -> Answer:
        """The answer to a GET request."""
        return send_request(self.port, path, **headers)


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built guide, with files in the published folder that a server must not disclose."""
    guide = write_guide(tmp_path_factory.mktemp("guide"))
    write(guide / "content/pages/hand.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert main(["build", str(guide)]) == 0
    write(guide / "build/site/.env", "SECRET=1")
    write(guide / "build/site/.git/config", "SECRET")
    write(guide / "build/site/empty/note.txt", "A note.")
    (guide / "build/site/styles.css.gz").write_bytes(gzip.compress(PRECOMPRESSED))
    (guide / "build/site/out.txt").symlink_to("/etc/hostname")
    return guide


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from _running(request.param, guide / "build/site", guide, tmp_path_factory.mktemp(request.param))


@pytest.fixture(params=SERVERS)
def server_of_subfolder(request: pytest.FixtureRequest, guide: Path, tmp_path: Path) -> Iterator[Server]:
    """A server whose root has other content too; the guide is its folder `/guide/`."""
    shutil.copytree(guide / "build/site", tmp_path / "root/guide", symlinks=True)
    yield from _running(request.param, tmp_path / "root", guide, tmp_path / "server", is_subfolder=True)


def _running(name: str, root: Path, guide: Path, folder: Path, *, is_subfolder: bool = False) -> Iterator[Server]:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed here; “make audit” uses it where it is")
    configuration, command, subfolder = SERVERS[name]
    folder.mkdir(exist_ok=True)
    port = _free_port()
    values = {"here": folder, "port": port, "site": root, "hosting": guide / "build/hosting"}
    write(folder / "settings", configuration.format(**values, subfolder=subfolder if is_subfolder else ""))
    process = subprocess.Popen(
        [word.format(here=folder, file=folder / "settings") for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"HOME": str(folder)},
    )
    _wait_for(port, process)
    yield Server(port, root)
    process.kill()
    process.communicate()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_TIMEOUT
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            continue
        return
    process.kill()
    raise AssertionError(process.communicate()[0].decode())


def published_headers(site: Path) -> dict[str, str]:
    """The headers for all files, as `_headers` has them."""
    return dict(re.findall(r"^  ([\w-]+): (.*)$", (site / "_headers").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/", id="home page"),
        pytest.param("/living/pacing.html", id="page"),
        pytest.param("/hand.svg", id="image"),
        pytest.param("/scripts.js", id="script"),
        pytest.param("/manifest.webmanifest", id="manifest"),
        pytest.param("/deep/down/gone.html", id="missing page"),
        pytest.param("/living/", id="folder"),
    ],
)
def test_every_answer_has_all_headers(path: str, server: Server) -> None:
    expected = published_headers(server.root)

    headers = server.get(path).headers

    assert {name: headers.get(name) for name in expected} == expected
    assert len(expected) == 8


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="home page"),
        pytest.param("/index.html", 200, id="home page by file name"),
        pytest.param("/living/pacing.html", 200, id="page"),
        pytest.param("/scripts.js", 200, id="script"),
        pytest.param("/gone.html", 404, id="missing page"),
        pytest.param("/living/", 404, id="folder without an index"),
        pytest.param("/empty/", 404, id="folder of other files"),
        pytest.param("/.env", 404, id="hidden file"),
        pytest.param("/.git/config", 404, id="Git folder"),
        pytest.param("/%2egit/config", 404, id="Git folder, encoded"),
        pytest.param("/living/../.env", 404, id="hidden file, by a parent folder"),
        pytest.param("/_headers", 404, id="file for the host"),
        pytest.param("/../hosting/nginx.conf", (400, 404), id="parent folder"),
        pytest.param("/..%2fhosting/nginx.conf", (400, 404), id="parent folder, encoded"),
        pytest.param("/%00", (400, 404, 500), id="NUL"),
    ],
)
def test_only_site_files_are_served(path: str, status: int | tuple[int, ...], server: Server) -> None:
    answer = server.get(path)

    assert answer.status in (status if isinstance(status, tuple) else (status,))
    assert b"SECRET" not in answer.content
    assert b"note.txt" not in answer.content


@pytest.mark.parametrize("server", ["nginx"], indirect=True)  # Caddy has no directive for it
@pytest.mark.parametrize("path", ["/out.txt", "/404.html"])
def test_nginx_serves_neither_symbolic_links_nor_the_404_page_by_its_name(path: str, server: Server) -> None:
    answer = server.get(path)

    assert (answer.status, answer.content) == (404, (server.root / "404.html").read_bytes())


@pytest.mark.parametrize("server", ["nginx"], indirect=True)
def test_nginx_serves_challenges_for_certificates(server: Server) -> None:
    write(server.root / ".well-known/acme-challenge/a", "proof")

    answer = server.get("/.well-known/acme-challenge/a")

    assert (answer.status, answer.content) == (200, b"proof")


def test_a_folder_without_trailing_slash_redirects_within_the_site(server: Server) -> None:
    answer = server.get("/search")

    assert answer.status in (301, 308)
    assert urljoin("https://guide.example/search", answer.headers["Location"]) == "https://guide.example/search/"


def test_a_missing_page_is_answered_with_the_404_page_of_the_guide(server: Server) -> None:
    answer = server.get("/deep/down/gone.html")

    assert (answer.status, answer.content) == (404, (server.root / "404.html").read_bytes())
    assert answer.headers["Content-Type"].startswith("text/html")
    links = re.findall(r'(?:href|src)="(?!data:|mailto:)([^"#]+)"', answer.text)
    assert [link for link in links if server.get(link).status != 200] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/guide/", 200, id="home page"),
        pytest.param("/guide/living/pacing.html", 200, id="page"),
        pytest.param("/guide/gone.html", 404, id="missing page"),
        pytest.param("/guide/living/", 404, id="folder without an index"),
        pytest.param("/guide/.env", 404, id="hidden file"),
        pytest.param("/guide/_headers", 404, id="file for the host"),
    ],
)
def test_a_guide_can_be_served_from_a_subfolder(path: str, status: int, server_of_subfolder: Server) -> None:
    answer = server_of_subfolder.get(path)

    assert (answer.status, answer.headers["X-Content-Type-Options"]) == (status, "nosniff")
    assert (answer.content == (server_of_subfolder.root / "guide/404.html").read_bytes()) is (status == 404)
    assert "manifest+json" in server_of_subfolder.get("/guide/manifest.webmanifest").headers["Content-Type"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_methods_that_change_files_are_rejected(method: str, server: Server) -> None:
    assert send_request(server.port, "/living/pacing.html", method).status == 405


def test_head_returns_no_body(server: Server) -> None:
    answer = send_request(server.port, "/", "HEAD")

    assert (answer.status, answer.content) == (200, b"")
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_precompressed_file_is_served_to_clients_that_accept_it(server: Server) -> None:
    compressed = server.get("/styles.css", **{"Accept-Encoding": "gzip"})
    plain = server.get("/styles.css")

    assert (compressed.headers["Content-Encoding"], compressed.headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(compressed.content) == PRECOMPRESSED
    assert plain.content == (server.root / "styles.css").read_bytes()


def test_other_text_is_compressed_on_the_fly(server: Server) -> None:
    answer = server.get("/scripts.js", **{"Accept-Encoding": "gzip"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content) == (server.root / "scripts.js").read_bytes()


def test_an_unchanged_file_is_not_sent_again(server: Server) -> None:
    tag = server.get("/index.html").headers["ETag"]

    answer = server.get("/index.html", **{"If-None-Match": tag})

    assert (answer.status, answer.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "type"),
    [
        pytest.param("/", "text/html; charset=utf-8", id="page"),
        pytest.param("/styles.css", "text/css; charset=utf-8", id="style sheet"),
        pytest.param("/scripts.js", "javascript", id="script"),
        pytest.param("/hand.svg", "image/svg+xml", id="image"),
        pytest.param("/manifest.webmanifest", "application/manifest+json", id="manifest"),
    ],
)
def test_a_file_is_served_with_its_content_type(path: str, type: str, server: Server) -> None:
    assert type in server.get(path).headers["Content-Type"]


def test_the_server_version_is_not_disclosed(server: Server) -> None:
    assert not re.search(r"\d", server.get("/").headers.get("Server", ""))


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_all_configurations_set_the_headers_of_the_headers_file(name: str, guide: Path) -> None:
    configuration = (guide / f"build/hosting/{name}").read_text()

    headers = dict(re.findall(r'^(?:add_header |\t)([\w-]+) "(.*)"', configuration, re.MULTILINE))

    assert headers == published_headers(guide / "build/site")


def test_no_configuration_is_written_for_another_output_folder(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")

    main(["build", str(guide), "--output", str(tmp_path / "out/site")])

    assert {one.name for one in (tmp_path / "out").iterdir()} == {"site", ".site.crpsguide"}
    assert not (guide / "build/hosting").exists()
