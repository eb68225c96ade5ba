"""Built-in templates as they were compiled before: to compile those of one page takes longer than to draw it."""

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
    """Keeps the compiled templates of one folder where Python keeps our compiled modules.

    What is loaded is run. So none lies in the folder of a guide, which may be a stranger's: who can write here can
    change the modules too. Templates of guides are not kept, for nobody would take them away again.
    """

    def __init__(self, templates: Path, folder: Path | None = None) -> None:
        self.templates = templates
        self.folder = folder or Path(cache_from_source(__file__)).parent

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name that a template is kept by; empty for one of another folder."""
        is_ours = filename is not None and Path(filename).is_relative_to(self.templates)
        return super().get_cache_key(name, filename) if is_ours else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, unless the template, this program or its Python has changed since."""
        if not bucket.key:
            return
        with suppress(OSError), self._file(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds, in one step; a folder that is not ours to write costs time, and nothing else."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        file = self._file(bucket)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(bucket.bytecode_to_string())
            new.replace(file)

    def get_source_checksum(self, source: str) -> str:
        """What tells a template from one of before: its text, and all that compiled it."""
        return key_of(program_digest(), source)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.template"
