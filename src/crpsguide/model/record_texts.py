"""The published text of records: evidence, clinics, contacts, the glossary, the settings."""

from dataclasses import field
from enum import Enum
from pathlib import PurePosixPath

from crpsguide.frozen import frozen
from crpsguide.model.text import Passage


class TextKind(Enum):
    """The kind of file that contains a text."""

    PAGE = "page"
    CLAIM = "claim"
    SOURCE = "source"
    ORGANISATION = "organisation"
    CONTACT = "contact"
    TERM = "term"
    CHANGE = "change"
    WORDING = "wording"
    SETTINGS = "settings"


@frozen(kw_only=True)
class RecordText:
    """The published text of one file of records.

    The `heading` of a passage is the path of its value (`findings.pain.says`). A finding's sentence cites that finding
    and the summary of a source that source, so that rules compare them with the numbers.
    """

    kind: TextKind
    path: PurePosixPath
    passages: tuple[Passage, ...]
    source_lines: tuple[str, ...] = field(repr=False, default=())
