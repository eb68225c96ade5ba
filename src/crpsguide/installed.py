"""The installed package: the folder of its templates, and a digest of its code, its libraries and its Python."""

import contextlib
import os
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def builtin_templates() -> Path:
    """The folder of the package's templates: inside the package in a wheel, at the top of a checkout."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"


@cache
def program_digest() -> str:
    """A digest of this package's code and data, the names of installed libraries, and Python's version.

    It is part of every cache key, since another version may give other results. Templates have digests of their own.
    """
    digest = blake2b(sys.version.encode(), digest_size=16)
    for folder, folders, names in os.walk(str(PACKAGE)):  # strings are faster than `Path` for hundreds of files
        folders[:] = sorted(name for name in folders if name not in ("templates", "__pycache__"))
        digest.update(f"{folder.removeprefix(str(PACKAGE))}\0".encode())
        for name in sorted(names):
            with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
                digest.update(f"{name}\0".encode() + file.read())
    for folder in sorted({*sys.path}):
        with contextlib.suppress(OSError), os.scandir(folder or ".") as entries:
            libraries = [entry.name for entry in entries if entry.name.endswith(".dist-info")]  # “nh3-0.3.0.dist-info”
            digest.update("".join(sorted(f"{library}\0" for library in libraries)).encode())
    return digest.hexdigest()
