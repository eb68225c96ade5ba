"""What is installed here: the program itself, the templates that come with it, its libraries and its Python."""

import contextlib
import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def builtin_templates() -> Path:
    """The templates that come with the package: beside its code in a wheel, at the top of a checkout."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"


@cache
def maker() -> str:
    """A key for all that makes a site: what another version, library or Python works out is not what this one does."""
    made = blake2b(sys.version.encode(), digest_size=16)
    for folder, folders, names in os.walk(str(PACKAGE)):  # paths are plain words, for there are hundreds
        folders[:] = sorted(one for one in folders if one not in ("templates", "__pycache__"))
        made.update(f"{folder.removeprefix(str(PACKAGE))}\0".encode())
        for name in sorted(names):
            with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
                made.update(f"{name}\0".encode() + file.read())
    for place in sorted({*sys.path}):
        with contextlib.suppress(OSError), os.scandir(place or ".") as found:
            made.update("".join(sorted(f"{one.name}\0" for one in found if one.name.endswith(".dist-info"))).encode())
    return made.hexdigest()
