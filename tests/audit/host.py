"""Serves the site with nginx and the configuration that a build generates."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from string import Template

from tests.audit.programs import NotInstalledError, ProgramError

from crpsguide.installed import builtin_templates
from crpsguide.render import render_hosting

CERTIFICATE = Path(__file__).parent.parent / "probe/self-signed.pem"  # for 127.0.0.1
NAME = "guide.example"
PUBLISHED = f"https://{NAME}/"  # the address that the site is built for
START_TIMEOUT = 10.0  # seconds
CONFIGURATION = Template("""\
daemon off;
master_process off;
pid $folder/nginx.pid;
error_log $folder/error.log;
include /etc/nginx/modules-enabled/*.conf;
worker_rlimit_nofile 8192;
events { worker_connections 4096; } # the link checker leaves a connection open for every file that is no page
http {
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    root "$site";
    server {
        listen 127.0.0.1:$plain;
        include "$folder/shipped.conf";
    }
    server {
        listen 127.0.0.1:$secure ssl http2;
        ssl_certificate $certificate;
        ssl_certificate_key $certificate;
        include "$folder/shipped.conf";
    }
    server {
        listen 127.0.0.1:$redirecting;
        return 301 https://127.0.0.1:$secure$$request_uri;
    }
}
""")


@dataclass(frozen=True, slots=True)
class Host:
    """The ports of nginx: HTTP, HTTPS, and one that redirects to HTTPS."""

    plain: int
    secure: int
    redirecting: int

    @property
    def flags(self) -> tuple[str, ...]:
        """The command-line flags with which Chromium reaches the site at its published address."""
        return (f"--host-resolver-rules=MAP {NAME}:443 127.0.0.1:{self.secure}", "--ignore-certificate-errors")

    @property
    def home(self) -> str:
        """The address of the site for other programs; it ends in a slash."""
        return f"http://127.0.0.1:{self.plain}/"


@contextmanager
def hosted(site: Path, folder: Path) -> Iterator[Host]:
    """Serve the site while the context lasts. nginx writes its own files to `folder`.

    Raises:
        NotInstalledError: nginx is not installed.
        ProgramError: nginx does not start.
    """
    folder.mkdir(parents=True, exist_ok=True)
    host = Host(*_free_ports())
    configuration = folder / "nginx.conf"
    shipped = render_hosting([builtin_templates()])[PurePosixPath("nginx.conf")]
    (folder / "shipped.conf").write_bytes(shipped)
    configuration.write_text(
        CONFIGURATION.substitute(
            folder=folder.resolve(),
            site=site.resolve(),
            certificate=CERTIFICATE.resolve(),
            plain=host.plain,
            secure=host.secure,
            redirecting=host.redirecting,
        ),
        "utf-8",
    )
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        raise NotInstalledError("nginx is not installed: apt-get install nginx-light")
    with subprocess.Popen([nginx, "-c", configuration.resolve()], stderr=subprocess.PIPE, text=True) as server:
        try:
            _wait_for(server, host.plain)
            yield host
        finally:
            server.terminate()


def _free_ports() -> tuple[int, int, int]:
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
    first, second, third = (listener.getsockname()[1] for listener in listeners)
    for listener in listeners:
        listener.close()
    return first, second, third


def _wait_for(server: subprocess.Popen[str], port: int) -> None:
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end:
        if server.poll() is not None:
            raise ProgramError(f"nginx exited: {server.stderr.read() if server.stderr else ''}")
        with socket.socket() as connection:
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise ProgramError(f"nginx did not answer within {START_TIMEOUT:.0f} seconds")
