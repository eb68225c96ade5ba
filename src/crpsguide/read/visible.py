"""The visible text of a passage, and the source positions of its characters."""

import html
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Citation
from crpsguide.read.links import end_of_link, end_of_target

# Parts of the source that are not visible text.
_CITATION = LazyPattern(r"\[[@^][^\[\]]*\]")
_AUTOLINK = LazyPattern(r"<(?=https?:|mailto:|[\w.+-]+@)")
_TAG = LazyPattern(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_ATTRIBUTES = LazyPattern(r"\{:?[^{}\n]*\}")
_ENTITY = LazyPattern(r"&#?\w+;")
_CLOSING_MARKUP = LazyPattern(r"[*_`>]|</[A-Za-z][^<>]*>")
_LETTERS = LazyPattern(r"[^\W_]+")


@dataclass(slots=True)
class VisibleText:
    """The visible text of a passage, collected part by part.

    `positions` are pairs of an offset in the text and one in the source, known from markers and ends of links;
    `citations` are groups of citations with their offset in the text.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    positions: list[tuple[int, int]] = field(default_factory=list)
    citations: list[tuple[int, tuple[Citation, ...]]] = field(default_factory=list)
    # The end of the last aligned range, so that later sentences of the same position continue from there: the index of
    # the position, the offset in the text and the one in the source.
    _aligned: tuple[int, int, int] = (-1, 0, 0)

    def add(self, words: str) -> None:
        """Add words at the end."""
        self.parts.append(words)
        self.length += len(words)

    @property
    def words(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    def sentence_text(self, words: str, start: int, end: int) -> str:
        """A range of the text on one line, without spaces that citations leave before punctuation."""
        if not self.citations:
            return " ".join(words[start:end].split())
        cuts = [offset for offset, _ in self.citations if start < offset < end and words[offset] in ".,;:!?"]
        parts = [words[first:last] for first, last in zip([start, *cuts], [*cuts, end], strict=True)]
        return " ".join("".join([*(part.rstrip() for part in parts[:-1]), parts[-1]]).split())

    def source_range(self, words: str, start: int, end: int, body: str) -> tuple[int, int]:
        """The range in the source of the text from `start` to `end`, including closing markup after it."""
        number = self._last_position(end - 1)
        at, first = self.positions[number] if number >= 0 else (-1, 0)
        if 0 <= at <= start and self._is_verbatim(words, number, end, body):  # a fast path for most sentences
            self._aligned = number, end, first + end - at
            return first + start - at, _after_closing(body, first + end - at)
        number = self._last_position(start)
        if number < 0 or self.positions[number][0] < start:
            first = self._character_range(words, start, body)[0]
        else:
            first = self.positions[number][1]
        return first, _after_closing(body, self._character_range(words, end - 1, body)[1])

    def _last_position(self, at: int) -> int:
        """The index of the last of `positions` at or before an offset in the text; -1 if there is none."""
        return bisect_left(self.positions, (at + 1, 0)) - 1

    def _is_verbatim(self, words: str, number: int, end: int, body: str) -> bool:
        """Whether the text from a position to `end` is the same in the source."""
        start, offset = self.positions[number]
        last = offset + end - start
        if "&" in words or body[offset:last].replace("\n", " ") != words[start:end]:
            return False
        if number + 1 < len(self.positions):
            return last <= self.positions[number + 1][1]
        return last <= _end_of_block(body, offset)

    def _character_range(self, words: str, at: int, body: str) -> tuple[int, int]:
        """The range in the source of the character at an offset in the text."""
        number = self._last_position(at)
        if number < 0:
            return self.positions[0][1], self.positions[0][1]
        first, offset = self.positions[number]
        end = (len(words), _end_of_block(body, offset))
        stop, limit = self.positions[number + 1] if number + 1 < len(self.positions) else end
        aligned_number, aligned_at, aligned_offset = self._aligned
        if aligned_number == number and aligned_at <= at:
            first, offset = aligned_at, aligned_offset
        found = _align(at - first, words[first:stop], body, offset, min(limit, len(body)))
        self._aligned = number, at + 1, found[1]
        return found


def _align(last: int, words: str, body: str, offset: int, limit: int) -> tuple[int, int]:
    """The range in the source of the character `words[last]`, where `words` begin at `offset` in the source.

    Skips markup in the source, and characters of the text that are not in the source.
    """
    start, end = offset + last, offset + last + 1
    if end <= limit and "&" not in words and body[offset:end].replace("\n", " ") == words[: last + 1]:
        return start, end
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
        elif (found := _find_visible(character, body, offset, limit)) is not None:
            start, offset = found, found + 1
        else:
            start = offset  # added by the library
    return start, offset


def _find_visible(character: str, body: str, offset: int, limit: int) -> int | None:
    """The offset of the next visible character of the source if it is this one, otherwise None."""
    while offset < limit:
        candidate = body[offset]
        if candidate == character or (candidate.isspace() and character == " "):
            return offset
        after = _after_invisible(body, offset)
        if after is None:
            return None
        offset = after
    return None


def _after_invisible(body: str, offset: int) -> int | None:
    """The offset after the invisible markup that begins at an offset; None if there is a letter or digit."""
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


def _after_closing(body: str, offset: int) -> int:
    """The offset after the closing markup at an offset: of links, emphasis, code and elements."""
    while offset < len(body):
        if body[offset] == "]":
            offset = end_of_target(body, offset + 1)
        elif closing := _CLOSING_MARKUP.match(body, offset):
            offset = closing.end()
        else:
            break
    return offset


def _end_of_block(body: str, offset: int) -> int:
    end = body.find("\n\n", offset)
    return end if end >= 0 else len(body)
