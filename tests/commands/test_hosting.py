"""The site as real web servers serve it, with the files that the build made for them."""

import gzip
import http.client
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

from crpsguide.cli import main

PATIENCE = 20  # seconds
PACKED = b"/* packed beforehand */"
NGINX = """\
daemon off; master_process off; pid {here}/nginx.pid; error_log stderr crit;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {here}/a; proxy_temp_path {here}/b; fastcgi_temp_path {here}/c;
  uwsgi_temp_path {here}/d; scgi_temp_path {here}/e;
  server {{ listen 127.0.0.1:{port}; root {site}; include {hosting}/nginx.conf; {folder} }}
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
  {folder}
}}
"""
SERVERS = {
    "nginx": (NGINX, ["nginx", "-p", "{here}", "-c", "{file}"], "set $guide /guide;"),
    "caddy": (CADDY, ["caddy", "run", "--adapter", "caddyfile", "--config", "{file}"], "vars guide /guide"),
}


@dataclass(frozen=True)
class Host:
    port: int
    site: Path

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide that was built, with what a careless hand may leave in the published folder."""
    guide = write_guide(tmp_path_factory.mktemp("guide"))
    write(guide / "content/pages/hand.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert main(["build", str(guide)]) == 0
    write(guide / "build/site/.env", "SECRET=1")
    write(guide / "build/site/.git/config", "SECRET")
    write(guide / "build/site/empty/note.txt", "A note.")
    (guide / "build/site/styles.css.gz").write_bytes(gzip.compress(PACKED))
    (guide / "build/site/out.txt").symlink_to("/etc/hostname")
    return guide


@pytest.fixture(scope="module", params=SERVERS)
def host(request: pytest.FixtureRequest, guide: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    yield from _served(request.param, guide / "build/site", guide, tmp_path_factory.mktemp(request.param))


@pytest.fixture(params=SERVERS)
def host_of_a_folder(request: pytest.FixtureRequest, guide: Path, tmp_path: Path) -> Iterator[Host]:
    """A server with other things to serve, of which the guide is the folder `/guide/`."""
    shutil.copytree(guide / "build/site", tmp_path / "root/guide", symlinks=True)
    yield from _served(request.param, tmp_path / "root", guide, tmp_path / "server", in_folder=True)


def _served(name: str, site: Path, guide: Path, here: Path, *, in_folder: bool = False) -> Iterator[Host]:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed here; “make audit” tries it where it is")
    settings, command, folder = SERVERS[name]
    here.mkdir(exist_ok=True)
    port = _free_port()
    places = {"here": here, "port": port, "site": site, "hosting": guide / "build/hosting"}
    write(here / "settings", settings.format(**places, folder=folder if in_folder else ""))
    words = [word.format(here=here, file=here / "settings") for word in command]
    environment = os.environ | {"HOME": str(here)}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    _wait_for(port, process)
    yield Host(port, site)
    process.kill()
    process.communicate()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            continue
        return
    process.kill()
    raise AssertionError(process.communicate()[0].decode())


def published_headers(site: Path) -> dict[str, str]:
    return dict(re.findall(r"^  ([\w-]+): (.*)$", (site / "_headers").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/", id="home"),
        pytest.param("/living/pacing.html", id="page"),
        pytest.param("/hand.svg", id="drawing"),
        pytest.param("/scripts.js", id="script"),
        pytest.param("/manifest.webmanifest", id="manifest"),
        pytest.param("/deep/down/gone.html", id="no page"),
        pytest.param("/living/", id="folder"),
    ],
)
def test_every_answer_carries_all_headers(path: str, host: Host) -> None:
    wanted = published_headers(host.site)
    told = host.ask(path)[1]

    assert {name: told.get(name) for name in wanted} == wanted
    assert len(wanted) == 8


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="home"),
        pytest.param("/index.html", 200, id="home by name"),
        pytest.param("/living/pacing.html", 200, id="page"),
        pytest.param("/scripts.js", 200, id="script"),
        pytest.param("/gone.html", 404, id="no page"),
        pytest.param("/living/", 404, id="a folder is not listed"),
        pytest.param("/empty/", 404, id="nor one with a file of somebody else"),
        pytest.param("/.env", 404, id="hidden"),
        pytest.param("/.git/config", 404, id="history"),
        pytest.param("/%2egit/config", 404, id="history, encoded"),
        pytest.param("/living/../.env", 404, id="hidden, by a way round"),
        pytest.param("/_headers", 404, id="what is for the host"),
        pytest.param("/../hosting/nginx.conf", (400, 404), id="climbing"),
        pytest.param("/..%2fhosting/nginx.conf", (400, 404), id="climbing, encoded"),
        pytest.param("/%00", (400, 404, 500), id="NUL"),
    ],
)
def test_what_is_served_and_what_is_not(path: str, status: int | tuple[int, ...], host: Host) -> None:
    told, _, body = host.ask(path)

    assert told in (status if isinstance(status, tuple) else (status,))
    assert b"SECRET" not in body
    assert b"note.txt" not in body


@pytest.mark.parametrize("host", ["nginx"], indirect=True)  # Caddy has no words for it
@pytest.mark.parametrize("path", ["/out.txt", "/404.html"])
def test_nginx_shows_no_links_out_of_the_site_nor_the_page_for_lost_visitors_by_its_name(path: str, host: Host) -> None:
    status, _, body = host.ask(path)

    assert (status, body) == (404, (host.site / "404.html").read_bytes())


@pytest.mark.parametrize("host", ["nginx"], indirect=True)
def test_nginx_shows_what_proves_whose_address_it_is(host: Host) -> None:
    write(host.site / ".well-known/acme-challenge/a", "proof")

    assert host.ask("/.well-known/acme-challenge/a")[::2] == (200, b"proof")


def test_a_folder_without_its_slash_leads_to_its_page_by_whatever_way_it_was_reached(host: Host) -> None:
    status, headers, _ = host.ask("/search")

    assert status in (301, 308)
    assert urljoin("https://guide.example/search", headers["Location"]) == "https://guide.example/search/"


def test_a_missing_page_is_told_in_the_guides_own_words(host: Host) -> None:
    status, headers, body = host.ask("/deep/down/gone.html")

    assert (status, body) == (404, (host.site / "404.html").read_bytes())
    assert headers["Content-Type"].startswith("text/html")
    assert [
        one for one in re.findall(r'(?:href|src)="(?!data:|mailto:)([^"#]+)"', body.decode()) if host.ask(one)[0] != 200
    ] == []


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/guide/", 200, id="home"),
        pytest.param("/guide/living/pacing.html", 200, id="page"),
        pytest.param("/guide/gone.html", 404, id="no page"),
        pytest.param("/guide/living/", 404, id="a folder is not listed"),
        pytest.param("/guide/.env", 404, id="hidden"),
        pytest.param("/guide/_headers", 404, id="what is for the host"),
    ],
)
def test_a_guide_may_be_one_folder_of_its_address(path: str, status: int, host_of_a_folder: Host) -> None:
    told, headers, body = host_of_a_folder.ask(path)

    assert (told, headers["X-Content-Type-Options"]) == (status, "nosniff")
    assert (body == (host_of_a_folder.site / "guide/404.html").read_bytes()) is (status == 404)
    assert "manifest+json" in host_of_a_folder.ask("/guide/manifest.webmanifest")[1]["Content-Type"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_the_site_is_only_to_look_at(method: str, host: Host) -> None:
    assert host.ask("/living/pacing.html", method)[0] == 405


def test_head_gives_the_headers_alone(host: Host) -> None:
    status, headers, body = host.ask("/", "HEAD")

    assert (status, body) == (200, b"")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_file_that_was_packed_beforehand_is_sent_as_it_is(host: Host) -> None:
    _, headers, body = host.ask("/styles.css", **{"Accept-Encoding": "gzip"})

    assert (headers["Content-Encoding"], headers["Vary"]) == ("gzip", "Accept-Encoding")
    assert gzip.decompress(body) == PACKED
    assert host.ask("/styles.css")[2] == (host.site / "styles.css").read_bytes()


def test_other_text_is_packed_on_the_way(host: Host) -> None:
    _, headers, body = host.ask("/scripts.js", **{"Accept-Encoding": "gzip"})

    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (host.site / "scripts.js").read_bytes()


def test_a_file_that_did_not_change_is_not_sent_again(host: Host) -> None:
    tag = host.ask("/index.html")[1]["ETag"]

    assert host.ask("/index.html", **{"If-None-Match": tag})[::2] == (304, b"")


@pytest.mark.parametrize(
    ("path", "sort"),
    [
        pytest.param("/", "text/html; charset=utf-8", id="page"),
        pytest.param("/styles.css", "text/css; charset=utf-8", id="style"),
        pytest.param("/scripts.js", "javascript", id="script"),
        pytest.param("/hand.svg", "image/svg+xml", id="drawing"),
        pytest.param("/manifest.webmanifest", "application/manifest+json", id="manifest"),
    ],
)
def test_files_are_told_for_what_they_are(path: str, sort: str, host: Host) -> None:
    assert sort in host.ask(path)[1]["Content-Type"]


def test_the_version_of_the_server_is_nobodys_business(host: Host) -> None:
    assert not re.search(r"\d", host.ask("/")[1].get("Server", ""))


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_all_servers_are_told_the_same_headers(name: str, guide: Path) -> None:
    told = dict(re.findall(r'^(?:add_header |\t)([\w-]+) "(.*)"', (guide / f"build/hosting/{name}").read_text(), re.M))

    assert told == published_headers(guide / "build/site")


def test_nothing_for_servers_comes_near_an_output_of_ones_own(tmp_path: Path) -> None:
    guide = write_guide(tmp_path / "guide")

    main(["build", str(guide), "--output", str(tmp_path / "out/site")])

    assert {one.name for one in (tmp_path / "out").iterdir()} == {"site", ".site.crpsguide"}
    assert not (guide / "build/hosting").exists()
