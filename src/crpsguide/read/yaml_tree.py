"""Parses YAML into strings, lists and mappings with their places, without the features that surprise editors.

Scalars stay strings (`no`, `1.10`, `2026-02-30`); the types of fields decide what they mean. Aliases, merge keys, tags
and duplicate keys are refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import PurePosixPath

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from crpsguide.errors import PageError
from crpsguide.frozen import frozen
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Place
from crpsguide.read.text import first_hidden, hidden_name
from crpsguide.read.yaml_faults import CODE, CODE_HELP, HALF, HALF_HELP, character_error, syntax_error

Tree = str | None | list["Tree"] | dict[str, "Tree"]
Path = tuple[str | int, ...]

MAX_DEPTH = 12  # levels; the deepest file of a guide has 6
SENTENCE = 3  # words; a shorter value is a name or a date
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C, if installed, is eight times as fast
NULLS = ("", "~", "null", "Null", "NULL")  # YAML 1.1, type null


@frozen
class Document:
    """A parsed YAML text. `values` and `keys` are the places of values and keys, by path.

    `lines` are those of the text, `first_line` is the number of the first one in the file.
    """

    data: dict[str, Tree]
    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    lines: Sequence[str] = field(default=(), repr=False)
    first_line: int = 1

    @property
    def dotted_places(self) -> dict[str, Place]:
        """The places of the values, by dotted path (`related.0`)."""
        return {".".join(map(str, path)): place for path, place in self.values.items() if path}

    def place(self, path: Path) -> Place:
        """The place of the value at a path, or of the nearest value that contains the path."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values[path]


def parse_yaml(text: str, path: PurePosixPath, first_line: int = 1, *, what: str = "This") -> Document:
    """Parse a mapping.

    `first_line` is the first line of the text in the file, `what` the name of the text in messages.

    Raises:
        PageError: the text is not YAML, contains something that is refused, or is not a mapping.
    """
    builder = _Builder(path, text.split("\n"), first_line)
    try:
        data = builder.document(yaml.parse(text, Loader=LOADER))
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text, first_line) from error
    except yaml.reader.ReaderError as error:
        raise character_error(error, text, first_line) from error
    if data is None:
        data = {}
    if not isinstance(data, dict):
        line, column = builder.values[()].line, builder.values[()].column
        raise PageError(
            f"{what} should be lines such as “{EXAMPLES.get(what, 'title: Pacing')}”.",
            "Begin each line with a key, a colon and a blank.",
            line=line,
            column=column,
        )
    return Document(data, builder.values, builder.keys, text.split("\n"), first_line)


EXAMPLES = {"The options of a block": "level: urgent"}  # by the name of the text
# A comment after a value.
_COMMENT = LazyPattern(r"[ \t]+(?P<comment>#(?P<joined>[^\s#])?)")
_WORDS = LazyPattern(r"\s|^[A-Z][a-z]")
_WORD = LazyPattern(r"[^\W\d_]+")
_ESCAPE = LazyPattern(r"\\(?:(?P<letter>[ntrNLP_ ])|.)")  # escaped quotes and backslashes, and code points, are allowed


class _Builder:
    """Builds the tree from parser events, and records the places of keys and values."""

    def __init__(self, path: PurePosixPath, lines: Sequence[str], first_line: int) -> None:
        self.path = path
        self.lines = lines
        self.first_line = first_line
        self.values: dict[Path, Place] = {(): Place(path, first_line)}
        self.keys: dict[Path, Place] = {}

    def document(self, events: Iterator[Event]) -> Tree:
        data: Tree = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._fault(event, "A second document begins here.", "Remove the line “---”.")
                data = self._node(next(events), events, ())
        return data

    def _node(self, event: Event, events: Iterator[Event], path: Path) -> Tree:
        if isinstance(event, AliasEvent):
            raise self._fault(event, "“*” makes an alias of another value.", "Write the value out again.")
        if getattr(event, "anchor", None):
            raise self._fault(
                event, "“&” marks this value for an alias.", "Remove the mark, or put the text in quotes."
            )
        if getattr(event, "tag", None) is not None:
            raise self._fault(event, "“!” gives this value a tag.", "Remove it, or put the text in quotes.")
        if len(path) > MAX_DEPTH:
            raise self._fault(event, "This is nested too deeply.", "Use fewer levels of brackets or indents.")
        self.values[path] = self._place(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(events, path)
        assert isinstance(event, MappingStartEvent)
        return self._mapping(events, path)

    def _scalar(self, event: ScalarEvent) -> str | None:
        try:
            event.value.encode()
        except UnicodeEncodeError:
            raise self._fault(event, HALF, HALF_HELP) from None
        if (hidden := first_hidden(event.value)) is not None:
            raise self._fault(
                event,
                f"A backslash writes a character here that cannot be seen: {hidden_name(event.value[hidden])}.",
                "Delete it.",
            )
        if event.style == '"':
            self._refuse_escapes(event)
        self._refuse_truncated(event)
        if event.implicit[0] and event.value in NULLS:
            return None
        return str(event.value)

    def _refuse_escapes(self, event: ScalarEvent) -> None:
        """Refuse escaped letters, which are probably not meant as line ends and the like, as in a Windows path.

        Raises:
            PageError: there is one in the scalar.
        """
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None  # the parser marks every event
        for number in range(start.line, min(end.line + 1, len(self.lines))):
            line = self.lines[number][: end.column if number == end.line else None]
            for escape in _ESCAPE.finditer(line, start.column if number == start.line else 0):
                if escape["letter"]:
                    raise PageError(CODE, CODE_HELP, line=number + self.first_line, column=escape.start() + 1)

    def _refuse_truncated(self, event: ScalarEvent) -> None:
        """Refuse an unquoted text that continues after “#”, which begins a comment in YAML.

        It continues if a letter follows (“Reason #1”); on a page, where comments are rare, if there are words before
        (“Pain # what helps”); in a record, if there is a sentence before, followed by a single space.

        Raises:
            PageError: the text is truncated.
        """
        end = event.end_mark
        if event.style or end is None or end.line >= len(self.lines):
            return
        comment = _COMMENT.match(self.lines[end.line], end.column)
        if comment is None:
            return
        if self.path.suffix == ".md":
            is_continued = bool(_WORDS.search(event.value))
        else:
            is_near = comment.start("comment") == end.column + 1
            is_continued = is_near and len(_WORD.findall(event.value)) >= SENTENCE
        if comment["joined"] or is_continued:
            raise PageError(
                "What follows “#” on this line would be left out.",
                "Put the whole text in quotes; if this is a note, begin a line of its own with it.",
                line=end.line + self.first_line,
                column=comment.start("comment") + 1,
            )

    def _sequence(self, events: Iterator[Event], path: Path) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(self._node(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[Event], path: Path) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            if not isinstance(event, ScalarEvent):
                raise self._fault(event, "A key must be one word.", "Write the key before the colon.")
            key = self._scalar(event) or str(event.value)
            if key == "<<":
                raise self._fault(event, "“<<” merges other keys into this one.", "Write the keys out.")
            if key in mapping:
                first = self.keys[(*path, key)].line
                raise self._fault(
                    event, f"“{key}” stands here a second time.", f"Keep one of them; the first is on line {first}."
                )
            self.keys[(*path, key)] = self._place(event)
            mapping[key] = None
            mapping[key] = self._node(next(events), events, (*path, key))
        return mapping

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None  # the parser marks every event
        line = start.line + self.first_line
        is_block = isinstance(event, ScalarEvent) and event.style in ("|", ">")
        if isinstance(event, ScalarEvent) and not is_block and start.index < end.index:
            return Place(self.path, line, start.column + 1, end.line + self.first_line, end.column + 1)
        return Place(self.path, line, start.column + 1)

    def _fault(self, event: Event, message: str, help: str) -> PageError:
        place = self._place(event)
        return PageError(message, help, line=place.line, column=place.column)
