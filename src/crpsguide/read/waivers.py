"""Parses waivers, comments such as `<!-- allow lost-text: why -->`, and determines the lines that they cover.

On lines of its own before a block, a waiver covers that block; within a block, the block around it. A block is a
paragraph, a list, a table, a heading, or a component block from `/// name` to its end.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Trouble, Waiver
from crpsguide.read.html_tags import code_spans
from crpsguide.read.markers import BLOCK_CLOSER, BLOCK_OPENER, Lines

COMMENT = LazyPattern(r"<!--\s*(?P<word>[A-Za-z]+)(?P<content>.*?)-->", re.DOTALL)
# Rules, a colon and the reason. Without a colon, it is a waiver only if nothing follows or the first word must be a
# rule.
_CONTENT = LazyPattern(
    r"\s*:?\s*(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::\s*(?P<reason>.*?)|(?P<rest>\W.*?|))\s*", re.DOTALL
)
_RULE = LazyPattern(r"[A-Za-z]\d+|\w+(?:-\w+)+")
_NEAR_WORDS = ("ignore", "disable", "waive", "waiver", "except", "permit", "noqa", "nocheck")
_ITEM = LazyPattern(r"[ ]{0,3}(?:[-*+•]|\d+[.)])[ \t]")
_HEADING = LazyPattern(r"[ ]{0,3}#{1,6}")


def is_waiver(comment: re.Match[str]) -> bool:
    """Whether a comment is meant as a waiver, even if its reason is missing."""
    return comment["word"].casefold() == "allow" and _parts(comment) is not None


def waiver_ranges(body: str, fenced: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges of the waivers in a body, without those in code."""
    return [match.span() for match in _comments(body, fenced) if is_waiver(match)]


def parse_waivers(
    body: str, fenced: Sequence[tuple[int, int]], lines: Lines
) -> tuple[tuple[Waiver, ...], tuple[Trouble, ...]]:
    """The waivers of a body, and troubles about comments that only look like one."""
    waivers: list[Waiver] = []
    troubles: list[Trouble] = []
    blocks: _Blocks | None = None
    for comment in _comments(body, fenced):
        parts = _parts(comment)
        if parts is None:
            continue
        place = lines.place(*comment.span())
        if not is_waiver(comment):
            if _is_near_miss(comment["word"], parts[0]):
                troubles.append(
                    Trouble(
                        "waiver-form",
                        place,
                        f"This comment looks like a waiver, but begins with “{comment['word']}”.",
                        f"Write it as <!-- allow {parts[0][0]}: the reason -->.",
                    )
                )
            continue
        blocks = blocks or _Blocks(body, fenced)
        first, last = blocks.around(*comment.span())
        waivers += [
            Waiver(rule, parts[1], place, first + lines.first_line, last + lines.first_line) for rule in parts[0]
        ]
    return tuple(waivers), tuple(troubles)


def _comments(body: str, fenced: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    if "<!--" not in body:
        return
    code = [*fenced, *code_spans(body)]
    for match in COMMENT.finditer(body):
        if not any(start <= match.start() < end for start, end in code):
            yield match


def _parts(comment: re.Match[str]) -> tuple[list[str], str] | None:
    """The rules and the reason of a waiver; None for other comments."""
    content = _CONTENT.fullmatch(comment["content"])
    if content is None:
        return None
    rules = re.split(r"\s*,\s*", content["rules"])
    if content["rest"] and not _RULE.fullmatch(rules[0]):
        return None
    return rules, " ".join((content["reason"] or "").split())


def _is_near_miss(word: str, rules: Sequence[str]) -> bool:
    alike = SequenceMatcher(None, word.casefold(), "allow").ratio()
    near = word.casefold() in _NEAR_WORDS or alike > 0.7
    return alike > 0.8 or (near and all(_RULE.fullmatch(one) for one in rules))


class _Blocks:
    """The blocks of a body, as ranges of lines counted from 0."""

    def __init__(self, body: str, fenced: Sequence[tuple[int, int]]) -> None:
        self.body = body
        self.lines = body.split("\n")
        self.waiver_lines: set[int] = set()  # with nothing but waivers; they neither separate nor make blocks
        for start, end in waiver_ranges(body, fenced):
            if is_alone(body, start, end):
                self.waiver_lines.update(range(self._line_at(start), self._line_at(end - 1) + 1))
        self.blocks: list[tuple[int, int]] = [(self._line_at(start), self._line_at(end - 1)) for start, end in fenced]
        self.blocks += self._texts({line for first, last in self.blocks for line in range(first, last + 1)})

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The first and last line that a waiver at these offsets covers."""
        first, last = self._line_at(start), self._line_at(end - 1)
        around = next((one for one in self.blocks if one[0] < first <= one[1]), None)
        if around:
            return around
        if first not in self.waiver_lines:
            return self._block(first) or (first, last)
        after = last + 1
        while after < len(self.lines) and (after in self.waiver_lines or not self.lines[after].strip()):
            after += 1
        return (self._block(after) if after < len(self.lines) else None) or (first, last)

    def _block(self, number: int) -> tuple[int, int] | None:
        """The block of a line, or the component block that it opens; None for the end of a component block."""
        if opener := BLOCK_OPENER.match(self.lines[number]):
            closers = (BLOCK_CLOSER.match(line) for line in self.lines[number + 1 :])
            ends = (at for at, one in enumerate(closers, number + 1) if one and one["fence"] == opener["fence"])
            return number, next(ends, len(self.lines) - 1)
        return next((one for one in self.blocks if one[0] <= number <= one[1]), None)

    def _texts(self, code: Collection[int]) -> Iterator[tuple[int, int]]:
        """Paragraphs, tables, headings and lists; a list may contain empty lines. `code` are lines of fenced code."""
        first: int | None = None
        last = 0
        in_list = after_gap = False
        for number, line in enumerate(self.lines):
            if number in self.waiver_lines and first is not None and not after_gap:
                last = number  # a waiver directly after a block is part of it
                continue
            if not line.strip() or number in self.waiver_lines:
                after_gap = True
                continue
            is_item = bool(_ITEM.match(line))
            is_heading = bool(_HEADING.match(line)) and number not in code
            ends_block = bool(number in code or is_heading or BLOCK_OPENER.match(line) or BLOCK_CLOSER.match(line))
            continues = not after_gap or (in_list and (is_item or line.startswith(("  ", "\t"))))
            if first is not None and (ends_block or not continues):
                yield first, last
                first = None
            if ends_block:
                if is_heading:
                    yield number, number
                in_list = after_gap = False
                continue
            if first is None:
                first, in_list = number, is_item
            last, after_gap = number, False
        if first is not None:
            yield first, last

    def _line_at(self, offset: int) -> int:
        return self.body.count("\n", 0, offset)


def is_alone(body: str, start: int, end: int) -> bool:
    """Whether there is nothing else on the lines of a waiver but other waivers."""
    before = body[body.rfind("\n", 0, start) + 1 : start]
    line_end = body.find("\n", end)
    after = body[end : line_end if line_end >= 0 else len(body)]
    return not COMMENT.sub("", before).strip() and not COMMENT.sub("", after).strip()
