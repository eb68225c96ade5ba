"""The words of a passage as a reader sees them, and where each of them stands in the source."""

import html
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Citation
from crpsguide.read.links import end_of_link, end_of_target

# What stands in a source without being seen: addresses, citations, notes, tags, attributes, pictures.
_CITATION = LazyPattern(r"\[[@^][^\[\]]*\]")
_AUTOLINK = LazyPattern(r"<(?=https?:|mailto:|[\w.+-]+@)")
_TAG = LazyPattern(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_ATTRIBUTES = LazyPattern(r"\{:?[^{}\n]*\}")
_ENTITY = LazyPattern(r"&#?\w+;")
_CLOSING = LazyPattern(r"[*_`>]|</[A-Za-z][^<>]*>")
_LETTERS = LazyPattern(r"[^\W_]+")


@dataclass(slots=True)
class VisibleText:
    """The visible words of a passage, gathered part by part.

    `known` holds pairs of a place in the words and the offset in the source that a mark, or the end of a link, told
    there; `citations` the place of each group of citations in the words.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    known: list[tuple[int, int]] = field(default_factory=list)
    citations: list[tuple[int, tuple[Citation, ...]]] = field(default_factory=list)
    _walked: tuple[int, int, int] = (-1, 0, 0)  # behind which mark, up to where in the words, and in the source

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

    def stretch(self, words: str, start: int, end: int, body: str) -> tuple[int, int]:
        """Where the words from `start` to `end` begin and end in the source, with what closes around them."""
        number = self._last_mark(end - 1)
        at, first = self.known[number] if number >= 0 else (-1, 0)
        if 0 <= at <= start and self._is_typed(words, number, end, body):  # as of most sentences
            self._walked = number, end, first + end - at
            return first + start - at, _behind_closing(body, first + end - at)
        number = self._last_mark(start)
        if number < 0 or self.known[number][0] < start:
            first = self._offsets(words, start, body)[0]
        else:
            first = self.known[number][1]
        return first, _behind_closing(body, self._offsets(words, end - 1, body)[1])

    def _last_mark(self, at: int) -> int:
        """The number of the last mark that is not behind a place in the words; -1 when all are."""
        return bisect_left(self.known, (at + 1, 0)) - 1

    def _is_typed(self, words: str, number: int, end: int, body: str) -> bool:
        """Whether the words from a mark to a place in them stand in the source as they are read."""
        start, offset = self.known[number]
        last = offset + end - start
        if "&" in words or body[offset:last].replace("\n", " ") != words[start:end]:
            return False
        return last <= (self.known[number + 1][1] if number + 1 < len(self.known) else _end_of_block(body, offset))

    def _offsets(self, words: str, at: int, body: str) -> tuple[int, int]:
        """Where a character of the words begins and ends in the source."""
        number = self._last_mark(at)
        if number < 0:
            return self.known[0][1], self.known[0][1]
        first, offset = self.known[number]
        end = (len(words), _end_of_block(body, offset))
        stop, limit = self.known[number + 1] if number + 1 < len(self.known) else end
        walked, reached, offset_there = self._walked
        if walked == number and reached <= at:  # one sentence after the other is asked for
            first, offset = reached, offset_there
        found = _offsets_of(at - first, words[first:stop], body, offset, min(limit, len(body)))
        self._walked = number, at + 1, found[1]
        return found


def _offsets_of(last: int, words: str, body: str, offset: int, limit: int) -> tuple[int, int]:
    """Walk along the source and the words together, past all that is not seen, up to one character of the words."""
    start, end = offset + last, offset + last + 1
    if end <= limit and "&" not in words and body[offset:end].replace("\n", " ") == words[: last + 1]:
        return start, end  # typed as they are read
    at = 0
    while at <= last:
        character = words[at]
        entity = _ENTITY.match(body, offset, limit) if body[offset : offset + 1] == "&" else None
        letters = _LETTERS.match(words, at)
        if letters and body.startswith(letters[0], offset, limit):
            passed = min(len(letters[0]), last + 1 - at)
            offset += passed
            start, at = offset - 1, at + passed
            continue
        at += 1
        if offset < limit and body[offset] == character != "&":
            start, offset = offset, offset + 1
        elif entity and words.startswith(html.unescape(entity[0]), at - 1):
            start, offset = offset, entity.end()
        elif (here := _next(character, body, offset, limit)) is not None:
            start, offset = here, here + 1
        else:
            start = offset  # the library's own addition: it has no place in the source
    return start, offset


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
