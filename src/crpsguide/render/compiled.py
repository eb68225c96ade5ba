"""A cache of compiled built-in templates: compiling those of one page takes longer than rendering it."""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from crpsguide.installed import program_digest
from crpsguide.model import key_of


class CompiledTemplates(BytecodeCache):
    """Stores the bytecode of the templates in one folder in `__pycache__`, beside that of our modules.

    Loaded bytecode is executed. So it never lies in the folder of a guide, which may come from a stranger; whoever can
    write to `__pycache__` can change our modules too. A guide's own templates are not stored, since nothing would
    delete them again.
    """

    def __init__(self, templates: Path, folder: Path | None = None) -> None:
        self.templates = templates
        self.folder = folder or Path(cache_from_source(__file__)).parent

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The key of a template; empty for one from another folder, which is not stored."""
        is_builtin = filename is not None and Path(filename).is_relative_to(self.templates)
        return super().get_cache_key(name, filename) if is_builtin else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load stored bytecode; Jinja discards it if its checksum is not that of the template."""
        if not bucket.key:
            return
        with suppress(OSError), self._file(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store bytecode in one step. If the folder is not writable, templates are compiled in each run."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        file = self._file(bucket)
        temporary = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(bucket.bytecode_to_string())
            temporary.replace(file)

    def get_source_checksum(self, source: str) -> str:
        """A checksum of a template's text, this program and its Python."""
        return key_of(program_digest(), source)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.template"
