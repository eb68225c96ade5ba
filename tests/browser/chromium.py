"""Finds a Chromium for the browser tests. Run as a program it also installs one when there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

APT = "apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell fonts-dejavu-core"
NPM = "npm install --no-save --ignore-scripts @sparticuz/chromium"
UNPACK = "import c from '@sparticuz/chromium'; console.log(await c.executablePath())"
PLACES = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_browser() -> str | None:
    """Path of a Chromium: the one asked for, Debian's, or the one inside the npm package."""
    for path in (os.environ.get("CRPSGUIDE_BROWSER"), *PLACES):
        if path and Path(path).exists():
            return path
    if not Path("node_modules/@sparticuz/chromium").is_dir():
        return None
    unpacked = subprocess.run(
        ["node", "--input-type=module", "-e", UNPACK], capture_output=True, text=True, check=True, timeout=60
    )
    return unpacked.stdout.strip()


def main() -> str | None:
    """Install a browser if there is none; the reason when that cannot be done."""
    if find_browser():
        return None
    for command, is_possible in (
        (APT, shutil.which("apt-get") and os.geteuid() == 0),
        (f"sudo -n sh -c '{APT}'", shutil.which("apt-get") and shutil.which("sudo")),
        (NPM, shutil.which("npm")),
    ):
        if is_possible and subprocess.run(command, shell=True, check=False).returncode == 0 and find_browser():
            return None
    return f"No Chromium was found, and none could be installed. Install one, for example: {APT}"


if __name__ == "__main__":
    sys.exit(main())
