"""Where something stands in the files of a guide."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a file.

    `path` is relative to the guide's folder. Lines and columns count from 1, columns in
    characters, front matter included. The end is the first column behind the stretch;
    0 means that only the start is known.
    """

    path: PurePosixPath
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
