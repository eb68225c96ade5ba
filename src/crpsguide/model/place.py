"""Positions in the files of a guide."""

from operator import attrgetter
from pathlib import PurePosixPath

from crpsguide.frozen import frozen

_sort_key = attrgetter("path", "line", "column", "end_line", "end_column")


@frozen
class Place:
    """A range of text in a file.

    `path` is relative to the guide's folder. Lines and columns count from 1, in characters, front matter included.
    The end is exclusive; 0 means that only the start is known.
    """

    path: PurePosixPath
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __lt__(self, other: "Place") -> bool:
        return _sort_key(self) < _sort_key(other)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
