"""The words of a passage as a reader sees them, and where each of them stands in the source."""

import html
import re
from dataclasses import dataclass, field

from crpsguide.model import Citation
from crpsguide.read.links import end_of_link, end_of_target

# What stands in a source without being seen: addresses, citations, notes, tags, attributes, pictures.
_CITATION = re.compile(r"\[[@^][^\[\]]*\]")
_AUTOLINK = re.compile(r"<(?=https?:|mailto:|[\w.+-]+@)")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*\}")
_ENTITY = re.compile(r"&#?\w+;")
_CLOSING = re.compile(r"[*_`>]|</[A-Za-z][^<>]*>")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class VisibleText:
    """The visible words of a passage, gathered part by part.

    `known` holds pairs of a place in the words and the offset in the source that a mark told
    there; `citations` the place of each group of citations in the words.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    known: list[tuple[int, int]] = field(default_factory=list)
    citations: list[tuple[int, tuple[Citation, ...]]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Add words at the end."""
        self.parts.append(words)
        self.length += len(words)

    @property
    def words(self) -> str:
        """All words so far."""
        return "".join(self.parts)

    def as_read(self, words: str, start: int, end: int) -> str:
        """A stretch of the words in one line, without the blanks that citations leave in front of a stop."""
        if not self.citations:
            return " ".join(words[start:end].split())
        left = [at for at, _ in self.citations if start < at < end and words[at] in ".,;:!?"]
        parts = [words[one:other] for one, other in zip([start, *left], [*left, end], strict=True)]
        return " ".join("".join([*(one.rstrip() for one in parts[:-1]), parts[-1]]).split())

    def offsets(self, words: str, body: str) -> "Offsets":
        """Where each character of the words begins and ends in the source; of no length when no mark is known."""
        found = Offsets([], [])
        known = self.known
        for number, (first, offset) in enumerate(known):
            stop, limit = known[number + 1] if number + 1 < len(known) else (len(words), _end_of_block(body, offset))
            if number == 0:
                found.add(offset, 0, times=first)
            found.align(words[first:stop], body, offset, min(limit, len(body)))
        return found

    def stretch(self, offsets: "Offsets", start: int, end: int, body: str) -> tuple[int, int]:
        """Where the words from `start` to `end` begin and end in the source, with what closes around them."""
        first = offsets.starts[start]
        marked = [offset for at, offset in self.known if at == start and offset <= first]
        return (marked[-1] if marked else first), _behind_closing(body, offsets.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where in the source each character of some words starts and ends."""

    starts: list[int]
    ends: list[int]

    def add(self, offset: int, length: int, times: int = 1) -> None:
        """Add characters that all stand in one stretch of the source; of no length, they have no place in it."""
        self.starts.extend([offset] * times)
        self.ends.extend([offset + length] * times)

    def add_typed(self, offset: int, count: int) -> None:
        """Add characters that stand side by side in the source."""
        self.starts.extend(range(offset, offset + count))
        self.ends.extend(range(offset + 1, offset + count + 1))

    def align(self, words: str, body: str, offset: int, limit: int) -> None:
        """Walk along the source and the words together, past all that is not seen."""
        end = offset + len(words)
        if end <= limit and "&" not in words and body[offset:end].replace("\n", " ") == words:
            self.add_typed(offset, len(words))
            return
        at = 0
        while at < len(words):
            if (letters := _LETTERS.match(words, at)) and body.startswith(letters[0], offset, limit):
                self.add_typed(offset, len(letters[0]))
                at, offset = letters.end(), offset + len(letters[0])
                continue
            character = words[at]
            at += 1
            if offset < limit and body[offset] == character != "&":
                self.add(offset, 1)
                offset += 1
                continue
            entity = _ENTITY.match(body, offset, limit) if body[offset : offset + 1] == "&" else None
            if entity and words.startswith(html.unescape(entity[0]), at - 1):
                self.add(offset, entity.end() - offset)
                offset = entity.end()
                continue
            here = _next(character, body, offset, limit)
            if here is None:
                self.add(offset, 0)  # the library's own addition: it has no place in the source
            else:
                self.add(here, 1)
                offset = here + 1


def _next(character: str, body: str, offset: int, limit: int) -> int | None:
    """The offset of the next visible character, if it is this one."""
    while offset < limit:
        written = body[offset]
        if written == character or (written.isspace() and character == " "):
            return offset
        behind = _behind_unseen(body, offset)
        if behind is None:
            return None
        offset = behind
    return None


def _behind_unseen(body: str, offset: int) -> int | None:
    """The offset behind what begins here and is not seen; None before a letter or digit that is."""
    character = body[offset]
    if character == "[" and (citation := _CITATION.match(body, offset)):
        return citation.end()
    if character == "!" and body.startswith("[", offset + 1):
        return end_of_link(body, offset)
    if character == "]" and body[offset + 1 : offset + 2] in ("(", "["):
        return end_of_target(body, offset + 1)
    if character == "<" and not _AUTOLINK.match(body, offset) and (tag := _TAG.match(body, offset)):
        return tag.end()
    if character == "{" and (attributes := _ATTRIBUTES.match(body, offset)):
        return attributes.end()
    return None if character.isalnum() else offset + 1


def _behind_closing(body: str, offset: int) -> int:
    """The offset behind the ends of links, emphasis, code and tags that stand here."""
    while offset < len(body):
        if body[offset] == "]":
            offset = end_of_target(body, offset + 1)
        elif closing := _CLOSING.match(body, offset):
            offset = closing.end()
        else:
            break
    return offset


def _end_of_block(body: str, offset: int) -> int:
    end = body.find("\n\n", offset)
    return end if end >= 0 else len(body)
